"""When a statement holds: the time in its words, its neighbours, or publication."""

from collections.abc import Iterator
from dataclasses import dataclass

from tumen.codebook.schema import Element
from tumen.extract.analysis import Sentence
from tumen.extract.attribution import attribution_at
from tumen.extract.figure_dates import DatedClaim, PageTimes
from tumen.extract.frame import Frame
from tumen.extract.phrases import find_phrases
from tumen.extract.present import is_present
from tumen.extract.times import TimeMention
from tumen.extract.voice_page import voices_of
from tumen.records.claim import Hedge, Kind, Slot, SpeakerKind, Voice
from tumen.records.period import Period
from tumen.records.span import Span

IN_CLAUSE, IN_SENTENCE, REPORT, BEFORE, PUBLISHED, BLANK = (
    0.85,
    0.65,
    0.6,
    0.5,
    0.6,
    0.6,
)
"""Chances that a time is right, by how it was found; first guesses."""

REPORT_GAP = 25
"""A time within so many characters behind words of attribution dates these."""

CARRIED = 4
"""A time is carried over at most so many sentences."""

OPENING = 3
"""`Now` counts among so many words of a sentence, and in the clause itself."""

BARE = "bare"
"""Role of a year without a word before it: in `the 1951 Convention` it is a name."""

FLAG = "report_date"


NEVER = DatedClaim(Period(), Slot(rule="as_of.blank", confidence=BLANK))


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """A statement whose days are asked.

    Args:
        own: indices of the tokens of its clause, without those of clauses inside.
        anchor: index of the token that carries it.
    """

    own: frozenset[int]
    anchor: int
    span: Span
    kind: Kind
    element: Element
    hedge: Hedge
    voice: Voice


@dataclass(frozen=True, slots=True)
class StatementTimes:
    """The times of a page, as statements need them."""

    frame: Frame
    page: PageTimes

    @classmethod
    def of(cls, frame: Frame) -> "StatementTimes":
        """Find the times of the body once."""
        return cls(frame, PageTimes.of(frame))

    def date_of(self, asking: Asking) -> DatedClaim:
        """Return the days a statement is about; open at both ends when unsaid."""
        if asking.hedge is Hedge.PLANNED and asking.kind is not Kind.POLICY:
            return self._of_report(asking) or self._published("statement") or NEVER
        if self._says_now(asking):
            return self._published("now") or NEVER
        return (
            self._in_clause(asking)
            or self._in_sentence(asking)
            or (self._of_report(asking) if asking.kind is Kind.EVENT else None)
            or self._carried(asking)
            or self._by_tense(asking)
            or NEVER
        )

    def _sentence(self, asking: Asking) -> Span:
        return self.frame.analysis.sentence_at(asking.span.start).span

    def _in(self, zone: Span, *, report: bool) -> list[TimeMention]:
        return [
            mention
            for mention in self.page.within(zone)
            if self._is_report(mention) is report
        ]

    def _in_clause(self, asking: Asking) -> DatedClaim | None:
        inside = [
            mention
            for mention in self._in(asking.span, report=False)
            if asking.kind is Kind.EVENT or mention.role != BARE
        ]
        if not inside:
            return None
        anchor = self.frame.analysis.tokens[asking.anchor].span.start
        nearest = min(inside, key=lambda mention: abs(mention.span.start - anchor))
        return _dated(nearest, "clause", IN_CLAUSE)

    def _in_sentence(self, asking: Asking) -> DatedClaim | None:
        inside = [
            mention
            for mention in self._in(self._sentence(asking), report=False)
            if mention.role != BARE
        ]
        before = [m for m in inside if m.span.end <= asking.span.start]
        behind = [m for m in inside if m.span.start >= asking.span.end]
        found = before[-1:] or behind[:1]
        return _dated(found[0], "sentence", IN_SENTENCE) if found else None

    def _of_report(self, asking: Asking) -> DatedClaim | None:
        report = self._in(self._sentence(asking), report=True)
        if not report:
            return None
        dated = _dated(report[-1], "report", REPORT)
        return DatedClaim(dated.period, dated.slot, (FLAG,))

    def _is_report(self, mention: TimeMention) -> bool:
        """Tell whether a time dates the words of a voice, not what they say."""
        return any(
            (mention.role == "report" and begins) or 0 <= gap <= REPORT_GAP
            for gap, begins in self._gaps(mention)
        )

    def _gaps(self, mention: TimeMention) -> Iterator[tuple[int, bool]]:
        """Yield how far behind each cue a time stands, and if it opens the sentence."""
        analysis = self.frame.analysis
        index = analysis.sentence_index(mention.span.start)
        opens = mention.span.start - analysis.sentences[index].span.start <= 4
        for speech in voices_of(self.frame).cited_at.get(index, ()):
            cue = speech.cue
            if cue.source and cue.source.holds(mention.span):
                yield 0, True
            ends = [cue.anchor.end, *([cue.source.end] if cue.source else [])]
            yield mention.span.start - max(ends), opens

    def _carried(self, asking: Asking) -> DatedClaim | None:
        """Return the time of the sentences just before, in the same account."""
        if self._is_present(asking):
            return None
        analysis = self.frame.analysis
        index = analysis.sentence_index(asking.span.start)
        for distance in range(1, min(CARRIED, index) + 1):
            earlier = analysis.sentences[index - distance]
            inside = [m for m in self._in(earlier.span, report=False) if m.role != BARE]
            if inside and self._same_account(asking, index, earlier):
                slot = Slot(
                    rule="as_of.before",
                    confidence=BEFORE,
                    inherited_from=earlier.span,
                    distance=distance,
                )
                return DatedClaim(inside[-1].period, slot)
        return None

    def _same_account(self, asking: Asking, index: int, earlier: Sentence) -> bool:
        """Tell whether a sentence stands in the same paragraph, or has one voice."""
        if earlier.paragraph == self.frame.analysis.sentences[index].paragraph:
            return True
        if asking.kind is not Kind.EVENT or asking.voice.kind is SpeakerKind.AUTHOR:
            return False
        return attribution_at(self.frame, earlier.span).voice.name == asking.voice.name

    def _by_tense(self, asking: Asking) -> DatedClaim | None:
        words = self.frame.language.statements
        own = self._own(asking)
        if asking.kind is Kind.EVENT and not own & words.present_helpers:
            return None
        if asking.kind is Kind.POLICY or own & words.habits:
            return None
        return self._published("tense") if self._is_present(asking) else None

    def _own(self, asking: Asking) -> frozenset[str]:
        tokens = self.frame.analysis.tokens
        return frozenset(tokens[i].lower for i in asking.own)

    def _is_present(self, asking: Asking) -> bool:
        """Tell whether the clause speaks of now: by a helping verb or its first verb."""
        words = self.frame.language.statements
        if self._own(asking) & words.present_helpers:
            return True
        if self._own(asking) & words.past_helpers:
            return False
        own = sorted(asking.own)
        tokens = [self.frame.analysis.tokens[i] for i in own]
        verbs = [token for token in tokens if token.pos == "VERB"]
        return bool(verbs) and is_present(verbs[0], words)

    def _says_now(self, asking: Asking) -> bool:
        analysis = self.frame.analysis
        sentence = analysis.sentence_at(asking.span.start)
        opening = analysis.tokens[sentence.first : sentence.first + OPENING]
        inside = [analysis.tokens[i] for i in analysis.tokens_in(asking.span)]
        phrases = self.frame.language.statements.present
        if not any(any(find_phrases(part, phrases)) for part in (opening, inside)):
            return False
        return not self._in(asking.span, report=False)

    def _published(self, why: str) -> DatedClaim | None:
        published = self.frame.published
        if published.is_open:
            return None
        return DatedClaim(published, Slot(rule=f"as_of.{why}", confidence=PUBLISHED))


def _dated(mention: TimeMention, where: str, chance: float) -> DatedClaim:
    slot = Slot(
        rule=f"as_of.{where}.{mention.rule}", confidence=chance, span=mention.span
    )
    return DatedClaim(mention.period, slot)
