"""Quantities with a number: single ones, ranges, changes, parts, converted twins."""

from dataclasses import dataclass, replace

from tumen.codebook.words_numbers import UnitWords
from tumen.extract.amounts_grammar import Grammar
from tumen.extract.amounts_joins import Pair, read_pair
from tumen.extract.amounts_marks import Mark, mark_after, mark_before
from tumen.extract.amounts_nouns import (
    Counted,
    rate_before,
    read_counted,
    read_rate,
    read_whole,
    skip_links,
)
from tumen.extract.amounts_quantity import Quantity, Reading, bounded, span_of
from tumen.extract.amounts_skips import (
    code_end,
    date_end,
    is_age_in_commas,
    is_list_number,
    is_year,
    series_end,
    skip_reason,
)
from tumen.extract.amounts_tokens import Pieces, is_glued
from tumen.extract.amounts_words import noun_text, one_counts
from tumen.extract.number_words import Number, read_number
from tumen.records.amount import Qualifier

TWINNED = frozenset({"money", "distance", "mass", "area"})
SMALL_WHOLE = 10.0


@dataclass(frozen=True, slots=True)
class Term:
    """A number with the sign of money in front of it, if any; `begin` counts it."""

    begin: int
    number: Number
    sign: UnitWords | None = None


def read_term(
    pieces: Pieces, at: int, grammar: Grammar, *, second: bool = False
) -> Term | None:
    """Return the number that begins at a piece, with its sign, else None."""
    sign = grammar.signs.ahead(pieces, at)
    if sign is not None and not all(
        is_glued(pieces, k) for k in range(at + 1, sign[0])
    ):
        return None
    place = sign[0] if sign else at
    number = read_number(pieces, place, grammar, signed=sign is not None, second=second)
    if number is None:
        return None
    return Term(at, number, sign[1] if sign else None)


def read_numbers(
    pieces: Pieces, at: int, grammar: Grammar, text: str
) -> Reading | None:
    """Return what is read from the number at a piece; nothing for dates and codes."""
    term = read_term(pieces, at, grammar)
    if term is None:
        return None
    if term.sign is None:
        nothing = _nothing(pieces, term.number, grammar, text)
        if nothing is not None:
            return Reading(nothing)
    counted = _counted(pieces, term.number.end, term.sign, grammar)
    pair = read_pair(pieces, term.begin, term.number, counted, grammar)
    if pair is not None:
        return _from_pair(pieces, term, pair, grammar, text)
    return _part(pieces, term, counted, grammar, text) or _single(
        pieces, term, counted, grammar, text
    )


def _nothing(pieces: Pieces, number: Number, grammar: Grammar, text: str) -> int | None:
    """Return the end of a date, clock, code, age or list number, else None."""
    if number.digits:
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


def _counted(
    pieces: Pieces, at: int, sign: UnitWords | None, grammar: Grammar
) -> Counted:
    """Return what stands behind the number; a sign of money settles the unit."""
    if sign is None:
        return read_counted(pieces, at, grammar)
    word = grammar.units.ahead(pieces, at)
    return Counted(word[0] if word and word[1].kind == "money" else at, sign)


def _single(
    pieces: Pieces, term: Term, counted: Counted, grammar: Grammar, text: str
) -> Reading:
    number, mark = term.number, mark_before(pieces, term.begin, grammar)
    behind = mark_after(pieces, number.end, grammar)
    if behind is not None:
        mark = Mark(mark.begin, behind[1])
        counted = _counted(pieces, behind[0], term.sign, grammar)
    marked = mark.qualifier is not Qualifier.EXACT
    if is_year(pieces, number, counted, marked=marked, grammar=grammar):
        return Reading(number.end)
    rate = _rate(pieces, term.begin, counted, grammar)
    if not one_counts(number, counted, stressed=marked or rate is not None):
        return Reading(number.end)
    place = (term.begin, number.end)
    reason = skip_reason(pieces, mark.begin, place, number.value, counted, grammar)
    if reason is not None and not (rate and number.value == 1):
        end = max(number.end, counted.end if counted.unit else 0)
        return Reading(series_end(pieces, end, grammar))
    end = max(number.end, behind[0] if behind else 0)
    draft = _Draft(term.begin, end, mark, counted, rate)
    return _finished(pieces, draft, (number.value, None), "plain", grammar, text)


def _rate(
    pieces: Pieces, begin: int, counted: Counted, grammar: Grammar
) -> tuple[int, str] | None:
    """Return the end of the rate and what it is per; None without one."""
    if counted.per is not None:
        return counted.end, counted.per
    found = read_rate(pieces, counted.end, grammar)
    if found is not None or counted.unit is None:
        return found if counted.unit is not None else None
    before = rate_before(pieces, begin, counted.unit, grammar)
    return (counted.end, before) if before else None


@dataclass(frozen=True, slots=True)
class _Draft:
    """A value from piece `begin` to `end` before it becomes a quantity."""

    begin: int
    end: int
    mark: Mark
    counted: Counted
    rate: tuple[int, str] | None = None


def _finished(
    pieces: Pieces,
    draft: _Draft,
    values: tuple[float, float | None],
    form: str,
    grammar: Grammar,
    text: str,
) -> Reading:
    """Return the quantity and, when it is converted in brackets, its twin."""
    counted, rate = draft.counted, draft.rate
    unit_end = max(draft.end, counted.end if counted.unit else 0)
    twin = _twin(pieces, unit_end, counted.unit, grammar)
    if twin is not None and rate is None:
        rate = read_rate(pieces, twin[1], grammar)
    end = max(unit_end, rate[0] if rate else 0)
    first = _quantity(pieces, replace(draft, rate=rate), values, end, form, text)
    first = replace(first, flags=first.flags + _shape_flags(pieces, draft, grammar))
    if counted.unit is not None and counted.unit.kind == "percent":
        first = _with_whole(pieces, first, unit_end, grammar, text)
    if twin is None:
        return Reading(end, (first,))
    second = _converted(pieces, twin, first, (end, rate), grammar, text)
    return Reading(max(end, twin[1]), (first, second))


def _converted(
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
    counted = _twin_unit(pieces, term, grammar)
    copy = _Draft(term.begin, term.number.end, mark, counted, ends[1])
    last = ends[0] if ends[0] > after else counted.end
    values = (term.number.value, None)
    found = _quantity(pieces, copy, values, max(last, copy.end), "plain", text)
    return replace(found, twin_of=0, flags=("converted_twin",))


TWIN_MARKS = frozenset(
    {
        Qualifier.ABOUT,
        Qualifier.OVER,
        Qualifier.AT_LEAST,
        Qualifier.UP_TO,
        Qualifier.UNDER,
    }
)


def _quantity(
    pieces: Pieces,
    draft: _Draft,
    values: tuple[float, float | None],
    end: int,
    form: str,
    text: str,
) -> Quantity:
    counted, per = draft.counted, draft.rate[1] if draft.rate else None
    unit, kind = counted.unit, counted.unit.kind if counted.unit else None
    low, best, high = bounded(draft.mark.qualifier, *values)
    name = unit.name if unit else None
    return Quantity(
        span=span_of(pieces, draft.mark.begin, end),
        value_span=span_of(pieces, draft.begin, draft.end),
        low=low,
        best=best,
        high=high,
        qualifier=draft.mark.qualifier,
        unit=f"{name}/{per}" if name and per else name,
        kind=kind,
        noun=noun_text(pieces, counted, text),
        noun_span=span_of(pieces, *counted.noun) if counted.noun else None,
        form=_form(form, kind, per),
        per=per,
        flags=("joined",) if counted.joined else (),
    )


def _form(form: str, kind: str | None, per: str | None) -> str:
    if form != "plain" and form != "range":
        return form
    if kind in ("money", "percent"):
        return "money" if kind == "money" else "share"
    return "rate" if per else form


def _shape_flags(pieces: Pieces, draft: _Draft, grammar: Grammar) -> tuple[str, ...]:
    before = draft.mark.begin - 1
    definite = before >= 0 and pieces[before].lower in grammar.definite
    return ("definite",) if definite else ()


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


def _twin_unit(pieces: Pieces, term: Term, grammar: Grammar) -> Counted:
    return _counted(pieces, term.number.end, term.sign, grammar)


def _twin(
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
    other = _twin_unit(pieces, term, grammar)
    same_kind = other.unit is not None and other.unit.kind == unit.kind
    if not same_kind or other.unit is unit:
        return None
    closes = other.end < len(pieces) and pieces[other.end].text in ")],"
    return term, other.end + closes


def _from_pair(
    pieces: Pieces, term: Term, pair: Pair, grammar: Grammar, text: str
) -> Reading:
    """Return the quantities of a range or of a change; nothing for two years."""
    if pair.is_nothing:
        return Reading(pair.second.end)
    counted = _counted(pieces, pair.second.end, pair.sign or term.sign, grammar)
    if counted.unit is None and pair.unit is not None:
        counted = replace(counted, unit=pair.unit)
    rate = _rate(pieces, term.begin, counted, grammar)
    place = (term.begin, pair.second.end)
    if skip_reason(pieces, pair.begin, place, None, counted, grammar):
        return Reading(pair.second.end)
    if not pair.is_change:
        mark = Mark(pair.begin, Qualifier.BETWEEN)
        draft = _Draft(term.begin, pair.second.end, mark, counted, rate)
        values = (pair.low, pair.second.value)
        return _finished(pieces, draft, values, "range", grammar, text)
    first = _Draft(
        term.begin, term.number.end, pair.first_mark, replace(counted, end=0), rate
    )
    second = _Draft(pair.second.begin, pair.second.end, pair.second_mark, counted, rate)
    end = max(
        pair.second.end, counted.end if counted.unit else 0, rate[0] if rate else 0
    )
    return Reading(
        end,
        (
            _quantity(
                pieces, first, (pair.low, None), term.number.end, "change_from", text
            ),
            _quantity(
                pieces, second, (pair.second.value, None), end, "change_to", text
            ),
        ),
    )


def _part(
    pieces: Pieces, term: Term, counted: Counted, grammar: Grammar, text: str
) -> Reading | None:
    """Read `140 of 176 workers` as two figures, `one in three` as a share."""
    number = term.number
    for end in {number.end, counted.end}:
        shares = grammar.out_of.ahead(pieces, end)
        whole = read_number(pieces, shares[0], grammar) if shares else None
        if whole is None or not number.value < whole.value <= SMALL_WHOLE:
            continue
        behind = _counted(pieces, whole.end, None, grammar)
        if end == number.end or behind.noun is None:
            thing = behind if end == number.end else counted
            return _share_of(pieces, term, whole, thing, text, grammar)
    joint = grammar.part_of.ahead(pieces, number.end)
    whole = read_number(pieces, joint[0], grammar) if joint else None
    if whole is None or number.value in (1, whole.value) or number.value > whole.value:
        return None
    behind = _counted(pieces, whole.end, None, grammar)
    if is_year(pieces, whole, behind, marked=False, grammar=grammar):
        return None
    part = _Draft(
        term.begin, number.end, mark_before(pieces, term.begin, grammar), behind
    )
    full = _Draft(
        whole.begin, whole.end, mark_before(pieces, whole.begin, grammar), behind
    )
    end = max(whole.end, behind.end if behind.unit else 0)
    first = _quantity(pieces, part, (number.value, None), number.end, "plain", text)
    second = _quantity(pieces, full, (whole.value, None), end, "plain", text)
    return Reading(
        end, (replace(first, flags=("part",)), replace(second, flags=("whole",)))
    )


def _share_of(
    pieces: Pieces,
    term: Term,
    whole: Number,
    counted: Counted,
    text: str,
    grammar: Grammar,
) -> Reading:
    mark = mark_before(pieces, term.begin, grammar)
    low, best, high = bounded(mark.qualifier, 100 * term.number.value / whole.value)
    quantity = Quantity(
        span=span_of(pieces, mark.begin, whole.end),
        value_span=span_of(pieces, term.begin, whole.end),
        low=low,
        best=best,
        high=high,
        qualifier=mark.qualifier,
        unit="percent",
        kind="percent",
        noun=noun_text(pieces, counted, text),
        noun_span=span_of(pieces, *counted.noun) if counted.noun else None,
        form="share_words",
    )
    return Reading(whole.end, (quantity,))
