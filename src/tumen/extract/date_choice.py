"""Choose the days of a claim: by rules alone, or with learned weights."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tumen.codebook.weights import Weights
from tumen.extract.analysis import Analysis
from tumen.extract.date_around import Asked
from tumen.extract.date_features import DateCandidate, PageDates
from tumen.extract.figure_dates import COMPARED, DatedClaim, PageTimes
from tumen.extract.ranking import chances_of
from tumen.records.claim import Slot
from tumen.records.period import Period
from tumen.records.span import Span

MODEL = "dates"
LEARNED = "as_of.learned"
NOWHERE, PUBLICATION = "none", "pub"
"""What an encoder calls no days at all, and the day of the page."""
REPORT = "report_date"
WORTH_NOTING = 0.15
"""Chance from which on other days are named beside the chosen ones."""
UNDATED = 0.5
"""A claim has no days when that is likelier than all days together."""


@dataclass(frozen=True, slots=True)
class Days:
    """Days that a claim may be about, their chance, and the likeliest way to them."""

    period: Period
    chance: float
    way: DateCandidate


@dataclass(frozen=True, slots=True)
class DateChooser:
    """Chooses the days of one page's claims; without weights the rules choose."""

    weights: Weights | None
    page: PageDates | None

    @classmethod
    def of(cls, times: PageTimes) -> "DateChooser":
        """Look around the times of a page once, where weights ask for that."""
        weights = times.frame.language.learned.get(MODEL)
        return cls(weights, PageDates.of(times) if weights else None)

    def choose(self, asked: Asked, by_rules: DatedClaim) -> DatedClaim:
        """Return the days a claim is about, and how surely.

        Args:
            by_rules: what the rules choose.
        """
        is_plain = by_rules.slot.rule.startswith(f"as_of.{COMPARED}")
        if self.weights is None or self.page is None or is_plain:
            return by_rules
        candidates = self.page.candidates(asked, by_rules)
        chances = chances_of([c.evidence for c in candidates], self.weights)
        frame = self.page.frame
        if frame.encoded is not None and asked.number is not None:
            number = _span_of(frame.analysis, asked.number)
            told = [told_by(candidate) for candidate in candidates]
            chances = frame.encoded.pointed(MODEL, number, told, chances)
        ranked = _ranked(candidates, chances)
        best = next(d for d in ranked if not d.period.is_open or d.chance > UNDATED)
        return _dated(self.page.frame.analysis, best, ranked, by_rules)


def told_by(candidate: DateCandidate) -> Span | str:
    """Return the words that name some days, or what they are without any."""
    if candidate.placed is not None:
        return candidate.placed.mention.span
    return NOWHERE if candidate.period.is_open else PUBLICATION


def _span_of(analysis: Analysis, tokens: range) -> Span:
    return Span(
        analysis.tokens[tokens[0]].span.start, analysis.tokens[tokens[-1]].span.end
    )


def _ranked(
    candidates: Sequence[DateCandidate], chances: Sequence[float]
) -> tuple[Days, ...]:
    """Return the different days, the likeliest first, no days at all among them."""
    found: dict[Period, Days] = {}
    for chance, way in sorted(
        zip(chances, candidates, strict=True), key=lambda pair: -pair[0]
    ):
        known = found.get(way.period)
        found[way.period] = (
            replace(known, chance=min(1.0, known.chance + chance))
            if known
            else Days(way.period, chance, way)
        )
    return tuple(sorted(found.values(), key=lambda days: -days.chance))


def _dated(
    analysis: Analysis, best: Days, ranked: Sequence[Days], by_rules: DatedClaim
) -> DatedClaim:
    others = tuple(
        written(days.period)
        for days in ranked
        if days is not best and days.chance >= WORTH_NOTING
    )
    if best.period == by_rules.period:
        slot = replace(by_rules.slot, confidence=best.chance, alternatives=others)
        return replace(by_rules, slot=slot)
    placed = best.way.placed
    slot = Slot(rule=LEARNED, confidence=best.chance, alternatives=others)
    if placed is None:
        return DatedClaim(best.period, slot)
    distance = abs(placed.sentence - best.way.sentence)
    where = analysis.sentences[placed.sentence].span
    slot = replace(
        slot,
        span=None if distance else placed.mention.span,
        inherited_from=where if distance else None,
        distance=distance,
    )
    return DatedClaim(best.period, slot, (REPORT,) if placed.is_report else ())


def written(period: Period) -> str:
    """Return days as the desk types them: `2015-01-01/2015-12-31`.

    An open end is left out; no days at all are `/`.
    """
    return f"{period.first or ''}/{period.last or ''}"
