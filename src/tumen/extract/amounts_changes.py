"""Numbers that tell by how much something rose or fell: `fell by 40`, `up 3 percent`."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from tumen.extract.amounts_grammar import FALL, RISE, Grammar
from tumen.extract.amounts_quantity import Quantity
from tumen.extract.amounts_tokens import Pieces, cut

CHANGES = frozenset({RISE, FALL})


def direction_before(pieces: Pieces, at: int, grammar: Grammar) -> tuple[str, ...]:
    """Return the flag of a change told right before piece `at`, none without one."""
    gap = grammar.change_gaps.behind(pieces, at)
    found = grammar.directions.behind(pieces, gap[0] if gap else at)
    return (found[1],) if found else ()


def lend_changes(
    quantities: Iterable[Quantity], grammar: Grammar, text: str
) -> Iterator[Quantity]:
    """Yield the quantities; a second way to tell a change is the same change.

    `Down 190 points, or 2 percent`, `up by 30 men (5 percent)`.
    """
    before: Quantity | None = None
    for quantity in quantities:
        if before is not None and _same_change(before, quantity, grammar, text):
            lent = tuple(flag for flag in before.flags if flag in CHANGES)
            quantity = replace(quantity, flags=(*quantity.flags, *lent))
        before = quantity
        yield quantity


def _same_change(giver: Quantity, taker: Quantity, grammar: Grammar, text: str) -> bool:
    if not CHANGES & set(giver.flags) or CHANGES & set(taker.flags):
        return False
    noun = giver.noun_span.end if giver.noun_span else 0
    begin = max(giver.span.end, noun)
    said = [piece.lower for piece in cut(text, begin, taker.span.start)]
    return " ".join(said) in grammar.words.change_row
