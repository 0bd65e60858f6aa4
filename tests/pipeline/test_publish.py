from datetime import datetime
from pathlib import Path

import pytest

from tumen.errors import CaseError
from tumen.pipeline.add import add_paths
from tumen.pipeline.case import Case
from tumen.pipeline.publish import publish_case, write_files
from tumen.pipeline.run import run_case


def test_files_are_written_with_the_folders_they_need(tmp_path: Path) -> None:
    files = write_files(tmp_path / "out", {"b/c.csv": b"2", "a.html": b"1"})

    assert files == (tmp_path / "out" / "a.html", tmp_path / "out" / "b" / "c.csv")
    assert [file.read_bytes() for file in files] == [b"1", b"2"]


def test_files_are_replaced_and_no_draft_is_left(tmp_path: Path) -> None:
    write_files(tmp_path, {"a.html": b"old"})
    write_files(tmp_path, {"a.html": b"new"})

    assert [path.name for path in tmp_path.iterdir()] == ["a.html"]
    assert (tmp_path / "a.html").read_bytes() == b"new"


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("in the way")

    with pytest.raises(CaseError, match="out"):
        write_files(tmp_path / "out", {"a.html": b"1"})


def test_a_release_is_written_with_its_head(
    case: Case, pages: Path, now: datetime, tmp_path: Path
) -> None:
    add_paths(case, [pages], now=now)
    run_case(case, now=now)

    summary = publish_case(case, tmp_path / "out", made_on=now.date())

    assert tmp_path / "out" / "report.html" in summary.files
    assert summary.head == case.head()


def test_a_release_is_not_written_beside_its_case(case: Case, now: datetime) -> None:
    before = sorted(case.folder.iterdir())
    with pytest.raises(CaseError, match="holds a case") as caught:
        publish_case(case, case.folder, made_on=now.date())
    assert "--to" in caught.value.remedy
    assert sorted(case.folder.iterdir()) == before
