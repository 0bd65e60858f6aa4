"""Tell which claims are about a person at risk, and what of them may leave."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from tumen.codebook.schema import Codebook
from tumen.protect.coarse import Places, is_national
from tumen.protect.names import CONTACT, ListedNames
from tumen.protect.persons import Mask, has_any, names_minor
from tumen.protect.policy import Policy, is_listed
from tumen.protect.voices import BODIES
from tumen.records.amount import Measure
from tumen.records.claim import Claim, Hedge, Kind, SpeakerKind
from tumen.records.ids import CaptureId

AT_RISK = "person_at_risk"
NAME = "name_not_listed"
ROUTE = "route_detail"
MINOR = "minor"
AGED = "age"
SMALL = "under_5"
SAME_WORDS = "same_words"


@dataclass(frozen=True, slots=True, kw_only=True)
class Guard:
    """What the policy makes of one case; made in `tumen.protect.release`.

    Args:
        places: those of the codebook, by every name.
        masks: names to mask, by page.
        guarded: names of populations that are at risk.
        people: unlisted names of several words that stand on any page of the case,
            as `squeezed`; no file, case or address may be called after them.
        hushed: claims at risk or of small counts, by page: their words may not leave
            with another claim either.
    """

    codebook: Codebook
    places: Places
    policy: Policy
    names: ListedNames
    masks: Mapping[CaptureId, tuple[Mask, ...]]
    guarded: frozenset[str]
    people: frozenset[str] = frozenset()
    hushed: Mapping[CaptureId, tuple[Claim, ...]] = field(default_factory=dict)

    def is_at_risk(self, claim: Claim) -> bool:
        """Tell whether a claim is about, or spoken by, a person at risk."""
        if self._is_personal(claim):
            return True
        if self._is_official(claim):
            return False
        return (
            is_listed(claim.element, self.policy.at_risk)
            or claim.population in self.guarded
            or self._speaks_of_few(claim)
        )

    def endangers_page(self, claim: Claim) -> bool:
        """Tell whether a claim makes its whole page one about a person at risk.

        So does every claim about one or a few of them; sums over many, conditions,
        rules, and yearly counts of asylum do not.
        """
        if self._is_personal(claim):
            return True
        if not self.is_at_risk(claim) or claim.kind in (Kind.CONDITION, Kind.POLICY):
            return False
        if is_listed(claim.element, self.policy.official):
            return claim.element in self.policy.when_few
        return self._tells_few(claim)

    def is_personal(self, claim: Claim) -> bool:
        """Tell whether a claim is spoken by a pseudonym or about one single person."""
        return self._is_personal(claim)

    def rules(self, claim: Claim) -> tuple[str, ...]:
        """Return the rules that take something out of a claim in public."""
        if self.is_at_risk(claim):
            return (AT_RISK, SMALL) if self.is_small(claim) else (AT_RISK,)
        found = []
        if self.names.forbids(claim.quote) or self.names.unlisted(claim.quote):
            found.append(NAME)
        if has_any(claim.quote, self.policy.words.route) or CONTACT.search(claim.quote):
            found.append(ROUTE)
        if names_minor(claim.quote, self.policy.minor_age):
            found.append(MINOR)
        elif has_any(claim.quote, self.policy.words.aged):
            found.append(AGED)
        if self.is_small(claim):
            found.append(SMALL)
        elif self._says_what_is_hushed(claim):
            found.append(SAME_WORDS)
        return tuple(found)

    def _says_what_is_hushed(self, claim: Claim) -> bool:
        """Tell whether a claim quotes words that another one may not show."""
        others = self.hushed.get(claim.capture, ())
        return any(o.id != claim.id and o.span.meets(claim.span) for o in others)

    def is_small(self, claim: Claim) -> bool:
        """Tell whether a claim counts people and the count may not be shown."""
        counts_people = (
            claim.element.startswith("people.") or claim.amount.unit == "persons"
        )
        return counts_people and any(
            value is not None and 0 < value < self.policy.small_cell
            for value in _values(claim)
        )

    def shows_title(self, title: str | None) -> bool:
        """Tell whether a title may leave: nobody's name, age, flight or arrest in it."""
        words = self.policy.words
        risky = (*words.aged, *words.fled, *words.arrested, *words.helping)
        return self.names.allows(title) and not has_any(title or "", risky)

    def is_annual(self, element: str) -> bool:
        """Tell whether only yearly national values of an element may be shown."""
        return is_listed(element, self.policy.annual)

    def _is_personal(self, claim: Claim) -> bool:
        if claim.speaker.kind is SpeakerKind.PSEUDONYMOUS:
            return True
        if self.names.forbids(claim.quote) or self.names.forbids(claim.speaker.name):
            return True
        one = claim.amount.unit == "persons" and 1 in _values(claim)
        return one and claim.hedge is not Hedge.PLANNED

    def _speaks_of_few(self, claim: Claim) -> bool:
        return is_listed(claim.element, self.policy.when_few) and self._tells_few(claim)

    def _tells_few(self, claim: Claim) -> bool:
        values = [value for value in _values(claim) if value is not None]
        if values and claim.amount.unit != "percent":
            return min(values) <= self.policy.few
        return has_any(claim.quote, self.policy.few_words)

    def _is_official(self, claim: Claim) -> bool:
        """Tell whether a claim is a row of a yearly national series of a body."""
        return (
            is_listed(claim.element, self.policy.official)
            and claim.found_by == "table"
            and claim.kind is Kind.FIGURE
            and claim.amount.measure in (Measure.STOCK, Measure.FLOW)
            and claim.speaker.kind in BODIES
            and is_national(claim.place, self.places)
        )


def _values(claim: Claim) -> tuple[float | None, ...]:
    return (claim.amount.low, claim.amount.best, claim.amount.high)
