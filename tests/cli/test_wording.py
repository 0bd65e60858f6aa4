"""Figures and periods in a few words."""

from datetime import date

import pytest

from tumen.cli.wording import MOST_LETTERS, days, figure, quoted, shorten, voice
from tumen.records.release import Cleared, ReleasedClaim


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (None, None, ""),
        (date(2017, 1, 1), date(2017, 12, 31), "2017"),
        (date(2016, 1, 1), date(2017, 12, 31), "2016–2017"),
        (date(2020, 2, 1), date(2020, 2, 29), "Feb 2020"),
        (date(2019, 9, 5), date(2019, 9, 5), "5 Sep 2019"),
        (None, date(2022, 2, 23), "until 2022-02-23"),
        (date(2022, 2, 24), None, "from 2022-02-24"),
    ],
)
def test_a_period_is_as_short_as_it_can_be_said(
    first: date | None, last: date | None, words: str
) -> None:
    assert days(first, last) == words


@pytest.mark.parametrize(
    ("text", "most", "short"),
    [
        ("three blue piers", 20, "three blue piers"),
        ("three  blue\npiers", 20, "three blue piers"),
        ("three blue piers", 12, "three blue…"),
        ("three, blue piers", 9, "three…"),
        ("threebluepiers", 6, "three…"),
    ],
)
def test_a_long_text_ends_with_an_ellipsis_between_words(
    text: str, most: int, short: str
) -> None:
    assert shorten(text, most) == short


@pytest.mark.parametrize("text", ["a " * 300, "1,2,3," * 300])
def test_no_text_in_a_table_is_longer_than_the_most(text: str) -> None:
    assert len(shorten(text)) <= MOST_LETTERS


def make_claim(**slots: object) -> ReleasedClaim:
    row: dict[str, object] = {
        "id": Cleared("c1"), "doc": None, "start": None, "end": None, "quote": None,
        "kind": "figure", "element": "people.present", "measure": "stock", "low": None,
        "best": None, "high": None, "unit": "persons", "qualifier": None,
        "as_of_start": None, "as_of_end": None, "place": None, "iso": None,
        "population": None, "speaker": None, "speaker_kind": "official", "via": None,
        "chain": (), "hedge": "denied", "flags": (), "confidence": None,
        "inherited": (), "alternatives": {}, "rule": None, "found_by": Cleared("rules"),
        "auto": True, "status": "proposed",
    }  # fmt: skip
    return ReleasedClaim(**(row | slots))  # type: ignore[arg-type]  # any slot


@pytest.mark.parametrize(
    ("slots", "words"),
    [
        ({"best": 300.0, "qualifier": "about"}, "about 300"),
        ({"low": 300.0, "qualifier": "over"}, "over 300"),
        ({"low": 300.0, "high": 400.0, "qualifier": "between"}, "300–400"),
        ({"qualifier": "vague_dozens"}, "dozens"),
        ({}, "in words"),
        ({"kind": "event"}, ""),
    ],
)
def test_a_figure_is_said_as_it_was_claimed(
    slots: dict[str, object], words: str
) -> None:
    assert figure(make_claim(**slots)) == words


@pytest.mark.parametrize(
    ("slots", "words"),
    [
        ({"chain": ("a guard", "Strait Post")}, "a guard < Strait Post (denied)"),
        ({"speaker": "a guard"}, "a guard (denied)"),
        ({}, "official (denied)"),
    ],
)
def test_a_voice_without_a_name_is_known_by_its_kind(
    slots: dict[str, object], words: str
) -> None:
    assert voice(make_claim(**slots)) == words


def test_a_row_of_a_table_is_told_by_its_columns() -> None:
    row = make_claim(
        doc=Cleared("figures.csv"),
        quote=Cleared("37000,persons,"),
        found_by=Cleared("table"),
    )
    headers = {"figures.csv": ("best", "unit", "note")}
    assert quoted(row, headers) == "best: 37000; unit: persons"
    assert quoted(row, {}) == "“37000,persons,”"
    assert quoted(make_claim(), headers) == ""
