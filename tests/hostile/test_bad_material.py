"""Broken, odd and malicious files: one clear issue each, and nothing else is lost."""

import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tumen.pipeline.add import add_paths
from tumen.pipeline.case import Case, open_case
from tumen.pipeline.new import make_case
from tumen.pipeline.progress import tell_nobody
from tumen.pipeline.run import run_case
from tumen.records.issue import Issue

NOW = datetime(2026, 1, 5, 12, 0, tzinfo=UTC)
GOOD = """Ledger counts builders

By Ada Example

March 3, 2017

About 300 North Korean workers were living in Russia in 2017, the ministry said on Friday.
"""


@pytest.fixture
def case(tmp_path: Path) -> Case:
    make_case(tmp_path / "case", "dprk-labour")
    settings = tmp_path / "case" / "tumen.toml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace('"auto"', '"regex"'), encoding="utf-8")
    return open_case(tmp_path / "case")


def run_with(case: Case, pages: Path) -> list[Issue]:
    (pages / "good.txt").write_text(GOOD, encoding="utf-8")
    with case:
        add_paths(case, [str(pages)], now=NOW, report=tell_nobody)
        run_case(case, now=NOW, report=tell_nobody)
        assert "good.txt" in [page.name for page in case.documents()]
        return [issue for issue in case.issues() if issue.doc != "good.txt"]


def a_bomb(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", b"0" * 200_000_000)


BAD: dict[str, Callable[[Path], object]] = {
    "empty.txt": lambda path: path.write_bytes(b""),
    "blank.txt": lambda path: path.write_bytes(b" \n\n \t\n"),
    "binary.bin": lambda path: path.write_bytes(bytes(range(256)) * 40),
    "picture.jpg": lambda path: path.write_bytes(b"\xff\xd8\xff\xe0" + bytes(900)),
    "program.txt": lambda path: path.write_bytes(b"\x7fELF" + bytes(2_000)),
    "large.txt": lambda path: path.write_bytes(b"a line of text\n" * 1_400_000),
    "broken.docx": lambda path: path.write_bytes(b"PK\x03\x04 and then nothing"),
    "broken.xlsx": lambda path: path.write_bytes(b"PK\x03\x04 and then nothing"),
    "bomb.docx": a_bomb,
    "no_rows.csv": lambda path: path.write_bytes(b"id,element,measure\n"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_gives_one_issue_that_names_it(
    case: Case, tmp_path: Path, name: str
) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    BAD[name](pages / name)
    issues = run_with(case, pages)
    assert [issue.doc for issue in issues] == [name]
    assert issues[0].problem
    assert issues[0].remedy


ODD: dict[str, bytes] = {
    "no_tags.html": b"North Korean workers",
    "unclosed.html": b"<html><body><div><p>North Korean workers<table><tr><td>",
    "deep.html": b"<div>" * 5_000 + b"North Korean workers" + b"</div>" * 5_000,
    "wide.html": b"<div>x</div>" * 30_000,
    "wrong_charset.html": b'<meta charset="ascii"><p>'
    + "Корейские рабочие в России".encode("cp1251"),
    "utf16.txt": "About 300 North Korean workers".encode("utf-16"),
    "nul.txt": b"About 300 \x00 North Korean workers live here.",
    "right_to_left.txt": "About \u202e300\u202c North Korean workers".encode(),
    "lone_surrogate.txt": b"About \xed\xa0\x80 300 North Korean workers",
    "formula.csv": b'id,element,low\n=cmd|"/c calc"!A0,people.present,3\n',
    "ragged.csv": b"id,element,measure\n1,people.present\n2,a,b,c,d,e\n",
    "quotes.csv": b'id,element\n1,"an open quote\n2,people.present\n',
    "long_line.txt": b"North Korean workers " * 60_000,
    "many_numbers.txt": b"12, 13, 14 and " * 20_000,
}


@pytest.mark.parametrize("name", ODD)
def test_an_odd_file_neither_stops_the_run_nor_loses_the_next_page(
    case: Case, tmp_path: Path, name: str
) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    (pages / name).write_bytes(ODD[name])
    issues = run_with(case, pages)
    assert {issue.doc for issue in issues} <= {name}


def test_a_link_out_of_the_folder_is_refused(case: Case, tmp_path: Path) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    (tmp_path / "secret.txt").write_text("private notes", encoding="utf-8")
    (pages / "link.txt").symlink_to(tmp_path / "secret.txt")
    issues = run_with(case, pages)
    assert [issue.doc for issue in issues] == ["link.txt"]


def test_a_link_that_turns_in_a_circle_ends(case: Case, tmp_path: Path) -> None:
    pages = tmp_path / "pages"
    (pages / "inner").mkdir(parents=True)
    (pages / "inner" / "round").symlink_to(pages, target_is_directory=True)
    assert run_with(case, pages) == []
