"""Decide which claims are evidence for a series, and say why the others are not."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tumen.codebook.names import Names
from tumen.codebook.schema import Codebook
from tumen.records.amount import Measure
from tumen.records.claim import Claim, Hedge, Kind
from tumen.records.group import Group, RelationKind
from tumen.records.ids import ClaimId
from tumen.records.reviewed import ReviewedClaim

# Populations that are not the people a series of workers counts.
OTHER_ROLES = {
    "military": "it counts soldiers, who are kept apart from workers",
    "officers": "it counts officers, not the people they act on",
    "other_workers": "it counts workers of other states too",
    "helpers": "it counts helpers",
}

HEDGES = {
    Hedge.PLANNED: "it is a plan, not a count",
    Hedge.DENIED: "the speaker denies it",
}

FLAGS = {
    "forecast": "it is a forecast, not a count",
    "unknown": "the words say that it is not known",
    "word_share": "the share is given in words only",
    "converted_twin": "it is the same amount in another currency or unit",
}


# "The fewest in over ten years" states a time, not how many.
ASIDE = frozenset({Measure.DURATION, Measure.NONE})


@dataclass(frozen=True, slots=True)
class Series:
    """What one estimate is about; `element` is the series code of the codebook."""

    element: str
    measure: Measure
    unit: str | None
    population: str | None
    place: str | None
    iso: str | None


@dataclass(frozen=True, slots=True)
class Evidence:
    """Claims of a case, sorted for estimation.

    Args:
        origins: name of the origin of every grouped claim.
        order: grouped claims, nearest to the fact first within an origin.
        repeats: claims that repeat or derive from another, and which.
        annual: elements that may be estimated only for whole countries.
    """

    codebook: Codebook
    names: Names
    origins: Mapping[ClaimId, str]
    order: Mapping[ClaimId, int]
    repeats: Mapping[ClaimId, str]
    annual: frozenset[str]

    def series_of(self, claim: Claim) -> Series | None:
        """Return the series a claim belongs to, as evidence or by its element."""
        element = self.codebook.elements.get(claim.element)
        if element is None or element.evidence_for is None:
            return None
        place = self.names.place(claim.place) or self.names.country(claim.iso)
        return Series(
            element=element.evidence_for,
            measure=self.measure_of(claim),
            unit=claim.amount.unit,
            population=self.names.population(claim.population),
            place=place,
            iso=claim.iso,
        )

    def why_not(self, entry: ReviewedClaim) -> str | None:
        """Return why a claim is no evidence for a series; None when it is.

        In plain words; the first reason that holds is given.
        """
        if not entry.counts:
            return _why_out(entry)
        return self._element_reason(entry.claim) or self.why_not_counted(entry)

    def why_not_counted(self, entry: ReviewedClaim) -> str | None:
        """Return why a claim's number counts for nothing; None when it counts.

        Unlike `why_not` this does not ask what its element is evidence for.
        """
        claim = entry.claim
        if not entry.counts:
            return _why_out(entry)
        return (
            self._reading_reason(claim)
            or self._size_reason(claim)
            or self._place_reason(claim)
            or self._time_reason(claim)
            or self.repeats.get(claim.id)
        )

    def why_not_weighed(self, entry: ReviewedClaim) -> str | None:
        """Return why the model may not weigh a claim; None when it may.

        Unlike the envelope the model can use words such as "hundreds", flows over
        several years, and counts of papers that are not people.
        """
        claim = entry.claim
        if not entry.counts:
            return _why_out(entry)
        if claim.as_of.is_open:
            return "no date can be read for it"
        return (
            self._reading_reason(claim)
            or self._place_reason(claim)
            or self.repeats.get(claim.id)
        )

    def why_not_money(self, entry: ReviewedClaim) -> str | None:
        """Return why a claim says nothing about a rate of pay; None when it does.

        Pay is told as a habit: it needs no date and no whole country.
        """
        claim = entry.claim
        if not entry.counts:
            return _why_out(entry)
        return self._reading_reason(claim) or self.repeats.get(claim.id)

    def why_other(self, claim: Claim) -> str:
        """Return why a claim about another element is not a count of this one."""
        element = self.codebook.elements.get(claim.element)
        if element is None:
            return "the codebook does not know what it counts"
        return element.not_evidence or f"it counts something else: {element.label}"

    def _element_reason(self, claim: Claim) -> str | None:
        element = self.codebook.elements.get(claim.element)
        if element is None or element.evidence_for is None:
            return self.why_other(claim)
        measure = claim.amount.measure
        if measure in ASIDE and measure.value not in element.measures[:1]:
            return "the number is not the size of what is counted"
        return None

    def _reading_reason(self, claim: Claim) -> str | None:
        return (
            HEDGES.get(claim.hedge)
            or next((FLAGS[flag] for flag in claim.flags if flag in FLAGS), None)
            or self._people_reason(claim)
        )

    def _people_reason(self, claim: Claim) -> str | None:
        """Tell who else is counted, unless the element counts them by name."""
        role = self.names.role(self.names.population(claim.population)) or ""
        is_meant = claim.element.rpartition(".")[2] == role
        return None if is_meant else OTHER_ROLES.get(role)

    def _size_reason(self, claim: Claim) -> str | None:
        if claim.amount.has_value:
            return None
        size = claim.amount.qualifier.value.removeprefix("vague_")
        return (
            f"no number is given ({size})" if size != "none" else "no number is given"
        )

    def _place_reason(self, claim: Claim) -> str | None:
        if claim.iso is None and claim.place is None:
            return "no place can be read for it"
        if claim.element in self.annual and not self.names.is_national(
            claim.place, claim.iso
        ):
            return (
                "people in hiding or in flight are estimated for whole countries only"
            )
        return None

    def _time_reason(self, claim: Claim) -> str | None:
        first, last = claim.as_of.first, claim.as_of.last
        if claim.as_of.is_open:
            return "no date can be read for it"
        if claim.amount.measure is Measure.FLOW and (
            first is None or last is None or first.year != last.year
        ):
            return "it covers more than one calendar year and cannot be split"
        return None

    def measure_of(self, claim: Claim) -> Measure:
        """Return the group's measure: the publisher's definition where words allow."""
        element = self.codebook.elements[claim.element]
        slot = claim.slots.get("measure")
        usual = element.measures[0] if element.measures else None
        is_open = "stock_or_flow" in claim.flags and usual in ("stock", "flow")
        if usual and (is_open or (slot and usual in slot.alternatives)):
            return Measure(usual)
        return claim.amount.measure


def gather(
    groups: Sequence[Group],
    reviewed: Sequence[ReviewedClaim],
    codebook: Codebook,
    names: Names,
) -> Evidence:
    """Return what the groups say about the origins of the claims."""
    origins: dict[ClaimId, str] = {}
    repeats: dict[ClaimId, str] = {}
    for lineage in (line for group in groups for line in group.lineages):
        origins.update((claim, lineage.origin) for claim in lineage.claims)
        for echo in lineage.echoes:
            origins[echo.id] = lineage.origin
            repeats[echo.id] = f"it repeats another claim: {echo.why}"
    for relation in (found for group in groups for found in group.relations):
        if relation.kind is RelationKind.DERIVED:
            repeats[relation.a] = f"its number is derived from claim {relation.b}"
        if relation.kind is RelationKind.CORRUPTED:
            repeats[relation.a] = f"its digits are those of claim {relation.b}, broken"
        if relation.kind is RelationKind.REVISES:
            repeats[relation.b] = f"its own origin revised it in claim {relation.a}"
    order = {claim: place for place, claim in enumerate(origins)}
    return Evidence(codebook, names, origins, order, repeats, _annual(codebook))


def _why_out(entry: ReviewedClaim) -> str:
    """Return why a claim takes no part in any answer."""
    return "no reviewer has looked at it" if entry.waits else "a reviewer rejected it"


def _annual(codebook: Codebook) -> frozenset[str]:
    boxes = [
        element for box in codebook.boxes if box.annual for element in box.elements
    ]
    arrows = [
        element
        for arrow in codebook.arrows
        if arrow.annual
        for element in arrow.elements
    ]
    return frozenset((*boxes, *arrows))


def is_figure(claim: Claim) -> bool:
    """Tell whether a claim states a size, in numbers or in words."""
    if claim.kind is Kind.FIGURE:
        return True
    return claim.kind is Kind.EVENT and claim.amount.has_value
