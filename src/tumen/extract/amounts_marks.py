"""Read the words that bound a number: over, about, at least, or more."""

from dataclasses import dataclass

from tumen.extract.amounts_grammar import Grammar
from tumen.extract.amounts_tokens import Pieces
from tumen.records.amount import Qualifier

MOST_FILLERS = 3
DENIED_WITHIN = 6
"""Words between a denial and the bound it turns round, at most."""

TURNED = {
    Qualifier.OVER: Qualifier.UP_TO,
    Qualifier.UNDER: Qualifier.AT_LEAST,
}


@dataclass(frozen=True, slots=True)
class Mark:
    """A bound; `begin` is its first piece, or that of the number without one."""

    begin: int
    qualifier: Qualifier = Qualifier.EXACT


def mark_before(pieces: Pieces, at: int, grammar: Grammar) -> Mark:
    """Return the bound in front of a number that begins at a piece.

    Words like `the` or `only` may stand between. Of two bounds (`at least some 100`)
    the one that is not `about` holds. Words listed as exact end like a bound and are
    none (`handed over 300`). A denial before it turns it round (`has never
    had more than 100`).
    """
    place, mark = at, Mark(at)
    for _ in range(MOST_FILLERS):
        found = grammar.marks.behind(pieces, place)
        if found is not None and found[1] is Qualifier.EXACT:
            break
        if found is not None:
            first = found[1] if mark.qualifier is Qualifier.EXACT else mark.qualifier
            chosen = found[1] if first is Qualifier.ABOUT else first
            mark, place = Mark(found[0], chosen), found[0]
            continue
        filler = grammar.fillers.behind(pieces, place)
        if filler is None:
            break
        place = filler[0]
    return _denied(pieces, mark, grammar)


def _denied(pieces: Pieces, mark: Mark, grammar: Grammar) -> Mark:
    """Return the bound turned round by a denial shortly before it, else the bound.

    Only listed words may stand between: who `has not paid more than 100 men` may owe
    more than 100 of them.
    """
    turned = TURNED.get(mark.qualifier)
    if turned is None:
        return mark
    for denials, between in grammar.denials:
        place = mark.begin
        for _ in range(DENIED_WITHIN):
            found = denials.behind(pieces, place)
            if found is not None:
                return Mark(found[0], turned)
            if not place > 0 or pieces[place - 1].lower not in between:
                break
            place -= 1
    return mark


def mark_after(
    pieces: Pieces, at: int, grammar: Grammar
) -> tuple[int, Qualifier] | None:
    """Return the end and meaning of the bound that begins at a piece."""
    return grammar.marks_after.ahead(pieces, at)


def mark_at_end(pieces: Pieces, at: int, grammar: Grammar) -> Qualifier | None:
    """Return the bound behind the thing counted (`50 men at most`), else None.

    It is one only at the end of a phrase: `60 men, at least 20 ...` is not. Behind a
    comma (`60 men, give or take`) a sign has to follow.
    """
    behind_comma = at < len(pieces) and pieces[at].text == ","
    found = mark_after(pieces, at + behind_comma, grammar)
    if found is None:
        return None
    end, qualifier = found
    ends = end >= len(pieces) or pieces[end].kind == "sign"
    goes_on = not (ends or behind_comma) and pieces[end].lower in grammar.stops
    return qualifier if ends or goes_on else None
