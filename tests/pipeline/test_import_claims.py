"""Claims of others enter a case as proposals, or are listed; nothing else happens."""

import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tumen.errors import UsageError
from tumen.pipeline.case import Case, open_case
from tumen.pipeline.import_claims import (
    MOST_LISTED,
    ImportSummary,
    forget_claims,
    import_claims,
)
from tumen.pipeline.remove import remove_document
from tumen.pipeline.run import run_case
from tumen.pipeline.verify import verify_case
from tumen.records.claim import Claim
from tumen.records.decision import Verdict
from tumen.records.reviewed import ReviewedClaim, Status

NOW = datetime(2026, 1, 5, 12, 0, tzinfo=UTC)
RIGHT = {
    "doc": "courier.txt",
    "quote": "More than 20,000 North Korean workers are living in Russia",
    "kind": "figure",
    "element": "people.present",
    "measure": "stock",
    "low": 20000,
    "qualifier": "over",
    "unit": "persons",
    "speaker": "a professor",
    "speaker_kind": "anonymous",
    "hedge": "estimated",
}
Write = Callable[..., Path]


@pytest.fixture
def opened(finished_case: Path, tmp_path: Path) -> Iterator[Case]:
    folder = Path(shutil.copytree(finished_case, tmp_path / "case"))
    with open_case(folder) as found:
        yield found


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def make(*rows: object, name: str = "rows.jsonl") -> Path:
        file = tmp_path / name
        file.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
        return file

    return make


def take(case: Case, file: Path, tool: str | None = "finder") -> ImportSummary:
    return import_claims(case, file, tool=tool, now=NOW)


def proposed(case: Case) -> list[ReviewedClaim]:
    return [each for each in case.reviewed() if each.claim.found_by != "rules"]


def test_a_right_row_waits_for_a_person(opened: Case, write: Write) -> None:
    before = opened.claims(), opened.groups(), opened.estimates(), opened.boxes()
    summary = take(opened, write(RIGHT))

    (entry,) = proposed(opened)
    assert summary == ImportSummary(proposed=1)
    assert (entry.status, entry.waits, entry.counts) == (Status.PROPOSED, True, False)
    assert entry.claim.found_by.startswith("import finder ")
    after = opened.claims(), opened.groups(), opened.estimates(), opened.boxes()
    assert after == before


def test_it_counts_when_a_person_accepts_it(opened: Case, write: Write) -> None:
    take(opened, write(RIGHT))
    (entry,) = proposed(opened)

    opened.decide(entry.claim.id, Verdict.ACCEPT, reason="read", reviewer="R.", at=NOW)

    assert entry.claim in opened.claims()
    assert [each.status for each in proposed(opened)] == [Status.ACCEPTED]


def test_a_value_left_blank_can_be_corrected(opened: Case, write: Write) -> None:
    summary = take(opened, write({**RIGHT, "low": 2000}))
    (entry,) = proposed(opened)
    assert (summary.blanked, entry.claim.amount.low) == (1, None)

    opened.decide(
        entry.claim.id,
        Verdict.CORRECT,
        reason="the words say so",
        reviewer="R.",
        at=NOW,
        correction={"low": 20000, "qualifier": "over"},
    )

    assert proposed(opened)[0].claim.amount.low == 20000


def test_it_outlives_a_run(opened: Case, write: Write) -> None:
    take(opened, write(RIGHT))
    (entry,) = proposed(opened)
    versions = {**opened.stages.versions, "read": "2", "extract": "2"}
    stages = replace(opened.stages, versions=versions)

    with open_case(opened.folder, stages) as again:
        assert run_case(again, now=NOW).read == 3
        assert proposed(again) == [entry]


def test_a_page_read_anew_leaves_an_orphan_that_is_listed(
    opened: Case, write: Write
) -> None:
    take(opened, write(RIGHT))
    read, versions = opened.stages.read, {**opened.stages.versions, "read": "2"}

    def read_shifted(*args: object) -> object:
        document, issues = read(*args)  # type: ignore[arg-type]  # handed through
        text = f"{document.text[1:]} "
        return replace(document, text=text, blocks=(), published=None), issues

    stages = replace(opened.stages, read=read_shifted, versions=versions)  # type: ignore[arg-type]  # as above
    with open_case(opened.folder, stages) as again:
        run_case(again, now=NOW)

        codes = [issue.code for issue in again.issues()]
        assert proposed(again) == []
        assert codes.count("orphan_proposal") == 1
        assert verify_case(again).faults == ()


def test_a_claim_the_rules_found_is_counted_as_agreed(
    opened: Case, write: Write
) -> None:
    found = next(c for c in opened.claims() if c.doc == "courier.txt")
    summary = take(opened, write(row_of(found)))

    assert (summary.proposed, summary.agreed) == (1, 1)
    assert proposed(opened) == []


def row_of(claim: Claim) -> dict[str, object]:
    first, last = claim.as_of.first, claim.as_of.last
    return {
        **RIGHT,
        "quote": claim.quote,
        "as_of_start": first.isoformat() if first else None,
        "as_of_end": last.isoformat() if last else None,
        "place": claim.place,
        "iso": claim.iso,
        "population": claim.population,
        "speaker": claim.speaker.name,
        "speaker_kind": claim.speaker.kind.value,
        "chain": list(claim.chain),
        "hedge": claim.hedge.value,
        "flags": list(claim.flags),
    }


def test_the_same_row_twice_is_one_proposal(opened: Case, write: Write) -> None:
    summary = take(opened, write(RIGHT, RIGHT))
    assert (summary.proposed, summary.known) == (1, 1)


def test_the_same_file_again_changes_nothing(opened: Case, write: Write) -> None:
    first = take(opened, write(RIGHT, {}))
    before = opened.reviewed(), opened.issues()

    assert take(opened, write(RIGHT, {})) == first
    assert (opened.reviewed(), opened.issues()) == before


def test_a_row_of_two_files_belongs_to_the_first(opened: Case, write: Write) -> None:
    take(opened, write(RIGHT))
    summary = take(opened, write(RIGHT, {}, name="more.jsonl"), tool="other")

    assert (summary.proposed, summary.known) == (0, 1)
    assert proposed(opened)[0].claim.found_by.startswith("import finder ")


def test_refused_rows_are_listed_with_their_number_and_a_remedy(
    opened: Case, write: Write
) -> None:
    summary = take(opened, write(RIGHT, {**RIGHT, "doc": "ledger.txt"}, "no row"))

    assert (summary.proposed, summary.refused) == (1, 2)
    assert [issue.problem[:6] for issue in summary.listed] == ["row 2:", "row 3:"]
    assert all(issue.remedy for issue in summary.listed)
    kept = [issue for issue in opened.issues() if issue.code == "proposal_refused"]
    assert [issue.doc for issue in kept] == ["rows.jsonl", "rows.jsonl"]


def test_a_file_full_of_nonsense_is_counted_to_its_end(
    opened: Case, tmp_path: Path
) -> None:
    file = tmp_path / "noise.jsonl"
    file.write_bytes(b"\xff\xfe{\n" * (MOST_LISTED + 7))

    summary = take(opened, file)

    assert summary.refused == MOST_LISTED + 7
    assert len(summary.listed) == MOST_LISTED


def test_a_line_of_many_megabytes_is_one_refused_row(
    opened: Case, write: Write
) -> None:
    summary = take(opened, write({**RIGHT, "note": "x" * 15_000_000}, RIGHT))
    assert (summary.proposed, summary.refused) == (1, 1)


def test_a_mark_before_the_first_row_does_no_harm(opened: Case, tmp_path: Path) -> None:
    file = tmp_path / "marked.jsonl"
    file.write_bytes(b"\xef\xbb\xbf" + json.dumps(RIGHT).encode())
    assert take(opened, file).proposed == 1


def test_an_import_leaves_a_trace(opened: Case, write: Write) -> None:
    take(opened, write(RIGHT, {}))
    trace = next(trace for trace in opened.traces() if trace.stage == "import")
    assert trace.counts == {"proposals": 1, "known": 0, "refused": 1}


def test_proposals_are_verified_too(opened: Case, write: Write) -> None:
    take(opened, write(RIGHT))
    report = verify_case(opened)
    assert (report.faults, report.checked["proposals"]) == ((), 1)


def test_what_came_from_a_file_can_be_taken_back(opened: Case, write: Write) -> None:
    before = opened.reviewed(), opened.issues()
    file = write(RIGHT, {})
    take(opened, file)

    assert forget_claims(opened, file, now=NOW) == ImportSummary(forgotten=1)
    assert (opened.reviewed(), opened.issues()) == before


def test_what_never_came_cannot_be_taken_back(opened: Case, write: Write) -> None:
    with pytest.raises(UsageError, match="nothing in the case came from"):
        forget_claims(opened, write(RIGHT), now=NOW)


def test_a_removed_page_takes_its_proposals_with_it(opened: Case, write: Write) -> None:
    take(opened, write(RIGHT))
    remove_document(opened, "courier.txt", now=NOW)

    with opened.store.reading() as reader:
        assert reader.proposals() == ()
    assert verify_case(opened).faults == ()


@pytest.mark.parametrize("name", ["", "x" * 41, "a\x1b[2Jb"])
def test_a_tool_needs_a_plain_name(opened: Case, write: Write, name: str) -> None:
    file = write(RIGHT).rename(write(RIGHT).with_name("\u2003.jsonl"))
    with pytest.raises(UsageError, match="no name of a tool"):
        take(opened, file, tool=name or None)


def test_a_name_of_two_words_is_one_word(opened: Case, write: Write) -> None:
    take(opened, write(RIGHT), tool="my  finder")
    assert proposed(opened)[0].claim.found_by.startswith("import my-finder ")


def test_a_file_that_is_not_there_is_said_to_be_missing(
    opened: Case, tmp_path: Path
) -> None:
    with pytest.raises(UsageError, match="No such file"):
        take(opened, tmp_path / "none.jsonl")


def test_a_file_beyond_the_limit_is_not_read(
    opened: Case, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    small = replace(opened.settings.ingest, max_bytes=10)
    monkeypatch.setattr(opened, "settings", replace(opened.settings, ingest=small))
    with pytest.raises(UsageError, match="larger than 10 bytes"):
        take(opened, write(RIGHT))


def test_a_file_without_rows_changes_nothing(opened: Case, write: Write) -> None:
    with pytest.raises(UsageError, match="holds no row"):
        take(opened, write())
    assert opened.issues() == ()
