"""The review desk of a case: what to look at next, and decisions without waiting."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from tumen.codebook.review_rules import ReviewRules, load_review_rules
from tumen.errors import DecisionError
from tumen.pipeline.complete import complete_change
from tumen.pipeline.decide import (
    notes_on,
    take_added_claim,
    take_decision,
)
from tumen.pipeline.desk_choices import spread
from tumen.pipeline.typed import typed
from tumen.pipeline.waiting import count_waiting, documents_of_added, reviewed_now
from tumen.pipeline.wording_read import wording_of
from tumen.records.amount import Qualifier
from tumen.records.claim import Claim
from tumen.records.decision import Decision, Verdict
from tumen.records.document import Document
from tumen.records.ids import CaptureId, ClaimId
from tumen.records.reviewed import ReviewedClaim, Status
from tumen.review.agreement import Agreement, measure_agreement
from tumen.review.apply import apply_decisions
from tumen.review.completed import bounds_of
from tumen.review.labels import lines_by_claim
from tumen.review.queue import Ranked, is_green, rank_claims
from tumen.review.readings import (
    Reading,
    first_readings,
    is_disputed,
    readings_of,
)
from tumen.review.slots import slots_of
from tumen.review.standing import newest_of, standing_lines

if TYPE_CHECKING:
    from tumen.pipeline.case import Case
    from tumen.store.reader import StoreReader

TABLES = ("documents", "claims", "proposals", "reviewed", "groups", "estimates")


class View(StrEnum):
    """What is on the desk.

    `queue` holds what nobody has decided on, `green` the sure ones of it, `second` what
    others have decided on and this reader has not (their verdicts stay hidden), and
    `disputed` what readers differ about.
    """

    QUEUE = "queue"
    GREEN = "green"
    SECOND = "second"
    DISPUTED = "disputed"


class Desk:
    """Claims of a case in the order in which a look at them pays, for one reader.

    It is kept between requests; `refresh` takes up what others did meanwhile. The order
    is that of the last answers: it does not jump while decisions wait to be weighed.
    """

    def __init__(
        self, case: "Case", reviewer: str, rules: ReviewRules | None = None
    ) -> None:
        self.case = case
        self.reviewer = reviewer
        self.rules = rules or load_review_rules()
        self.waiting = 0
        self._state: str | None = None
        self._last: str | None = None
        self._ranked: dict[ClaimId, Ranked] = {}
        self._found: dict[ClaimId, Claim] = {}
        self._now: dict[ClaimId, ReviewedClaim] = {}
        self._pages: dict[str, list[ClaimId]] = {}
        self._mates: dict[ClaimId, tuple[ClaimId, ...]] = {}
        self._lines: dict[ClaimId, list[Decision]] = {}
        self._decisions: tuple[Decision, ...] = ()
        self._added_on: dict[CaptureId, Document] = {}
        self._read: dict[ClaimId, tuple[int, tuple[Reading, ...]]] = {}
        self._in: dict[View, set[ClaimId]] = {}

    def refresh(self) -> None:
        """Take up what changed in the case since the last look."""
        with self.case.store.reading() as reader:
            state, last = reader.state_of(*TABLES), reader.fact("last decisions")
            self.waiting = count_waiting(reader)
            if state != self._state:
                self._load(reader)
            elif last != self._last:
                self._follow(reader)
            self._state, self._last = state, last

    def _load(self, reader: "StoreReader") -> None:
        reviewed, groups = reviewed_now(reader), reader.groups()
        self._read = {}
        self._now = {each.claim.id: each for each in reviewed}
        found = (*reader.proposals(), *reader.claims())
        self._found = {each.id: each for each in found if each.id in self._now}
        ranked = rank_claims(reviewed, groups, reader.estimates(), self.rules)
        self._ranked = {row.claim: row for row in ranked}
        self._mates = {}
        for group in groups:
            members = tuple(
                claim
                for lineage in group.lineages
                for claim in (*lineage.claims, *(echo.id for echo in lineage.echoes))
            )
            self._mates |= dict.fromkeys(members, members)
        self._pages = {}
        for each in reviewed:
            self._pages.setdefault(each.claim.doc, []).append(each.claim.id)
        self._read_lines(reader)
        self._in = {view: set() for view in View}
        self._sort_into_views(self._ranked)

    def _follow(self, reader: "StoreReader") -> None:
        known = len(self._decisions)
        self._read_lines(reader)
        touched = dict.fromkeys(line.subject for line in self._decisions[known:])
        for subject in touched:
            base = (self._found[subject],) if subject in self._found else ()
            after = apply_decisions(base, self._lines[subject], self._added_on)
            self._now |= {each.claim.id: each for each in after}
            for each in after:
                if each.claim.id not in self._ranked:
                    row = rank_claims((each,), (), (), self.rules)[0]
                    self._ranked[row.claim] = row
                    self._pages.setdefault(each.claim.doc, []).append(row.claim)
        self._sort_into_views(claim for claim in touched if claim in self._now)

    def _read_lines(self, reader: "StoreReader") -> None:
        self._decisions = reader.decisions()
        self._lines = lines_by_claim(self._decisions)
        self._added_on = documents_of_added(reader, self._decisions)

    def queue(self, view: View) -> tuple[Ranked, ...]:
        """Return what is on the desk, in order."""
        wanted = self._in[view]
        return tuple(row for claim, row in self._ranked.items() if claim in wanted)

    def count(self, view: View) -> int:
        """Return how many claims are on the desk."""
        return len(self._in[view])

    def _sort_into_views(self, claims: Iterable[ClaimId]) -> None:
        for claim in claims:
            for view, members in self._in.items():
                if self._is_in(claim, view):
                    members.add(claim)
                else:
                    members.discard(claim)

    def _is_in(self, claim: ClaimId, view: View) -> bool:
        if view is View.DISPUTED:
            return self._is_shared(claim) and is_disputed(self.readings(claim))
        if view is View.SECOND:
            return self._waits_for_second(claim)
        is_open = self._now[claim].status is Status.PROPOSED
        return is_open and (view is View.QUEUE or self.is_green(claim))

    def _waits_for_second(self, claim: ClaimId) -> bool:
        readers = {line.reviewer for line in standing_lines(self._of(claim))}
        return bool(readers) and self.reviewer not in readers

    def _is_shared(self, claim: ClaimId) -> bool:
        return len({line.reviewer for line in self._of(claim)}) > 1

    def _of(self, claim: ClaimId) -> list[Decision]:
        return self._lines.get(claim, [])

    def is_green(self, claim: ClaimId) -> bool:
        """Tell whether a claim is sure, as the machine or others found it."""
        return claim in self._found and is_green(self._found[claim], self.rules)

    def rank(self, claim: ClaimId) -> Ranked | None:
        """Return why a claim stands where it stands, None without such a claim."""
        return self._ranked.get(claim)

    def shown(self, claim: ClaimId, view: View) -> ReviewedClaim | None:
        """Return a claim as this reader may see it, None without such a claim.

        A second reader sees it as it was found, until he has decided.
        """
        now = self._now.get(claim)
        if now is None or not (view is View.SECOND and self._waits_for_second(claim)):
            return now
        found = self._found.get(claim)
        return ReviewedClaim(found or self.readings(claim)[0].claim)

    def seen(self, claim: ClaimId, view: View) -> str:
        """Return a mark that changes when somebody decides on a claim as shown here.

        A second reader sees it as it was found, whatever others decide: then empty.
        """
        is_blind = view is View.SECOND and self._waits_for_second(claim)
        return "" if is_blind else str(len(self._of(claim)))

    def readings(self, claim: ClaimId) -> tuple[Reading, ...]:
        """Return what every standing decision made of a claim."""
        lines = self._of(claim)
        known = self._read.get(claim)
        if known is None or known[0] != len(lines):
            found = readings_of(self._found.get(claim), lines, self._added_on)
            known = self._read[claim] = (len(lines), found)
        return known[1]

    def on_page(self, doc: str, view: View) -> Iterable[Claim]:
        """Yield the claims of a page as this reader may see them."""
        shown = (self.shown(claim, view) for claim in self._pages.get(doc, ()))
        return (entry.claim for entry in shown if entry is not None)

    def mates(self, claim: ClaimId) -> tuple[ClaimId, ...]:
        """Return the claims about the same fact, the one that follows first."""
        members = self._mates.get(claim, ())
        if claim not in members:
            return ()
        at = members.index(claim)
        return tuple(each for each in members[at + 1 :] + members[:at] if each != claim)

    def document(self, claim: Claim) -> Document | None:
        """Return the page of a claim."""
        with self.case.store.reading() as reader:
            return reader.document(claim.capture)

    def agreement(self) -> tuple[Agreement, ...]:
        """Return how far every two readers agree."""
        return measure_agreement(
            first_readings(self.readings(claim))
            for claim in self._lines
            if self._is_shared(claim)
        )

    def accept(
        self,
        claim: ClaimId,
        changes: Mapping[str, str],
        *,
        view: View,
        reason: str,
        at: datetime,
    ) -> Decision:
        """Record that a claim is right as shown, but for the changes.

        What follows from a change is changed too. Where the reader was shown other
        slots than the claim has now, those he was shown are taken.

        Raises:
            DecisionError: no such claim, or changes that make no sense.
            ClaimRefused: the changed claim does not quote its exact words.
            CaseLocked: another command is writing.
        """
        shown, now = self.shown(claim, view), self._now.get(claim)
        if shown is None or now is None:
            raise DecisionError(
                f"there is no claim {claim}", "Go back to the queue: open /desk."
            )
        more = self._completed(shown.claim, changes, view)
        wanted = {**slots_of(shown.claim), **more}
        before = slots_of(now.claim)
        changed = {name: to for name, to in wanted.items() if to != before.get(name)}
        verdict = Verdict.CORRECT if changed else Verdict.ACCEPT
        return self._take(claim, verdict, reason, at, changed or None)

    def _completed(
        self, claim: Claim, changes: Mapping[str, str], view: View
    ) -> dict[str, object]:
        beside = self.on_page(claim.doc, view)
        return complete_change(claim, spread(changes), beside, self.case.codebook)

    def notes_on(self, line: Decision) -> tuple[str, ...]:
        """Return what a decision set that no list has, in words for the reader."""
        return notes_on(self.case, line)

    def reject(self, claim: ClaimId, *, reason: str, at: datetime) -> Decision:
        """Record that a claim is wrong; the same errors as `accept`."""
        return self._take(claim, Verdict.REJECT, reason, at, None)

    def undo(self, *, reason: str, at: datetime) -> Decision:
        """Take back the newest decision of this reader.

        Raises:
            DecisionError: there is none.
            CaseLocked: another command is writing.
        """
        last = newest_of(self._decisions, self.reviewer)
        if last is None:
            raise DecisionError(
                "you have no decision to take back", "Decide on a claim first."
            )
        return self._take(last.subject, Verdict.UNDO, reason, at, None)

    def add(
        self,
        doc: str,
        span: tuple[int, int],
        slots: Mapping[str, str],
        *,
        reason: str,
        at: datetime,
    ) -> Decision:
        """Record a claim the machine missed; see `Case.add_claim`.

        Args:
            span: first character of its words, and one past the last.
            slots: a number without a wording has that of the selected words.
        """
        given = {k: v for k, v in typed(spread(slots)).items() if v is not None}
        number = given.get("best")
        if isinstance(number, float):  # what is none is refused by name below
            given.setdefault("qualifier", self._wording(doc, span, number))
            given |= bounds_of(given["qualifier"], number)
        return take_added_claim(
            self.case,
            doc,
            {**given, "start": span[0], "end": span[1]},
            reason=reason,
            reviewer=self.reviewer,
            at=at,
        )

    def _wording(self, doc: str, span: tuple[int, int], number: float) -> str:
        """Return how the words of a page bound a number; of no page, `exact`."""
        with self.case.store.reading() as reader:
            capture = reader.capture_named(doc)
            page = reader.document(capture) if capture else None
        if page is None:
            return Qualifier.EXACT.value
        return wording_of(page, span, number, self.case.codebook).value

    def _take(
        self,
        claim: ClaimId,
        verdict: Verdict,
        reason: str,
        at: datetime,
        correction: Mapping[str, object] | None,
    ) -> Decision:
        return take_decision(
            self.case,
            claim,
            verdict,
            reason=reason,
            reviewer=self.reviewer,
            at=at,
            correction=correction,
        )


def warm_gate(case: "Case") -> None:
    """Hold one claim against its page, so that the first correction need not wait."""
    with case.store.reading() as reader:
        claim = next(iter(reader.claims()), None)
        document = reader.document(claim.capture) if claim else None
    if claim and document:
        case.stages.check(claim, document, case.codebook)
