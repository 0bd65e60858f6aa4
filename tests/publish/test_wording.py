"""Numbers, bands and periods are said as a newspaper would print them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from tests.publish.conftest import SIDES, cleared
from tumen.publish.wording import (
    band_words,
    box_in_full,
    box_words,
    claim_words,
    condition_words,
    conditional_words,
    date_words,
    either_words,
    estimate_words,
    evidence_words,
    factor_words,
    notes_of,
    period_words,
    rounded_number,
    short_condition,
    shown_number,
    span_words,
    verdict_words,
    why_words,
)
from tumen.records.release import ReleasedBox, ReleasedClaim, ReleasedEstimate


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, ""),
        (31, "31"),
        (13221, "13,221"),
        (2.5, "2.5"),
        (500e6, "500 million"),
        (1.2e9, "1.2 billion"),
        (0, "0"),
        (15903.7, "15,904"),
        (9876543.2, "9.88 million"),
    ],
)
def test_numbers_have_commas_and_large_ones_words(value: float, words: str) -> None:
    assert shown_number(value) == words


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (3, 9, "3–9"),
        (3, 3, "3"),
        (3, None, "over 3"),
        (None, 9, "up to 9"),
        (None, None, ""),
    ],
)
def test_open_ends_of_a_band_are_said(low: float, high: float, words: str) -> None:
    assert span_words(low, high) == words


@pytest.mark.parametrize(
    ("slots", "words"),
    [
        ({}, "about 3,000"),
        ({"qualifier": "over", "low": 20000.0}, "over 20,000"),
        ({"qualifier": "between", "low": 5.0, "high": 7.0, "unit": "percent"}, "5–7 %"),
        ({"qualifier": "vague_dozens", "best": None}, "dozens"),
        ({"qualifier": "none"}, ""),
        ({"unit": "visas"}, "about 3,000 visas"),
        ({"flags": ("under_5",)}, "under 5"),
    ],
)
def test_a_claim_is_said_in_its_own_form(
    make_claim: Callable[..., ReleasedClaim], slots: dict[str, object], words: str
) -> None:
    assert claim_words(make_claim(**slots)) == words


EMPTY = {"low": None, "best": None, "high": None}


@pytest.mark.parametrize(
    ("slots", "words"),
    [
        ({}, "3,000–9,000"),
        ({"unit": "USD/month"}, "3,000–9,000 USD/month"),
        ({"low": None, "high": None}, "5,000"),
        ({**EMPTY, "under": 5}, "under 5"),
        ({**EMPTY, "words": ("dozens", "dozens")}, "dozens"),
        (EMPTY, "told, not counted"),
        ({**EMPTY, "claims": ()}, "nobody has counted this"),
        ({"withheld": ("year_lag",)}, "kept back for a year"),
    ],
)
def test_a_box_says_what_is_known_or_that_nobody_counted(
    make_box: Callable[..., ReleasedBox], slots: dict[str, object], words: str
) -> None:
    assert box_words(make_box(**slots)) == words


def test_a_box_nobody_speaks_of_was_not_counted() -> None:
    assert box_words(None) == "nobody has counted this"


@pytest.mark.parametrize(
    ("slots", "words"),
    [
        ({}, "3,000–9,000"),
        ({"q05": None, "q95": None}, "no value"),
        ({"q05": None, "q95": None, "flags": ("under_5",)}, "under 5"),
    ],
)
def test_an_estimate_says_its_band(
    make_estimate: Callable[..., ReleasedEstimate], slots: dict[str, object], words: str
) -> None:
    assert estimate_words(make_estimate(**slots)) == words


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (None, None, "undated"),
        (None, "2022-02-23", "until 2022-02-23"),
        ("2022-02-24", None, "from 2022-02-24"),
        ("2017-01-01", "2017-12-31", "2017"),
        ("2004-01-01", "2014-12-31", "2004–2014"),
        ("2024-03-05", "2024-03-05", "5 Mar 2024"),
        ("2024-03-01", "2024-03-31", "Mar 2024"),
        ("2024-03-01", "2024-05-31", "Mar 2024 – May 2024"),
    ],
)
def test_periods_are_as_short_as_can_be(
    first: str | None, last: str | None, words: str
) -> None:
    days = [date.fromisoformat(day) if day else None for day in (first, last)]
    assert period_words(days[0], days[1]) == words


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, ""),
        (0.0, "0"),
        (4412.7, "4,400"),
        (15903.7, "16,000"),
        (9960.0, "10,000"),
        (12.1, "12"),
        (4.44, "4.4"),
        (0.0312, "0.031"),
        (123456789.0, "120 million"),
    ],
)
def test_a_number_of_the_model_has_two_digits_that_count(
    value: float | None, words: str
) -> None:
    assert rounded_number(value) == words


@pytest.mark.parametrize(
    ("low", "high", "cut", "words"),
    [
        (4412.7, 11390.1, False, "4,400–11,000"),
        (4412.7, 4390.1, False, "4,400"),
        (None, 22.6, True, "under 5–23"),
        (None, None, True, "under 5"),
        (7.3, 22.6, True, "7.3–23"),
    ],
)
def test_a_band_of_the_model_is_short_and_says_when_an_end_is_too_small(
    low: float | None, high: float | None, cut: bool, words: str
) -> None:
    assert band_words(low, high, cut=cut) == words


def test_two_answers_are_said_the_lower_first() -> None:
    assert either_words(SIDES) == "2,800 or 14,000"


def test_two_answers_in_full_name_whose_figure_each_takes() -> None:
    assert conditional_words(SIDES) == (
        "2,800 (1,400–5,600) if Harbour Ministry is right; "
        "14,000 (7,000–28,000) if Union of Builders is right"
    )


def test_an_answer_too_small_to_be_told_is_under_five() -> None:
    few = replace(SIDES[0], q05=None, q50=None)
    assert conditional_words((few,)).startswith("under 5 (under 5–28,000) if")


def test_an_origin_is_right_about_what_it_counted_only() -> None:
    crossings = replace(SIDES[1], counted=cleared("border crossings"))
    assert condition_words(crossings) == (
        "if Harbour Ministry is right about border crossings"
    )
    assert short_condition(crossings) == "by border crossings"
    assert short_condition(SIDES[1]) == "if Harbour Ministry"


MODEL_BOXES: list[tuple[dict[str, object], str]] = [
    ({"verdict": "band", "low": 4412.7, "high": 11390.1}, "4,400–11,000"),
    ({"verdict": "band", "low": None, "high": 22.6, "under": 5}, "under 5–23"),
    ({**EMPTY, "verdict": "conditional", "conditionals": SIDES}, "2,800 or 14,000"),
    (
        {**EMPTY, "verdict": "conditional", "conditionals": SIDES, "unit": "USD/month"},
        "2,800 or 14,000 USD/month",
    ),
    ({"verdict": "none"}, "3,000–9,000"),
    ({"low": 15903.7, "high": 52970.2}, "15,904–52,970"),
]


@pytest.mark.parametrize(("slots", "words"), MODEL_BOXES)
def test_a_box_says_the_answer_of_the_model(
    make_box: Callable[..., ReleasedBox], slots: dict[str, object], words: str
) -> None:
    assert box_words(make_box(**slots)) == words


def test_a_box_in_full_says_on_what_condition(
    make_box: Callable[..., ReleasedBox],
) -> None:
    two = make_box(**EMPTY, verdict="conditional", conditionals=SIDES)
    assert "if Harbour Ministry is right" in box_in_full(two)
    assert box_in_full(replace(two, withheld=("year_lag",))) == "kept back for a year"
    assert box_in_full(None) == "nobody has counted this"


def test_a_row_of_the_model_says_its_band(
    make_band: Callable[..., ReleasedEstimate],
) -> None:
    assert estimate_words(make_band()) == "4,400–11,000"
    assert estimate_words(make_band(unit="USD/year")) == "4,400–11,000 USD/year"


def test_a_row_with_a_conflict_says_both_answers(
    make_split: Callable[..., ReleasedEstimate],
) -> None:
    assert estimate_words(make_split()) == "2,800 or 14,000"


def test_a_row_without_an_estimate_says_what_origins_say(
    make_untold: Callable[..., ReleasedEstimate],
) -> None:
    assert estimate_words(make_untold()) == "3,000–9,000"


def test_the_verdict_gives_both_bands_and_the_median(
    make_band: Callable[..., ReleasedEstimate],
) -> None:
    assert verdict_words(make_band()) == (
        "7,200 (50 % band 6,000–8,600, 90 % band 4,400–11,000)"
    )


def test_the_verdict_of_a_few_people_tells_no_small_number(
    make_band: Callable[..., ReleasedEstimate],
) -> None:
    few = make_band(q05=None, q25=None, q50=None, q95=22.6, flags=("under_5",))
    assert "under 5–23" in verdict_words(few)
    assert verdict_words(few).startswith("under 5 (")


def test_the_verdict_of_a_conflict_is_both_answers_in_full(
    make_split: Callable[..., ReleasedEstimate],
) -> None:
    assert verdict_words(make_split()) == conditional_words(SIDES)


def test_no_estimate_says_why_and_what_origins_say(
    make_untold: Callable[..., ReleasedEstimate],
) -> None:
    row = make_untold()
    assert verdict_words(row) == (
        "no estimate: 1 independent origin within 24 months; 2 are needed. "
        "Independent origins say 3,000–9,000"
    )
    silent = replace(row, q05=None, q95=None, why=None)
    assert verdict_words(silent) == "no estimate"


def test_a_row_without_a_model_is_its_envelope(
    make_estimate: Callable[..., ReleasedEstimate],
) -> None:
    row = make_estimate()
    assert verdict_words(row) == "3,000–9,000"
    assert why_words(row) == ""
    assert evidence_words(row) == ""


def test_evidence_is_said_as_what_figures_took_away(
    make_band: Callable[..., ReleasedEstimate],
) -> None:
    assert evidence_words(make_band()) == ("figures took away 79 % of what was unknown")


def test_a_pull_is_a_factor() -> None:
    assert factor_words(1.2789) == "×1.28"


def test_the_end_of_a_year_is_said_as_the_year() -> None:
    assert date_words(date(2024, 12, 31)) == "2024"
    assert date_words(date(2026, 1, 5)) == "5 Jan 2026"


def test_notes_on_a_band_are_left_out_where_there_is_none(
    make_band: Callable[..., ReleasedEstimate],
    make_untold: Callable[..., ReleasedEstimate],
) -> None:
    notes = ("The band is an approximation.", "Counted otherwise before 2019.")
    assert notes_of(make_band(notes=notes)) == notes
    assert notes_of(make_untold(notes=notes)) == notes[1:]
