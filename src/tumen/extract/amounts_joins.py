"""Two numbers joined: a range (`four to five`) or a change (`from 34,000 to 11,000`)."""

from dataclasses import dataclass, replace

from tumen.codebook.words_numbers import Range, UnitWords
from tumen.extract.amounts_grammar import Grammar
from tumen.extract.amounts_marks import Mark, mark_before
from tumen.extract.amounts_nouns import RATED, Counted
from tumen.extract.amounts_skips import date_end, looks_like_year
from tumen.extract.amounts_tokens import Phrases, Pieces, is_glued
from tumen.extract.number_words import Number, read_number
from tumen.records.amount import Qualifier

CHANGE_WITHIN = 8
STEPS = (1000, 100, 10, 1)
"""By how much a number exceeds the one it follows, the coarsest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two numbers that belong together.

    Args:
        begin: first piece, the opening word included.
        low: the first number, with the scale of the second where it has none.
        second: the second number; `sign` and `unit` stand at either.
        is_change: True for two figures, a before and an after.
        is_nothing: True for years and dates.
    """

    begin: int
    low: float
    second: Number
    sign: UnitWords | None
    unit: UnitWords | None
    is_change: bool
    is_nothing: bool
    first_mark: Mark
    second_mark: Mark


def read_pair(
    pieces: Pieces, begin: int, first: Number, counted: Counted, grammar: Grammar
) -> Pair | None:
    """Return the pair whose first number begins at piece `begin`, else None."""
    ends = (first.end,) if counted.unit is None else (first.end, counted.end)
    for join in grammar.joins:
        for end in ends:
            pair = _joined(pieces, (begin, end), first, join, counted, grammar)
            if pair is not None:
                return pair
    return None


def _joined(
    pieces: Pieces,
    place: tuple[int, int],
    first: Number,
    join: tuple[Phrases[str], Phrases[str], Range],
    counted: Counted,
    grammar: Grammar,
) -> Pair | None:
    opening, between, rule = join
    joint = between.ahead(pieces, place[1])
    mark = mark_before(pieces, place[0], grammar)
    opened = opening.behind(pieces, mark.begin)
    if joint is None or (rule.before and opened is None):
        return None
    mark_ahead = grammar.marks.ahead(pieces, joint[0])
    at = mark_ahead[0] if mark_ahead else joint[0]
    sign = grammar.signs.ahead(pieces, at)
    second = read_number(
        pieces, sign[0] if sign else at, grammar, signed=sign is not None, second=True
    )
    if second is None or _is_dated(pieces, first, second, grammar):
        return None
    behind_unit = place[1] != first.end and not rule.before
    unit = sign or grammar.units.ahead(pieces, second.end)
    if behind_unit and (unit is None or unit[1] is not counted.unit):
        return None
    if rule.neighbours and (unit is None or unit[1].kind not in RATED):
        # `killed 12, 13 wounded` are two counts.
        return None
    qualifier = mark_ahead[1] if mark_ahead else Qualifier.EXACT
    pair = Pair(
        begin=opened[0] if opened else mark.begin,
        low=_scaled(first, second),
        second=second,
        sign=sign[1] if sign else None,
        unit=counted.unit,
        is_change=False,
        is_nothing=_is_time(pieces, first, second, grammar),
        first_mark=mark,
        second_mark=Mark(joint[0] if mark_ahead else at, qualifier),
    )
    return _judged(pieces, pair, rule, grammar)


def _judged(pieces: Pieces, pair: Pair, rule: Range, grammar: Grammar) -> Pair | None:
    """Decide between range, change and no pair at all."""
    if rule.neighbours and not _are_neighbours(pieces, pair):
        return None
    rises = pair.low < pair.second.value
    marked = pair.second_mark.qualifier is not Qualifier.EXACT
    if rule.change and (not rises or marked or _told(pieces, pair.begin, grammar)):
        return replace(pair, is_change=True)
    if marked:
        return None
    return pair if rises or pair.is_nothing else None


def _are_neighbours(pieces: Pieces, pair: Pair) -> bool:
    """Tell whether two numbers follow each other: by ones, by tens, by hundreds."""
    step = next(
        (s for s in STEPS if not (pair.low % s or pair.second.value % s)), STEPS[-1]
    )
    goes_on = pieces[pair.second.end : pair.second.end + 1]
    is_row = bool(goes_on) and goes_on[0].text == ","
    return pair.second.value - pair.low == step and not is_row


def _told(pieces: Pieces, begin: int, grammar: Grammar) -> bool:
    """Tell whether a word of change stands shortly before."""
    window = pieces[max(0, begin - CHANGE_WITHIN) : begin]
    return any(piece.lower in grammar.changes for piece in window)


def _scaled(first: Number, second: Number) -> float:
    """Return the first number with the scale of the second (`1.2-2.3 billion`)."""
    lends = first.scale == 1 and second.scale > 1
    scaled = first.value * second.scale
    return scaled if lends and scaled < second.value else first.value


def _is_dated(pieces: Pieces, first: Number, second: Number, grammar: Grammar) -> bool:
    """Tell whether the first is a year and the second none (`in 2018 to 3.9 million`)."""
    before = first.begin - 1
    opened = before >= 0 and pieces[before].lower in grammar.years
    years = looks_like_year(pieces, first.begin) and first.scale == 1
    short = is_glued(pieces, second.begin) and second.value < 100
    return opened and years and not short and not looks_like_year(pieces, second.begin)


def _is_time(pieces: Pieces, first: Number, second: Number, grammar: Grammar) -> bool:
    """Tell whether both are years (`2018-19`) or days of a month."""
    if not first.digits or not second.digits:
        return False
    years = looks_like_year(pieces, first.begin)
    short = second.value < 100 and pieces[second.begin].text.isdigit()
    late = looks_like_year(pieces, second.begin) or (short and second.scale == 1)
    return (years and late) or date_end(pieces, second, grammar) is not None
