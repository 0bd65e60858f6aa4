"""Put together what writing takes apart: grouped digits, abbreviations, codes.

`13 221` is one number, the point of `mln.` ends no sentence, and a row of digit groups
that is no number (a telephone) is one sign.
"""

from collections.abc import Iterator

from tumen.extract.amounts_grammar import Grammar
from tumen.extract.amounts_tokens import Piece, Pieces, is_glued

GROUP = 3
"""Digits of a group, and most digits before the first one."""

CODE_GROUPS = 4
"""A row of so many digit groups that are no one number is a code."""

JOINERS = "-–/:#.+"


def join_pieces(pieces: Pieces, grammar: Grammar, text: str) -> Pieces:
    """Return the pieces of `text` with groups joined and points of words left out."""
    return tuple(_joined(pieces, grammar, text))


def _joined(pieces: Pieces, grammar: Grammar, text: str) -> Iterator[Piece]:
    at = 0
    while at < len(pieces):
        end = _row_end(pieces, at, text) if pieces[at].kind == "number" else at + 1
        if _is_group(pieces, at, end, grammar):
            yield _one(pieces, at, end, "number", text)
        elif _is_code(pieces, at, end):
            yield _one(pieces, at, end, "sign", text)
        else:
            end = at + 1
            if not _ends_abbreviation(pieces, at, grammar):
                yield pieces[at]
        at = end


def _one(pieces: Pieces, at: int, end: int, kind: str, text: str) -> Piece:
    if end == at + 1:
        return pieces[at]
    start, stop = pieces[at].start, pieces[end - 1].end
    written = text[start:stop]
    return Piece(written, written.lower(), start, stop, kind)


def _row_end(pieces: Pieces, at: int, text: str) -> int:
    """Return the place behind numbers that only single spaces part."""
    end = at + 1
    while end < len(pieces) and pieces[end].kind == "number":
        if text[pieces[end - 1].end : pieces[end].start] != " ":
            break
        end += 1
    return end


def _is_group(pieces: Pieces, at: int, end: int, grammar: Grammar) -> bool:
    first = pieces[at].text
    if end - at < 2 or len(first) > GROUP or not first.isdigit() or first[0] == "0":
        return False
    *middle, last = (piece.text for piece in pieces[at + 1 : end])
    whole, _, rest = last.partition(grammar.words.decimal_mark)
    groups = [*middle, whole, *([] if not rest else ["000"])]
    if any(len(group) != GROUP or not group.isdigit() for group in groups):
        return False
    return not _belongs_before(pieces, at, grammar)


def _belongs_before(pieces: Pieces, at: int, grammar: Grammar) -> bool:
    """Tell whether the first digits go with what stands before: a day, a code."""
    before = at - 1
    if before < 0:
        return False
    is_month = pieces[before].is_capital and pieces[before].lower in grammar.dates
    if is_month or grammar.numbering.behind(pieces, at):
        return True
    if not is_glued(pieces, at):
        return False
    is_range = pieces[before].text in "-–" and before > 0
    in_code = pieces[before].text in JOINERS or pieces[before].kind == "word"
    return in_code and not (is_range and pieces[before - 1].kind == "number")


def _is_code(pieces: Pieces, at: int, end: int) -> bool:
    """Tell whether a row of digit groups is a telephone or the like."""
    dialled = is_glued(pieces, at) and pieces[at - 1].text == "+"
    return end - at >= (2 if dialled else CODE_GROUPS) and len(pieces[at].text) <= GROUP


def _ends_abbreviation(pieces: Pieces, at: int, grammar: Grammar) -> bool:
    """Tell whether a piece is the point of `mln.` and not the end of a sentence."""
    if pieces[at].text != "." or not is_glued(pieces, at) or at + 1 >= len(pieces):
        return False
    known = pieces[at - 1].lower in grammar.words.abbreviations
    return known and not pieces[at + 1].is_capital
