"""Take in claims that others made: each row past the exact-words gate, or listed."""

import hashlib
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from tumen.errors import ClaimRefused, UsageError
from tumen.extract.proposals import Proposal, read_proposal
from tumen.pipeline.folds import refold
from tumen.pipeline.proposed_rows import (
    Pages,
    check_rows,
    decode_row,
    shorten_value,
    split_lines,
)
from tumen.pipeline.stages import check_encoder, model_name
from tumen.pipeline.traces import Watch, hash_all, make_trace, versions_of
from tumen.records.claim import Claim
from tumen.records.ids import ClaimId
from tumen.records.issue import Issue
from tumen.records.reviewed import IMPORTED

if TYPE_CHECKING:
    from tumen.pipeline.case import Case
    from tumen.store.writer import StoreWriter

MOST_LISTED = 1_000
"""Refused rows are listed up to this number, and counted after it."""

TOOL_LETTERS = 40
HASH_DIGITS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportSummary:
    """What became of the rows of a file.

    Args:
        proposed: proposals the case now has from it; they count for nothing until a
            person accepts them.
        agreed: those of them that say what the rules found too.
        known: rows that stand in the file, or came from another one, already.
        refused: rows that did not pass.
        blanked: proposals with a slot that is blank, ours, or in doubt, against the row.
        listed: refused rows and blanked slots, in order of the file.
        forgotten: proposals of the file that were taken back.
    """

    proposed: int = 0
    agreed: int = 0
    known: int = 0
    refused: int = 0
    blanked: int = 0
    listed: tuple[Issue, ...] = ()
    forgotten: int = 0


@dataclass(slots=True)
class _Tally:
    """What became of the rows so far."""

    file: str
    found: set[ClaimId]
    others: set[ClaimId]
    claims: dict[ClaimId, Claim] = field(default_factory=dict)
    known: int = 0
    refused: int = 0
    blanked: int = 0
    listed: list[Issue] = field(default_factory=list)

    def keep(self, number: int, proposal: Proposal) -> None:
        """Take a proposal in, once."""
        claim = proposal.claim
        if claim.id in self.others or claim.id in self.claims:
            self.known += 1
            return
        self.claims[claim.id] = claim
        self.blanked += bool(proposal.notes)
        for note in proposal.notes:
            self._list(_blanked(self.file, number, note, claim))

    def refuse(self, number: int, refusal: ClaimRefused) -> None:
        """List a row that did not pass."""
        self.refused += 1
        self._list(_refused(self.file, number, refusal))

    def _list(self, issue: Issue) -> None:
        if len(self.listed) < MOST_LISTED:
            self.listed.append(issue)

    def summary(self) -> ImportSummary:
        """Return the counts."""
        return ImportSummary(
            proposed=len(self.claims),
            agreed=len(self.found & self.claims.keys()),
            known=self.known,
            refused=self.refused,
            blanked=self.blanked,
            listed=tuple(self.listed),
        )


def import_claims(
    case: "Case", file: Path, *, tool: str | None, now: datetime
) -> ImportSummary:
    """Take the rows of a JSON lines file into a case as proposals, and answer again.

    The same file again gives the same proposals, and none of its old ones stays.

    Args:
        tool: who made the rows; the name of the file when left out.

    Raises:
        UsageError: there is no such file, or it is too big or no list of rows; the
            name of the tool is no plain name.
        CaseLocked: another command is writing.
    """
    data = _read(file, case.settings.ingest.max_bytes)
    rows = data.removeprefix(b"\xef\xbb\xbf")
    check_rows(shorten_value(str(file)), rows)
    source = hashlib.sha256(data).hexdigest()
    found_by = f"{IMPORTED} {_tool(tool or file.stem)} {source[:HASH_DIGITS]}"
    check_encoder(case.settings.extract.analyzer, case.codebook)
    watch = Watch.start(now)
    analyzer = case.stages.load_analyzer(case.settings.extract.analyzer)
    with case.store.writing() as writer:
        writer.drop_proposals(source)
        tally = _Tally(
            shorten_value(file.name),
            {claim.id for claim in writer.claims()},
            {claim.id for claim in writer.proposals()},
        )
        pages = Pages(writer, case.codebook, analyzer)
        for number, line in split_lines(rows):
            try:
                row = decode_row(line)
                proposal = read_proposal(row, pages.page_of(row), found_by)
            except ClaimRefused as refusal:
                tally.refuse(number, refusal)
            else:
                tally.keep(number, proposal)
        _store(case, writer, source, tally, watch)
        refold(case, writer, now)
    return tally.summary()


def forget_claims(case: "Case", file: Path, *, now: datetime) -> ImportSummary:
    """Take the proposals of a file back, and answer again; decisions on them are kept.

    Raises:
        UsageError: there is no such file, or nothing came from it.
        CaseLocked: another command is writing.
    """
    source = hashlib.sha256(_read(file, case.settings.ingest.max_bytes)).hexdigest()
    with case.store.writing() as writer:
        gone = writer.drop_proposals(source)
        listed = writer.drop_issues(_scope(source))
        if not gone and not listed:
            raise UsageError(
                f"nothing in the case came from {file}",
                "Give the very file that was imported; it is known by its bytes.",
            )
        refold(case, writer, now)
    return ImportSummary(forgotten=gone)


def _refused(file: str, number: int, refusal: ClaimRefused) -> Issue:
    return Issue(
        stage="extract",
        code="proposal_refused",
        doc=file,
        problem=shorten_value(f"row {number}: {refusal.problem}"),
        remedy=refusal.remedy,
    )


def _blanked(file: str, number: int, note: str, claim: Claim) -> Issue:
    return Issue(
        stage="extract",
        code="proposal_blanked",
        doc=file,
        problem=shorten_value(f"row {number}: {note}"),
        remedy=f"Look at claim {claim.id}: correct it, or accept it as it is.",
    )


def _scope(source: str) -> str:
    return f"import {source}"


def _store(
    case: "Case", writer: "StoreWriter", source: str, tally: _Tally, watch: Watch
) -> None:
    claims = tuple(tally.claims.values())
    writer.put_proposals(source, claims)
    writer.put_issues(_scope(source), tally.listed)
    codebook = case.codebook
    writer.append_trace(
        make_trace(
            "import",
            versions=versions_of(codebook, model_name(case.settings.extract.analyzer)),
            settings=None,
            inputs_hash=source,
            outputs_hash=hash_all(claims),
            counts={
                "proposals": len(claims),
                "known": tally.known,
                "refused": tally.refused,
            },
            watch=watch,
        )
    )


def _read(file: Path, most: int) -> bytes:
    try:
        with file.open("rb") as opened:
            data = opened.read(most + 1)
    except OSError as error:
        raise UsageError(
            f"{file}: {error.strerror or 'cannot be read'}",
            "Give a JSON lines file that you may read.",
        ) from error
    if len(data) > most:
        raise UsageError(
            f"{file} is larger than {most:,} bytes",
            "Split it, or raise max_bytes in tumen.toml.",
        )
    return data


def _tool(name: str) -> str:
    words = "-".join(name.split())
    if not words or len(words) > TOOL_LETTERS or not words.isprintable():
        raise UsageError(
            f"{shorten_value(name)!r} is no name of a tool",
            f"Give --tool a plain name of at most {TOOL_LETTERS} characters.",
        )
    return words
