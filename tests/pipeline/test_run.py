from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from tumen.errors import CaseDamaged, CaseLocked
from tumen.pipeline.add import add_paths
from tumen.pipeline.case import Case, open_case
from tumen.pipeline.new import make_case
from tumen.pipeline.progress import Progress
from tumen.pipeline.run import RunSummary, run_case
from tumen.pipeline.stages import Stages


def answers(case: Case) -> tuple[object, ...]:
    return case.reviewed(), case.groups(), case.estimates(), case.boxes()


def test_a_run_says_what_the_case_holds(case: Case, pages: Path, now: datetime) -> None:
    add_paths(case, [pages], now=now)

    summary = run_case(case, now=now)

    assert summary == RunSummary(
        pages=3,
        read=3,
        claims=3,
        unsure=0,
        refusals=0,
        groups=2,
        estimates=2,
        boxes=1,
        issues=0,
    )


def test_an_empty_case_can_be_run(case: Case, now: datetime) -> None:
    assert run_case(case, now=now).pages == 0


def test_a_second_run_reads_nothing_and_changes_nothing(
    case: Case, pages: Path, now: datetime
) -> None:
    add_paths(case, [pages], now=now)
    run_case(case, now=now)
    before = answers(case), case.traces()

    assert run_case(case, now=now).read == 0
    assert (answers(case), case.traces()) == before


def test_only_what_is_new_is_read(case: Case, pages: Path, now: datetime) -> None:
    add_paths(case, [pages / "a.txt"], now=now)
    run_case(case, now=now)
    add_paths(case, [pages], now=now)

    assert run_case(case, now=now).read == 2


@pytest.mark.parametrize("stage", ["read", "extract"])
def test_pages_are_read_again_when_the_code_of_a_stage_changed(
    case: Case, pages: Path, now: datetime, stage: str
) -> None:
    add_paths(case, [pages], now=now)
    run_case(case, now=now)
    stages = replace(case.stages, versions={**case.stages.versions, stage: "2"})

    with open_case(case.folder, stages) as later:
        assert run_case(later, now=now).read == 3


def test_pages_are_read_again_when_the_analyzer_changed(
    case: Case, pages: Path, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_paths(case, [pages], now=now)
    monkeypatch.setattr("tumen.pipeline.run.model_name", lambda choice: "one")
    run_case(case, now=now)
    monkeypatch.setattr("tumen.pipeline.run.model_name", lambda choice: "other")

    assert run_case(case, now=now).read == 3


def test_a_page_that_cannot_be_read_is_an_issue_and_the_run_goes_on(
    case: Case, pages: Path, now: datetime
) -> None:
    (pages / "bad.txt").write_text("unreadable")
    add_paths(case, [pages], now=now)

    summary = run_case(case, now=now)

    assert (summary.pages, summary.claims, summary.issues) == (3, 3, 1)
    assert case.document("bad.txt") is None
    assert run_case(case, now=now).read == 0


def test_an_unforeseen_error_keeps_the_pages_read_before(
    case: Case, pages: Path, now: datetime
) -> None:
    (pages / "b.txt").write_text("crash")
    add_paths(case, [pages], now=now)

    with pytest.raises(ZeroDivisionError) as failed:
        run_case(case, now=now)

    assert failed.value.__notes__ == ["while reading the page b.txt"]
    assert [document.name for document in case.documents()] == ["a.txt"]


def test_every_page_is_reported(case: Case, pages: Path, now: datetime) -> None:
    add_paths(case, [pages], now=now)
    reports: list[Progress] = []

    run_case(case, now=now, report=reports.append)

    assert [(p.stage, p.done, p.total, p.claims) for p in reports] == [
        ("read", 1, 3, 1),
        ("read", 2, 3, 1),
        ("read", 3, 3, 3),
        ("review", 0, 1, 0),
        ("estimate", 1, 1, 3),
    ]


def test_changed_bytes_stop_the_run(case: Case, pages: Path, now: datetime) -> None:
    from sqlalchemy import text

    add_paths(case, [pages], now=now)
    with case.store.writing() as writer:
        writer.connection.execute(text("UPDATE blobs SET packed = x'00'"))

    with pytest.raises(CaseDamaged, match="cannot be unpacked"):
        run_case(case, now=now)


def test_a_second_run_at_the_same_time_is_refused(case: Case, now: datetime) -> None:
    with (
        open_case(case.folder) as other,
        other.store.sole_writer(),
        pytest.raises(CaseLocked),
    ):
        run_case(case, now=now)


def test_two_workers_give_the_same_answers_as_one(
    case: Case, pages: Path, now: datetime, tmp_path: Path
) -> None:
    make_case(tmp_path / "two")
    settings = tmp_path / "two" / "tumen.toml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("workers = 1", "workers = 2"), encoding="utf-8")
    (pages / "page.txt").write_text("The ministry said 40 workers were in Khasan.\n")

    with open_case(tmp_path / "one") as one, open_case(tmp_path / "two") as two:
        add_paths(one, [pages], now=now)
        add_paths(two, [pages], now=now)
        run_case(one, now=now)
        run_case(two, now=now)

        assert answers(one) == answers(two)


@pytest.fixture(autouse=True)
def one(tmp_path: Path) -> None:
    make_case(tmp_path / "one")


def test_the_order_of_adding_changes_nothing(
    tmp_path: Path, pages: Path, now: datetime, case: Case
) -> None:
    make_case(tmp_path / "back")
    stages: Callable[[], Stages] = lambda: case.stages  # noqa: E731  read as a name
    files = [pages / "a.txt", pages / "north" / "b.txt", pages / "c.txt"]

    with (
        open_case(tmp_path / "one", stages()) as forth,
        open_case(tmp_path / "back", stages()) as back,
    ):
        add_paths(forth, files, now=now)
        add_paths(back, files[::-1], now=now)
        run_case(forth, now=now)
        run_case(back, now=now)

        assert answers(forth) == answers(back)
        assert forth.captures() == back.captures()
        assert forth.documents() == back.documents()
