import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from tumen.errors import CaseDamaged
from tumen.pipeline.add import add_paths
from tumen.pipeline.case import Case, open_case
from tumen.pipeline.run import run_case
from tumen.pipeline.verify import verify_case
from tumen.records.claim import Claim, Slot
from tumen.records.decision import Verdict
from tumen.records.document import Block, Certainty, Dated, Document, Evidence, Role
from tumen.records.ids import ClaimId
from tumen.records.period import Period
from tumen.records.span import Span
from tumen.store.rows import Answers, PageKeys, PageRows


@pytest.fixture
def full(case: Case, pages: Path, now: datetime) -> Case:
    """A case with pages, claims, three decisions and a raw exit."""
    add_paths(case, [pages], now=now)
    run_case(case, now=now)
    first, second, _ = case.reviewed()
    decide(case, first.claim.id, Verdict.ACCEPT, now)
    decide(case, second.claim.id, Verdict.REJECT, now)
    decide(case, second.claim.id, Verdict.ACCEPT, now)
    case.log_raw_exit("for the second reader", at=now)
    return case


def decide(case: Case, claim: ClaimId, verdict: Verdict, now: datetime) -> None:
    case.decide(claim, verdict, reason="seen", reviewer="R. Tester", at=now)


def tamper(case: Case, statement: str) -> None:
    """Change the file behind the back of Tumen."""
    with closing(sqlite3.connect(case.store.path)) as file:
        file.executescript(FREE)
        file.executescript(statement)


FREE = """
DROP TRIGGER decisions_no_update; DROP TRIGGER decisions_no_delete;
DROP TRIGGER raw_exits_no_update; DROP TRIGGER raw_exits_no_delete;
"""


def test_an_untouched_case_has_no_faults(full: Case) -> None:
    assert verify_case(full).faults == ()


def test_the_report_counts_what_was_checked(full: Case) -> None:
    checked = verify_case(full).checked

    assert (checked["captures"], checked["claims"], checked["decisions"]) == (3, 3, 3)


def test_the_report_gives_the_head_of_the_decisions(full: Case) -> None:
    assert verify_case(full).head == full.decisions()[-1].hash


def test_an_empty_case_has_no_faults(case: Case) -> None:
    assert verify_case(case).faults == ()


TAMPERINGS = {
    "a byte of a page": (
        "UPDATE blobs SET packed = "
        "CAST(substr(packed, 1, 12) || x'00' || substr(packed, 14) AS BLOB)"
        " WHERE id = (SELECT capture FROM names WHERE name = 'a.txt')",
        "capture ",
    ),
    "the bytes of a page turned into text": (
        "UPDATE blobs SET packed = 'x' "
        " WHERE id = (SELECT capture FROM names WHERE name = 'a.txt')",
        "cannot be unpacked",
    ),
    "the bytes of a page deleted": (
        "DELETE FROM blobs WHERE id = (SELECT capture FROM names WHERE name = 'a.txt')",
        "are missing",
    ),
    "the quote of a claim": (
        "UPDATE claims SET record = replace(record, '300 people', '900 people')",
        "claims ",
    ),
    "a column of a claim": (
        "UPDATE claims SET element = 'x' WHERE rowid = 1",
        "claims ",
    ),
    "a claim deleted": ("DELETE FROM claims WHERE element = 'org.firms'", "page "),
    "the text of a document": (
        "UPDATE documents SET record = replace(record, 'Herald', 'Heralt')",
        "documents ",
    ),
    "a document deleted": (
        "DELETE FROM documents WHERE name = 'c.txt'",
        "table documents",
    ),
    "the name of a page": (
        "UPDATE names SET name = 'x' WHERE name = 'a.txt'",
        "names x",
    ),
    "a capture": (
        "UPDATE captures SET removed_at = '2020' WHERE rowid = 1",
        "captures ",
    ),
    "an answer": (
        "UPDATE estimates SET record = replace(record, '300', '301')",
        "estimates 1",
    ),
    "an answer deleted": ("DELETE FROM groups WHERE place = 0", "table groups"),
    "the reason of a decision": (
        "UPDATE decisions SET record = replace(record, 'seen', 'read') WHERE number=2",
        "decision 2",
    ),
    "a decision deleted": (
        "DELETE FROM decisions WHERE number = 2",
        "decision 2",
    ),
    "the last decision deleted": (
        "DELETE FROM decisions WHERE number = 3",
        "table decisions: ends with line 2, 3 were written",
    ),
    "the subject of a decision": (
        "UPDATE decisions SET subject = 'x' WHERE number = 1",
        "decisions 1",
    ),
    "the reason of a raw exit": (
        "UPDATE raw_exits SET record = replace(record, 'second', 'third')",
        "raw exit 1",
    ),
    "a trace": ("UPDATE traces SET stage = 'x' WHERE number = 1", "traces 1"),
    "a record that is none": ("UPDATE claims SET record = '{}'", "records: "),
    "the size of a page": ("UPDATE blobs SET size_bytes = 9", "were changed"),
    "an answer turned into bytes": (
        "UPDATE boxes SET record = x'ff'",
        "boxes: record 0 is no text",
    ),
    "a hash that is none": ("UPDATE claims SET row_hash = 'x'", "claims "),
    "the guard of the decisions": (
        "SELECT 1",
        "table decisions: its guard against changes is gone",
    ),
    "a row that refers to nothing": (
        "INSERT INTO blobs VALUES ('beef', 1, x'00')",
        "refers to a missing captures row",
    ),
}


@pytest.mark.parametrize(
    ("statement", "named"), TAMPERINGS.values(), ids=TAMPERINGS.keys()
)
def test_what_was_changed_by_hand_is_named(
    full: Case, statement: str, named: str
) -> None:
    tamper(full, statement)

    assert any(named in fault for fault in verify_case(full).faults)


@pytest.mark.parametrize("key", ["sum claims", "last decisions", "schema"])
def test_a_sum_that_is_none_is_named(full: Case, key: str) -> None:
    statement = f"UPDATE meta SET value = 'x' WHERE key = '{key}'"  # noqa: S608  our own words
    tamper(full, statement)
    with pytest.raises(CaseDamaged, match=key), open_case(full.folder) as again:
        verify_case(again)


@pytest.mark.parametrize(
    "verb", ["UPDATE decisions SET number = 9", "DELETE FROM decisions"]
)
def test_the_file_itself_refuses_to_change_decisions(full: Case, verb: str) -> None:
    with (
        closing(sqlite3.connect(full.store.path)) as file,
        pytest.raises(sqlite3.IntegrityError, match="added, never changed"),
    ):
        file.execute(verb)


def rewrite(case: Case, document: Document | None, claim: Claim) -> None:
    """Store a page with rows that are sound and contents that are not."""
    rows = PageRows(
        capture=claim.capture,
        keys=PageKeys("r", "e"),
        document=document,
        claims=(claim,),
        issues=(),
    )
    with case.store.writing() as writer:
        writer.put_page(rows)


def page_of(case: Case) -> tuple[Document, Claim]:
    document = case.document("a.txt")
    assert document
    return document, next(c for c in case.claims() if c.doc == "a.txt")


SLOT = Slot(rule="r", confidence=1.0, span=Span(900, 901))
BAD_CLAIMS = [
    ({"quote": "301 people.present"}, "its quote is not what stands at its span"),
    ({"span": Span(900, 901)}, "its quote is not what stands at its span"),
    ({"slots": {"place": SLOT}}, "its quote is not what stands at its span"),
    ({"element": "org.firms"}, "its id is not that of its content"),
]


@pytest.mark.parametrize(("change", "named"), BAD_CLAIMS)
def test_a_claim_that_does_not_hold_is_named(
    full: Case, change: dict[str, object], named: str
) -> None:
    document, claim = page_of(full)
    rewrite(full, document, replace(claim, **change))  # type: ignore[arg-type]  # any slot

    assert f"claim {claim.id} of a.txt: {named}" in verify_case(full).faults


def test_a_proposal_that_was_changed_is_named(full: Case) -> None:
    claim = replace(full.claims()[0], found_by="import tool 0123", element="org.sites")
    with full.store.writing() as writer:
        writer.put_proposals("a" * 64, [claim])

    assert verify_case(full).faults == (
        f"proposal {claim.id} of {claim.doc}: its id is not that of its content",
    )


def test_a_claim_without_its_page_is_named(full: Case) -> None:
    _, claim = page_of(full)
    rewrite(full, None, claim)

    assert f"claim {claim.id} of a.txt: its page is gone" in verify_case(full).faults


PROOF = Evidence(Span(0, 8), "Imagined", "published")
BAD_PAGES: list[dict[str, object]] = [
    {"blocks": (Block(Span(0, 900), Role.BODY),)},
    {"caption_dates": (PROOF,)},
    {"published": Dated(Period(), Certainty.DAY, (PROOF,))},
]


@pytest.mark.parametrize("change", BAD_PAGES)
def test_a_page_whose_spans_do_not_hold_is_named(
    full: Case, change: dict[str, object]
) -> None:
    document, claim = page_of(full)
    rewrite(full, replace(document, **change), claim)  # type: ignore[arg-type]  # any slot

    named = "document a.txt: a span does not fit its text or words"
    assert named in verify_case(full).faults


def test_answers_that_were_put_in_by_another_hand_are_named(full: Case) -> None:
    answers = Answers(
        reviewed=full.reviewed()[:1],
        groups=full.groups(),
        estimates=full.estimates(),
        boxes=full.boxes(),
    )
    with full.store.writing() as writer:
        writer.replace_answers(answers)

    named = "answers of review: they are not those of the last run"
    assert verify_case(full).faults == (named,)
