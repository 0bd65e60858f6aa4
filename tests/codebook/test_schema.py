"""What is shipped refers only to what is shipped."""

from collections import Counter
from datetime import date

import msgspec
import pytest

from tumen.codebook import schema
from tumen.codebook.load import load_codebook
from tumen.records.amount import Measure
from tumen.records.claim import Hedge, Kind, SpeakerKind

BOOK = load_codebook("dprk-labour")
ELEMENTS = pytest.mark.parametrize(
    "element", BOOK.elements.values(), ids=lambda element: element.code
)
QUESTIONS = pytest.mark.parametrize(
    "question", BOOK.questions, ids=lambda question: question.code
)
LEVELS = {"world", "country", "region", "city", "border"}


def test_an_unknown_key_is_refused() -> None:
    with pytest.raises(msgspec.ValidationError, match="colour"):
        msgspec.convert({"text": "A builder.", "colour": "red"}, schema.Example)


def test_an_entry_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        BOOK.outlets[0].name = "Another"  # type: ignore[misc]  # that is the point


@ELEMENTS
def test_elements_keep_to_the_closed_lists(element: schema.Element) -> None:
    assert set(element.kinds) <= set(Kind)
    assert set(element.measures) <= set(Measure)
    assert element.where in {"host", "destination", "any"}


@ELEMENTS
def test_elements_have_examples_for_and_against(element: schema.Element) -> None:
    assert element.examples
    assert element.counter_examples


@ELEMENTS
def test_figures_are_evidence_for_a_known_series(element: schema.Element) -> None:
    assert element.evidence_for in {None, *BOOK.elements}


@QUESTIONS
def test_questions_ask_what_an_element_can_answer(question: schema.Question) -> None:
    assert set(question.measures) <= set(BOOK.elements[question.element].measures)


def test_places_lie_within_places_that_are_listed() -> None:
    names = {place.name for place in BOOK.places}
    assert {place.within for place in BOOK.places} - {None} <= names
    assert {place.level for place in BOOK.places} <= LEVELS


def test_no_place_is_drawn_finer_than_a_town() -> None:
    drawn = [(p.lat, p.lon) for p in BOOK.places if p.lat is not None]
    assert drawn
    assert [
        spot
        for spot in drawn
        if spot != (round(spot[0] or 0, 2), round(spot[1] or 0, 2))
    ] == []


@pytest.mark.parametrize("kind", ["outlets", "institutions", "places", "populations"])
def test_no_name_stands_for_two_entries(kind: str) -> None:
    counts = Counter(entry.name for entry in getattr(BOOK, kind))
    assert [name for name, count in counts.items() if count > 1] == []


def test_affiliates_belong_to_listed_outlets() -> None:
    names = {outlet.name for outlet in BOOK.outlets}
    assert {outlet.affiliate_of for outlet in BOOK.outlets} - {None} <= names


@pytest.mark.parametrize("event", BOOK.calendar, ids=lambda event: event.code)
def test_public_events_have_days_in_order(event: schema.PublicEvent) -> None:
    assert date.fromisoformat(event.first) <= date.fromisoformat(event.last)


@pytest.mark.parametrize("table", BOOK.tables, ids=lambda table: table.name)
def test_tables_state_elements_by_their_own_columns(table: schema.TableFormat) -> None:
    columns = {column.column for column in table.columns}
    assert table.date_column in table.header
    assert columns & set(table.header)
    assert table.date_column not in columns
    assert {column.element for column in table.columns} <= set(BOOK.elements)
    assert table.speaker_kind in set(SpeakerKind)
    assert table.hedge in set(Hedge)


@pytest.mark.parametrize(
    ("units", "unit", "is_allowed"),
    [
        ((), "anything", True),
        (("persons",), "persons", True),
        (("persons",), "firms", False),
        (("persons",), None, False),
        ((), None, True),
        (("persons/*",), "persons/hut", True),
        (("persons/*",), "persons", False),
        (("sites", "things"), "kilns", True),
        (("sites", "things"), "kilns/year", False),
        (("sites", "things"), "persons", False),
        (("sites", "things"), "percent", False),
    ],
)
def test_an_element_lists_its_units(
    units: tuple[str, ...], unit: str | None, *, is_allowed: bool
) -> None:
    element = msgspec.structs.replace(BOOK.elements["org.sites"], units=units)
    assert element.allows(unit) is is_allowed
