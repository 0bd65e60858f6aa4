"""Numbers that count nothing: dates, years, clocks, telephones, numbering, ages."""

from tumen.extract.amounts_grammar import Grammar
from tumen.extract.amounts_nouns import Counted, read_counted
from tumen.extract.amounts_tokens import Piece, Pieces, is_glued
from tumen.extract.number_words import Number

FIRST_YEAR, LAST_YEAR = 1900, 2100
LAST_DAY = 31
YOUNGEST, OLDEST = 14, 90
"""Bare numbers between these may be the age of one person."""
CODE_SIGNS = ":/.-+–"
OPENS = "([.\n"
BRACKETS = "(["
SENTENCE_ENDS = ".!?\"“”'‘"
SIGNED = frozenset({"percent", "temperature"})
"""Kinds of units that are written with a sign."""
ROW = 10
"""Pieces before a place among which another number makes it the next of a row."""
NAME_DIGITS = 3
"""Digits of a number in a name, at most."""


def code_end(pieces: Pieces, at: int, grammar: Grammar) -> int | None:
    """Return the end of a run like `02-724-2114`, `2023-01-25`, `07:46`, `24hr`.

    None when the digits stand alone or in a plain range.
    """
    end, signs = at + 1, ""
    while end + 1 < len(pieces) and _is_link(pieces, end):
        signs += pieces[end].text
        end += 2
    before = pieces[at - 1].text if is_glued(pieces, at) else ""
    if before in ("+", "#", ":", "/", "№") or set(signs) - set("-–") or len(signs) > 1:
        return end
    if (signs and _falls(pieces, at)) or _is_area_code(pieces, at):
        return end
    return end if _has_letters(pieces, end, grammar) else None


def _falls(pieces: Pieces, at: int) -> bool:
    """Tell whether the second of two joined numbers is no larger (`3-1`): a score."""
    first, second = pieces[at].text, pieces[at + 2].text
    plain = first.isdigit() and second.isdigit()
    return plain and int(first) >= int(second)


def _is_area_code(pieces: Pieces, at: int) -> bool:
    """Tell whether it stands in brackets before more digits (`(423) 240`)."""
    if not 0 < at < len(pieces) - 2:
        return False
    bracketed = pieces[at - 1].text == "(" and pieces[at + 1].text == ")"
    return bracketed and pieces[at + 2].kind == "number"


def _is_link(pieces: Pieces, at: int) -> bool:
    if pieces[at].text not in CODE_SIGNS or not is_glued(pieces, at):
        return False
    return pieces[at + 1].kind == "number" and is_glued(pieces, at + 1)


def _has_letters(pieces: Pieces, at: int, grammar: Grammar) -> bool:
    if at >= len(pieces) or not is_glued(pieces, at) or pieces[at].kind != "word":
        return False
    word = pieces[at].lower
    scales = len(word) > 1 and word in grammar.words.short_scales
    known = grammar.units.ahead(pieces, at) or grammar.glued.ahead(pieces, at)
    return not scales and known is None


def date_end(pieces: Pieces, number: Number, grammar: Grammar) -> int | None:
    """Return the end of a date whose day or year the number is, else None."""
    if not number.digits or number.scale > 1:
        return None
    before = number.begin - 1
    sign = pieces[before].text if before > 0 else ""
    if sign in (".", ","):
        before -= 1
    # `July 26` is a day, `since July, 26 men` are men.
    is_day_or_year = sign != "," or looks_like_year(pieces, number.begin)
    if (
        is_day_or_year
        and _is_month(pieces, before, grammar)
        and _completes(pieces, before, number)
    ):
        return _second_day(pieces, number.end, grammar)
    if number.value <= LAST_DAY and _is_month(pieces, number.end, grammar):
        return number.end + 1
    return None


def _completes(pieces: Pieces, month: int, number: Number) -> bool:
    """Tell whether a number behind a month is its day or its year.

    Behind `15 March` it can only be the year.
    """
    if looks_like_year(pieces, number.begin):
        return True
    has_day = month > 0 and _is_day(pieces[month - 1])
    return number.value <= LAST_DAY and not has_day


def _is_day(piece: Piece) -> bool:
    return piece.text.isdigit() and int(piece.text) <= LAST_DAY


def _is_month(pieces: Pieces, at: int, grammar: Grammar) -> bool:
    if not 0 <= at < len(pieces):
        return False
    return pieces[at].is_capital and pieces[at].lower in grammar.dates


def _second_day(pieces: Pieces, at: int, grammar: Grammar) -> int:
    """Return the place behind `-9` or `and 9, 2023` of `September 5 and 9`."""
    end = series_end(pieces, at, grammar)
    if end > at and (_is_day(pieces[end - 1]) or looks_like_year(pieces, end - 1)):
        at = end
    if (
        at + 1 < len(pieces)
        and pieces[at].text == ","
        and looks_like_year(pieces, at + 1)
    ):
        at += 2
    return at


def series_end(pieces: Pieces, at: int, grammar: Grammar) -> int:
    """Return the place behind `and 2397` of `resolutions 2375 and 2397`.

    The second number goes with the first only when nothing that it could count
    stands behind it.
    """
    joint = grammar.age_joints.ahead(pieces, at)
    if joint is None or joint[0] >= len(pieces) or pieces[joint[0]].kind != "number":
        return at
    end = joint[0] + 1
    is_more = grammar.links.ahead(pieces, end) is not None
    counts = is_more or read_counted(pieces, end, grammar).unit is not None
    return at if counts else end


def looks_like_year(pieces: Pieces, at: int) -> bool:
    """Tell whether a piece is four bare digits of this or the last century."""
    if not 0 <= at < len(pieces):
        return False
    text = pieces[at].text
    return len(text) == 4 and text.isdigit() and FIRST_YEAR <= int(text) <= LAST_YEAR


def is_year(
    pieces: Pieces, number: Number, counted: Counted, *, marked: bool, grammar: Grammar
) -> bool:
    """Tell whether four digits name a year rather than a quantity.

    They count something only when a known thing follows and no word stands before
    that usually stands before a year; a bound (`over 2000 men`) makes them count.
    """
    if number.scale > 1 or not looks_like_year(pieces, number.begin):
        return not marked and _is_old_year(pieces, number, counted, grammar)
    if counted.unit is None:
        return True
    if marked:
        return False
    return number.begin > 0 and pieces[number.begin - 1].lower in grammar.years


def _is_old_year(
    pieces: Pieces, number: Number, counted: Counted, grammar: Grammar
) -> bool:
    """Tell whether four bare digits behind a word such as `in` name an older year."""
    text, before = pieces[number.begin].text, number.begin - 1
    is_plain = len(text) == 4 and text.isdigit() and int(text) < FIRST_YEAR
    alone = counted.unit is None and counted.noun is None and number.scale == 1
    return is_plain and alone and before >= 0 and pieces[before].lower in grammar.years


def is_list_number(pieces: Pieces, number: Number, text: str) -> bool:
    """Tell whether it numbers a line (`3. Who they are`, `(2)`)."""
    if not number.digits or number.end >= len(pieces):
        return False
    start = pieces[number.begin].start
    opens = start == 0 or text[start - 1] in OPENS
    bracket = start - 1
    if opens and start > 0 and text[bracket] in BRACKETS:
        # `Kuwait (41)` counts, `(2) The second point` numbers.
        opens = not text[:bracket].rstrip(" ")[-1:].isalnum()
    return opens and pieces[number.end].text in ".)" and number.value < 100


def is_age_in_commas(pieces: Pieces, number: Number) -> bool:
    """Tell whether it is an age behind a name (`Kim, 43, said`)."""
    at, end = number.begin, number.end
    if not number.digits or at < 2 or end >= len(pieces) or number.value > 99:
        return False
    between = pieces[at - 1].text == "," and pieces[end].text == ","
    return between and pieces[at - 2].is_capital and not is_glued(pieces, at)


def is_lone_age(
    pieces: Pieces, begin: int, number: Number, counted: Counted, grammar: Grammar
) -> bool:
    """Tell whether it is one person's age (`a man of about 45`, `he was 38`).

    Args:
        begin: first piece of the number with its bound.
    """
    bare = counted.unit is None and counted.noun is None
    if not bare or not YOUNGEST <= number.value <= OLDEST:
        return False
    if grammar.age_subjects.behind(pieces, begin) is not None:
        return True
    before = pieces[max(0, begin - 2) : begin]
    return len(before) == 2 and (
        before[0].lower in grammar.lone_people
        and grammar.wholes.behind(pieces, begin) is not None
    )


def is_plus(pieces: Pieces, number: Number, counted: Counted) -> bool:
    """Tell whether a `+` before it is a sign (`+2 percent`), not part of a code."""
    before = number.begin - 1
    if before < 0 or pieces[before].text != "+" or counted.unit is None:
        return False
    return counted.unit.kind in SIGNED and not is_glued(pieces, before)


def is_padded(pieces: Pieces, number: Number) -> bool:
    """Tell whether it is written with a zero in front (`0401`), as codes are."""
    text = pieces[number.begin].text
    return len(text) > 1 and text.isdigit() and text[0] == "0"


def is_lettered(pieces: Pieces, number: Number) -> bool:
    """Tell whether letters joined to the digits scale it (`20k`)."""
    behind = number.begin + 1
    return number.end > behind and is_glued(pieces, behind) and number.scale > 1


def is_in_name(
    pieces: Pieces, number: Number, counted: Counted, grammar: Grammar
) -> bool:
    """Tell whether it ends a name (`the Model 3 was`): nothing known follows it.

    Behind a day (`by Friday 94 had left`) and before `of them` it ends none.
    """
    before, end = number.begin - 1, number.end
    if counted.unit is not None or before < 1 or end >= len(pieces):
        return False
    if pieces[before].lower in grammar.dates or grammar.told_by.ahead(pieces, end):
        return False
    written = pieces[number.begin]
    is_short = written.text.isdigit() and len(written.text) <= NAME_DIGITS
    if not (is_short if number.digits else written.is_capital):
        return False
    named = pieces[before].kind == "word" and not pieces[before].text.islower()
    opens = pieces[before - 1].text in SENTENCE_ENDS
    is_name = named and not opens and number.scale == 1
    is_name = is_name and pieces[end].kind == "word"
    return is_name and not _is_beside_place(pieces, number.begin, grammar)


def _is_beside_place(pieces: Pieces, at: int, grammar: Grammar) -> bool:
    """Tell whether a place stands before a number, not the rest of a name.

    `In Kyoto 40 sew shirts`; `Qatar 2,471, Kuwait 904 up to June`.
    """
    if grammar.numbering.behind(pieces, at):
        return False
    begin = at
    while begin > 0 and pieces[begin - 1].is_capital:
        begin -= 1
    begin -= begin > 0 and pieces[begin - 1].lower in grammar.definite
    first = pieces[begin].lower
    before = pieces[begin - 1].lower if begin > 0 else ""
    if first in grammar.place_leads or before in grammar.place_leads:
        return True
    in_row = before == "," or before in grammar.joints
    row = pieces[max(0, begin - ROW) : begin]
    return in_row and any(piece.kind == "number" for piece in row)


def is_shape(pieces: Pieces, number: Number) -> bool:
    """Tell whether it is joined to a word that is no unit (`six-wheel trucks`)."""
    at = number.end
    if at + 1 >= len(pieces) or pieces[at].text not in "-‑":
        return False
    joined = is_glued(pieces, at) and is_glued(pieces, at + 1)
    return joined and pieces[at + 1].kind == "word"


def skip_reason(
    pieces: Pieces,
    begin: int,
    place: tuple[int, int],
    value: float | None,
    counted: Counted,
    grammar: Grammar,
) -> str | None:
    """Return why the tables say that a number counts nothing, else None.

    Args:
        begin: first piece of the number with its bound (`over the past`).
        place: first piece of the number itself, and the one behind it.
    """
    first, last = place
    kind = counted.unit.kind if counted.unit else None
    for before, after, unless, skip in grammar.skips:
        if skip.kind not in (None, kind) or (skip.only and value not in skip.only):
            continue
        if unless.behind(pieces, begin) or (skip.only and counted.joined):
            continue
        if skip.bare and (begin != first or _is_amount(pieces[first], counted)):
            continue
        if before.behind(pieces, begin) or before.behind(pieces, first):
            return skip.reason
        # `one of them` counts nothing, `one year of labour` does.
        ends = (last,) if value == 1 and skip.only else (last, counted.end)
        if any(after.ahead(pieces, end) for end in ends):
            return skip.reason
    return None


def _is_amount(piece: Piece, counted: Counted) -> bool:
    """Tell whether a number is written as no numbering is: `4,200`, `450 dollars`."""
    is_grouped = piece.kind == "number" and not piece.text.replace(".", "").isdigit()
    return is_grouped or (counted.unit is not None and not counted.joined)
