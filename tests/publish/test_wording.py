"""Numbers, bands and periods are said as a newspaper would print them."""

from collections.abc import Callable
from datetime import date

import pytest

from tumen.publish.wording import (
    box_words,
    claim_words,
    estimate_words,
    period_words,
    shown_number,
    span_words,
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
