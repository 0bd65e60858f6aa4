import sys
from datetime import datetime
from pathlib import Path

import pytest

from tumen.errors import FetchError, MaterialError, UsageError
from tumen.pipeline.add import MOST_FILES, AddSummary, add_address, add_paths
from tumen.pipeline.case import Case, open_case
from tumen.pipeline.fetch import Fetched
from tumen.pipeline.progress import Progress
from tumen.pipeline.settings import IngestSettings

ADDRESS = "https://herald.example/news/1"


def names(case: Case) -> list[str]:
    return [capture.name for capture in case.captures()]


def test_a_folder_is_taken_in_under_relative_names(
    case: Case, pages: Path, now: datetime
) -> None:
    summary = add_paths(case, [pages], now=now)

    assert summary == AddSummary(added=3)
    assert names(case) == ["a.txt", "c.txt", "north/b.txt"]


def test_the_same_bytes_again_are_no_new_capture(
    case: Case, pages: Path, now: datetime
) -> None:
    add_paths(case, [pages], now=now)

    assert add_paths(case, [pages], now=now) == AddSummary(known=3)
    assert len(case.captures()) == 3


def test_a_new_name_of_known_bytes_is_recorded(
    case: Case, pages: Path, now: datetime
) -> None:
    add_paths(case, [pages], now=now)
    add_paths(case, [pages / "north"], now=now)

    (capture,) = [c for c in case.captures() if c.name == "north/b.txt"]
    assert capture.other_names == ("b.txt",)


def test_other_bytes_under_a_known_name_are_kept_beside(
    case: Case, pages: Path, now: datetime
) -> None:
    add_paths(case, [pages / "a.txt"], now=now)
    (pages / "a.txt").write_text("saved again, other words")
    add_paths(case, [pages / "a.txt"], now=now)
    add_paths(case, [pages / "a.txt"], now=now)

    first, second = sorted(case.captures(), key=lambda c: len(c.name))
    assert first.name == "a.txt"
    assert second.name == f"a~{second.id[:8]}.txt"
    assert (first.other_names, second.other_names) == ((), ())


BAD = [
    ("empty.txt", b"", "empty_file"),
    ("big.txt", b"x" * 101, "too_big"),
    ("picture.png", b"\x89PNG\0\0", "binary_file"),
    ("broken.docx", b"PK\x03\x04broken", "broken_file"),
    ("paper.pdf", b"%PDF-1.4", "unknown_format"),
]


@pytest.fixture
def strict(case: Case) -> Case:
    """The same case, for files of at most 100 bytes."""
    settings = case.folder / "tumen.toml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("20_000_000", "100"), encoding="utf-8")
    return open_case(case.folder, case.stages)


@pytest.mark.parametrize(("name", "data", "code"), BAD)
def test_bad_material_is_one_issue_and_the_rest_is_taken(
    strict: Case, pages: Path, now: datetime, name: str, data: bytes, code: str
) -> None:
    (pages / name).write_bytes(data)

    with strict:
        summary = add_paths(strict, [pages], now=now)

        assert summary == AddSummary(added=3, issues=1)
        assert [(i.stage, i.doc, i.code) for i in strict.issues()] == [
            ("ingest", name, code)
        ]


def test_bad_material_added_again_is_still_one_issue(
    case: Case, pages: Path, now: datetime
) -> None:
    (pages / "empty.txt").write_bytes(b"")
    add_paths(case, [pages], now=now)
    add_paths(case, [pages], now=now)

    assert len(case.issues()) == 1


def test_material_that_was_mended_has_no_issue_any_more(
    case: Case, pages: Path, now: datetime
) -> None:
    (pages / "empty.txt").write_bytes(b"")
    add_paths(case, [pages], now=now)
    (pages / "empty.txt").write_bytes(b"words")
    add_paths(case, [pages], now=now)

    assert case.issues() == ()


def test_many_files_are_kept_in_batches_and_reported(
    case: Case, tmp_path: Path, now: datetime
) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    count = MOST_FILES + 1
    _ = [(folder / f"{n}.txt").write_text(f"page {n}") for n in range(count)]
    reports: list[Progress] = []

    add_paths(case, [folder], now=now, report=reports.append)

    assert [(p.done, p.total, p.pages) for p in reports] == [
        (MOST_FILES, count, MOST_FILES),
        (count, count, count),
    ]


def test_adding_leaves_a_trace(case: Case, pages: Path, now: datetime) -> None:
    add_paths(case, [pages], now=now)

    (trace,) = case.traces()
    assert trace.stage == "ingest"
    assert trace.counts == {"added": 3, "known": 0, "issues": 0, "skipped": 0}


def fetched(address: str, limits: IngestSettings) -> Fetched:
    if address.endswith("gone"):
        raise FetchError(f"{address}: the server says 404", "Open it in a browser.")
    if address.endswith("blank"):
        return Fetched(name="blank", address=address, data=b"", charset=None)
    return Fetched(
        name="herald.example/news/1", address=address, data=b"words", charset="utf-8"
    )


def test_a_fetched_page_keeps_where_it_is_from(case: Case, now: datetime) -> None:
    add_address(case, [ADDRESS], now=now, get=fetched)

    (capture,) = case.captures()
    assert (capture.name, capture.origin) == ("herald.example/news/1", ADDRESS)
    assert capture.charset == "utf-8"


def test_the_only_page_that_cannot_be_fetched_stops_the_command(
    case: Case, now: datetime
) -> None:
    with pytest.raises(FetchError, match="404"):
        add_address(case, [f"{ADDRESS}/gone"], now=now, get=fetched)


def test_of_several_pages_those_that_fail_are_issues(case: Case, now: datetime) -> None:
    addresses = [f"{ADDRESS}/gone", ADDRESS, f"{ADDRESS}/blank"]

    summary = add_address(case, addresses, now=now, get=fetched)

    assert summary == AddSummary(added=1, issues=2)
    assert sorted(issue.code for issue in case.issues()) == [
        "empty_file",
        "not_fetched",
    ]


def test_material_errors_reach_the_issue_with_their_words(
    case: Case, pages: Path, now: datetime
) -> None:
    (pages / "empty.txt").write_bytes(b"")
    add_paths(case, [pages / "empty.txt"], now=now)

    (issue,) = case.issues()
    assert issue.problem == "the file is empty"
    assert issue.remedy
    assert MaterialError("p", "r").code == "unreadable"


def test_an_address_without_fetch_is_wrong_usage(case: Case, now: datetime) -> None:
    with pytest.raises(UsageError, match="is an address"):
        add_paths(case, [ADDRESS], now=now)


@pytest.mark.skipif(sys.platform == "win32", reason="needs links")
def test_a_link_out_of_the_folder_is_one_issue(
    case: Case, pages: Path, tmp_path: Path, now: datetime
) -> None:
    (tmp_path / "secret.txt").write_text("not to be taken")
    (pages / "link.txt").symlink_to(tmp_path / "secret.txt")

    assert add_paths(case, [pages], now=now) == AddSummary(added=3, issues=1)
    assert [issue.code for issue in case.issues()] == ["link_outside"]
