"""Quantities in words without a number: dozens, most, half, years at a time, ages."""

from tumen.extract.amounts_grammar import Grammar
from tumen.extract.amounts_marks import Mark, mark_at_end, mark_before
from tumen.extract.amounts_nouns import (
    Counted,
    read_counted,
    read_rate,
    read_whole,
    skip_links,
)
from tumen.extract.amounts_quantity import Quantity, Reading, bounded, span_of
from tumen.extract.amounts_skips import skip_reason
from tumen.extract.amounts_tokens import Pieces, is_glued
from tumen.extract.number_words import Number, read_number
from tumen.records.amount import Qualifier

PERCENT = "percent"
HUNDRED = 100.0
ENDS = '.,;:!?)"'
"""Signs that end a phrase."""
OPENS = '"“‘(['
"""Signs that hang on a word and belong to what goes on behind it."""
PARTS = ",-–—("
"""Signs behind which `most in China` is a share."""
OF_THE = ("of", "the")
"""`Every third of the month` is a day."""
UNMEASURED = frozenset({"people", "thing", "percent", "times"})
"""Kinds of units of which there are no halves."""


def read_words(pieces: Pieces, at: int, grammar: Grammar, text: str) -> Reading | None:
    """Return what begins at a piece when it is no plain number, else None."""
    return (
        _ages(pieces, at, grammar)
        or _vague(pieces, at, grammar, text)
        or _share(pieces, at, grammar, text)
        or _fraction(pieces, at, grammar, text)
        or _at_a_time(pieces, at, grammar)
    )


def _ages(pieces: Pieces, at: int, grammar: Grammar) -> Reading | None:
    """Read `aged between 20s and 50s`; a decade of life alone counts nothing."""
    opening = grammar.ages.ahead(pieces, at)
    if opening is None:
        decade = grammar.decades.ahead(pieces, at)
        return Reading(decade[0]) if decade else None
    low = _age(pieces, opening[0], grammar)
    joint = opening[1].ahead(pieces, low[0]) if low else None
    if low is None or joint is None:
        return None
    behind = grammar.links.ahead(pieces, joint[0])
    high = _age(pieces, behind[0] if behind else joint[0], grammar)
    if high is None or low[1] >= high[1]:
        return None
    flags = ("decades",) if low[2] or high[2] else ()
    quantity = Quantity(
        span=span_of(pieces, at, high[0]),
        value_span=span_of(pieces, opening[0], high[0]),
        low=low[1],
        high=high[1],
        qualifier=Qualifier.BETWEEN,
        unit=grammar.words.age_unit,
        kind="time",
        form="age",
        flags=flags,
    )
    return Reading(high[0], (quantity,))


def _age(pieces: Pieces, at: int, grammar: Grammar) -> tuple[int, float, bool] | None:
    decade = grammar.decades.ahead(pieces, at)
    if decade is not None:
        return decade[0], decade[1], True
    number = read_number(pieces, at, grammar, second=True)
    return None if number is None else (number.end, number.value, False)


def _vague(pieces: Pieces, at: int, grammar: Grammar, text: str) -> Reading | None:
    found = grammar.vague.ahead(pieces, at)
    if found is None:
        return None
    end, vague = found
    counted = read_counted(pieces, skip_links(pieces, end, grammar), grammar)
    kind = counted.unit.kind if counted.unit else None
    if vague.needs and kind not in vague.needs:
        return None
    if skip_reason(pieces, at, (at, end), None, counted, grammar):
        return Reading(counted.end)
    rate = read_rate(pieces, counted.end, grammar)
    stop = rate[0] if rate else max(counted.end if counted.unit else end, end)
    unit = counted.unit.name if counted.unit else None
    quantity = Quantity(
        span=span_of(pieces, at, stop),
        value_span=span_of(pieces, at, end),
        qualifier=Qualifier(vague.qualifier),
        unit=f"{unit}/{rate[1]}" if rate and unit else unit,
        kind=kind,
        noun=noun_text(pieces, counted, text),
        noun_span=span_of(pieces, *counted.noun) if counted.noun else None,
        form="money" if kind == "money" else "rate" if rate else "plain",
        per=rate[1] if rate else None,
        flags=(vague.flag,) if vague.flag else (),
    )
    return Reading(stop, (quantity,))


def noun_text(pieces: Pieces, counted: Counted, text: str) -> str | None:
    """Return the counted noun phrase as written, None when elided."""
    return span_of(pieces, *counted.noun).quote(text) if counted.noun else None


def _share(pieces: Pieces, at: int, grammar: Grammar, text: str) -> Reading | None:
    found = grammar.shares.ahead(pieces, at)
    if found is None:
        return None
    end, phrase = found
    counted = read_whole(pieces, skip_links(pieces, end, grammar), grammar)
    if phrase in grammar.guarded and not _counts(pieces, at, end, counted, grammar):
        return Reading(end)
    if grammar.not_behind.ahead(pieces, end):
        return Reading(end)
    quantity = Quantity(
        span=span_of(pieces, at, end),
        value_span=span_of(pieces, at, end),
        unit=PERCENT,
        kind=PERCENT,
        noun=noun_text(pieces, counted, text),
        noun_span=span_of(pieces, *counted.noun) if counted.noun else None,
        form="share_words",
        flags=("word_share",),
    )
    return Reading(end, (quantity,))


def _counts(
    pieces: Pieces, at: int, end: int, counted: Counted, grammar: Grammar
) -> bool:
    """Tell whether `most` is a share here and no superlative."""
    if grammar.not_before.behind(pieces, at) or end >= len(pieces):
        return False
    word = pieces[end].lower
    if word in grammar.tails or word in grammar.share_verbs:
        return True
    if at and pieces[at - 1].text in PARTS and word in grammar.words.share_places:
        return True
    ends = grammar.words.plural_ends
    return counted.unit is not None or (
        counted.noun is not None
        and any(pieces[k].lower.endswith(ends) for k in range(*counted.noun))
    )


def _fraction(pieces: Pieces, at: int, grammar: Grammar, text: str) -> Reading | None:
    found = grammar.fractions.ahead(pieces, at)
    if found is None or (is_glued(pieces, at) and pieces[at - 1].text not in OPENS):
        return None
    end, percent = found
    measured = _measured_part(pieces, at, percent / HUNDRED, grammar, text)
    if measured is not None:
        return measured
    mark = mark_before(pieces, at, grammar)
    if not _is_fraction(pieces, at, end, mark, grammar):
        return None
    number = read_number(pieces, at, grammar)
    if number is not None and number.end > end:
        return None
    if grammar.not_fraction.behind(pieces, at) or _recurs(pieces, at, end, grammar):
        return Reading(end)
    counted = read_whole(pieces, skip_links(pieces, end, grammar), grammar)
    mark = _marked_behind(pieces, end, counted, mark, grammar)
    low, best, high = bounded(mark.qualifier, percent)
    quantity = Quantity(
        span=span_of(pieces, mark.begin, end),
        value_span=span_of(pieces, at, end),
        low=low,
        best=best,
        high=high,
        qualifier=mark.qualifier,
        unit=PERCENT,
        kind=PERCENT,
        noun=noun_text(pieces, counted, text),
        noun_span=span_of(pieces, *counted.noun) if counted.noun else None,
        form="share_words",
    )
    return Reading(end, (quantity,))


def _recurs(pieces: Pieces, at: int, end: int, grammar: Grammar) -> bool:
    """Tell whether `every second` is told of time (`every second Tuesday`) or a row."""
    if grammar.every.ahead(pieces, at) is None:
        return False
    if end >= len(pieces) or pieces[end].lower in grammar.dates:
        return True
    words = tuple(piece.lower for piece in pieces[end : end + len(OF_THE)])
    unit = grammar.units.ahead(pieces, end + len(OF_THE) if words == OF_THE else end)
    is_time = unit is not None and unit[1].kind == "time"
    return is_time or pieces[end].lower in grammar.words.ones


def _is_fraction(
    pieces: Pieces, at: int, end: int, mark: Mark, grammar: Grammar
) -> bool:
    """Tell whether `a third` is a share and no ordinal (`a third man`).

    So it is behind a bound (`about a third`), at the end of a phrase (`he keeps a
    third.`) and before words such as `of` and `had`.
    """
    if grammar.sure.ahead(pieces, at) or mark.qualifier is not Qualifier.EXACT:
        return True
    if end >= len(pieces):
        return True
    word = pieces[end].lower.removesuffix("n't")
    if pieces[end].kind == "sign":
        return pieces[end].text in ENDS and not is_glued(pieces, end + 1)
    if word in grammar.tails or word in grammar.stops:
        return True
    goes_on = end + 1 < len(pieces) and pieces[end + 1].lower in grammar.stops
    return goes_on and word in grammar.share_verbs


def _marked_behind(
    pieces: Pieces, end: int, counted: Counted, mark: Mark, grammar: Grammar
) -> Mark:
    """Return the bound behind a share, its whole or `of them`, else the one before."""
    tail = grammar.told_by.ahead(pieces, end)
    for place in (end, tail[0] if tail else counted.end):
        behind = mark_at_end(pieces, place, grammar)
        if behind is not None:
            return Mark(mark.begin, behind)
    return mark


def _measured_part(
    pieces: Pieces, at: int, part: float, grammar: Grammar, text: str
) -> Reading | None:
    """Read `half a year`, `1/4 mile`: a part of one unit."""
    found = grammar.measured.ahead(pieces, at)
    if found is None or grammar.not_fraction.behind(pieces, at):
        return None
    begin = found[0]
    if begin < len(pieces) and (
        pieces[begin].lower in grammar.unit_one or pieces[begin].text in "-‑"
    ):
        begin += 1
    unit = grammar.units.ahead(pieces, begin)
    if unit is None or unit[1].kind in UNMEASURED:
        return None
    mark = mark_before(pieces, at, grammar)
    low, best, high = bounded(mark.qualifier, part)
    rate = read_rate(pieces, unit[0], grammar)
    end, per = rate if rate else (unit[0], None)
    quantity = Quantity(
        span=span_of(pieces, mark.begin, end),
        value_span=span_of(pieces, at, found[0]),
        low=low,
        best=best,
        high=high,
        qualifier=mark.qualifier,
        unit=f"{unit[1].name}/{per}" if per else unit[1].name,
        kind=unit[1].kind,
        noun=span_of(pieces, begin, unit[0]).quote(text),
        noun_span=span_of(pieces, begin, unit[0]),
        form="rate" if per else "plain",
        per=per,
    )
    return Reading(end, (quantity,))


def _at_a_time(pieces: Pieces, at: int, grammar: Grammar) -> Reading | None:
    unit = grammar.units.ahead(pieces, at)
    if unit is None or unit[1].kind != "time":
        return None
    tail = grammar.at_a_time.ahead(pieces, unit[0])
    if tail is None or pieces[at].lower in grammar.singles:
        return None
    quantity = Quantity(
        span=span_of(pieces, at, tail[0]),
        value_span=span_of(pieces, at, unit[0]),
        unit=unit[1].name,
        kind="time",
        noun=None,
    )
    return Reading(tail[0], (quantity,))


def one_counts(number: Number, counted: Counted, *, stressed: bool) -> bool:
    """Tell whether a written `one` is a figure: only a measured one is.

    `one percent` always is, other measures where something stresses the number.
    """
    if number.digits or number.value != 1:
        return True
    kind = counted.unit.kind if counted.unit is not None else "thing"
    measured = kind not in ("people", "thing")
    return measured and (stressed or counted.joined or kind == "percent")
