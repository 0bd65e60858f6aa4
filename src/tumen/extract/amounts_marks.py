"""Read the words that bound a number: over, about, at least, or more."""

from dataclasses import dataclass

from tumen.extract.amounts_grammar import Grammar
from tumen.extract.amounts_tokens import Pieces
from tumen.records.amount import Qualifier

MOST_FILLERS = 3


@dataclass(frozen=True, slots=True)
class Mark:
    """A bound; `begin` is its first piece, or that of the number without one."""

    begin: int
    qualifier: Qualifier = Qualifier.EXACT


def mark_before(pieces: Pieces, at: int, grammar: Grammar) -> Mark:
    """Return the bound in front of a number that begins at a piece.

    Words like `the` or `only` may stand between. Of two bounds (`at least some 100`)
    the one that is not `about` holds.
    """
    place, mark = at, Mark(at)
    for _ in range(MOST_FILLERS):
        found = grammar.marks.behind(pieces, place)
        if found is not None:
            first = found[1] if mark.qualifier is Qualifier.EXACT else mark.qualifier
            chosen = found[1] if first is Qualifier.ABOUT else first
            mark, place = Mark(found[0], chosen), found[0]
            continue
        filler = grammar.fillers.behind(pieces, place)
        if filler is None:
            break
        place = filler[0]
    return mark


def mark_after(
    pieces: Pieces, at: int, grammar: Grammar
) -> tuple[int, Qualifier] | None:
    """Return the end and meaning of the bound that begins at a piece."""
    return grammar.marks_after.ahead(pieces, at)
