"""Units that a number may have though the words at it give another one or none."""

from collections.abc import Iterator

from tumen.codebook.words_numbers import NumberWords
from tumen.extract.amounts import Quantity
from tumen.extract.compiled import once
from tumen.extract.frame import Frame

PERIODS = {
    "hours": ("day", "week"),
    "days": ("week", "month", "year"),
    "flights": ("week", "day"),
    "trains": ("week",),
    "buses": ("month", "day"),
}
"""By unit: what a number of them may be per though no word says so."""
OF_MONEY = "month"
"""What money may be per when no word says so."""
OF_PERSONS = frozenset({"person", "worker"})
"""What a wage may be per beside its period (`900 roubles a head`)."""
COUNTED = (None, "thing")
"""Kinds of numbers whose noun may be their unit."""
SHORTEST_NOUN = 4
MOST_HELD = 150
"""People that a room or a wagon holds, at most."""
HELD_WITHIN = 8
"""Words between people and the room they live in, at most."""


def periods_of(quantity: Quantity, words: NumberWords) -> tuple[str, ...]:
    """Return what a number may be per, the likeliest first, though no word says so.

    Money may be paid by the month, large sums flow by the year, and what is paid a
    head is paid by the month as well.
    """
    if quantity.unit is None:
        return ()
    if quantity.kind != "money":
        return () if quantity.per else PERIODS.get(quantity.unit, ())
    if quantity.per is not None:
        return (OF_MONEY,) if quantity.per in OF_PERSONS else ()
    rule = words.year_flow
    is_flow = rule is not None and _value(quantity) >= rule.least
    return (OF_MONEY, rule.per) if rule is not None and is_flow else (OF_MONEY,)


def noun_unit(quantity: Quantity, words: NumberWords) -> str | None:
    """Return the plural noun that a number counts, as its unit: `17 camps`.

    None where the noun is the unit already, or names people or measures.
    """
    if quantity.noun is None or quantity.kind not in COUNTED:
        return None
    head = quantity.noun.lower().split()[-1]
    is_plural = head.endswith(tuple(words.plural_ends)) and head.isalpha()
    base = (quantity.unit or "").partition("/")[0]
    if not is_plural or len(head) < SHORTEST_NOUN or head == base:
        return None
    return f"{head}/{quantity.per}" if quantity.per else head


def holder_near(frame: Frame, quantity: Quantity) -> str | None:
    """Return the room or wagon that people share: `eight men slept in a wagon`.

    The nearest in the sentence counts, one behind the number before one in front.
    """
    if quantity.per is not None or not 1 < _value(quantity) <= MOST_HELD:
        return None
    if quantity.kind != "people" and (quantity.unit or quantity.noun) is not None:
        return None
    analysis, holders = frame.analysis, _holders(frame.language.numbers)
    sentence = analysis.sentence_at(quantity.span.start).span
    places = analysis.tokens_in(sentence)
    behind = [p for p in places if analysis.tokens[p].span.start >= quantity.span.end]
    before = [p for p in places if analysis.tokens[p].span.end <= quantity.span.start]
    near = (*behind[:HELD_WITHIN], *reversed(before[-HELD_WITHIN:]))
    words = (analysis.tokens[place].lower for place in near)
    return next((holders[word] for word in words if word in holders), None)


def _value(quantity: Quantity) -> float:
    return quantity.best or quantity.low or quantity.high or 0.0


@once
def _holders(words: NumberWords) -> dict[str, str]:
    """Return what holds people by its words, one or several."""
    held = {w: what for w, what in words.per_things.items() if what in words.holders}
    return dict(_in_plural(held, words)) | held


def _in_plural(held: dict[str, str], words: NumberWords) -> Iterator[tuple[str, str]]:
    for word, what in held.items():
        for end in words.plural_ends:
            yield word + end, what
