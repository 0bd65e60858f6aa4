"""Converted amounts: one fact in two units (`35 miles (56 km)`)."""

from dataclasses import replace

from tumen.codebook.words_numbers import UnitWords
from tumen.extract.amounts_grammar import Grammar
from tumen.extract.amounts_marks import Mark, mark_before
from tumen.extract.amounts_quantity import Quantity
from tumen.extract.amounts_terms import (
    Draft,
    Term,
    counted_behind,
    make_quantity,
    read_term,
)
from tumen.extract.amounts_tokens import Pieces
from tumen.records.amount import Qualifier

TWINNED = frozenset(
    {"money", "distance", "mass", "area", "volume", "speed", "pressure", "temperature"}
)
TWIN_MARKS = frozenset(
    {
        Qualifier.ABOUT,
        Qualifier.OVER,
        Qualifier.AT_LEAST,
        Qualifier.UP_TO,
        Qualifier.UNDER,
    }
)


def find_twin(
    pieces: Pieces, at: int, unit: UnitWords | None, grammar: Grammar
) -> tuple[Term, int] | None:
    """Return the converted amount behind an amount, and the piece behind both."""
    if unit is None or unit.kind not in TWINNED or at >= len(pieces):
        return None
    bracket = pieces[at].text in "(["
    place = at + (pieces[at].text in "([,")
    said = grammar.twins.ahead(pieces, place)
    if said is not None:
        place = said[0]
    elif not bracket:
        return None
    term = read_term(pieces, place, grammar)
    if term is None:
        return None
    other = counted_behind(pieces, term.number.end, term.sign, grammar)
    same_kind = other.unit is not None and other.unit.kind == unit.kind
    if not same_kind or other.unit is unit:
        return None
    closes = other.end < len(pieces) and pieces[other.end].text in ")],"
    return term, other.end + closes


def make_twin(
    pieces: Pieces,
    twin: tuple[Term, int],
    first: Quantity,
    ends: tuple[int, tuple[int, str] | None],
    grammar: Grammar,
    text: str,
) -> Quantity:
    """Return the second currency; it shares the bound and the rate of the first."""
    term, after = twin
    mark = mark_before(pieces, term.begin, grammar)
    if mark.qualifier is Qualifier.EXACT and first.qualifier in TWIN_MARKS:
        mark = Mark(term.begin, first.qualifier)
    counted = counted_behind(pieces, term.number.end, term.sign, grammar)
    copy = Draft(term.begin, term.number.end, mark, counted, ends[1])
    last = ends[0] if ends[0] > after else counted.end
    values = (term.number.value, None)
    found = make_quantity(pieces, copy, values, max(last, copy.end), "plain", text)
    return replace(found, twin_of=0, flags=("converted_twin",))
