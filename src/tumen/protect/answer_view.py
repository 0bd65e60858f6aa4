"""What an exit may see of a case: its claims, the ids they have there, who is guarded."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from tumen.protect.clear import clear
from tumen.protect.risk import Guard
from tumen.records.claim import Claim
from tumen.records.ids import ClaimId
from tumen.records.release import Cleared

Value = float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """What groups, estimates and boxes need to be turned into rows.

    Args:
        claims: by id, as reviewed.
        ids: the id each claim has in this release; what is missing is not shown.
        public: whether the release is for the public.
        pages: names of pages that got a label instead.
        voices: names of speakers that are withheld.
        made_on: day of the release.
    """

    guard: Guard
    claims: Mapping[ClaimId, Claim]
    ids: Mapping[ClaimId, Cleared]
    public: bool
    made_on: date
    pages: frozenset[str] = frozenset()
    voices: frozenset[str] = frozenset()

    def shown(self, ids: Iterable[ClaimId]) -> tuple[Cleared, ...]:
        """Return the ids of this release, in order unless that could tell something."""
        kept = tuple(self.ids[claim] for claim in ids if claim in self.ids)
        return tuple(sorted(kept)) if self.public else kept

    def apart(self, ids: Iterable[ClaimId]) -> tuple[ClaimId, ...]:
        """Return the claims of one origin that a public release may show together.

        Rows about people at risk are shown with no other: who said one thing would
        be joined to who said the next, and to the page it stands on.
        """
        kept = tuple(claim for claim in ids if claim in self.ids)
        risky = {claim.id for claim in self.at_risk(kept)}
        if not self.public or not risky:
            return kept
        plain = tuple(claim for claim in kept if claim not in risky)
        return plain or (min(risky, key=lambda claim: self.ids[claim]),)

    def at_risk(self, ids: Iterable[ClaimId]) -> list[Claim]:
        """Return those of the claims that are about people at risk."""
        found = (self.claims[claim] for claim in ids if claim in self.claims)
        return [claim for claim in found if self.guard.is_at_risk(claim)]

    def text(self, text: str, otherwise: str) -> Cleared:
        """Return a text of a stage, or a plain one when it may hold a name."""
        if not self.public:
            return clear(text)
        hidden = any(page in text for page in self.pages) or any(
            text == voice or text.startswith(f"{voice} (") for voice in self.voices
        )
        allowed = not hidden and self.guard.names.allows(text)
        return clear(text if allowed else otherwise)


def small_hider(
    answers: Answers, elements: tuple[str, ...]
) -> Callable[[Value], Value]:
    """Return what takes out small counts of people; other figures pass."""
    limit = answers.guard.policy.small_cell
    people = any(element.startswith("people.") for element in elements)

    def hide(value: Value) -> Value:
        small = value is not None and 0 < value < limit
        return None if answers.public and people and small else value

    return hide
