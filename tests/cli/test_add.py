"""Pages go into a case and out of it."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tumen.pipeline.add import AddSummary
from tumen.pipeline.case import open_case

PAGE = "Harbour Ledger (invented)\n\nThe pier was painted in 2017.\n"


@pytest.fixture
def page(tmp_path: Path) -> Path:
    file = tmp_path / "pier.txt"
    file.write_text(PAGE, encoding="utf-8")
    return file


def test_what_is_new_is_counted(run: Run, case: Path, page: Path) -> None:
    shown = run("add", case, page)
    assert shown.code == 0
    assert "Added 1, already there 0, not taken 0." in shown.out
    assert f"tumen run {case}" in shown.out


def test_the_same_page_again_is_known(run: Run, case: Path, page: Path) -> None:
    run("add", case, page)
    assert "Added 0, already there 1" in run("add", case, page).out


def test_a_file_that_is_no_page_ends_with_3(
    run: Run, case: Path, tmp_path: Path
) -> None:
    (tmp_path / "tune.mp3").write_bytes(b"ID3\x03\x00\x00\x00\x00\x00\x00\xff\xfb\x90")
    shown = run("add", case, tmp_path / "tune.mp3")
    assert shown.code == 3
    assert "not taken 1" in shown.out
    assert f"tumen issues {case}" in shown.out


def test_an_address_without_fetch_is_explained(run: Run, case: Path) -> None:
    shown = run("add", case, "https://news.example/a.html")
    assert shown.code == 2
    assert "is an address, not a file" in shown.err
    assert "--fetch" in shown.err


def test_fetch_takes_the_paths_as_addresses(
    run: Run, case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def fetch(case: object, addresses: list[str], **more: object) -> AddSummary:
        asked.extend(addresses)
        return AddSummary(added=1, known=0, issues=0)

    monkeypatch.setattr("tumen.cli.add.add_address", fetch)
    shown = run("add", case, "--fetch", "https://news.example/a.html")
    assert "Added 1" in shown.out
    assert asked == ["https://news.example/a.html"]


def test_a_page_taken_out_leaves_the_case(run: Run, case: Path) -> None:
    shown = run("remove", case, "ledger.txt")
    assert shown.code == 0
    assert f"Removed 1. Next: tumen run {case}" in shown.out
    with open_case(case) as opened:
        assert [document.name for document in opened.documents()] == [
            "courier.txt",
            "flight.txt",
        ]


def test_a_name_nobody_has_meets_its_nearest(run: Run, case: Path) -> None:
    shown = run("remove", case, "ledgr.txt")
    assert shown.code == 2
    assert "'ledger.txt'" in shown.err


@pytest.mark.parametrize("path", ["", " "])
def test_an_empty_path_is_not_the_folder_one_stands_in(
    run: Run, case: Path, path: str
) -> None:
    shown = run("add", case, path)
    assert shown.code == 2
    assert "a path is empty" in shown.err


def test_an_empty_folder_is_said_to_be_empty(
    run: Run, case: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "nothing yet"
    folder.mkdir()
    shown = run("add", case, folder)
    assert shown.code == 2
    assert "no file stands in" in shown.err
