"""Quantities with a number: single ones, ranges and changes."""

from dataclasses import replace

from tumen.extract.amounts_changes import direction_before
from tumen.extract.amounts_grammar import Grammar
from tumen.extract.amounts_joins import Pair, read_pair
from tumen.extract.amounts_marks import Mark, mark_after, mark_at_end, mark_before
from tumen.extract.amounts_nouns import (
    Counted,
    rate_before,
    read_rate,
    read_rate_of,
    read_whole,
    skip_links,
)
from tumen.extract.amounts_ones import one_is_told
from tumen.extract.amounts_parts import read_part
from tumen.extract.amounts_quantity import Quantity, Reading, span_of
from tumen.extract.amounts_rates import flow_behind, held_before, held_people
from tumen.extract.amounts_repeats import read_repeat
from tumen.extract.amounts_skips import (
    code_end,
    date_end,
    is_age_in_commas,
    is_in_name,
    is_lettered,
    is_list_number,
    is_lone_age,
    is_padded,
    is_plus,
    is_shape,
    is_year,
    series_end,
    skip_reason,
)
from tumen.extract.amounts_spells import read_spell
from tumen.extract.amounts_terms import (
    Draft,
    Term,
    counted_behind,
    make_quantity,
    read_minus,
    read_term,
)
from tumen.extract.amounts_tokens import Pieces
from tumen.extract.amounts_twins import find_twin, make_twin
from tumen.extract.amounts_words import one_counts
from tumen.extract.number_words import Number
from tumen.records.amount import Qualifier
from tumen.records.span import Span

AGE = "age"
"""Reason of the tables by which ages of one person count nothing; two are a range."""


def read_numbers(
    pieces: Pieces, at: int, grammar: Grammar, text: str
) -> Reading | None:
    """Return what is read from the number at a piece; nothing for dates and codes."""
    spell = read_spell(pieces, at, grammar)
    if spell is not None:
        number, unit, end = spell
        whole = Counted(end, unit, (number.end, end) if end > number.end else None)
        return _single(pieces, Term(at, number), whole, grammar, text)
    repeat = read_repeat(pieces, at, grammar, text)
    if repeat is not None:
        return repeat
    term = read_term(pieces, at, grammar)
    if term is None:
        return None
    counted = counted_behind(pieces, term.number.end, term.sign, grammar)
    if term.sign is None:
        nothing = _nothing(pieces, term.number, counted, grammar, text)
        if nothing is not None:
            return Reading(nothing)
    term, counted = read_minus(pieces, term, counted, grammar)
    pair = read_pair(pieces, term.begin, term.number, counted, grammar)
    if pair is not None:
        return _from_pair(pieces, term, pair, grammar, text)
    return read_part(pieces, term, counted, grammar, text) or _single(
        pieces, term, counted, grammar, text
    )


def _nothing(
    pieces: Pieces, number: Number, counted: Counted, grammar: Grammar, text: str
) -> int | None:
    """Return the end of a date, clock, code, age or list number, else None."""
    if is_padded(pieces, number):
        return number.end
    if is_plus(pieces, number, counted):
        return None
    if number.digits and not number.mixed and not is_lettered(pieces, number):
        end = code_end(pieces, number.begin, grammar) or date_end(
            pieces, number, grammar
        )
        if end is not None:
            return end
    clock = grammar.clock.ahead(pieces, number.end)
    if clock is not None and number.value <= 24:
        return clock[0]
    if is_list_number(pieces, number, text) or is_age_in_commas(pieces, number):
        return number.end
    return None


def _single(
    pieces: Pieces, term: Term, counted: Counted, grammar: Grammar, text: str
) -> Reading:
    number, mark = term.number, mark_before(pieces, term.begin, grammar)
    behind = mark_after(pieces, number.end, grammar)
    if behind is not None:
        mark = Mark(mark.begin, behind[1])
        counted = counted_behind(pieces, behind[0], term.sign, grammar)
    elif counted.unit is not None:
        tail = mark_at_end(pieces, counted.end, grammar)
        mark = Mark(mark.begin, tail) if tail else mark
    marked = mark.qualifier is not Qualifier.EXACT
    if _is_bare_nothing(pieces, number, counted, mark, grammar):
        return Reading(number.end)
    counted = held_people(pieces, counted, grammar)
    rate = _rate(pieces, term, number.value, counted, grammar)
    if rate is not None and not marked:
        tail = mark_at_end(pieces, rate[0], grammar)
        mark = Mark(mark.begin, tail) if tail else mark
    lasts = grammar.at_a_time.ahead(pieces, counted.end) is not None
    lasts = lasts or grammar.lasting_one.behind(pieces, mark.begin) is not None
    stressed = marked or lasts or rate is not None
    is_told = one_is_told(pieces, number, grammar)
    counts = is_told or one_counts(number, counted, stressed=stressed)
    if not (grammar.words.lone_one or counts):
        return Reading(number.end)
    place = (term.begin, number.end)
    reason = skip_reason(pieces, mark.begin, place, number.value, counted, grammar)
    if reason is not None and not (is_told or (rate and number.value == 1)):
        end = max(number.end, counted.end if counted.unit else 0)
        return Reading(series_end(pieces, end, grammar))
    end = max(number.end, behind[0] if behind else 0)
    draft = Draft(term.begin, end, mark, counted, rate)
    return _finished(pieces, draft, (number.value, None), "plain", grammar, text)


def _is_bare_nothing(
    pieces: Pieces, number: Number, counted: Counted, mark: Mark, grammar: Grammar
) -> bool:
    """Tell whether it is part of a name or a shape, a year, or one person's age."""
    marked = mark.qualifier is not Qualifier.EXACT
    if is_year(pieces, number, counted, marked=marked, grammar=grammar):
        return True
    if is_lone_age(pieces, mark.begin, number, counted, grammar):
        return True
    is_open = counted.unit is None and not marked
    return is_open and (
        is_in_name(pieces, number, counted, grammar) or is_shape(pieces, number)
    )


def _rate(
    pieces: Pieces, term: Term, value: float, counted: Counted, grammar: Grammar
) -> tuple[int, str] | None:
    """Return the end of the rate and what it is per; None without one."""
    if counted.per is not None:
        return counted.end, counted.per
    found = read_rate(pieces, counted.end, grammar)
    found = found or read_rate_of(pieces, counted, grammar)
    if found is not None:
        return found
    if counted.unit is None:
        return None
    before = (
        rate_before(pieces, term.begin, counted.unit, grammar)
        or held_before(pieces, term.begin, counted.unit, grammar)
        or flow_behind(pieces, value, counted, grammar)
    )
    return (counted.end, before) if before else None


def _finished(
    pieces: Pieces,
    draft: Draft,
    values: tuple[float, float | None],
    form: str,
    grammar: Grammar,
    text: str,
) -> Reading:
    """Return the quantity and, when it is converted in brackets, its twin."""
    counted, rate = draft.counted, draft.rate
    unit_end = max(draft.end, counted.end if counted.unit else 0)
    twin = find_twin(pieces, unit_end, counted.unit, grammar)
    if twin is not None and rate is None:
        rate = read_rate(pieces, twin[1], grammar)
    end = max(unit_end, rate[0] if rate else 0)
    first = make_quantity(pieces, replace(draft, rate=rate), values, end, form, text)
    first = replace(first, flags=first.flags + _shape_flags(pieces, draft, grammar))
    if counted.unit is None and counted.noun is None:
        end, first = _with_tail(pieces, first, end, grammar)
    if counted.unit is not None and counted.unit.kind == "percent":
        first = _with_whole(pieces, first, unit_end, grammar, text)
    if twin is None:
        return Reading(end, (first,))
    second = make_twin(pieces, twin, first, (end, rate), grammar, text)
    return Reading(max(end, twin[1]), (first, second))


def _with_tail(
    pieces: Pieces, quantity: Quantity, end: int, grammar: Grammar
) -> tuple[int, Quantity]:
    """Mark a number whose noun is left out, and take in words like `of them`."""
    tail = grammar.told_by.ahead(pieces, end)
    flags = ("bare",) if tail is None else ("bare", tail[1])
    stop = end if tail is None else tail[0]
    start = quantity.span.start
    span = Span(start, pieces[stop - 1].end)
    return stop, replace(quantity, span=span, flags=quantity.flags + flags)


def _shape_flags(pieces: Pieces, draft: Draft, grammar: Grammar) -> tuple[str, ...]:
    before = draft.mark.begin - 1
    definite = before >= 0 and pieces[before].lower in grammar.definite
    told = direction_before(pieces, draft.mark.begin, grammar)
    return (*(("definite",) if definite else ()), *told)


def _with_whole(
    pieces: Pieces, quantity: Quantity, end: int, grammar: Grammar, text: str
) -> Quantity:
    """Name what a percentage is a share of: `75 percent of their pay`."""
    begin = skip_links(pieces, end, grammar)
    if begin == end:
        return replace(quantity, noun=None, noun_span=None)
    whole = read_whole(pieces, begin, grammar)
    span = span_of(pieces, *whole.noun) if whole.noun else None
    return replace(quantity, noun=span.quote(text) if span else None, noun_span=span)


def _from_pair(
    pieces: Pieces, term: Term, pair: Pair, grammar: Grammar, text: str
) -> Reading:
    """Return the quantities of a range or of a change; nothing for two years."""
    if pair.is_nothing:
        return Reading(pair.second.end)
    counted = counted_behind(pieces, pair.second.end, pair.sign or term.sign, grammar)
    if counted.unit is None and pair.unit is not None:
        counted = replace(counted, unit=pair.unit)
    counted = held_people(pieces, counted, grammar)
    rate = _rate(pieces, term, pair.low, counted, grammar)
    place = (term.begin, pair.second.end)
    reason = skip_reason(pieces, pair.begin, place, None, counted, grammar)
    if reason is not None and (pair.is_change or reason != AGE):
        return Reading(pair.second.end)
    if not pair.is_change:
        mark = Mark(pair.begin, Qualifier.BETWEEN)
        draft = Draft(term.begin, pair.second.end, mark, counted, rate)
        values = (pair.low, pair.second.value)
        form = "age" if reason == AGE else "range"
        return _finished(pieces, draft, values, form, grammar, text)
    told = direction_before(pieces, pair.begin, grammar)
    first = Draft(
        term.begin, term.number.end, pair.first_mark, replace(counted, end=0), rate
    )
    second = Draft(pair.second.begin, pair.second.end, pair.second_mark, counted, rate)
    end = max(
        pair.second.end, counted.end if counted.unit else 0, rate[0] if rate else 0
    )
    begun = make_quantity(
        pieces, first, (pair.low, None), term.number.end, "change_from", text
    )
    ended = make_quantity(
        pieces, second, (pair.second.value, None), end, "change_to", text
    )
    return Reading(
        end,
        (
            replace(begun, flags=begun.flags + told),
            replace(ended, flags=ended.flags + told),
        ),
    )
