"""Numbers in the running text made into figure claims."""

from collections.abc import Iterator

from tumen.codebook.schema import Codebook
from tumen.extract.amounts import Quantity
from tumen.extract.compiled import once
from tumen.extract.element_choice import Before, choose_element
from tumen.extract.elements import Choice, FigureElements, unit_in
from tumen.extract.figure_candidates import FigureCandidate, find_candidates
from tumen.extract.figure_clause import Surroundings
from tumen.extract.figure_inherited import inherited_element
from tumen.extract.figure_slots import SlotReader
from tumen.extract.frame import Frame
from tumen.extract.hedges import hedge_at
from tumen.extract.measure_choice import choose_measure
from tumen.extract.measures import Reading
from tumen.extract.questions import asked
from tumen.extract.suppositions import supposed
from tumen.extract.voice_choice import said_at
from tumen.extract.voice_features import Said
from tumen.extract.voices import Attribution
from tumen.extract.withdrawn import withdrawn
from tumen.records.amount import Amount, Measure
from tumen.records.claim import Claim, Kind, Slot
from tumen.records.ids import ClaimId
from tumen.records.span import Span

RULES = "figures.1"
"""Version of the figure rules; enters each claim."""


def find_figures(frame: Frame) -> Iterator[Claim]:
    """Yield a claim for each number of the body that the codebook knows about."""
    elements = elements_of(frame.codebook)
    reader = SlotReader.of(frame)
    last: Claim | None = None
    before: Said | None = None
    for figure in find_candidates(frame, reader):
        said, here = said_at(frame, figure.quantity.span, before, is_number=True)
        claim = _claim(frame, figure, elements, reader, last, said)
        if claim is not None:
            last, before = claim, here
            yield claim


@once
def elements_of(codebook: Codebook) -> FigureElements:
    """Return the elements of a codebook that may hold figures."""
    return FigureElements(codebook.elements.values())


def _claim(
    frame: Frame,
    figure: FigureCandidate,
    elements: FigureElements,
    reader: SlotReader,
    last: Claim | None,
    said: Attribution,
) -> Claim | None:
    around = figure.around
    chosen = choose_element(frame, figure, elements, reader, _before(frame, last))
    choice, read = chosen or (None, figure.readings[0])
    quantity = read.quantity
    same = inherited_element(frame, figure.quantity, around, reader.people, last)
    if same is not None and (choice is None or same.is_told):
        choice = Choice(same.element, 0.0, (choice.element.code,) if choice else ())
        read, quantity = figure.readings[0], figure.quantity
    else:
        same = None
    if choice is None:
        return None
    reading = choose_measure(frame, around, read, choice.element, reader)
    span = around.clause
    unit = unit_in(choice.element, quantity, frame.language.voices.papers)
    hedge = hedge_at(frame, _zone_span(frame, around), said)
    hedge = supposed(frame, around, choice.element, reading.measure, hedge)
    hedge = withdrawn(frame, around, hedge)
    population = reader.population(quantity, around, choice.element, last)
    place = reader.place(quantity, around, choice.element, last)
    dated = reader.as_of(around, choice.element, reading.measure, hedge.hedge)
    slots = {
        "amount": Slot(rule="amount.grammar", confidence=0.95, span=quantity.span),
        "measure": Slot(
            rule=reading.rule,
            confidence=reading.confidence,
            alternatives=tuple(m.value for m in reading.others),
        ),
        "element": same.slot
        if same
        else Slot(
            rule=choice.rule,
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
        amount=_amount(quantity, reading.measure, unit),
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
            (*said.flags, *dated.flags, *asked(frame, around)),
            is_forecast=hedge.is_forecast,
        ),
        slots=slots,
        rule=RULES,
        confidence=_together(slots),
    )


def _before(frame: Frame, last: Claim | None) -> Before | None:
    if last is None:
        return None
    index = frame.analysis.sentence_index(last.span.start)
    return Before(last.element, index, frame.analysis.sentences[index].paragraph)


def _zone_span(frame: Frame, around: Surroundings) -> Span:
    start = frame.analysis.tokens[around.zone[0]].span.start
    return Span(min(start, around.clause.start), around.clause.end)


def _amount(quantity: Quantity, measure: Measure, unit: str | None) -> Amount:
    return Amount(
        measure=measure,
        low=quantity.low,
        best=quantity.best,
        high=quantity.high,
        unit=unit,
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
    if reading.is_either and quantity.kind == "people":
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
