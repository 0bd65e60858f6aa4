"""Rates told apart from their number: along a row, by `each room`, by a year.

`16 hours a day in summer and 13 hours in winter` are hours a day both times.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from tumen.codebook.words_numbers import NumberWords, UnitWords
from tumen.extract.amounts_grammar import PERSONS, Grammar
from tumen.extract.amounts_nouns import Counted, read_rate
from tumen.extract.amounts_quantity import Quantity
from tumen.extract.amounts_skips import looks_like_year
from tumen.extract.amounts_tokens import Pieces, cut

MOST_WORDS = 5
"""Words between two amounts of one row, at most."""

LENT = "rate_lent"
LOOK_BACK, LOOK_AHEAD = 8, 8
"""Words between a number and what it is per, at most."""


def lend_rates(
    quantities: Iterable[Quantity], words: NumberWords, text: str
) -> Iterator[Quantity]:
    """Yield the quantities; one of time without a rate takes that of the one before.

    Only a few words may stand between both, one of them a joining word, and no mark
    but a comma.
    """
    before: Quantity | None = None
    for quantity in quantities:
        if before is not None and _lends(before, quantity, words, text):
            quantity = replace(
                quantity,
                unit=before.unit,
                per=before.per,
                form=before.form if before.form == "rate" else quantity.form,
                flags=(*quantity.flags, LENT),
            )
        before = quantity
        yield quantity


def held_before(
    pieces: Pieces, at: int, unit: UnitWords, grammar: Grammar
) -> str | None:
    """Return what `each room is shared by` makes the people behind it per, else None."""
    if unit.kind != "people":
        return None
    for place in range(at - 1, max(-1, at - 1 - LOOK_BACK), -1):
        if pieces[place].kind != "word":
            return None
        each = grammar.each.ahead(pieces, place)
        what = grammar.per_what.ahead(pieces, each[0]) if each else None
        if what is not None and what[1] in grammar.holders:
            return what[1]
    return None


def held_people(pieces: Pieces, counted: Counted, grammar: Grammar) -> Counted:
    """Return a bare number before `to a room` or `per wagon` as one of people."""
    if counted.unit is not None or counted.noun is not None:
        return counted
    rate = read_rate(pieces, counted.end, grammar)
    is_held = rate is not None and rate[1] in grammar.holders
    return replace(counted, unit=PERSONS) if is_held else counted


def flow_behind(
    pieces: Pieces, value: float, counted: Counted, grammar: Grammar
) -> str | None:
    """Return what `in 2014` makes a large amount before it per, else None."""
    rule, unit = grammar.words.year_flow, counted.unit
    if rule is None or unit is None or unit.kind != rule.kind or value < rule.least:
        return None
    for place in range(counted.end, min(len(pieces) - 1, counted.end + LOOK_AHEAD)):
        if pieces[place].kind != "word":
            return None
        opening = grammar.flow_words.ahead(pieces, place)
        if opening is not None and looks_like_year(pieces, opening[0]):
            return rule.per
    return None


def _lends(giver: Quantity, taker: Quantity, words: NumberWords, text: str) -> bool:
    if giver.per is None or taker.per is not None or taker.kind != "time":
        return False
    if giver.form == "clock" or giver.unit != f"{taker.unit}/{giver.per}":
        return False
    between = cut(text, giver.span.end, taker.span.start)
    marks = {piece.text for piece in between if piece.kind == "sign"}
    said = [piece.lower for piece in between if piece.kind != "sign"]
    joins = any(word in words.row_joints for word in said)
    return joins and marks <= {","} and len(said) <= MOST_WORDS
