"""Decided cases from labelled texts: what a choice was between, and what was right."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from quality.articles import Labelled
from quality.learn.fit import Decided
from quality.reading import labels_of, make_document
from tumen.codebook.schema import Codebook, Element
from tumen.extract.amounts import Quantity
from tumen.extract.analyzer import Analyzer
from tumen.extract.attribution import link_at
from tumen.extract.element_choice import (
    NOTHING,
    Before,
    Elements,
    element_candidates,
)
from tumen.extract.figure_candidates import (
    AS_WRITTEN,
    FigureCandidate,
    Reading,
    find_candidates,
)
from tumen.extract.figure_slots import SlotReader
from tumen.extract.figures import elements_of
from tumen.extract.frame import Frame, make_frame
from tumen.extract.measure_choice import measure_candidates
from tumen.extract.voice_choice import MODEL as VOICES
from tumen.extract.voice_choice import said_at
from tumen.extract.voice_features import Said, VoiceCandidate, voice_candidates
from tumen.extract.voices import AUTHOR
from tumen.records.claim import Kind
from tumen.records.span import Span
from tumen.records.truth import TruthClaim
from tumen.score.names import SameNames
from tumen.score.slots import accepted, has_value, is_close


@dataclass(frozen=True, slots=True)
class Opened:
    """A labelled text made ready, with the numbers found in it."""

    text: Labelled
    labels: tuple[TruthClaim, ...]
    frame: Frame
    reader: SlotReader
    figures: tuple[FigureCandidate, ...]


def open_texts(
    texts: Iterable[Labelled], codebook: Codebook, analyzer: Analyzer
) -> tuple[Opened, ...]:
    """Return texts taken apart, in their order."""
    found = []
    for text in texts:
        frame = make_frame(make_document(text, codebook), codebook, analyzer)
        reader = SlotReader.of(frame)
        figures = tuple(find_candidates(frame, reader))
        found.append(Opened(text, labels_of(text), frame, reader, figures))
    return tuple(found)


def element_cases(texts: Iterable[Opened]) -> Iterator[Decided]:
    """Yield for every number which element it is about, `none` when unlabelled.

    The claim before is the labelled one.
    """
    for opened in texts:
        elements = elements_of(opened.frame.codebook)
        before: Before | None = None
        for figure in opened.figures:
            label = label_of(figure.quantity, opened.labels)
            wanted = set(accepted(label, "element")) if label else {NOTHING}
            found = element_candidates(
                opened.frame, figure, elements, opened.reader, before
            )
            if label is not None:
                before = before_of(opened.frame, figure, label.element)
            right = right_elements(label, found, wanted)
            if right:
                yield Decided(found.evidence, right, opened.text.name)


def before_of(frame: Frame, figure: FigureCandidate, code: str) -> Before:
    """Return a number as the claim before another one."""
    index = frame.analysis.sentence_index(figure.quantity.span.start)
    return Before(code, index, frame.analysis.sentences[index].paragraph)


def right_elements(
    label: TruthClaim | None, found: Elements, wanted: Collection[object]
) -> frozenset[int]:
    """Return the candidates with a wanted element: those with the labelled unit.

    Where none has it, the one with the unit as written; where that fits none, any.
    """
    fitting = {n for n, code in enumerate(found.codes) if code in wanted}
    if label is None:
        return frozenset(fitting)
    units = accepted(label, "unit")
    exact = {n for n in fitting if found.readings[n].quantity.unit in units}
    written = {n for n in fitting if found.readings[n].source == AS_WRITTEN}
    return frozenset(exact or written or fitting)


def measure_cases(texts: Iterable[Opened]) -> Iterator[Decided]:
    """Yield for every labelled number what it measures, where there is a choice."""
    for opened in texts:
        for figure, label, element in labelled_figures(opened):
            read = reading_of(figure, element, label)
            if read is None:
                continue
            found = measure_candidates(
                opened.frame, figure.around, read, element, opened.reader
            )
            wanted = set(accepted(label, "measure"))
            right = {n for n, m in enumerate(found.measures) if m in wanted}
            if right and len(found.measures) > 1:
                yield Decided(found.evidence, frozenset(right), opened.text.name)


def reading_of(
    figure: FigureCandidate, element: Element, label: TruthClaim
) -> Reading | None:
    """Return the reading of a number with the labelled unit, else one that fits."""
    fitting = [
        read
        for read in figure.readings
        if {*element.measures} & {m.value for m in read.possible}
    ]
    same = [read for read in fitting if read.quantity.unit == label.unit]
    return next(iter((*same, *fitting)), None)


def voice_cases(texts: Iterable[Opened], names: SameNames) -> Iterator[Decided]:
    """Yield for every label who said it, where that voice was found on the page.

    The voice before is the labelled one; where a text comes with weights, it is the one
    that these choose, as it will be on other pages.
    """
    for opened in texts:
        if not opened.frame.analysis.sentences:
            continue
        for chain in (_figure_spans(opened), _other_spans(opened)):
            yield from _voices(opened, chain, names)


def _voices(
    opened: Opened, chain: Iterable[tuple[TruthClaim, Span]], names: SameNames
) -> Iterator[Decided]:
    before: Said | None = None
    frame = opened.frame
    for label, span in chain:
        found = voice_candidates(frame, span, link_at(frame, span), before)
        right = {n for n, each in enumerate(found) if speaks(each, label, names)}
        if right and len(found) > 1:
            evidence = tuple(c.evidence for c in found)
            yield Decided(evidence, frozenset(right), opened.text.name)
        if VOICES in frame.language.learned:
            _, before = said_at(frame, span, before)
        else:
            speech = found[min(right)].speech if right else None
            before = Said(speech.profile.number if speech else None, span)


def speaks(candidate: VoiceCandidate, label: TruthClaim, names: SameNames) -> bool:
    """Tell whether a voice is the one a label names."""
    voice = candidate.speech.profile.voice if candidate.speech else AUTHOR
    wanted = accepted(label, "speaker")
    return any(names.is_voice(str(name), voice.name) for name in wanted)


def _figure_spans(opened: Opened) -> Iterator[tuple[TruthClaim, Span]]:
    for figure in opened.figures:
        label = label_of(figure.quantity, opened.labels)
        if label is not None:
            yield label, figure.quantity.span


def _other_spans(opened: Opened) -> Iterator[tuple[TruthClaim, Span]]:
    """Yield the words of labels without a number, in order of the text."""
    others = [
        (Span(label.start, label.end), label)
        for label in opened.labels
        if label.kind is not Kind.FIGURE
        and label.start is not None
        and label.end is not None
    ]
    for span, label in sorted(others, key=lambda pair: pair[0]):
        yield label, span


def labelled_figures(
    opened: Opened,
) -> Iterator[tuple[FigureCandidate, TruthClaim, Element]]:
    """Yield the numbers that a label counts, with it and its element, in order."""
    for figure in opened.figures:
        label = label_of(figure.quantity, opened.labels)
        element = opened.frame.codebook.elements.get(label.element) if label else None
        if label is not None and element is not None:
            yield figure, label, element


def labelled_words(opened: Opened) -> Iterator[tuple[Span, TruthClaim, Element]]:
    """Yield the words of labels without a number, with the label and its element."""
    for label in opened.labels:
        element = opened.frame.codebook.elements.get(label.element)
        span = Span(label.start or 0, label.end or 0)
        is_told = len(opened.frame.analysis.tokens_in(span)) > 0
        if label.kind is not Kind.FIGURE and element is not None and is_told:
            yield span, label, element


def label_of(quantity: Quantity, labels: Sequence[TruthClaim]) -> TruthClaim | None:
    """Return the label of a number: the narrowest that holds it and its value."""
    held = [
        label
        for label in labels
        if label.kind is Kind.FIGURE
        and (label.start or 0) < quantity.span.end
        and quantity.span.start < (label.end or 0)
        and _agrees(quantity, label)
    ]
    return min(held, key=lambda row: (row.end or 0) - (row.start or 0), default=None)


def _agrees(quantity: Quantity, label: TruthClaim) -> bool:
    given = [v for v in (quantity.low, quantity.best, quantity.high) if v is not None]
    if not has_value(label):
        return not given
    wanted = [v for v in (label.low, label.best, label.high) if v is not None]
    return any(is_close(a, b) for a in wanted for b in given)
