"""Periods with ends known, or open."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tumen.errors import FigureError
from tumen.records.period import Period

DAYS = st.none() | st.dates(date(2000, 1, 1), date(2030, 12, 31))
PERIODS = st.tuples(DAYS, DAYS).map(
    lambda pair: Period(*sorted(pair)) if None not in pair else Period(*pair)  # type: ignore[type-var]  # no None is sorted
)
YEAR = Period(date(2024, 1, 1), date(2024, 12, 31))


def test_a_period_cannot_end_before_it_begins() -> None:
    with pytest.raises(FigureError, match="ends before it begins"):
        Period(date(2024, 1, 2), date(2024, 1, 1))


@pytest.mark.parametrize(
    ("period", "is_open"),
    [
        (Period(), True),
        (Period(date(2024, 1, 1)), False),
        (Period(None, date(2024, 1, 1)), False),
        (YEAR, False),
    ],
)
def test_open_means_open_at_both_ends(period: Period, is_open: bool) -> None:
    assert period.is_open is is_open


@pytest.mark.parametrize(
    ("other", "slack", "meets"),
    [
        (Period(date(2024, 12, 31), date(2025, 5, 1)), 0, True),
        (Period(date(2025, 1, 1), date(2025, 5, 1)), 0, False),
        (Period(date(2025, 1, 31), date(2025, 5, 1)), 31, True),
        (Period(date(2025, 2, 1), date(2025, 5, 1)), 31, False),
        (Period(date(2023, 1, 1), date(2023, 12, 1)), 31, True),
        (Period(date(2023, 1, 1), date(2023, 11, 30)), 31, False),
        (Period(date(2030, 1, 1), None), 0, False),
        (Period(None, date(2030, 1, 1)), 0, True),
        (Period(), 0, True),
    ],
)
def test_meeting_with_and_without_slack(other: Period, slack: int, meets: bool) -> None:
    assert YEAR.meets(other, slack) is meets


@given(PERIODS, PERIODS, st.integers(0, 100))
def test_meeting_is_mutual(a: Period, b: Period, slack: int) -> None:
    assert a.meets(b, slack) is b.meets(a, slack)


@given(PERIODS)
def test_an_open_period_meets_every_other(period: Period) -> None:
    assert Period().meets(period)


@given(PERIODS, PERIODS, st.integers(0, 100))
def test_more_slack_never_parts(a: Period, b: Period, slack: int) -> None:
    assert a.meets(b, slack + 1) or not a.meets(b, slack)


@given(st.dates(date(2000, 1, 1), date(2030, 1, 1)), st.integers(0, 60))
def test_two_days_meet_within_their_distance(day: date, apart: int) -> None:
    other = day + timedelta(days=apart)
    assert Period(day, day).meets(Period(other, other), apart)
    assert not Period(day, day).meets(Period(other, other), apart - 1) or not apart
