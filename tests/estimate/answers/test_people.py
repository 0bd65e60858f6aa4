"""Whom a figure or an answer counts."""

from tumen.codebook.model import Model
from tumen.estimate.answers.people import (
    counted_people,
    people_by_answer,
    people_by_observable,
)


def test_a_stock_counts_those_in_it(model: Model) -> None:
    assert counted_people(model, ("work", "student"), ()) == {"work", "student"}


def test_a_flow_counts_those_who_come(model: Model) -> None:
    assert counted_people(model, (), ("sent_work",)) == {"work"}


def test_crossings_count_people_who_come_to_be_present(model: Model) -> None:
    by_observable, by_answer = people_by_observable(model), people_by_answer(model)
    assert by_observable["entries"] == by_answer["C3"]
