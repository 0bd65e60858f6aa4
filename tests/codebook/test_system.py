"""The system file of the built-in codebook holds together."""

import pytest

from tumen.codebook.load import load_codebook
from tumen.codebook.schema import Arrow, Box, MoneyStep

BOOK = load_codebook("dprk-labour")
ARROWS = (*BOOK.arrows, *BOOK.undrawn)
PARTS: tuple[Box | Arrow | MoneyStep, ...] = (*BOOK.boxes, *ARROWS, *BOOK.money)
CODES = {box.code for box in BOOK.boxes}
HIDDEN = ("C4", "C5", "C6", "C7", "C8", "C9", "C10", "T8", "T9", "T10", "T11", "T12")


def test_every_code_is_used_once() -> None:
    codes = [part.code for part in PARTS]
    assert sorted(codes) == sorted(set(codes))


@pytest.mark.parametrize("arrow", ARROWS, ids=lambda arrow: arrow.code)
def test_arrows_join_boxes(arrow: Arrow) -> None:
    assert {arrow.source, arrow.target} <= CODES


def test_there_are_22_transitions() -> None:
    assert {arrow.code for arrow in ARROWS} == {f"T{n}" for n in range(1, 23)}


@pytest.mark.parametrize("arrow", BOOK.undrawn, ids=lambda arrow: arrow.code)
def test_what_no_screen_draws_joins_one_box_or_boxes_that_are_joined(
    arrow: Arrow,
) -> None:
    joined = {(other.source, other.target) for other in BOOK.arrows}
    joined |= {(code, code) for code in CODES}
    assert (arrow.source, arrow.target) in joined
    assert arrow.elements == ()


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.code)
def test_counted_elements_are_in_the_codebook(part: Box | Arrow | MoneyStep) -> None:
    assert set(part.elements) <= set(BOOK.elements)


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.code)
def test_labels_are_short_and_definitions_are_sentences(
    part: Box | Arrow | MoneyStep,
) -> None:
    assert len(part.label) <= 16
    assert part.definition.endswith(".")


@pytest.mark.parametrize("box", BOOK.boxes, ids=lambda box: box.code)
def test_mistaken_elements_are_known_and_not_counted_as_well(box: Box) -> None:
    assert set(box.mistaken) <= set(BOOK.elements)
    assert not set(box.mistaken) & set(box.elements)


@pytest.mark.parametrize("box", BOOK.boxes, ids=lambda box: box.code)
def test_boxes_lie_within_boxes_of_their_column(box: Box) -> None:
    columns = {other.code: other.column for other in BOOK.boxes}
    assert columns.get(box.within or box.code) == box.column


@pytest.mark.parametrize("box", BOOK.boxes, ids=lambda box: box.code)
def test_populations_are_listed(box: Box) -> None:
    assert set(box.populations) <= {people.name for people in BOOK.populations}


def test_no_two_boxes_lie_on_one_place() -> None:
    places = [(box.column, box.row, box.within is None) for box in BOOK.boxes]
    assert sorted(places) == sorted(set(places))


@pytest.mark.parametrize("code", HIDDEN)
def test_where_people_hide_or_flee_values_are_yearly_and_national(code: str) -> None:
    boxes = {box.code for box in BOOK.boxes if box.annual}
    arrows = {arrow.code for arrow in BOOK.arrows if arrow.annual}
    assert code in boxes | arrows


def test_the_money_band_runs_from_employer_to_worker() -> None:
    steps = sorted(BOOK.money, key=lambda step: step.column)
    assert [step.code for step in steps] == ["M1", "M2", "M3", "M4"]


@pytest.mark.parametrize(
    "element",
    [
        "people.permit_issued",
        "people.permit_valid",
        "people.visa_issued",
        "people.registered",
        "people.entries",
        "people.planned_dispatch",
        "people.quota",
    ],
)
def test_papers_crossings_and_plans_are_never_people_present(element: str) -> None:
    (present,) = (box for box in BOOK.boxes if box.code == "C3")
    assert element in present.mistaken
    assert BOOK.elements[element].evidence_for != "people.present"
