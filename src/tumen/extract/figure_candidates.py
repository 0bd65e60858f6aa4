"""Numbers of a page that a claim may be about, with what stands around each."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from tumen.extract.amounts import Quantity, find_amounts
from tumen.extract.elided import things_before, with_people
from tumen.extract.figure_clause import Surroundings, surroundings_of
from tumen.extract.figure_slots import SlotReader
from tumen.extract.frame import Frame
from tumen.extract.lead_in import lead_in
from tumen.extract.measures import possible_measures
from tumen.records.amount import Measure

AS_WRITTEN, AS_PEOPLE, AS_BEFORE, AS_NAMED = "written", "people", "before", "named"
AS_PERIOD, AS_AGE = "period", "age"
"""Where the unit of a reading comes from; enters the features of learned models."""

PERIODS = {
    "hours": ("day", "week"),
    "days": ("week", "month"),
    "flights": ("week",),
    "trains": ("week",),
    "buses": ("month",),
}
"""By unit: what a number of them may be per though no word says so."""
OF_MONEY = "month"
"""What money may be per when no word says so."""
BARE = ("plain", "range", "change_to")
"""Forms of a number that may lack its unit."""
TOLD = frozenset({"temperature"})
"""Kinds of units that a number tells without their words (`it was minus 20`)."""
AGES = (14, 80)
"""Bare numbers between these may be ages."""


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
        if quantity.noun is None:
            around = replace(around, lead=lead_in(frame.analysis, around.sentence))
        readings = _readings(frame, quantity, quantities[:place], people)
        yield FigureCandidate(around, tuple(readings))


def _readings(
    frame: Frame,
    quantity: Quantity,
    before: Sequence[Quantity],
    people: Collection[str],
) -> Iterator[Reading]:
    """Yield a number as written, then with the units that its words may leave out."""
    yield _reading(quantity, AS_WRITTEN)
    yield from _by_period(quantity, AS_PERIOD)
    if quantity.unit is None and _may_count_people(quantity, people):
        counted = replace(quantity, unit="persons", kind="people")
        yield _reading(counted, AS_PEOPLE)
    if not _is_bare(quantity):
        return
    for earlier in _units_before(before):
        if earlier.unit != quantity.unit:
            again = _like(quantity, earlier)
            yield _reading(again, AS_BEFORE)
            yield from _by_period(again, f"{AS_BEFORE}+{AS_PERIOD}")
    for unit in things_before(frame, quantity):
        if unit != quantity.unit and all(unit != b.unit for b in before[-1:]):
            yield _reading(replace(quantity, unit=unit, kind="thing"), AS_NAMED)
    if _may_be_age(frame, quantity):
        yield _reading(replace(quantity, unit="years", form="age"), AS_AGE)


def _may_be_age(frame: Frame, quantity: Quantity) -> bool:
    """Tell whether a bare number stands beside words for young and old."""
    value = quantity.best or quantity.low
    if value is None or not AGES[0] <= value <= AGES[1]:
        return False
    sentence = frame.analysis.sentence_at(quantity.span.start)
    hints = frame.language.numbers.age_hints
    return any(token.lower in hints for token in frame.analysis.words(sentence))


def _by_period(quantity: Quantity, source: str) -> Iterator[Reading]:
    """Yield a number of hours, days or money as one per day, week or month."""
    if quantity.per or quantity.unit is None:
        return
    is_money = quantity.kind == "money"
    for per in (OF_MONEY,) if is_money else PERIODS.get(quantity.unit, ()):
        form = quantity.form if is_money else "rate"
        unit = f"{quantity.unit}/{per}"
        yield _reading(replace(quantity, unit=unit, per=per, form=form), source)


def _may_count_people(quantity: Quantity, people: Collection[str]) -> bool:
    """Tell whether no noun is left, or one for people: not `the three numbers`."""
    if quantity.noun is None:
        return True
    last = quantity.noun.lower().split()[-1]
    return bool({last, last.removesuffix("s")} & set(people))


def _is_bare(quantity: Quantity) -> bool:
    """Tell whether a number stands without a noun; it may have a period (`100 a week`)."""
    if quantity.kind in TOLD:
        return False
    is_rate = quantity.unit is None and quantity.form == "rate"
    return quantity.noun is None and (quantity.form in BARE or is_rate)


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
    """Return a bare number with the unit of an earlier one, and with its own period."""
    per = quantity.per or earlier.per
    name = (earlier.unit or "").partition("/")[0]
    return replace(
        quantity,
        unit=f"{name}/{per}" if per else name,
        kind=earlier.kind,
        per=per,
        form=earlier.form if earlier.kind in ("money", "percent") else quantity.form,
    )


def _reading(quantity: Quantity, source: str) -> Reading:
    return Reading(quantity, possible_measures(quantity), source)
