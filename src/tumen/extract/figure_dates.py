"""When a figure holds: the time in its words, in the words before, or publication."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tumen.codebook.schema import Element
from tumen.extract.attribution import attribution_at
from tumen.extract.compiled import latest
from tumen.extract.date_compared import number_dated_by
from tumen.extract.figure_clause import VERBAL, Surroundings
from tumen.extract.frame import LANGUAGE, Frame
from tumen.extract.phrases import find_phrases
from tumen.extract.quotes import quote_around
from tumen.extract.stretches import Stretches
from tumen.extract.times import TimeMention, find_times
from tumen.extract.voice_page import voices_of
from tumen.extract.voices import COUNTED
from tumen.records.amount import Measure
from tumen.records.claim import Hedge, Slot, SpeakerKind
from tumen.records.period import Period
from tumen.records.span import Span

IN_CLAUSE, IN_SENTENCE, REPORT, BEFORE, PUBLISHED, BLANK = 0.85, 0.7, 0.6, 0.5, 0.6, 0.6
"""Chances that a time is right, by how it was found; first guesses."""

REPORT_GAP = 25
"""A time within so many characters of the words of attribution dates these."""

CARRIED = 2
"""An event's time is carried over at most so many sentences."""

COMPARED = "compared"
"""Part of the rule of times that date one number alone."""

HAPPENING = frozenset({Measure.FLOW, Measure.COUNT})


@dataclass(frozen=True, slots=True)
class DatedClaim:
    """A period, how it was found, and flags about it."""

    period: Period
    slot: Slot
    flags: tuple[str, ...] = ()


NEVER = DatedClaim(Period(), Slot(rule="as_of.blank", confidence=BLANK))


@dataclass(frozen=True, slots=True)
class PageTimes:
    """The times that the body of a page names."""

    frame: Frame
    mentions: tuple[TimeMention, ...]

    @classmethod
    def of(cls, frame: Frame) -> "PageTimes":
        """Find the times of the body; captions and biographies date no figure."""
        return cls(frame, tuple(_all_times(frame)))

    def date_of(
        self, around: Surroundings, element: Element, measure: Measure, hedge: Hedge
    ) -> DatedClaim:
        """Return the days a figure is about; open at both ends when unsaid."""
        compared = self._compared(around)
        if compared is not None or self._is_elsewhen(around):
            return _dated(compared, COMPARED, IN_CLAUSE) if compared else NEVER
        report = [m for m in self.within(around.sentence.span) if self.is_report(m)]
        if hedge is Hedge.PLANNED:
            stated = self._of_report(report) or self._published("as_of.statement")
            return stated or NEVER
        return (
            self._in_clause(around, element)
            or self._in_sentence(around, element)
            or self._by_default(around, element, measure, report)
        )

    def kinds_in(self, span: Span) -> tuple[str, ...]:
        """Return of which kinds the times in a span are, for the learned models."""
        return tuple(
            f"time:{mention.rule.rpartition('.')[2]}/{mention.role}"
            for mention in self.within(span)
        )

    def _compared(self, around: Surroundings) -> TimeMention | None:
        """Return the time that dates this number and no other of its sentence."""
        inside = self.within(around.sentence.span)
        return next((m for m in inside if self.number_of(m) == around.first), None)

    def number_of(self, mention: TimeMention) -> int | None:
        """Return the first token of the number that alone a time dates, else None."""
        return _numbers_of(self)[mention.span]

    def _is_elsewhen(self, around: Surroundings) -> bool:
        """Tell whether the number is of a time that is only told by another one."""
        tokens = self.frame.analysis.tokens
        behind = tokens[around.last : around.inner[-1] + 1]
        phrases = self.frame.language.voices.elsewhen
        return any(first <= 1 for first, _ in find_phrases(behind, phrases))

    def _by_default(
        self,
        around: Surroundings,
        element: Element,
        measure: Measure,
        report: Sequence[TimeMention],
    ) -> DatedClaim:
        dates_report = measure in (Measure.STOCK, Measure.COUNT)
        dated = self._of_report(report) if dates_report else None
        if dated is None and (measure in HAPPENING or self._points_back(around)):
            dated = self._carried(around)
        if dated is None and self._stands_now(around, element, measure):
            dated = self._published("as_of.published")
        return dated or NEVER

    def within(self, span: Span) -> list[TimeMention]:
        """Return the times named in a stretch of text."""
        return [self.mentions[place] for place in _places_of(self).inside(span)]

    def _in_clause(self, around: Surroundings, element: Element) -> DatedClaim | None:
        inside = self._own(around.clause, element)
        found = _nearest(inside, self._start(around))
        return _dated(found, "clause", IN_CLAUSE) if found else None

    def _own(self, span: Span, element: Element) -> list[TimeMention]:
        """Return the times that date what is said; a habit has no weekday."""
        return [
            m
            for m in self.within(span)
            if self.number_of(m) is None
            and not self.is_report(m)
            and not (element.undated and m.role == "report")
        ]

    def _in_sentence(self, around: Surroundings, element: Element) -> DatedClaim | None:
        inside = self._own(around.sentence.span, element)
        before = [m for m in inside if m.span.end <= around.clause.start]
        behind = [m for m in inside if m.span.start >= around.clause.end]
        found = before[-1] if before else (behind[0] if behind else None)
        return _dated(found, "sentence", IN_SENTENCE) if found else None

    def _start(self, around: Surroundings) -> int:
        return self.frame.analysis.tokens[around.first].span.start

    def is_report(self, mention: TimeMention) -> bool:
        """Tell whether a time dates the words of a voice, not what they say."""
        text = self.frame.document.text
        page = voices_of(self.frame)
        if page.sources.holding(mention.span):
            return True
        index = self.frame.analysis.sentence_index(mention.span.start)
        if not self.frame.analysis.sentences[index].span.holds(mention.span):
            return False
        for speech in page.cited_at.get(index, ()):
            cue = speech.cue
            if cue.rule == COUNTED:
                continue
            end = max(cue.anchor.end, cue.source.end if cue.source else 0)
            if 0 <= mention.span.start - end <= REPORT_GAP:
                between = text[end : mention.span.start]
                if "," not in between and not self._says(between):
                    return True
        return False

    def _says(self, between: str) -> bool:
        """Tell whether what is said has begun between attribution and time."""
        starts = self.frame.language.voices.cues.clause_breaks
        return any(word in starts for word in between.lower().split())

    def _of_report(self, report: Sequence[TimeMention]) -> DatedClaim | None:
        if not report:
            return None
        dated = _dated(report[-1], "report", REPORT)
        return DatedClaim(dated.period, dated.slot, ("report_date",))

    def _points_back(self, around: Surroundings) -> bool:
        """Tell whether a clause is about what was just told (`found there`)."""
        tokens = [self.frame.analysis.tokens[i] for i in around.inner]
        pointers = self.frame.language.voices.pointers
        last = [t for t in tokens if t.text[0].isalnum()][-1:]
        return bool(last) and last[0].lower in pointers

    def _carried(self, around: Surroundings) -> DatedClaim | None:
        """Return the time of the sentences just before, in the same paragraph."""
        analysis = self.frame.analysis
        index = analysis.sentence_index(around.sentence.span.start)
        for distance in range(1, min(CARRIED, index) + 1):
            earlier = analysis.sentences[index - distance]
            is_other = earlier.paragraph != around.sentence.paragraph
            if is_other and not self._points_back(around):
                return None
            inside = [m for m in self.within(earlier.span) if not self.is_report(m)]
            if inside:
                slot = Slot(
                    rule="as_of.before",
                    confidence=BEFORE,
                    inherited_from=earlier.span,
                    distance=distance,
                )
                return DatedClaim(inside[-1].period, slot)
        return None

    def _stands_now(
        self, around: Surroundings, element: Element, measure: Measure
    ) -> bool:
        """Tell whether a figure without a time is about the day of publication."""
        if measure is Measure.DURATION and self._is_perfect(around):
            return True
        if element.undated or measure in HAPPENING:
            return False
        return not self._is_past(around)

    def _is_perfect(self, around: Surroundings) -> bool:
        perfect = self.frame.language.voices.perfect
        return any(self.frame.analysis.tokens[i].lower in perfect for i in around.inner)

    def _is_past(self, around: Surroundings) -> bool:
        """Tell whether the page itself, or a quote, speaks of what was.

        In indirect speech a past form may stand for the present.
        """
        said = attribution_at(self.frame, around.clause)
        quoted = quote_around(self.frame.quotes, around.clause.start) is not None
        if said.voice.kind is not SpeakerKind.AUTHOR and not quoted:
            return False
        tokens = self.frame.analysis.tokens
        verbs = [tokens[i] for i in around.inner if tokens[i].pos in VERBAL]
        past = self.frame.language.voices.past_forms
        return bool(verbs) and verbs[0].lower in past

    def _published(self, rule: str) -> DatedClaim | None:
        published = self.frame.published
        if published.is_open:
            return None
        return DatedClaim(published, Slot(rule=rule, confidence=PUBLISHED))


@latest
def _numbers_of(times: PageTimes) -> dict[Span, int | None]:
    """Return which number alone each time of a page dates."""
    frame = times.frame
    words = frame.language.voices
    return {m.span: number_dated_by(frame.analysis, m, words) for m in times.mentions}


@latest
def _places_of(times: PageTimes) -> Stretches:
    """Return where the times of a page stand: asked for each clause and sentence."""
    return Stretches.of((m.span, place) for place, m in enumerate(times.mentions))


def _all_times(frame: Frame) -> Iterator[TimeMention]:
    for paragraph in frame.analysis.paragraphs:
        yield from find_times(
            frame.document.text,
            paragraph.start,
            paragraph.end,
            frame.published,
            frame.language.times,
            frame.codebook.calendar,
            LANGUAGE,
        )


def _nearest(inside: Sequence[TimeMention], number: int) -> TimeMention | None:
    """Return the time behind the number first, else the last before it."""
    behind = [m for m in inside if m.span.start >= number]
    before = [m for m in inside if m.span.start < number]
    return behind[0] if behind else (before[-1] if before else None)


def _dated(mention: TimeMention, where: str, chance: float) -> DatedClaim:
    rule = f"as_of.{where}.{mention.rule}"
    return DatedClaim(
        mention.period, Slot(rule=rule, confidence=chance, span=mention.span)
    )
