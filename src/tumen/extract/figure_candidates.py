"""Numbers of a page that a claim may be about, with what stands around each."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from tumen.extract.amounts import Quantity, find_amounts
from tumen.extract.elided import with_people
from tumen.extract.figure_clause import Surroundings, surroundings_of
from tumen.extract.figure_slots import SlotReader
from tumen.extract.frame import Frame
from tumen.extract.measures import possible_measures
from tumen.records.amount import Measure

AS_WRITTEN, AS_PEOPLE, AS_BEFORE, AS_DAILY = "written", "people", "before", "daily"
"""Where the unit of a reading comes from; enters the features of learned models."""

TIMES = frozenset({"hours"})
"""Units of time that may be meant by the day."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A number with the unit it may have, and the measures these allow."""

    quantity: Quantity
    possible: frozenset[Measure]
    source: str


@dataclass(frozen=True, slots=True)
class FigureCandidate:
    """A number, where it stands, and its readings; the first is the one as written."""

    around: Surroundings
    readings: tuple[Reading, ...]

    @property
    def quantity(self) -> Quantity:
        """The number as written."""
        return self.readings[0].quantity

    @property
    def possible(self) -> frozenset[Measure]:
        """The measures that it allows as written."""
        return self.readings[0].possible


def find_candidates(frame: Frame, reader: SlotReader) -> Iterator[FigureCandidate]:
    """Yield every number of the body in order of the text."""
    words = frame.language.numbers
    people = frame.language.voices.sources.persons
    quantities: list[Quantity] = []
    for paragraph in frame.analysis.paragraphs:
        for found in find_amounts(
            frame.document.text, paragraph.start, paragraph.end, words
        ):
            before = quantities[-1] if quantities else None
            quantities.append(with_people(found, frame, reader.people, before))
    starts = frozenset(quantity.span.start for quantity in quantities)
    for place, quantity in enumerate(quantities):
        around = surroundings_of(frame, quantity.span, quantity.value_span, starts)
        readings = _readings(quantity, quantities[:place], people)
        yield FigureCandidate(around, tuple(readings))


def _readings(
    quantity: Quantity, before: Sequence[Quantity], people: Collection[str]
) -> Iterator[Reading]:
    """Yield a number as written, then with the units that its words may leave out."""
    yield _reading(quantity, AS_WRITTEN)
    if quantity.unit in TIMES and not quantity.per:
        daily = replace(quantity, unit=f"{quantity.unit}/day", per="day", form="rate")
        yield _reading(daily, AS_DAILY)
    if quantity.unit is None and _may_count_people(quantity, people):
        counted = replace(quantity, unit="persons", kind="people")
        yield _reading(counted, AS_PEOPLE)
    if _is_bare(quantity):
        for earlier in _units_before(before):
            if earlier.unit != quantity.unit:
                yield _reading(_like(quantity, earlier), AS_BEFORE)


def _may_count_people(quantity: Quantity, people: Collection[str]) -> bool:
    """Tell whether no noun is left, or one for people: not `the three numbers`."""
    if quantity.noun is None:
        return True
    last = quantity.noun.lower().split()[-1]
    return bool({last, last.removesuffix("s")} & set(people))


def _is_bare(quantity: Quantity) -> bool:
    return quantity.noun is None and quantity.form in ("plain", "range", "change_to")


def _units_before(before: Sequence[Quantity]) -> Iterator[Quantity]:
    """Yield the quantities named last: of money, and of anything else but people."""
    kinds: set[bool] = set()
    for quantity in reversed(before):
        is_money = quantity.kind == "money"
        known = quantity.unit is not None and quantity.kind != "people"
        if known and is_money not in kinds:
            kinds.add(is_money)
            yield quantity


def _like(quantity: Quantity, earlier: Quantity) -> Quantity:
    return replace(
        quantity,
        unit=earlier.unit,
        kind=earlier.kind,
        per=earlier.per,
        form=earlier.form if earlier.kind in ("money", "percent") else quantity.form,
    )


def _reading(quantity: Quantity, source: str) -> Reading:
    return Reading(quantity, possible_measures(quantity), source)
