"""A part and its whole: two figures, or a share in small numbers."""

from dataclasses import replace

from tumen.extract.amounts_grammar import Grammar
from tumen.extract.amounts_marks import mark_before
from tumen.extract.amounts_nouns import Counted
from tumen.extract.amounts_quantity import Quantity, Reading, bounded, span_of
from tumen.extract.amounts_skips import is_year
from tumen.extract.amounts_terms import Draft, Term, counted_behind, make_quantity
from tumen.extract.amounts_tokens import Pieces
from tumen.extract.amounts_words import noun_text
from tumen.extract.number_words import Number, read_number

SMALL_WHOLE = 10.0
ONES_WHOLE = 100.0
"""Largest whole of which a written `one` is a share: `one in twenty`."""


def read_part(
    pieces: Pieces, term: Term, counted: Counted, grammar: Grammar, text: str
) -> Reading | None:
    """Read `140 of 176 workers` as two figures, `one in three` as a share."""
    number = term.number
    for end in {number.end, counted.end}:
        shares = grammar.out_of.ahead(pieces, end)
        whole = read_number(pieces, shares[0], grammar) if shares else None
        is_one = number.value == 1 and not number.digits
        largest = ONES_WHOLE if is_one else SMALL_WHOLE
        if whole is None or not number.value < whole.value <= largest:
            continue
        behind = counted_behind(pieces, whole.end, None, grammar)
        if end == number.end or behind.noun is None:
            thing = behind if end == number.end else counted
            return _share_of(pieces, term, whole, thing, text, grammar)
    joint = grammar.part_of.ahead(pieces, number.end)
    whole = read_number(pieces, joint[0], grammar) if joint else None
    if whole is None or number.value in (1, whole.value) or number.value > whole.value:
        return None
    behind = counted_behind(pieces, whole.end, None, grammar)
    if is_year(pieces, whole, behind, marked=False, grammar=grammar):
        return None
    if whole.value == SMALL_WHOLE and behind.unit is None and behind.noun is None:
        # `Seven of ten paid` is a share, `two of nine were caught` are counts.
        return _share_of(pieces, term, whole, behind, text, grammar)
    part = Draft(
        term.begin, number.end, mark_before(pieces, term.begin, grammar), behind
    )
    full = Draft(
        whole.begin, whole.end, mark_before(pieces, whole.begin, grammar), behind
    )
    end = max(whole.end, behind.end if behind.unit else 0)
    first = make_quantity(pieces, part, (number.value, None), number.end, "plain", text)
    second = make_quantity(pieces, full, (whole.value, None), end, "plain", text)
    return Reading(
        end, (replace(first, flags=("part",)), replace(second, flags=("whole",)))
    )


def _share_of(
    pieces: Pieces,
    term: Term,
    whole: Number,
    counted: Counted,
    text: str,
    grammar: Grammar,
) -> Reading:
    mark = mark_before(pieces, term.begin, grammar)
    low, best, high = bounded(mark.qualifier, 100 * term.number.value / whole.value)
    quantity = Quantity(
        span=span_of(pieces, mark.begin, whole.end),
        value_span=span_of(pieces, term.begin, whole.end),
        low=low,
        best=best,
        high=high,
        qualifier=mark.qualifier,
        unit="percent",
        kind="percent",
        noun=noun_text(pieces, counted, text),
        noun_span=span_of(pieces, *counted.noun) if counted.noun else None,
        form="share_words",
    )
    return Reading(whole.end, (quantity,))
