"""Numbers whose noun is left out: give them what they count where it is plain."""

from dataclasses import replace

from tumen.codebook.words_numbers import NumberWords
from tumen.codebook.words_voices import VoiceWords
from tumen.extract.amounts import Quantity
from tumen.extract.analysis import Sentence
from tumen.extract.compiled import once
from tumen.extract.figure_clause import VERBAL
from tumen.extract.figure_people import PagePeople
from tumen.extract.frame import Frame
from tumen.records.span import Span

LOOK_BACK = 3
"""`The true number is closer to 900` may count people named so many sentences before."""

THINGS_BACK, THINGS = 1, 2
"""Sentences before its own in which the things that a number counts may be named, and
how many of them are tried."""

PREPOSITIONS_REACH = 30
YEARS = (1900, 2100)
"""Bare numbers between these are taken for years."""


def with_people(
    quantity: Quantity, frame: Frame, people: PagePeople, before: Quantity | None
) -> Quantity:
    """Return a number without a unit as one of persons where it can be no other.

    So it is when its noun names people, before `of them`, and, near words that name
    people, before a verb, in a change (`fell from 900 to 120`), in a comparison (`up
    from 900`), as a total (`put the number at 900`) and in a row (`900 as students and
    120 as trainees`).

    Args:
        before: the quantity before it on the page.
    """
    if quantity.unit is not None:
        return quantity
    if quantity.noun_span is not None and people.named_by(quantity.noun_span):
        return replace(quantity, unit="persons", kind="people")
    again = _same_thing(quantity, frame, people, before)
    if again is not None:
        return again
    behind = frame.document.text[quantity.value_span.end :].lstrip().lower()
    if behind.startswith(frame.language.voices.elided_people):
        return _as_persons(quantity)
    if quantity.noun is not None or _thing_before(quantity, frame) is not None:
        return _as_thing(quantity, frame)
    is_people = _is_people(quantity, frame, people) or _in_row(quantity, before, frame)
    return _as_persons(quantity) if is_people else quantity


def _as_persons(quantity: Quantity) -> Quantity:
    return replace(quantity, unit="persons", kind="people", noun=None, noun_span=None)


def _is_people(quantity: Quantity, frame: Frame, people: PagePeople) -> bool:
    sentence = frame.analysis.sentence_at(quantity.span.start)
    is_open = _before_verb(quantity, frame, sentence) or _is_compared(quantity, frame)
    if is_open and people.named_in(sentence.span):
        return True
    is_told = _is_total(quantity, frame) or _is_compared(quantity, frame)
    return is_told and people.named_in(_context(frame, sentence))


def _in_row(quantity: Quantity, before: Quantity | None, frame: Frame) -> bool:
    """Tell whether a bare number stands in one sentence with a number of people."""
    if before is None or before.kind != "people" or _is_year(quantity):
        return False
    index = frame.analysis.sentence_index
    return index(before.span.start) == index(quantity.span.start)


def _is_year(quantity: Quantity) -> bool:
    value = quantity.best or quantity.low or quantity.high or 0
    return YEARS[0] <= value <= YEARS[1]


def _before_verb(quantity: Quantity, frame: Frame, sentence: Sentence) -> bool:
    if quantity.span.end >= sentence.span.end:
        return False
    places = frame.analysis.tokens_in(Span(quantity.span.end, sentence.span.end))
    return bool(places) and frame.analysis.tokens[places[0]].pos in VERBAL


def _is_compared(quantity: Quantity, frame: Frame) -> bool:
    text = frame.document.text
    before = text[
        max(0, quantity.span.start - PREPOSITIONS_REACH) : quantity.span.start
    ]
    comparers = frame.language.voices.comparers
    return quantity.form.startswith("change") or before.rstrip().lower().endswith(
        comparers
    )


def _is_total(quantity: Quantity, frame: Frame) -> bool:
    """Tell whether a number follows `the number of ... is` or `numbered`."""
    sentence = frame.analysis.sentence_at(quantity.span.start)
    if sentence.span.start >= quantity.span.start:
        return False
    before = Span(sentence.span.start, quantity.span.start)
    words = {frame.analysis.tokens[i].lower for i in frame.analysis.tokens_in(before)}
    return bool(words & frame.language.voices.totals)


def _context(frame: Frame, sentence: Sentence) -> Span:
    index = frame.analysis.sentence_index(sentence.span.start)
    first = frame.analysis.sentences[max(0, index - LOOK_BACK)]
    return Span(first.span.start, sentence.span.end)


def _as_thing(quantity: Quantity, frame: Frame) -> Quantity:
    """Return `visas fell to 753` as a number of visas."""
    unit = _thing_before(quantity, frame)
    is_told = _is_compared(quantity, frame) or _is_total(quantity, frame)
    if unit is None or not is_told:
        return quantity
    return replace(quantity, unit=unit, kind="thing")


def _same_thing(
    quantity: Quantity, frame: Frame, people: PagePeople, before: Quantity | None
) -> Quantity | None:
    """Return `7,000 of those cases` in the unit of the papers counted before.

    A bare number in the same sentence counts them, too (`900 visas, in May 40`).
    """
    papers = frame.language.voices.papers
    if before is None or before.unit not in papers or _is_year(quantity):
        return None
    index = frame.analysis.sentence_index
    distance = index(quantity.span.start) - index(before.span.start)
    noun = (quantity.noun or "").lower()
    is_again = noun in frame.language.numbers.anaphors and distance <= LOOK_BACK
    of_them = "of_them" in quantity.flags
    in_row = quantity.noun is None and distance == 0 and not of_them
    between = Span(before.span.end, max(before.span.end + 1, quantity.span.start))
    is_part = of_them and distance <= 1 and not people.named_in(between)
    if not (is_again or in_row or is_part):
        return None
    return replace(
        quantity,
        unit=before.unit,
        kind="thing",
        noun=None,
        noun_span=None,
        flags=("bare", *quantity.flags),
    )


def _thing_before(quantity: Quantity, frame: Frame) -> str | None:
    sentence = frame.analysis.sentence_at(quantity.span.start)
    if sentence.span.start >= quantity.span.start:
        return None
    before = Span(sentence.span.start, quantity.span.start)
    words = [frame.analysis.tokens[i].lower for i in frame.analysis.tokens_in(before)]
    counted = _paper_units(frame.language.voices, frame)
    return next((counted[w] for w in reversed(words) if w in counted), None)


def _paper_units(voices: VoiceWords, frame: Frame) -> dict[str, str]:
    return {
        word: unit.name
        for unit in frame.language.numbers.units
        for word in unit.words
        if unit.name in voices.papers
    }


def things_before(frame: Frame, quantity: Quantity) -> tuple[str, ...]:
    """Return the things named last before a number, the nearest first, at most two.

    `Work permits in force: 11,490`; the sentence before counts where its own names none.
    """
    index = frame.analysis.sentence_index(quantity.span.start)
    counted = _things(frame.language.numbers)
    for place in range(index, max(-1, index - 1 - THINGS_BACK), -1):
        sentence = frame.analysis.sentences[place].span
        end = min(sentence.end, quantity.span.start)
        if sentence.start >= end:
            continue
        tokens = frame.analysis.tokens_in(Span(sentence.start, end))
        words = [frame.analysis.tokens[i].lower for i in reversed(tokens)]
        found = tuple(dict.fromkeys(counted[w] for w in words if w in counted))
        if found:
            return found[:THINGS]
    return ()


@once
def _things(words: NumberWords) -> dict[str, str]:
    """Return the unit of each word for things that are counted."""
    return {
        w: unit.name for unit in words.units if unit.kind == "thing" for w in unit.words
    }
