"""How often trains, buses and flights go: `the train runs twice a week`."""

from tumen.extract.amounts_grammar import Grammar
from tumen.extract.amounts_marks import mark_before
from tumen.extract.amounts_nouns import read_rate
from tumen.extract.amounts_quantity import Quantity, Reading, bounded, span_of
from tumen.extract.amounts_tokens import Pieces
from tumen.extract.number_words import read_number

AROUND = 10
"""Pieces on either side among which a thing stands that goes so often."""
ENDS = ".!?;"


def read_repeat(pieces: Pieces, at: int, grammar: Grammar, text: str) -> Reading | None:
    """Read `twice a week` beside a word for trains as two trains a week, else None."""
    found = _times(pieces, at, grammar)
    rate = read_rate(pieces, found[0], grammar) if found else None
    if found is None or rate is None:
        return None
    thing = _thing_near(pieces, at, rate[0], grammar)
    if thing is None:
        return None
    mark = mark_before(pieces, at, grammar)
    low, best, high = bounded(mark.qualifier, found[1])
    quantity = Quantity(
        span=span_of(pieces, mark.begin, rate[0]),
        value_span=span_of(pieces, at, found[0]),
        low=low,
        best=best,
        high=high,
        qualifier=mark.qualifier,
        unit=f"{thing}/{rate[1]}",
        kind="thing",
        form="rate",
        per=rate[1],
    )
    return Reading(rate[0], (quantity,))


def _times(pieces: Pieces, at: int, grammar: Grammar) -> tuple[int, float] | None:
    """Return the end and value of `twice` or `three times`."""
    repeat = grammar.repeats.ahead(pieces, at)
    if repeat is not None:
        return repeat
    number = read_number(pieces, at, grammar)
    unit = grammar.units.ahead(pieces, number.end) if number else None
    if number is None or unit is None or unit[1].kind != "times":
        return None
    return unit[0], number.value


def _thing_near(pieces: Pieces, at: int, end: int, grammar: Grammar) -> str | None:
    """Return the unit of the nearest thing that goes, before or behind in its clause.

    Before it some word says that the thing goes: `searched the bus twice` is no ride.
    """
    before = range(at - 2, max(-1, at - 1 - AROUND), -1)
    behind = range(end, min(len(pieces), end + AROUND))
    for places in (before, behind):
        for place in places:
            if pieces[place].text in ENDS or pieces[place].lower in grammar.joints:
                break
            thing = grammar.goers.get(pieces[place].lower)
            if thing is not None:
                return thing
    return None
