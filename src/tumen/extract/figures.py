"""Numbers in the running text made into figure claims."""

from collections.abc import Iterator
from dataclasses import replace

from tumen.extract.amounts import Quantity, find_amounts
from tumen.extract.attribution import attribution_at
from tumen.extract.elements import FigureElements, unit_of
from tumen.extract.figure_clause import VERBAL, Surroundings, surroundings_of
from tumen.extract.figure_slots import SlotReader
from tumen.extract.frame import Frame
from tumen.extract.hedges import hedge_at
from tumen.extract.measures import Reading, possible_measures, read_measure
from tumen.records.amount import Amount, Measure
from tumen.records.claim import Claim, Kind, Slot
from tumen.records.ids import ClaimId
from tumen.records.span import Span

RULES = "figures.1"
"""Version of the figure rules; enters each claim."""


def find_figures(frame: Frame) -> Iterator[Claim]:
    """Yield a claim for each number of the body that the codebook knows about."""
    elements = FigureElements(frame.codebook.elements.values())
    reader = SlotReader.of(frame)
    words = frame.language.numbers
    quantities = [
        _with_people(quantity, frame, reader)
        for paragraph in frame.analysis.paragraphs
        for quantity in find_amounts(
            frame.document.text, paragraph.start, paragraph.end, words
        )
    ]
    starts = frozenset(quantity.span.start for quantity in quantities)
    for quantity in quantities:
        around = surroundings_of(frame, quantity.span, quantity.value_span, starts)
        claim = _claim(frame, quantity, around, elements, reader)
        if claim is not None:
            yield claim


def _claim(
    frame: Frame,
    quantity: Quantity,
    around: Surroundings,
    elements: FigureElements,
    reader: SlotReader,
) -> Claim | None:
    possible = possible_measures(quantity)
    choice = elements.choose(frame.analysis, around, possible, quantity)
    if choice is None:
        return None
    reading = read_measure(
        frame.analysis, around, choice.element, possible, frame.language.voices
    )
    span = around.clause
    said = attribution_at(frame, quantity.span)
    hedge = hedge_at(frame, span, said)
    population = reader.population(quantity, around)
    place = reader.place(quantity, around, choice.element)
    dated = reader.as_of(around, choice.element, reading.measure, hedge.hedge)
    slots = {
        "amount": Slot(rule="amount.grammar", confidence=0.95, span=quantity.span),
        "measure": Slot(
            rule=reading.rule,
            confidence=reading.confidence,
            alternatives=tuple(m.value for m in reading.others),
        ),
        "element": Slot(
            rule="element.cues",
            confidence=choice.confidence,
            alternatives=choice.others,
        ),
        "speaker": said.slot,
        "hedge": hedge.slot,
        "population": population.slot,
        "place": place.slot,
        "as_of": dated.slot,
    }
    return Claim(
        id=ClaimId(""),
        capture=frame.document.capture,
        doc=frame.document.name,
        span=span,
        quote=span.quote(frame.document.text),
        kind=Kind.FIGURE,
        element=choice.element.code,
        amount=_amount(quantity, reading.measure),
        as_of=dated.period,
        place=place.name,
        iso=place.iso,
        population=population.name,
        speaker=said.voice,
        via=said.via,
        chain=said.chain,
        hedge=hedge.hedge,
        flags=_flags(
            quantity,
            reading,
            (*said.flags, *dated.flags),
            is_forecast=hedge.is_forecast,
        ),
        slots=slots,
        rule=RULES,
        confidence=_together(slots),
    )


def _with_people(quantity: Quantity, frame: Frame, reader: SlotReader) -> Quantity:
    """Return a number without a noun as one of persons where it can be no other.

    So it is before `of them`; and in a sentence that names a group of people, before
    a verb or as the second number of a change (`fell from 900 to 120`).
    """
    if quantity.unit is not None:
        return quantity
    voices, text = frame.language.voices, frame.document.text
    persons = replace(
        quantity, unit="persons", kind="people", noun=None, noun_span=None
    )
    behind = text[quantity.value_span.end :].lstrip().lower()
    if behind.startswith(voices.elided_people):
        return persons
    if quantity.noun is not None:
        return quantity
    sentence = frame.analysis.sentence_at(quantity.span.start)
    places = frame.analysis.tokens_in(Span(quantity.span.end, sentence.span.end))
    before_verb = bool(places) and frame.analysis.tokens[places[0]].pos in VERBAL
    if before_verb or quantity.form.startswith("change") or _is_total(quantity, frame):
        return persons if reader.people.named_in(sentence.span) else quantity
    return quantity


def _is_total(quantity: Quantity, frame: Frame) -> bool:
    """Tell whether a number follows `the number of ... is` or `numbered`."""
    analysis = frame.analysis
    sentence = analysis.sentence_at(quantity.span.start)
    before = Span(sentence.span.start, quantity.span.start)
    words = {analysis.tokens[i].lower for i in analysis.tokens_in(before)}
    return bool(words & frame.language.voices.totals)


def _amount(quantity: Quantity, measure: Measure) -> Amount:
    return Amount(
        measure=measure,
        low=quantity.low,
        best=quantity.best,
        high=quantity.high,
        unit=unit_of(quantity),
        qualifier=quantity.qualifier,
    )


KEPT_FLAGS = ("word_share", "decades", "converted_twin")


def _flags(
    quantity: Quantity,
    reading: Reading,
    more: tuple[str, ...],
    *,
    is_forecast: bool,
) -> tuple[str, ...]:
    flags = [flag for flag in quantity.flags if flag in KEPT_FLAGS]
    both = {Measure.STOCK, Measure.FLOW} <= {reading.measure, *reading.others}
    if both and quantity.kind == "people":
        flags.append("stock_or_flow")
    if is_forecast:
        flags.append("forecast")
    return tuple(dict.fromkeys((*flags, *more)))


def _together(slots: dict[str, Slot]) -> float:
    """Return the chance that value, measure and speaker are all right."""
    chance = 1.0
    for name in ("amount", "measure", "speaker"):
        chance *= slots[name].confidence
    return round(chance, 3)
