"""Tell where a written `one` counts people or things: by their fate, and in a row."""

from tumen.extract.amounts_grammar import PERSONS, Grammar
from tumen.extract.amounts_tokens import Pieces
from tumen.extract.number_words import Number

ROW_BACK = 8
"""Pieces before a `one` among which the number stands that it goes on from."""
JOINS = ",;("
ENDS = ".,;:)!?"
"""Signs that end a phrase."""


def one_is_told(pieces: Pieces, number: Number, grammar: Grammar) -> bool:
    """Tell whether a written `one` counts though nothing measured stands behind it.

    So it does before what became of a person (`one of them died`, `one labourer was
    caught`) and behind another number in the same words (`two in Doha and one in
    Lusail`, `two Koreans and one Indonesian`).
    """
    before = pieces[number.begin - 1].lower if number.begin else ""
    if number.digits or number.value != 1 or before in grammar.words.not_one:
        return False
    return (
        _has_fate(pieces, number.end, grammar)
        or _is_led(pieces, number, grammar)
        or _is_compared(pieces, number, grammar)
        or _goes_on(pieces, number, grammar)
    )


def _has_fate(pieces: Pieces, at: int, grammar: Grammar) -> bool:
    tail = grammar.told_by.ahead(pieces, at)
    noun = grammar.units.ahead(pieces, at)
    if tail is not None:
        at = tail[0]
    elif noun is not None and noun[1] is PERSONS:
        at = noun[0]
    return grammar.one_fates.ahead(pieces, at) is not None


def _is_led(pieces: Pieces, number: Number, grammar: Grammar) -> bool:
    """Tell whether one person stands behind words of a toll (`a blast killed one man`)."""
    if grammar.one_leads.behind(pieces, number.begin) is None:
        return False
    noun = grammar.units.ahead(pieces, number.end)
    is_person = noun is not None and noun[1] is PERSONS
    return is_person or _is_name(pieces, number.end)


def _is_compared(pieces: Pieces, number: Number, grammar: Grammar) -> bool:
    """Tell whether it ends a phrase behind words of counting (`up from one`)."""
    if grammar.one_counts.behind(pieces, number.begin) is None:
        return False
    if number.end >= len(pieces) or pieces[number.end].text in ENDS:
        return True
    return pieces[number.end].lower in grammar.stops


def _goes_on(pieces: Pieces, number: Number, grammar: Grammar) -> bool:
    """Tell whether a number before it has the same word behind it."""
    at, end = number.begin, number.end
    if not at or end >= len(pieces):
        return False
    is_name = _is_name(pieces, end)
    joined = pieces[at - 1].text in JOINS or pieces[at - 1].lower in grammar.joints
    if not joined or not (is_name or pieces[end].lower in grammar.words.one_rows):
        return False
    return any(
        _follows_number(pieces, place, grammar)
        for place in range(max(1, at - ROW_BACK), at)
        if (
            _is_name(pieces, place)
            if is_name
            else pieces[place].lower == pieces[end].lower
        )
    )


def _is_name(pieces: Pieces, at: int) -> bool:
    """Tell whether a word is written as a name is: `one Indonesian`."""
    if at >= len(pieces) or pieces[at].kind != "word":
        return False
    return pieces[at].text.istitle()


def _follows_number(pieces: Pieces, at: int, grammar: Grammar) -> bool:
    """Tell whether a number stands before a place, or before the word before it."""
    known = (grammar.words.ones, grammar.words.tens)
    return any(
        piece.kind == "number" or any(piece.lower in table for table in known)
        for piece in pieces[max(0, at - 2) : at]
    )
