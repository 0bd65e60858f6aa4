"""Hours of work told by the clock: `from 8 a.m. to 11 p.m.` is 15 hours a day."""

from dataclasses import dataclass, replace

from tumen.extract.amounts_grammar import Grammar
from tumen.extract.amounts_quantity import Quantity, Reading, bounded, span_of
from tumen.extract.amounts_tokens import Pieces, is_glued
from tumen.extract.number_words import read_number
from tumen.records.amount import Qualifier

DAY, HALF, HOUR = 24, 12, 60
MINUTE_DIGITS = 2
APART, LONGEST_DAY = 12, 20
"""Pieces between two times that other words part, and hours between them, at most."""
STOPS = ".!?:"
MORNING = range(4, 12)
"""Hours at which a day of work may begin."""
WORK_WITHIN = 3
"""Words before `from seven to seven` among which one names work."""
COUNTED_WITHIN = 6
"""Words before `at six` among which one may say that something is counted."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A time of day; `hour` is 0 to 24, None when its half of the day is not told.

    Args:
        is_told: True when words behind an hour of the clock tell its half of the day.
        face: what the clock shows, 0 to 24; None for a named time.
        at_night: True when it is said to be at night, and not only after noon.
    """

    end: int
    hour: float | None
    is_told: bool = False
    face: float | None = None
    at_night: bool = False


def read_clock(pieces: Pieces, at: int, grammar: Grammar) -> Reading | None:
    """Return the hours between two clock times that begin at a piece, else None.

    Nothing is counted when one of the times leaves open which half of the day it is, or
    only one is told.
    """
    first = _moment(pieces, at, grammar)
    joint = grammar.clock_joints.ahead(pieces, first.end) if first else None
    second = _moment(pieces, joint[0], grammar) if joint else None
    if first is None:
        return None
    if joint is None or second is None:
        apart = _read_apart(pieces, at, first, grammar)
        if apart is not None:
            return apart
        # `until ten at night`, `they rose at five` are times and count nothing.
        return Reading(first.end) if _is_time(pieces, at, first, grammar) else None
    opening = grammar.clock_openings.behind(pieces, at)
    asked = grammar.words.clock_joints[joint[1]]
    is_list = bool(asked) and (opening is None or opening[1] != asked)
    if opening is not None and _are_of_work(pieces, opening[0], first, second, grammar):
        first = replace(first, hour=first.face)
        second = replace(second, hour=(second.face or 0) + HALF)
    if is_list or (first.hour is None and second.hour is None):
        return None
    first, second = _settled(first, second)
    if first.hour is None or second.hour is None or first.hour == second.hour:
        return Reading(second.end)
    begin = opening[0] if opening else at
    hours = (second.hour - first.hour) % DAY or float(DAY)
    places = begin, at, second.end
    return _hours_a_day(pieces, places, hours, Qualifier.EXACT, grammar)


def _hours_a_day(
    pieces: Pieces,
    places: tuple[int, int, int],
    hours: float,
    qualifier: Qualifier,
    grammar: Grammar,
) -> Reading:
    """Return so many hours a day.

    Args:
        places: the first piece of the words, that of the times, and the one behind.
    """
    begin, at, end = places
    low, best, high = bounded(qualifier, hours)
    quantity = Quantity(
        span=span_of(pieces, begin, end),
        value_span=span_of(pieces, at, end),
        low=low,
        best=best,
        high=high,
        qualifier=qualifier,
        unit=grammar.words.clock_unit,
        kind="time",
        form="clock",
        per=grammar.words.clock_unit.partition("/")[2],
        flags=("clock",),
    )
    return Reading(end, (quantity,))


def _read_apart(
    pieces: Pieces, at: int, first: Moment, grammar: Grammar
) -> Reading | None:
    """Read `they start at six in the morning and go home at nine at night`.

    A word of going or ending must stand between both times, and neither the end of the
    sentence nor anybody else (`and the guard finishes at eight`).
    """
    if not _may_open(pieces, at, first, grammar):
        return None
    is_end = False
    for place in range(first.end, min(len(pieces), first.end + APART)):
        piece = pieces[place]
        if piece.text in STOPS or piece.kind == "number":
            return None
        if _names_another(pieces, place, grammar):
            return None
        is_end = is_end or piece.lower in grammar.words.clock_returns
        lead = grammar.clock_ends.ahead(pieces, place) if is_end else None
        second = _moment(pieces, lead[0], grammar) if lead else None
        if lead is not None and second is not None:
            return _between(pieces, at, first, second, lead[1], grammar)
    return None


def _names_another(pieces: Pieces, place: int, grammar: Grammar) -> bool:
    """Tell whether a joint and a determiner begin a clause about somebody else."""
    before = pieces[place - 1]
    is_joint = before.text == "," or before.lower in grammar.joints
    opens = pieces[place].lower in grammar.words.not_one | grammar.unit_one
    return is_joint and opens


def _may_open(pieces: Pieces, at: int, first: Moment, grammar: Grammar) -> bool:
    about = grammar.marks.behind(pieces, at)
    led = grammar.clock_leads.behind(pieces, about[0] if about else at)
    return led is not None and (first.is_told or int(first.face or 0) in MORNING)


def _between(
    pieces: Pieces,
    at: int,
    first: Moment,
    second: Moment,
    mark: str,
    grammar: Grammar,
) -> Reading | None:
    """Return the hours between two times that other words part, else None."""
    first, second = _settled(first, second)
    told = second.is_told and first.hour is not None and second.hour is not None
    hours = ((second.hour or 0) - (first.hour or 0)) % DAY
    if not told or not hours or hours > LONGEST_DAY:
        return None
    return _hours_a_day(pieces, (at, at, second.end), hours, Qualifier(mark), grammar)


def _moment(pieces: Pieces, at: int, grammar: Grammar) -> Moment | None:
    named = grammar.clock_names.ahead(pieces, at)
    if named is not None:
        return Moment(*named)
    part = grammar.clock_parts.ahead(pieces, at)
    number = read_number(pieces, part[0] if part else at, grammar, second=True)
    if number is None or number.value > DAY or number.scale > 1:
        return None
    minutes = _minutes(pieces, number.end) if number.digits else None
    end = number.end + 2 if minutes is not None else number.end
    hour = number.value + (part[1] if part else (minutes or 0) / HOUR)
    full = grammar.clock.ahead(pieces, end)
    half = grammar.clock_halves.ahead(pieces, end) or (
        grammar.clock_halves.ahead(pieces, full[0]) if full else None
    )
    if half is not None:
        within = _within(hour, half[1])
        return Moment(half[0], within, hour <= HALF, hour, half[1] > HALF)
    return Moment(end, hour if minutes is not None else None, face=hour)


def _are_of_work(
    pieces: Pieces, at: int, first: Moment, second: Moment, grammar: Grammar
) -> bool:
    """Tell whether two bare numbers are hours: `they work from seven to seven`.

    The first is in the morning then, the second half a day later.

    Args:
        at: first piece of the words that open them (`from`).
    """
    if first.hour is not None or second.hour is not None:
        return False
    before = pieces[max(0, at - WORK_WITHIN) : at]
    is_work = any(piece.lower in grammar.words.clock_works for piece in before)
    fits = first.face in MORNING and (second.face or DAY) <= HALF
    return is_work and fits and _ends_phrase(pieces, second.end, grammar)


def _settled(first: Moment, second: Moment) -> tuple[Moment, Moment]:
    """Return two times with the half of the day that the other one settles.

    `From seven until ten at night` begins in the morning; `from eight in the morning to
    five` ends in the afternoon.
    """
    begin, end = first.face, second.face
    if first.hour is None and int(begin or 0) in MORNING and second.at_night:
        return replace(first, hour=begin), second
    is_open = second.hour is None and first.is_told and first.hour == begin
    if is_open and begin and end and end <= begin:
        return first, replace(second, hour=end + HALF)
    return first, second


def _is_time(pieces: Pieces, at: int, moment: Moment, grammar: Grammar) -> bool:
    """Tell whether an hour alone is a time of day and no number of anything."""
    if moment.is_told:
        return grammar.clock_leads.behind(pieces, at) is not None
    if moment.hour is not None or not moment.face or moment.face > HALF:
        return False
    about = grammar.marks.behind(pieces, at)
    lead = grammar.hour_leads.behind(pieces, about[0] if about else at)
    if lead is None or not _ends_phrase(pieces, moment.end, grammar):
        return False
    before = pieces[max(0, lead[0] - COUNTED_WITHIN) : lead[0]]
    return not any(piece.lower in grammar.words.hour_guards for piece in before)


def _ends_phrase(pieces: Pieces, at: int, grammar: Grammar) -> bool:
    if at >= len(pieces) or pieces[at].lower in grammar.stops:
        return True
    return pieces[at].kind == "sign" and not is_glued(pieces, at + 1)


def _minutes(pieces: Pieces, at: int) -> int | None:
    """Return the minutes of `7:30`, whose colon stands at a place."""
    if at + 1 >= len(pieces) or pieces[at].text != ":" or not is_glued(pieces, at):
        return None
    text = pieces[at + 1].text
    if not is_glued(pieces, at + 1) or len(text) != MINUTE_DIGITS:
        return None
    return int(text) if text.isdigit() and int(text) < HOUR else None


def _within(hour: float, earliest: float) -> float:
    """Return an hour of a half day on the clock of 24, at or after the earliest."""
    if hour > HALF:
        return hour
    hour %= HALF
    while hour < earliest:
        hour += HALF
    return hour % DAY
