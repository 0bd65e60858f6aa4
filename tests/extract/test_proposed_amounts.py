"""Numbers of a row are only compared: what counts is what the words give."""

from collections.abc import Callable

import pytest

from tumen.errors import ClaimRefused
from tumen.extract.proposed_amounts import ReadAmount, read_amount
from tumen.extract.proposed_page import ProposedPage
from tumen.records.amount import Measure, Qualifier
from tumen.records.proposed import ProposedClaim

Row = Callable[..., ProposedClaim]


def read(row: ProposedClaim, page: ProposedPage) -> ReadAmount:
    span = page.words.find_once(row.quote, "quote")
    return read_amount(row, span, page.codebook.elements[row.element], page)


def refusal(row: ProposedClaim, page: ProposedPage) -> str:
    with pytest.raises(ClaimRefused) as caught:
        read(row, page)
    return caught.value.problem


def test_a_right_number_is_read_again(row: Row, ledger: ProposedPage) -> None:
    found = read(row(), ledger)
    assert (found.amount.best, found.amount.qualifier) == (4300, Qualifier.ABOUT)
    assert found.notes == ()


def test_the_words_fill_what_the_row_leaves_out(row: Row, ledger: ProposedPage) -> None:
    found = read(row(best=None, qualifier=None, unit=None), ledger)
    assert (found.amount.best, found.amount.unit) == (4300, "persons")
    assert found.notes == ()


def test_keys_left_out_are_no_difference(row: Row, ledger: ProposedPage) -> None:
    found = read(row(qualifier=None), ledger)
    assert (found.amount.best, found.amount.qualifier) == (4300, Qualifier.ABOUT)
    assert found.notes == ()


@pytest.mark.parametrize(
    "wrong",
    [
        {"best": 3400},
        {"best": 43000},
        {"best": 1e300},
        {"low": 4300, "high": 4300, "qualifier": "exact"},
        {"best": None, "low": 4300, "qualifier": "over"},
        {"best": None, "qualifier": "vague_thousands"},
    ],
)
def test_on_another_number_or_bound_the_value_stays_blank(
    row: Row, ledger: ProposedPage, wrong: dict[str, object]
) -> None:
    found = read(row(**wrong), ledger)
    assert not found.amount.has_value
    assert found.amount.qualifier is Qualifier.NONE
    assert found.readings == ("about 4300",)
    assert "the words give about 4300" in found.notes[0]


def test_on_another_unit_ours_is_kept_and_told(row: Row, ledger: ProposedPage) -> None:
    found = read(row(unit="visas"), ledger)
    assert found.amount.unit == "persons"
    assert found.notes == ("unit: the words give persons, the row 'visas'",)


def test_one_of_two_numbers_is_found_by_its_words(
    row: Row, ledger: ProposedPage
) -> None:
    two = row(
        quote="From 900 to 120 workers stayed in Vladivostok",
        figure_text="120",
        best=None,
        qualifier=None,
    )
    assert read(two, ledger).amount.best == 120


def test_one_of_two_numbers_is_found_by_its_value(
    row: Row, ledger: ProposedPage
) -> None:
    quote = "From 900 to 120 workers stayed in Vladivostok"
    exact = {"low": 900, "best": 900, "high": 900, "qualifier": "exact"}
    assert read(row(quote=quote, **exact), ledger).amount.best == 900


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"quote": "workers live in Russia"}, "no number that counts"),
        ({"quote": "300 North Korean workers"}, "no number that counts"),
        ({"figure_text": "120"}, "does not stand inside"),
        ({"figure_text": "workers"}, "no number that counts"),
        (
            {"quote": "From 900 to 120 workers stayed", "best": 500},
            "holds 2 numbers, and none is that of the row",
        ),
        (
            {"quote": "From 900 to 120 workers", "best": None, "qualifier": None},
            "holds 2 numbers",
        ),
        ({"measure": "money"}, "cannot be a money"),
        (
            {"element": "people.students", "measure": None},
            "does not say what is measured",
        ),
        ({"kind": "event", "element": "event.escape"}, "carries a number"),
    ],
)
def test_what_no_number_can_be_read_for_is_refused(
    row: Row, ledger: ProposedPage, wrong: dict[str, object], said: str
) -> None:
    assert said in refusal(row(**wrong), ledger)


def remedy(row: ProposedClaim, page: ProposedPage) -> str:
    with pytest.raises(ClaimRefused) as caught:
        read(row, page)
    return caught.value.remedy


def test_a_refused_measure_names_those_that_are_taken(
    row: Row, ledger: ProposedPage
) -> None:
    wrong, right = row(element="people.dispatched"), {"measure": "flow"}
    assert remedy(wrong, ledger) == "Give measure: flow or count."
    taken = read(row(element="people.dispatched", **right), ledger)
    assert taken.amount.measure == "flow"


@pytest.mark.parametrize("measure", [None, *Measure])
def test_a_number_that_no_measure_fits_names_another_element(
    row: Row, ledger: ProposedPage, measure: str | None
) -> None:
    hours = row(element="cond.hours", measure=measure)
    assert "is measured as rate or duration, and this number" in refusal(hours, ledger)
    assert "people.present" in remedy(hours, ledger)


def test_words_that_count_something_else_name_who_counts_it(
    row: Row, ledger: ProposedPage
) -> None:
    pay = row(
        quote="over 500 dollars a month", best=None, qualifier=None, measure="money"
    )
    assert "people.present is measured as stock" in refusal(pay, ledger)
    assert "cond.wage_gross" in remedy(pay, ledger)


def test_the_only_measure_need_not_be_said(row: Row, ledger: ProposedPage) -> None:
    share = row(
        quote="Three quarters of their pay",
        element="cond.state_share",
        measure=None,
        unit=None,
        best=None,
        qualifier=None,
    )
    found = read(share, ledger).amount
    assert (found.best, found.measure) == (75, Measure.SHARE)


@pytest.mark.parametrize("word", [None, "none"])
def test_an_event_carries_no_amount(
    row: Row, ledger: ProposedPage, word: str | None
) -> None:
    event = row(
        quote="dozens of men fled",
        kind="event",
        element="event.escape",
        measure=word,
        best=None,
        qualifier=word,
    )
    assert read(event, ledger) == ReadAmount(read(event, ledger).amount)
