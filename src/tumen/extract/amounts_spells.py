"""Durations in two units or with a half: `three years and two months`, `a year`."""

from tumen.codebook.words_numbers import UnitWords
from tumen.extract.amounts_grammar import Grammar
from tumen.extract.amounts_marks import mark_before
from tumen.extract.amounts_nouns import read_counted, read_rate
from tumen.extract.amounts_tokens import Pieces
from tumen.extract.number_words import HUNDRED, Number, read_number
from tumen.records.amount import Qualifier

TIME, MONEY = "time", "money"
TEN = 10
RATED = frozenset({"time", "money"})
"""Kinds of which `a` counts one before a period (`a dollar a day`)."""


def read_spell(
    pieces: Pieces, at: int, grammar: Grammar
) -> tuple[Number, UnitWords, int] | None:
    """Return a duration that begins at a piece: value, unit, and the piece behind it.

    None for a plain one (`three years`), which the number grammar reads.
    """
    is_one = pieces[at].lower in grammar.unit_one
    number = Number(1.0, at, at + 1) if is_one else read_number(pieces, at, grammar)
    unit = grammar.units.ahead(pieces, number.end) if number else None
    if number is None or unit is None:
        return None
    if is_one and _is_rate(pieces, unit, grammar):
        return number, unit[1], unit[0]
    if unit[1].kind == MONEY:
        return _with_cents(pieces, number, unit, grammar)
    if unit[1].kind != TIME:
        return None
    longer = _with_half(pieces, number, unit, grammar) or _with_smaller(
        pieces, number, unit, grammar
    )
    if longer is not None or not is_one:
        return longer
    return (number, unit[1], unit[0]) if _lasts(pieces, number, grammar) else None


def _is_rate(pieces: Pieces, unit: tuple[int, UnitWords], grammar: Grammar) -> bool:
    """Tell whether `a dollar` stands before what it is per (`a dollar a day`)."""
    rate = read_rate(pieces, unit[0], grammar) if unit[1].kind in RATED else None
    return rate is not None and rate[1] in grammar.singles


def _with_cents(
    pieces: Pieces, number: Number, unit: tuple[int, UnitWords], grammar: Grammar
) -> tuple[Number, UnitWords, int] | None:
    """Read `two euros fifty`, both numbers in words and nothing counted behind them."""
    at = unit[0]
    rest = None if number.digits else read_number(pieces, at, grammar)
    if rest is None or rest.digits or not TEN <= rest.value < HUNDRED:
        return None
    if read_counted(pieces, rest.end, grammar).noun is not None:
        return None
    value = number.value + rest.value / HUNDRED
    return Number(value, number.begin, rest.end), unit[1], rest.end


def _with_half(
    pieces: Pieces, number: Number, unit: tuple[int, UnitWords], grammar: Grammar
) -> tuple[Number, UnitWords, int] | None:
    """Read `a year and a half`."""
    at = unit[0]
    if at + 2 >= len(pieces) or pieces[at].lower not in grammar.joints:
        return None
    part = grammar.measured.ahead(pieces, at + 1)
    if part is None or pieces[at + 1].lower not in grammar.unit_one:
        return None
    percent = grammar.fractions.ahead(pieces, at + 1)
    if percent is None or part[0] != percent[0]:
        return None
    value = number.value + percent[1] / HUNDRED
    return Number(value, number.begin, part[0]), unit[1], part[0]


def _with_smaller(
    pieces: Pieces, number: Number, unit: tuple[int, UnitWords], grammar: Grammar
) -> tuple[Number, UnitWords, int] | None:
    """Read `three years and two months`."""
    smaller = grammar.words.compounds.get(unit[1].name)
    at = unit[0]
    if smaller is None or at >= len(pieces) or pieces[at].lower not in grammar.joints:
        return None
    rest = read_number(pieces, at + 1, grammar)
    behind = grammar.units.ahead(pieces, rest.end) if rest else None
    if rest is None or behind is None or behind[1].name != smaller.unit:
        return None
    value = number.value * smaller.size + rest.value
    return Number(value, number.begin, behind[0]), behind[1], behind[0]


def _lasts(pieces: Pieces, number: Number, grammar: Grammar) -> bool:
    """Tell whether `a year` is a duration: behind a bound or words such as `for`."""
    mark = mark_before(pieces, number.begin, grammar)
    marked = mark.qualifier is not Qualifier.EXACT
    return marked or grammar.lasting.behind(pieces, number.begin) is not None
