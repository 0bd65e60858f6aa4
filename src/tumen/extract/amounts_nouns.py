"""Find what a number counts: its unit, its noun, and what it is per."""

from dataclasses import dataclass

from tumen.codebook.words_numbers import UnitWords
from tumen.extract.amounts_grammar import Grammar
from tumen.extract.amounts_tokens import Pieces, is_glued

LONGEST = 7
LOOK_BACK = 6
RATED = frozenset({"money", "time", "mass", "volume", "area"})


@dataclass(frozen=True, slots=True)
class Counted:
    """The thing behind a number.

    Args:
        end: first piece behind it.
        unit: its unit, None when it is no unit of the language.
        noun: pieces of the noun phrase, begin and end; None when elided.
        joined: True when a hyphen joins the unit to the number (`three-month`).
        per: what the joined unit is per (`13-hour days`), else None.
    """

    end: int
    unit: UnitWords | None = None
    noun: tuple[int, int] | None = None
    joined: bool = False
    per: str | None = None


def read_counted(pieces: Pieces, at: int, grammar: Grammar) -> Counted:
    """Return what stands behind a number that ends before piece `at`."""
    joined = _joined(pieces, at, grammar)
    if joined is not None:
        return joined
    short = grammar.glued.ahead(pieces, at) if is_glued(pieces, at) else None
    if short is not None:
        return Counted(short[0], short[1], (at, short[0]))
    unit = grammar.units.ahead(pieces, at)
    if unit is not None and not _goes_on(pieces, unit[0], grammar):
        return Counted(unit[0], unit[1], (at, unit[0]))
    return _phrase(pieces, at, grammar)


def _joined(pieces: Pieces, at: int, grammar: Grammar) -> Counted | None:
    if at >= len(pieces) or pieces[at].text not in "-‑–" or not is_glued(pieces, at):
        return None
    unit = grammar.joined.ahead(pieces, at + 1)
    if unit is None:
        return None
    end, meant = unit
    table = grammar.rate_of.get(meant.name)
    rate = table.ahead(pieces, end) if table else None
    if rate is not None:
        return Counted(rate[0], meant, (end, rate[0]), joined=True, per=rate[1])
    behind = _phrase(pieces, end, grammar)
    return Counted(end, meant, behind.noun, joined=True)


def _goes_on(pieces: Pieces, at: int, grammar: Grammar) -> bool:
    """Tell whether a noun is the first half of another (`visa applications`)."""
    known = grammar.units.ahead(pieces, at)
    return known is not None and known[1].kind != "time"


def _phrase(pieces: Pieces, at: int, grammar: Grammar) -> Counted:
    """Return the noun phrase: up to its first known plural, else its last plural."""
    end = _phrase_end(pieces, at, grammar)
    for place in range(at, end):
        known = grammar.units.ahead(pieces, place)
        if known is None or known[0] > end or pieces[place].lower in grammar.singles:
            continue
        if not _goes_on(pieces, known[0], grammar) or known[0] >= end:
            return Counted(known[0], known[1], (at, known[0]))
    ends = grammar.words.plural_ends
    plural = next(
        (p for p in range(end, at, -1) if pieces[p - 1].lower.endswith(ends)), at
    )
    return Counted(plural, None, (at, plural)) if plural > at else Counted(at)


def read_whole(pieces: Pieces, at: int, grammar: Grammar) -> Counted:
    """Return what a share is of: a known plural, else the whole phrase (`pay`)."""
    counted = read_counted(pieces, at, grammar)
    if counted.unit is not None:
        return counted
    end = _phrase_end(pieces, at, grammar)
    return Counted(end, None, (at, end)) if end > at else Counted(at)


def _phrase_end(pieces: Pieces, at: int, grammar: Grammar) -> int:
    end = at
    while end < min(len(pieces), at + LONGEST):
        piece = pieces[end]
        if piece.kind == "sign" and not _is_inside(pieces, end):
            break
        if piece.kind == "number" or piece.lower in grammar.stops:
            break
        if _is_next_number(pieces, end, grammar):
            break
        if end > at and grammar.wholes.ahead(pieces, end):
            break
        end += 1
    return end


def _is_next_number(pieces: Pieces, at: int, grammar: Grammar) -> bool:
    """Tell whether a number word opens an amount of its own (`900 four years ago`)."""
    word = pieces[at].lower
    if word not in grammar.words.ones and word not in grammar.words.tens:
        return False
    return not (is_glued(pieces, at) or is_glued(pieces, at + 1))


def _is_inside(pieces: Pieces, at: int) -> bool:
    """Tell whether a sign belongs to a phrase: a hyphen, the point of `N. Korean`."""
    if pieces[at].text in "-‑":
        return True
    before = pieces[at - 1]
    initial = len(before.text) == 1 and before.is_capital
    return pieces[at].text == "." and initial and is_glued(pieces, at)


def skip_links(pieces: Pieces, at: int, grammar: Grammar) -> int:
    """Return the place behind words like `of the`."""
    while (link := grammar.links.ahead(pieces, at)) is not None:
        at = link[0]
    return at


def read_rate_of(
    pieces: Pieces, counted: Counted, grammar: Grammar
) -> tuple[int, str] | None:
    """Return the rate behind an amount, told by words that only its kind allows.

    `90 roubles for an hour` are per hour; `90 men for an hour` are not.
    """
    table = grammar.per_of.get(counted.unit.kind) if counted.unit else None
    per = table.ahead(pieces, counted.end) if table else None
    what = grammar.per_what.ahead(pieces, per[0]) if per else None
    if what is None or _is_date(pieces, what[0], grammar):
        return None
    measured = what[1] in grammar.singles or what[1] in grammar.words.per_measures
    return what if measured else None


def read_rate(pieces: Pieces, at: int, grammar: Grammar) -> tuple[int, str] | None:
    """Return the end of a rate that begins at a piece, and what it is per.

    Of two (`per person per month`, in any order) the time is given.
    """
    gap = grammar.rate_gaps.ahead(pieces, at)
    starts = (at,) if gap is None else (at, gap[0])
    for begin in starts:
        adverb = grammar.per_adverbs.ahead(pieces, begin)
        if adverb is not None:
            return adverb
        per = grammar.per.ahead(pieces, begin)
        what = grammar.per_what.ahead(pieces, per[0]) if per else None
        if what is not None and not _is_date(pieces, what[0], grammar):
            return _timed(what, _rate_again(pieces, what[0], grammar), grammar)
    return None


def _is_date(pieces: Pieces, at: int, grammar: Grammar) -> bool:
    """Tell whether `a year` is part of a date: `a year ago`, `a month earlier`."""
    return at < len(pieces) and pieces[at].lower in grammar.not_per


def _rate_again(pieces: Pieces, at: int, grammar: Grammar) -> tuple[int, str] | None:
    """Return a second rate behind the first: `per head and month`, `a head a month`."""
    if at < len(pieces) and pieces[at].lower in grammar.joints:
        joined = grammar.per_what.ahead(pieces, at + 1)
        return joined if joined and joined[1] in grammar.singles else None
    return read_rate(pieces, at, grammar)


def _timed(
    first: tuple[int, str], second: tuple[int, str] | None, grammar: Grammar
) -> tuple[int, str]:
    if second is None:
        return first
    return (second[0], first[1] if first[1] in grammar.singles else second[1])


def rate_before(
    pieces: Pieces, at: int, unit: UnitWords, grammar: Grammar
) -> str | None:
    """Return what `a monthly wage of` makes the number behind it per, else None."""
    if unit.kind not in RATED:
        return None
    for place in range(at - 1, max(-1, at - 1 - LOOK_BACK), -1):
        piece = pieces[place]
        if piece.kind == "number" or piece.text in ".;:()":
            return None
        found = grammar.per_adverbs.ahead(pieces, place)
        if found is not None:
            return found[1]
    return None
