"""Numbers of a page that a claim may be about, with what stands around each."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from tumen.codebook.words_numbers import NumberWords
from tumen.extract.amounts import Quantity, find_amounts
from tumen.extract.amounts_grammar import PERSONS
from tumen.extract.elided import things_before, with_people
from tumen.extract.figure_clause import Surroundings, surroundings_of
from tumen.extract.figure_slots import SlotReader
from tumen.extract.figure_units import holder_near, noun_unit, periods_of
from tumen.extract.frame import Frame
from tumen.extract.lead_in import lead_in
from tumen.extract.measures import possible_measures
from tumen.extract.row_labels import counted_in_row
from tumen.records.amount import Measure

AS_WRITTEN, AS_PEOPLE, AS_BEFORE, AS_NAMED = "written", "people", "before", "named"
AS_PERIOD, AS_AGE, AS_OLD = "period", "age", "old"
AS_OTHER, AS_BEHIND = "other", "behind"
AS_NOUN, AS_TIMES = "noun", "times"
"""Where the unit of a reading comes from; enters the features of learned models."""

BARE = ("plain", "range", "change_to")
"""Forms of a number that may lack its unit."""
TOLD = frozenset({"temperature"})
"""Kinds of units that a number tells without their words (`it was minus 20`)."""
TIMES = "times"
"""Kind of a number that tells how often or by what factor."""
THING, CURRENCIES = "thing", 2
"""How many currencies are looked for before a bare number."""
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
    quantities: list[Quantity] = []
    for paragraph in frame.analysis.paragraphs:
        for found in find_amounts(
            frame.document.text, paragraph.start, paragraph.end, words
        ):
            before = quantities[-1] if quantities else None
            found = counted_in_row(found, frame)
            quantities.append(with_people(found, frame, reader.people, before))
    starts = frozenset(quantity.span.start for quantity in quantities)
    for place, quantity in enumerate(quantities):
        around = surroundings_of(frame, quantity.span, quantity.value_span, starts)
        noun = quantity.noun_span
        if noun is None or noun.end <= around.sentence.span.start:
            around = replace(around, lead=lead_in(frame.analysis, around.sentence))
        others = quantities[:place], quantities[place + 1 :]
        readings = _readings(frame, quantity, *others)
        yield FigureCandidate(around, tuple(readings))


def _readings(
    frame: Frame,
    quantity: Quantity,
    before: Sequence[Quantity],
    behind: Sequence[Quantity],
) -> Iterator[Reading]:
    """Yield a number as written, then with the units that its words may leave out."""
    people = frame.language.voices.sources.persons
    papers = frame.language.voices.papers
    words = frame.language.numbers
    yield _reading(quantity, AS_WRITTEN)
    yield from _by_period(quantity, words, AS_PERIOD)
    yield from _by_noun(quantity, words, AS_NOUN)
    yield from _held(frame, quantity)
    if quantity.kind == TIMES:
        yield from _of_times(frame, quantity)
    if quantity.unit is None and _may_count_people(quantity, people):
        counted = replace(quantity, unit="persons", kind="people")
        yield _reading(counted, AS_PEOPLE)
    elif quantity.unit is None or _is_elided(quantity, papers):
        # `Six escapes`, `six new faces`, `of those, 16 hold passports`.
        counted = replace(quantity, unit="persons", kind="people")
        yield _reading(counted, AS_OTHER)
    if _is_bare(quantity):
        yield from _bare(frame, quantity, before, behind)


def _is_elided(quantity: Quantity, papers: Collection[str]) -> bool:
    """Tell whether a bare number counts papers only because they were named before."""
    return quantity.noun is None and quantity.unit in papers


def _bare(
    frame: Frame,
    quantity: Quantity,
    before: Sequence[Quantity],
    behind: Sequence[Quantity],
) -> Iterator[Reading]:
    """Yield a bare number with the units that the words around it name."""
    words = frame.language.numbers
    around = [(AS_BEFORE, found) for found in _units_before(before)]
    around += [(AS_BEHIND, found) for found in _money_behind(before, behind)]
    for source, named in around:
        if named.unit != quantity.unit:
            again = _like(quantity, named)
            yield _reading(again, source)
            yield from _by_period(again, words, f"{source}+{AS_PERIOD}")
    for noun in _nouns_before(before, words):
        whole = f"{noun}/{quantity.per}" if quantity.per else noun
        again = replace(quantity, unit=whole, kind="thing")
        yield _reading(again, f"{AS_NOUN}+{AS_BEFORE}")
    for unit in things_before(frame, quantity):
        if unit != quantity.unit and all(unit != b.unit for b in before[-1:]):
            whole = f"{unit}/{quantity.per}" if quantity.per else unit
            yield _reading(replace(quantity, unit=whole, kind="thing"), AS_NAMED)
    value = quantity.best or quantity.low
    if value is not None and AGES[0] <= value <= AGES[1]:
        source = AS_AGE if _tells_ages(frame, quantity) else AS_OLD
        yield _reading(replace(quantity, unit="years", form="age"), source)


def _tells_ages(frame: Frame, quantity: Quantity) -> bool:
    """Tell whether a number stands beside words for young and old."""
    sentence = frame.analysis.sentence_at(quantity.span.start)
    hints = frame.language.numbers.age_hints
    return any(token.lower in hints for token in frame.analysis.words(sentence))


def _by_period(
    quantity: Quantity, words: NumberWords, source: str
) -> Iterator[Reading]:
    """Yield a number of hours, days or money as one per day, week or month."""
    is_money = quantity.kind == "money"
    base = (quantity.unit or "").partition("/")[0]
    for per in periods_of(quantity, words):
        form = quantity.form if is_money else "rate"
        again = replace(quantity, unit=f"{base}/{per}", per=per, form=form)
        yield _reading(again, source)


def _by_noun(quantity: Quantity, words: NumberWords, source: str) -> Iterator[Reading]:
    """Yield a number with its noun as the unit."""
    unit = noun_unit(quantity, words)
    if unit is not None:
        yield _reading(replace(quantity, unit=unit, kind="thing"), source)


def _held(frame: Frame, quantity: Quantity) -> Iterator[Reading]:
    """Yield a number of people as one per room, wagon or hut that they share."""
    per = holder_near(frame, quantity)
    if per is not None:
        unit = f"{PERSONS.name}/{per}"
        again = replace(quantity, unit=unit, kind="people", per=per, form="rate")
        yield _reading(again, AS_PERIOD)


def _of_times(frame: Frame, quantity: Quantity) -> Iterator[Reading]:
    """Yield `entered 900 times` as a number of trips, or of what was named before."""
    trips = frame.language.numbers.times_unit
    named = (*things_before(frame, quantity), *((trips,) if trips else ()))
    for unit in dict.fromkeys(named):
        whole = f"{unit}/{quantity.per}" if quantity.per else unit
        yield _reading(replace(quantity, unit=whole, kind="thing"), AS_TIMES)


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
    """Yield the quantities named last: of two currencies, and of one other thing.

    People are left out: every bare number may count them.
    """
    found: set[str] = set()
    money = 0
    for quantity in reversed(before):
        if quantity.unit is None or quantity.kind == "people":
            continue
        is_money = quantity.kind == "money"
        kind = quantity.unit.partition("/")[0] if is_money else THING
        if kind not in found and not (is_money and money == CURRENCIES):
            found.add(kind)
            money += is_money
            yield quantity


def _nouns_before(before: Sequence[Quantity], words: NumberWords) -> Iterator[str]:
    """Yield the noun that the last number with one counts, without its period."""
    for quantity in reversed(before):
        noun = noun_unit(quantity, words)
        if noun is not None:
            yield noun.partition("/")[0]
            return


def _money_behind(
    before: Sequence[Quantity], behind: Sequence[Quantity]
) -> Iterator[Quantity]:
    """Yield the next quantity of money where none stands before."""
    if not any(quantity.kind == "money" for quantity in before):
        yield from [q for q in behind if q.kind == "money"][:1]


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
