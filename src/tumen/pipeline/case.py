"""A case: everything a person or a screen may ask of it, and what they may decide."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Self

from tumen.codebook.load import BUILT_IN, load_codebook
from tumen.codebook.model import Scenario
from tumen.codebook.schema import Codebook
from tumen.errors import CaseError
from tumen.pipeline.settings import FILE_NAME, Settings, read_settings
from tumen.records.capture import Capture
from tumen.records.claim import Claim
from tumen.records.decision import Decision, Verdict
from tumen.records.document import Document
from tumen.records.estimate import BoxState, Estimate
from tumen.records.group import Group
from tumen.records.ids import ClaimId
from tumen.records.issue import Issue
from tumen.records.release import Release, ReleasedProjection, ReleasedSensitivity
from tumen.records.reviewed import ReviewedClaim
from tumen.records.trace import Trace

if TYPE_CHECKING:
    from tumen.pipeline.stages import Stages
    from tumen.store.case_store import CaseStore
    from tumen.store.raw_exits import RawExit


class Case:
    """An open case folder; close it, or use it in a `with`.

    Every answer is one snapshot. Reading never waits for a writer.

    Args:
        stages: what a run calls; those of this version when left out.
    """

    def __init__(
        self,
        folder: Path,
        settings: Settings,
        store: "CaseStore",
        stages: "Stages | None" = None,
    ) -> None:
        self.folder = folder
        self.settings = settings
        self.store = store
        self._stages = stages

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the files of the case."""
        self.store.close()

    @property
    def name(self) -> str:
        """Return what the case is called."""
        return self.settings.case.name

    @cached_property
    def stages(self) -> "Stages":
        """Return the functions of all stages."""
        from tumen.pipeline.stages import built_in_stages

        return self._stages or built_in_stages()

    @property
    def codebook_name(self) -> str:
        """Return the codebook as `load_codebook` finds it from anywhere."""
        named = self.settings.case.codebook
        return named if named in BUILT_IN else str((self.folder / named).resolve())

    @property
    def codebook(self) -> Codebook:
        """Return the codebook the case is read with."""
        return load_codebook(self.codebook_name)

    def captures(self) -> tuple[Capture, ...]:
        """Return the material of the case, by name."""
        with self.store.reading() as reader:
            return reader.captures()

    def documents(self) -> tuple[Document, ...]:
        """Return the pages as read, by name."""
        with self.store.reading() as reader:
            return reader.documents()

    def document(self, name: str) -> Document | None:
        """Return the page with this name (any of its names), None without one."""
        with self.store.reading() as reader:
            capture = reader.capture_named(name)
            return None if capture is None else reader.document(capture)

    def text_of(self, name: str) -> str | None:
        """Return the canonical text of a page, None without such a page."""
        document = self.document(name)
        return document.text if document else None

    def claims(self) -> tuple[Claim, ...]:
        """Return the claims of the case as the reviewers left them, rejected ones out."""
        return tuple(each.claim for each in self.reviewed() if each.counts)

    def claim(self, claim: ClaimId) -> ReviewedClaim | None:
        """Return one claim with its decisions applied, None without such a claim."""
        found = (each for each in self.reviewed() if each.claim.id == claim)
        return next(found, None)

    def reviewed(self) -> tuple[ReviewedClaim, ...]:
        """Return all claims with the decisions on them applied."""
        from tumen.pipeline.waiting import reviewed_now

        with self.store.reading() as reader:
            return reviewed_now(reader)

    def decisions(self) -> tuple[Decision, ...]:
        """Return the review record, line by line."""
        with self.store.reading() as reader:
            return reader.decisions()

    def groups(self) -> tuple[Group, ...]:
        """Return the groups of claims about one fact."""
        self.settle()
        with self.store.reading() as reader:
            return reader.groups()

    def estimates(self) -> tuple[Estimate, ...]:
        """Return the dated answers."""
        self.settle()
        with self.store.reading() as reader:
            return reader.estimates()

    def boxes(self) -> tuple[BoxState, ...]:
        """Return what is known about every part of the system, year by year."""
        self.settle()
        with self.store.reading() as reader:
            return reader.boxes()

    def issues(self) -> tuple[Issue, ...]:
        """Return what in the material could not be understood."""
        with self.store.reading() as reader:
            return reader.issues()

    def traces(self) -> tuple[Trace, ...]:
        """Return how results were made, the oldest first."""
        with self.store.reading() as reader:
            return reader.traces()

    def raw_exits(self) -> "tuple[RawExit, ...]":
        """Return the audit trail of unredacted output."""
        with self.store.reading() as reader:
            return reader.raw_exits()

    def head(self) -> str:
        """Return the hash of the last review decision; 64 zeros without any."""
        from tumen.review.chain import head_hash

        return head_hash(self.decisions())

    def settle(self) -> None:
        """Answer again when decisions wait for it; every answer does so by itself.

        Raises:
            CaseLocked: decisions wait, and another command is writing.
        """
        from tumen.pipeline.waiting import settle

        settle(self, datetime.now(UTC))

    def release(
        self, view: str, made_on: date | None = None, as_known_on: date | None = None
    ) -> Release:
        """Return everything one exit may show.

        Args:
            view: `public`, `inside` or `raw`.
            made_on: the day it is made for, today (UTC) when left out.
            as_known_on: answer as on that day, from what had been published by then.
        """
        from tumen.pipeline.facts import gather_facts
        from tumen.pipeline.replay import known_on
        from tumen.protect.release import make_release

        self.settle()
        day = made_on or datetime.now(UTC).date()
        facts = gather_facts(self)
        if as_known_on is not None:
            facts = known_on(facts, self, as_known_on)
        return make_release(facts, view, made_on=day)

    def pages_and_claims(self, made_on: date) -> Release:
        """Return an inside view for reading: its answers may lack the newest decisions.

        Its pages and claims do not; nothing is weighed for it.
        """
        from tumen.pipeline.facts import gather_facts
        from tumen.protect.release import make_release

        return make_release(gather_facts(self), "inside", made_on=made_on)

    def sensitivity_rows(
        self, *, view: str, made_on: date
    ) -> tuple[ReleasedSensitivity, ...]:
        """Return the medians with all official figures times 0.7, 1 and 1.4.

        Raises:
            CaseError: the codebook has no model, or no figure speaks about it.
        """
        from tumen.pipeline.facts import gather_facts
        from tumen.pipeline.replay import OFFICIAL_FACTORS, with_official
        from tumen.protect.model_rows import sensitivity_rows
        from tumen.protect.release import make_release

        self.settle()
        facts = gather_facts(self)
        by_factor = {
            factor: make_release(
                with_official(facts, self, factor, today=made_on), view, made_on=made_on
            ).estimates
            for factor in OFFICIAL_FACTORS
        }
        return sensitivity_rows(by_factor)

    def what_if_rows(
        self,
        names: Sequence[str],
        *,
        view: str,
        made_on: date,
        years: int = 5,
        own: Sequence[Scenario] = (),
    ) -> tuple[ReleasedProjection, ...]:
        """Return what scenarios of the model, and own ones, would mean year by year.

        Raises:
            UsageError: no such scenario.
            CaseError: the codebook has no model, or no figure speaks about it.
        """
        from tumen.pipeline.replay import find_scenarios, model_of, what_if
        from tumen.protect.model_rows import projection_rows
        from tumen.protect.policy import load_policy

        self.settle()
        asked = (*find_scenarios(model_of(self), names), *own)
        rows = what_if(self, asked, today=made_on, years=years)
        labels = {scenario.name: scenario.label for scenario in asked}
        return projection_rows(rows, labels, load_policy(), public=view == "public")

    def decide(
        self,
        subject: ClaimId,
        verdict: Verdict,
        *,
        reason: str,
        reviewer: str,
        at: datetime,
        correction: Mapping[str, object] | None = None,
    ) -> Decision:
        """Record a decision on a claim, and answer again.

        Raises:
            DecisionError: no such claim, or a decision that makes no sense.
            ClaimRefused: the corrected claim does not quote its exact words.
            CaseLocked: another command is writing.
        """
        from tumen.pipeline.decide import record_decision

        return record_decision(
            self,
            subject,
            verdict,
            reason=reason,
            reviewer=reviewer,
            at=at,
            correction=correction,
        )

    def add_claim(
        self,
        doc: str,
        slots: Mapping[str, object],
        *,
        reason: str,
        reviewer: str,
        at: datetime,
    ) -> Decision:
        """Record a claim the machine missed, and answer again.

        Args:
            doc: name of the page.
            slots: JSON slot names; `start`, `end`, `kind` and `element` are needed.

        Raises:
            DecisionError: no such page, or slots that make no claim.
            ClaimRefused: the claim does not quote its exact words.
            CaseLocked: another command is writing.
        """
        from tumen.pipeline.decide import record_added_claim

        return record_added_claim(
            self, doc, slots, reason=reason, reviewer=reviewer, at=at
        )

    def notes_on(self, line: Decision) -> tuple[str, ...]:
        """Return what a decision set that no list has, in words for the reader."""
        from tumen.pipeline.decide import notes_on

        return notes_on(self, line)

    def log_raw_exit(self, reason: str, *, at: datetime) -> None:
        """Note in the audit trail that unredacted data leaves, and why.

        Raises:
            UsageError: the reason is blank.
            CaseLocked: another command is writing.
        """
        from tumen.store.raw_exits import next_raw_exit

        with self.store.writing() as writer:
            lines = writer.raw_exits()
            last = lines[-1] if lines else None
            writer.append_raw_exit(next_raw_exit(last, reason=reason, at=at))


def open_case(folder: Path, stages: "Stages | None" = None) -> Case:
    """Open an existing case folder.

    Raises:
        SettingsError: its settings are wrong.
        CaseError: there is no case in that folder, or it cannot be used.
    """
    from tumen.store.case_store import CaseStore

    if not (folder / FILE_NAME).is_file():
        raise CaseError(
            f"there is no case in {folder}", f"Make one with: tumen new {folder}"
        )
    settings = read_settings(folder / FILE_NAME)
    return Case(folder, settings, CaseStore.open(folder), stages)
