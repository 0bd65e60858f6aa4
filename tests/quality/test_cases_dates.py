from datetime import date

from quality.learn.cases_dates import right_days
from tumen.records.claim import Kind
from tumen.records.period import Period
from tumen.records.truth import TruthClaim

IN_2015 = Period(date(2015, 1, 1), date(2015, 12, 31))
MAY = Period(date(2015, 5, 1), date(2015, 5, 31))


def label(first: date | None, last: date | None) -> TruthClaim:
    return TruthClaim(
        doc="a", kind=Kind.FIGURE, element="people.present",
        as_of_start=first, as_of_end=last,
    )  # fmt: skip


def test_the_same_days_are_right_alone() -> None:
    found = right_days(label(MAY.first, MAY.last), [IN_2015, MAY, Period()])
    assert found == {1}


def test_days_that_meet_are_right_where_none_are_the_same() -> None:
    day = date(2015, 5, 3)
    assert right_days(label(day, day), [IN_2015, MAY, Period()]) == {0, 1}


def test_a_label_without_days_asks_for_none() -> None:
    assert right_days(label(None, None), [IN_2015, Period()]) == {1}


def test_a_start_alone_is_one_day() -> None:
    day = date(2015, 5, 3)
    assert right_days(label(day, day), [Period(date(2014, 1, 1), None)]) == set()
