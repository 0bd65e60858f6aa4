from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from tumen.errors import CaseError
from tumen.pipeline.add import add_paths
from tumen.pipeline.case import Case
from tumen.pipeline.facts import gather_facts
from tumen.pipeline.run import run_case
from tumen.store.rows import PageKeys, PageRows


def test_the_facts_are_those_of_the_case(
    case: Case, pages: Path, now: datetime
) -> None:
    add_paths(case, [pages], now=now)
    run_case(case, now=now)

    facts = gather_facts(case)

    assert tuple(facts.documents.values()) == case.documents()
    assert (facts.reviewed, facts.groups) == (case.reviewed(), case.groups())
    assert (facts.estimates, facts.boxes) == (case.estimates(), case.boxes())
    assert facts.counts == {"pages": 3, "claims": 3, "refusals": 0, "issues": 0}
    assert facts.versions == case.traces()[-1].versions


def test_a_case_that_was_never_run_has_facts_too(case: Case) -> None:
    facts = gather_facts(case)

    assert facts.reviewed == ()
    assert set(facts.versions) == {"code", "codebook", "model", "system"}


def test_answers_older_than_their_pages_are_not_given_out(
    case: Case, pages: Path, now: datetime
) -> None:
    add_paths(case, [pages], now=now)
    run_case(case, now=now)
    (document,) = [d for d in case.documents() if d.name == "a.txt"]
    rows = PageRows(
        capture=document.capture,
        keys=PageKeys("r", "e"),
        document=replace(document, text="read again, with other words"),
        claims=(),
        issues=(),
    )
    with case.store.writing() as writer:
        writer.put_page(rows)

    with pytest.raises(CaseError, match=r"a\.txt was read again"):
        gather_facts(case)
