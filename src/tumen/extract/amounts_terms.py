"""A number with its sign of money, and the quantity made of it."""

from dataclasses import dataclass, replace

from tumen.codebook.words_numbers import UnitWords
from tumen.extract.amounts_grammar import Grammar
from tumen.extract.amounts_marks import Mark
from tumen.extract.amounts_nouns import Counted, read_counted, skip_links
from tumen.extract.amounts_quantity import Quantity, bounded, span_of
from tumen.extract.amounts_tokens import Pieces, is_glued
from tumen.extract.amounts_words import noun_text
from tumen.extract.number_words import Number, read_number

BELOW = frozenset({"temperature", "percent"})
"""Kinds of units that may lie below zero."""
COLDEST = 70
"""Degrees below zero, at most."""
PARTED = frozenset({"people", "thing"})
"""Kinds of which a number may count a part."""


@dataclass(frozen=True, slots=True)
class Term:
    """A number with the sign of money in front of it, if any; `begin` counts it."""

    begin: int
    number: Number
    sign: UnitWords | None = None


def read_term(
    pieces: Pieces, at: int, grammar: Grammar, *, second: bool = False
) -> Term | None:
    """Return the number that begins at a piece, with its sign, else None."""
    sign = grammar.signs.ahead(pieces, at)
    if sign is not None and not all(
        is_glued(pieces, k) for k in range(at + 1, sign[0])
    ):
        return None
    place = sign[0] if sign else at
    number = read_number(pieces, place, grammar, signed=sign is not None, second=second)
    if number is None:
        return None
    return Term(at, number, sign[1] if sign else None)


def read_minus(
    pieces: Pieces, term: Term, counted: Counted, grammar: Grammar
) -> tuple[Term, Counted]:
    """Return both with the value below zero where words or a sign say so.

    A dash before digits is a sign only before a unit that may lie below zero.
    """
    unit = counted.unit
    kind = unit.kind if unit else None
    below = grammar.below.ahead(pieces, counted.end) if kind in BELOW else None
    if below is not None:
        less = replace(term.number, value=-term.number.value)
        return replace(term, number=less), replace(counted, end=below[0])
    minus = grammar.minus.behind(pieces, term.begin)
    if minus is None:
        return _cold(pieces, term, counted, grammar)
    is_dash = pieces[minus[0]].kind == "sign"
    if is_dash and not (kind in BELOW and _is_sign(pieces, minus[0])):
        return term, counted
    bare = unit is None and counted.noun is None and term.sign is None
    if bare and term.number.value > COLDEST:
        # `40,000, minus 6,000 for food` tells what is taken off.
        return term, counted
    less = replace(term.number, value=-term.number.value)
    counted = replace(counted, unit=grammar.degrees) if bare else counted
    return replace(term, begin=minus[0], number=less), counted


def _cold(
    pieces: Pieces, term: Term, counted: Counted, grammar: Grammar
) -> tuple[Term, Counted]:
    """Return `it was 20 below` in degrees; `20 below the plan` stays as it is."""
    tail = grammar.cold_tails.ahead(pieces, term.number.end)
    if tail is None or counted.unit is not None or term.number.value > COLDEST:
        return term, counted
    ends = tail[0] >= len(pieces) or pieces[tail[0]].kind == "sign"
    if not (ends or pieces[tail[0]].lower in grammar.cold_ends):
        return term, counted
    less = replace(term.number, value=-term.number.value)
    return replace(term, number=less), Counted(tail[0], grammar.degrees)


def _is_sign(pieces: Pieces, at: int) -> bool:
    """Tell whether a dash belongs to the number behind it and to nothing before it."""
    hangs = is_glued(pieces, at) and pieces[at - 1].text not in "(["
    return is_glued(pieces, at + 1) and not hangs


def counted_behind(
    pieces: Pieces, at: int, sign: UnitWords | None, grammar: Grammar
) -> Counted:
    """Return what stands behind the number; a sign of money settles the unit."""
    if sign is None:
        behind = grammar.signs.ahead(pieces, at) if is_glued(pieces, at) else None
        if behind is not None and not pieces[at].text.isalpha():
            return Counted(behind[0], behind[1])
        return _counted_of(pieces, at, grammar) or read_counted(pieces, at, grammar)
    word = grammar.units.ahead(pieces, at)
    return Counted(word[0] if word and word[1].kind == "money" else at, sign)


def _counted_of(pieces: Pieces, at: int, grammar: Grammar) -> Counted | None:
    """Return the people or things a number is a part of (`40 of the loggers`)."""
    if grammar.wholes.ahead(pieces, at) is None:
        return None
    counted = read_counted(pieces, skip_links(pieces, at, grammar), grammar)
    kind = counted.unit.kind if counted.unit else None
    is_noun = kind is None and counted.noun is not None
    return counted if is_noun or kind in PARTED else None


@dataclass(frozen=True, slots=True)
class Draft:
    """A value from piece `begin` to `end` before it becomes a quantity."""

    begin: int
    end: int
    mark: Mark
    counted: Counted
    rate: tuple[int, str] | None = None


def make_quantity(
    pieces: Pieces,
    draft: Draft,
    values: tuple[float, float | None],
    end: int,
    form: str,
    text: str,
) -> Quantity:
    """Return the quantity of a draft whose last piece is before `end`."""
    counted, per = draft.counted, draft.rate[1] if draft.rate else None
    unit, kind = counted.unit, counted.unit.kind if counted.unit else None
    low, best, high = bounded(draft.mark.qualifier, *values)
    name = unit.name if unit else None
    return Quantity(
        span=span_of(pieces, draft.mark.begin, end),
        value_span=span_of(pieces, draft.begin, draft.end),
        low=low,
        best=best,
        high=high,
        qualifier=draft.mark.qualifier,
        unit=f"{name}/{per}" if name and per else name,
        kind=kind,
        noun=noun_text(pieces, counted, text),
        noun_span=span_of(pieces, *counted.noun) if counted.noun else None,
        form=_form(form, kind, per),
        per=per,
        flags=("joined",) if counted.joined else (),
    )


def _form(form: str, kind: str | None, per: str | None) -> str:
    if form != "plain" and form != "range":
        return form
    if kind in ("money", "percent"):
        return "money" if kind == "money" else "share"
    return "rate" if per else form
