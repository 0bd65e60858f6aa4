"""Figures and periods in a few words."""

from datetime import date

import pytest

from tumen.cli.wording import MOST_LETTERS, days, number, shorten


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (None, None, ""),
        (date(2017, 1, 1), date(2017, 12, 31), "2017"),
        (date(2016, 1, 1), date(2017, 12, 31), "2016 to 2017"),
        (date(2020, 2, 1), date(2020, 2, 29), "2020-02"),
        (date(2019, 12, 1), date(2019, 12, 31), "2019-12"),
        (date(2019, 9, 5), date(2019, 9, 5), "2019-09-05"),
        (date(2019, 9, 5), date(2019, 9, 30), "2019-09-05 to 2019-09-30"),
        (None, date(2022, 2, 23), "to 2022-02-23"),
        (date(2022, 2, 24), None, "from 2022-02-24"),
    ],
)
def test_a_period_is_as_short_as_it_can_be_said(
    first: date | None, last: date | None, words: str
) -> None:
    assert days(first, last) == words


@pytest.mark.parametrize(
    ("value", "words"), [(20_000, "20,000"), (0.35, "0.35"), (12.5, "12.5")]
)
def test_a_number_has_no_needless_decimals(value: float, words: str) -> None:
    assert number(value) == words


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
