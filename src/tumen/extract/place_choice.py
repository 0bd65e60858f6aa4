"""Choose where a claim is: by rules alone, or with learned weights."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tumen.codebook.weights import Weights
from tumen.extract.figure_places import LEVELS, Located, PagePlaces
from tumen.extract.place_features import PlaceCandidate, place_candidates
from tumen.extract.place_page import PlaceAsked, PlacePage
from tumen.extract.ranking import chances_of
from tumen.extract.standing import standing_of
from tumen.records.claim import Slot
from tumen.records.span import Span

MODEL = "places"
LEARNED = "place.learned"
NOWHERE, UNSAID = "none", "unsaid"
"""What an encoder calls no place, and one that the page does not name."""
OVERRULES = 0.65
"""Chance from which on another country than that of the rules is taken."""
WORTH_NOTING = 0.15
"""Chance from which on another place is named beside the chosen one."""


@dataclass(frozen=True, slots=True)
class PlaceChooser:
    """Chooses the places of one page's claims; without weights the rules choose."""

    weights: Weights | None
    page: PlacePage | None

    @classmethod
    def of(cls, places: PagePlaces) -> "PlaceChooser":
        """Look over the places of a page once, where weights ask for that."""
        weights = places.frame.codebook.learned.get(MODEL)
        return cls(weights, PlacePage.of(places) if weights else None)

    def choose(self, asked: PlaceAsked, by_rules: Located) -> Located:
        """Return the place a claim is about, and how surely.

        The country comes first: its chance is that of all its places together.

        Args:
            by_rules: what the rules choose.
        """
        if self.weights is None or self.page is None:
            return by_rules
        candidates = place_candidates(self.page, asked, by_rules)
        chances = chances_of([c.evidence for c in candidates], self.weights)
        encoded = self.page.places.frame.encoded
        number = asked.claimed.number
        if encoded is not None and number is not None:
            told = [told_by(candidate) for candidate in candidates]
            chances = encoded.pointed(MODEL, number, told, chances)
        best = best_of(candidates, chances)
        chance = _together(candidates, chances, candidates[best].iso)
        others = tuple(
            c.name
            for p, c in sorted(
                zip(chances, candidates, strict=True), key=lambda pair: -pair[0]
            )
            if p >= WORTH_NOTING and c.name and c.name != candidates[best].name
        )
        differs = by_rules.iso is not None and candidates[best].iso != by_rules.iso
        if (differs and chance < OVERRULES) or _is_one_of(candidates[best], by_rules):
            others = _without(by_rules.name, others, candidates[best].name)
            own = _together(candidates, chances, by_rules.iso)
            kept = replace(by_rules.slot, confidence=own, alternatives=others)
            return replace(by_rules, slot=kept)
        slot = Slot(rule=LEARNED, confidence=chance, alternatives=others)
        if not differs and _is_wider(candidates[best], by_rules):
            # A count of one town or site is never one of the whole country.
            others = _without(by_rules.name, others, candidates[best].name)
            kept = replace(by_rules.slot, confidence=chance, alternatives=others)
            return replace(by_rules, slot=kept)
        return self._located(asked, candidates[best], slot, by_rules)

    def _located(
        self, asked: PlaceAsked, best: PlaceCandidate, slot: Slot, by_rules: Located
    ) -> Located:
        if best.name == by_rules.name:
            kept = replace(
                by_rules.slot,
                confidence=slot.confidence,
                alternatives=slot.alternatives,
            )
            return replace(by_rules, slot=kept)
        if best.mention is None or self.page is None:
            return Located(best.name, best.iso, slot, best.level)
        analysis = self.page.places.frame.analysis
        span = best.mention.span
        distance = abs(standing_of(analysis, asked.claimed, span).distance)
        source = analysis.sentence_at(span.start).span
        slot = replace(
            slot,
            span=None if distance else span,
            inherited_from=source if distance else None,
            distance=distance,
        )
        return Located(best.name, best.iso, slot, best.level)


def told_by(candidate: PlaceCandidate) -> Span | str:
    """Return the words that name a place, or what it is without any."""
    if candidate.mention is not None:
        return candidate.mention.span
    return NOWHERE if candidate.iso is None else UNSAID


def _together(
    candidates: Sequence[PlaceCandidate], chances: Sequence[float], iso: str | None
) -> float:
    """Return the chance of a country: that of all its places together."""
    of_it = (p for p, c in zip(chances, candidates, strict=True) if c.iso == iso)
    return min(1.0, sum(of_it))


def _without(
    kept: str | None, others: tuple[str, ...], best: str | None
) -> tuple[str, ...]:
    """Return the other readings of a place that the rules keep, the likeliest first."""
    named = (best, *others) if best else others
    return tuple(dict.fromkeys(name for name in named if name != kept))


def _is_one_of(best: PlaceCandidate, by_rules: Located) -> bool:
    """Tell whether one country stands against several: `in China and Russia`."""
    are_several = by_rules.name is not None and by_rules.iso is None
    return are_several and best.iso is not None


def _is_wider(best: PlaceCandidate, by_rules: Located) -> bool:
    widths = LEVELS.get(best.level or "", 0), LEVELS.get(by_rules.level or "", 0)
    return by_rules.iso is not None and widths[0] < widths[1]


def best_of(candidates: Sequence[PlaceCandidate], chances: Sequence[float]) -> int:
    """Return the number of the likeliest place of the likeliest country."""
    by_iso: defaultdict[str | None, float] = defaultdict(float)
    for candidate, chance in zip(candidates, chances, strict=True):
        by_iso[candidate.iso] += chance
    iso = max(by_iso, key=lambda each: by_iso[each])
    return max(
        (n for n, c in enumerate(candidates) if c.iso == iso), key=lambda n: chances[n]
    )
