"""Read one number, in digits or in words, from the pieces of a text."""

import re
from dataclasses import dataclass, replace

from tumen.extract.amounts_grammar import Grammar
from tumen.extract.amounts_tokens import Pieces, is_glued

LARGE = 1000.0
HUNDRED = 100.0
SCALED = frozenset({"people", "money", "mass", "thing"})
"""Kinds of things that are counted in millions with a letter."""
LONGEST_DIGITS = 24
"""Longer rows of digits are codes; as numbers they would have no end."""
MOST_WHOLE_DIGITS = 3
"""A part in signs follows short numbers only: `in 2019 1/2 of` are two."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number as written, from piece `begin` to before piece `end`.

    `scale` is the last power it was multiplied by (`1.2 million`: 1,000,000), 1 for
    none; `digits` is True when it is written in digits, `mixed` when a part in signs
    stands behind them (`3 1/2`).
    """

    value: float
    begin: int
    end: int
    scale: float = 1.0
    digits: bool = False
    mixed: bool = False


def read_number(
    pieces: Pieces,
    at: int,
    grammar: Grammar,
    *,
    signed: bool = False,
    second: bool = False,
) -> Number | None:
    """Return the number that begins at a piece, else None.

    Args:
        signed: True behind a sign of money, where letters may scale (`$5m`).
        second: True for the second number of a range (`four-to-five`).
    """
    hangs = not second and not signed and _hangs_on_word(pieces, at, grammar)
    if not 0 <= at < len(pieces) or hangs:
        return None
    found = (
        _digits(pieces, at, grammar, signed=signed)
        if pieces[at].kind == "number"
        else _part_of_scale(pieces, at, grammar) or _words(pieces, at, grammar)
    )
    if found is None:
        return None
    number = _with_half(pieces, _grouped(pieces, found, grammar), grammar)
    return _restated(pieces, number, grammar)


def _restated(pieces: Pieces, number: Number, grammar: Grammar) -> Number:
    """Return the number with a bracket behind it that says it again (`ten (10)`)."""
    at = number.end
    if at + 2 >= len(pieces) or pieces[at].text != "(":
        return number
    again = read_number(pieces, at + 1, grammar)
    if again is None or again.value != number.value or again.digits == number.digits:
        return number
    closes = again.end < len(pieces) and pieces[again.end].text == ")"
    return replace(number, end=again.end + 1) if closes else number


def _hangs_on_word(pieces: Pieces, at: int, grammar: Grammar) -> bool:
    """Tell whether it is the tail of a word (`Covid-19`, `KN23`, `ID.4`)."""
    if not is_glued(pieces, at) or grammar.marks.behind(pieces, at) is not None:
        return False
    before = pieces[at - 1]
    if before.kind == "word":
        return pieces[at].kind == "number" and not before.lower.endswith(".")
    if not is_glued(pieces, at - 1) or pieces[at - 2].kind != "word":
        return False
    return before.text == "-" or (before.text == "." and pieces[at - 2].text.isupper())


def digits_value(text: str, grammar: Grammar) -> float:
    """Return the value of a number in digits, with the marks of the language."""
    words = grammar.words
    plain = re.sub(f"[{re.escape(words.thousands_marks)}]", "", text)
    return float(plain.replace(words.decimal_mark, "."))


def _digits(
    pieces: Pieces, at: int, grammar: Grammar, *, signed: bool
) -> Number | None:
    if len(pieces[at].text) > LONGEST_DIGITS:
        return None
    value, end, scale = digits_value(pieces[at].text, grammar), at + 1, 1.0
    part = _written_part(pieces, at, grammar)
    if part is not None:
        end, value = part[0], value + part[1] / HUNDRED
    if is_glued(pieces, end) and (signed or _letter_scales(pieces, end, grammar)):
        scale = grammar.words.short_scales.get(pieces[end].lower, 1.0)
        end += scale > 1
    while (power := _scale_at(pieces, end, grammar)) is not None:
        scale, end = power[1] * scale, power[0]
    value *= scale
    rest = _rest_behind(pieces, end, scale, grammar)
    if rest is not None:
        end, value, scale = rest[0], value + rest[1], 1.0
    mixed = part is not None
    return Number(value, at, end, scale, digits=True, mixed=mixed)


def _rest_behind(
    pieces: Pieces, at: int, scale: float, grammar: Grammar
) -> tuple[int, float] | None:
    """Return the end and value of `-800` behind `12-thousand`, as scripts write it."""
    joined = is_glued(pieces, at) and is_glued(pieces, at + 1)
    if scale < LARGE or not joined or pieces[at].text != "-":
        return None
    rest = pieces[at + 1].text
    if not rest.isdigit() or digits_value(rest, grammar) >= scale:
        return None
    return at + 2, digits_value(rest, grammar)


def _letter_scales(pieces: Pieces, at: int, grammar: Grammar) -> bool:
    """Tell whether a letter behind digits is a scale: `20k`, `3m people`."""
    letters = pieces[at].lower
    if len(letters) > 1 or letters in grammar.words.sure_letters:
        return True
    behind = grammar.units.ahead(pieces, at + 1)
    is_counted = behind is not None and behind[1].kind in SCALED
    if is_counted or grammar.wholes.ahead(pieces, at + 1) is not None:
        return True
    return behind is None and _is_plural(pieces, at + 1, grammar)


def _is_plural(pieces: Pieces, at: int, grammar: Grammar) -> bool:
    """Tell whether things without a table of their own are counted (`2m users`)."""
    if at >= len(pieces) or pieces[at].lower in grammar.stops:
        return False
    word = pieces[at].text
    ends = word.endswith(tuple(grammar.words.plural_ends)) and not word.endswith("ss")
    return ends and word.islower() and len(word) > MOST_WHOLE_DIGITS


def _written_part(
    pieces: Pieces, at: int, grammar: Grammar
) -> tuple[int, float] | None:
    """Return the end and percent of the part behind a whole: `3 1/2`, `3-1/2`, `3½`."""
    whole, end = pieces[at].text, at + 1
    if len(whole) > MOST_WHOLE_DIGITS or not whole.isdigit() or end >= len(pieces):
        return None
    if pieces[end].text == "-" and is_glued(pieces, end):
        end += 1
    part = grammar.fractions.ahead(pieces, end)
    in_signs = part is not None and not any(
        piece.text.isalpha() for piece in pieces[end : part[0]]
    )
    return part if in_signs else None


def _scale_at(pieces: Pieces, at: int, grammar: Grammar) -> tuple[int, float] | None:
    """Return the end and value of a scale word, joined by a hyphen or a space."""
    if at + 1 < len(pieces) and pieces[at].text == "-" and is_glued(pieces, at):
        at += 1
    if at >= len(pieces) or pieces[at].lower not in grammar.words.scales:
        return None
    return at + 1, grammar.words.scales[pieces[at].lower]


def _part_of_scale(pieces: Pieces, at: int, grammar: Grammar) -> Number | None:
    """Read `half a million` and `half a dozen`."""
    part = grammar.fractions.ahead(pieces, at)
    if part is None or part[0] >= len(pieces):
        return None
    link = grammar.links.ahead(pieces, part[0])
    end = link[0] if link else part[0]
    end += end < len(pieces) and pieces[end].lower in grammar.unit_one
    power = _scale_at(pieces, end, grammar) or _group_at(pieces, end, grammar)
    if power is None:
        return None
    return Number(part[1] / HUNDRED * power[1], at, power[0], power[1])


def _group_at(pieces: Pieces, at: int, grammar: Grammar) -> tuple[int, float] | None:
    """Return the end and value of a group noun (`dozen`)."""
    size = grammar.words.groups.get(pieces[at].lower) if at < len(pieces) else None
    return None if size is None else (at + 1, size)


def _words(pieces: Pieces, at: int, grammar: Grammar) -> Number | None:
    """Read number words by adding up: units, tens, then what a scale multiplies."""
    whole = part = 0.0
    scale, end, room = 1.0, at, LARGE
    opened = _implied_one(pieces, at, grammar)
    if opened is not None:
        # `a hundred thousand`, `a hundred and ten`: one, then what follows.
        part, end = 1.0, opened
    elif pieces[at].lower in grammar.unit_one:
        return _one_scale(pieces, at, grammar)
    while step := _step(pieces, end, grammar, first=end == at and not part):
        after, value, is_scale = step
        if is_scale:
            if not part or (value == HUNDRED and part >= HUNDRED):
                break
            part, scale = part * value, value
            if value >= LARGE:
                whole, part = whole + part, 0.0
            room = value
        elif value >= room or (part % HUNDRED and not _fits(part, value)):
            break
        else:
            part, room = part + value, value
            scale = 1.0
        end = after
    return Number(whole + part, at, end, scale) if end > at else None


def _implied_one(pieces: Pieces, at: int, grammar: Grammar) -> int | None:
    """Return the place of a scale that counts one of itself: `a hundred`.

    It does so behind other words, too: `another thousand`, `the last hundred`.
    """
    if pieces[at].lower in grammar.unit_one:
        return None if _scale_at(pieces, at + 1, grammar) is None else at + 1
    if not at or pieces[at].lower not in grammar.words.scales:
        return None
    led = pieces[at - 1].lower in grammar.scale_leads and not is_glued(pieces, at)
    return at if led and not is_glued(pieces, at + 1) else None


def _fits(part: float, value: float) -> bool:
    """Tell whether units may follow what is read (`twenty` five, not `three` five)."""
    return part % 10 == 0 and value < 10


def _one_scale(pieces: Pieces, at: int, grammar: Grammar) -> Number | None:
    """Read `a dozen`."""
    group = _group_at(pieces, at + 1, grammar)
    return Number(group[1], at, group[0], group[1]) if group else None


def _step(
    pieces: Pieces, at: int, grammar: Grammar, *, first: bool
) -> tuple[int, float, bool] | None:
    """Return end, value and whether it is a scale, of the next number word."""
    words = grammar.words
    if not first and _is_hyphened_joint(pieces, at, grammar):
        at += 2
    if not first and at + 1 < len(pieces):
        joins = pieces[at].lower in grammar.joints or (
            pieces[at].text == "-" and is_glued(pieces, at)
        )
        behind = pieces[at + 1].lower
        scaled = pieces[at - 1].lower in words.scales
        if joins and (pieces[at].text == "-" or scaled) and _known(behind, grammar):
            at += 1
    if at >= len(pieces):
        return None
    word = pieces[at].lower
    if word in words.scales:
        return None if first else (at + 1, words.scales[word], True)
    value = words.ones.get(word, words.tens.get(word))
    return None if value is None else (at + 1, value, False)


def _is_hyphened_joint(pieces: Pieces, at: int, grammar: Grammar) -> bool:
    """Tell whether `-and-` joins a scale with what follows: `two-hundred-and-ten`."""
    if at + 3 >= len(pieces) or pieces[at - 1].lower not in grammar.words.scales:
        return False
    signs = pieces[at].text == "-" == pieces[at + 2].text
    return signs and pieces[at + 1].lower in grammar.joints and is_glued(pieces, at + 2)


def _known(word: str, grammar: Grammar) -> bool:
    words = grammar.words
    return word in words.ones or word in words.tens or word in words.scales


def _grouped(pieces: Pieces, number: Number, grammar: Grammar) -> Number:
    """Multiply by a group noun: `two dozen`."""
    group = _group_at(pieces, number.end, grammar)
    if group is None:
        return number
    end, size = group
    return Number(number.value * size, number.begin, end, size, number.digits)


def _with_half(pieces: Pieces, number: Number, grammar: Grammar) -> Number:
    """Add `and a half`, then a scale: `two and a half million`."""
    end = _past_hyphen(pieces, number.end)
    if end >= len(pieces) or pieces[end].lower not in grammar.joints:
        return number
    opened = _past_hyphen(pieces, end + 1)
    if opened >= len(pieces) or pieces[opened].lower not in grammar.unit_one:
        return number
    bare = _past_hyphen(pieces, opened + 1)
    part = grammar.fractions.ahead(pieces, bare if bare > opened + 1 else opened)
    if part is None or part[0] - opened > 3:
        return number
    power = _scale_at(pieces, part[0], grammar) or (part[0], 1.0)
    value = (number.value + part[1] / HUNDRED) * power[1]
    return Number(value, number.begin, power[0], power[1], number.digits)


def _past_hyphen(pieces: Pieces, at: int) -> int:
    """Return the place behind a hyphen that joins words (`13-and-a-half`)."""
    joins = 0 < at < len(pieces) and pieces[at].text == "-" and is_glued(pieces, at)
    return at + joins
