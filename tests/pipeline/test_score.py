"""A finished case is scored against what is known about its pages."""

import json
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from tumen.errors import TruthError, UsageError
from tumen.pipeline.add import add_paths
from tumen.pipeline.case import Case, open_case
from tumen.pipeline.new import make_case
from tumen.pipeline.progress import tell_nobody
from tumen.pipeline.score import public_exits, read_truth, score_case

TODAY = date(2026, 7, 1)
ADDED_AT = datetime(2026, 7, 1, tzinfo=UTC)
FIGURE = {
    "claim_id": "l-1",
    "doc": "ledger.txt",
    "quote": "About 30,000 North Korean workers were living in Russia in 2017",
    "kind": "figure",
    "element": "people.present",
    "measure": "stock",
    "best": 30000,
    "unit": "persons",
    "qualifier": "about",
    "as_of_start": "2017-01-01",
    "as_of_end": "2017-12-31",
    "place": "Russia",
    "iso": "RU",
    "population": "NK workers",
    "speaker": "Interior Ministry",
    "speaker_kind": "institution",
    "hedge": "asserted",
    "origin": "o-1",
}
PAGE = {
    "doc": "ledger.txt",
    "title": "Ledger counts builders",
    "original_outlet": "Harbour Ledger",
    "published": {"first": "2017-03-03", "last": "2017-03-03", "certainty": "day"},
    "language": "en",
    "mask": [{"quote": "Han Model", "why": "a pseudonym"}],
}
VALUE = {
    "code": "C3",
    "element": "people.present",
    "measure": "stock",
    "population": "NK workers",
    "place": "Russia",
    "iso": "RU",
    "first": "2017-12-31",
    "last": "2017-12-31",
    "value": 28000,
}


@pytest.fixture
def finished(case: Path) -> Iterator[Case]:
    with open_case(case) as opened:
        yield opened


@pytest.fixture
def case(finished_case: Path) -> Path:
    """The finished case itself: scoring writes nothing."""
    return finished_case


@pytest.fixture
def truth(tmp_path: Path) -> Path:
    folder = tmp_path / "truth"
    folder.mkdir()
    write(folder / "claims.jsonl", FIGURE)
    write(folder / "documents.jsonl", PAGE)
    write(folder / "series.jsonl", VALUE)
    write(folder / "leaks.jsonl", {"text": "Han Model", "why": "a pseudonym"})
    return folder


def write(file: Path, row: Mapping[str, object]) -> None:
    file.write_text(json.dumps(row) + "\n", encoding="utf-8")


def test_every_part_of_the_truth_is_scored(finished: Case, truth: Path) -> None:
    scores = score_case(finished, read_truth(truth), made_on=TODAY)
    assert scores.left_out == ()
    assert scores.claims
    assert scores.claims.estimate_ready.share == 1.0
    assert scores.documents
    assert scores.documents.published_day.share == 1.0
    assert scores.origins
    assert scores.origins.claims == 1
    assert scores.series
    assert [row.code for row in scores.series.codes] == ["C3"]


def test_a_pseudonym_of_a_page_leaves_in_no_exit(finished: Case, truth: Path) -> None:
    leaks = score_case(finished, read_truth(truth), made_on=TODAY).leaks
    assert leaks
    assert leaks.leaks == ()
    assert leaks.forbidden == 2
    assert leaks.texts > 10


def test_a_word_that_does_leave_is_found(finished: Case, truth: Path) -> None:
    write(truth / "leaks.jsonl", {"text": "Interior Ministry", "why": "as a check"})
    leaks = score_case(finished, read_truth(truth), made_on=TODAY).leaks
    assert leaks
    exits = {leak.place.split(",")[0] for leak in leaks.leaks}
    assert {"claims --json", "publish/claims.jsonl", "publish/report.html"} <= exits


def test_all_that_leaves_is_searched(finished: Case) -> None:
    names = set(public_exits(finished, made_on=TODAY))
    assert {"publish/report.html", "publish/figures.xlsx", "claims --json"} <= names


@pytest.mark.parametrize("part", ["documents", "series", "claims"])
def test_a_part_that_is_missing_is_named(
    finished: Case, truth: Path, part: str
) -> None:
    (truth / f"{part}.jsonl").unlink()
    scores = score_case(finished, read_truth(truth), made_on=TODAY)
    assert part in scores.left_out
    assert getattr(scores, part) is None


def test_labels_alone_are_a_truth_with_documents_beside_them(
    finished: Case, tmp_path: Path
) -> None:
    write(tmp_path / "mine.jsonl", FIGURE)
    write(tmp_path / "mine_docs.jsonl", PAGE)
    scores = score_case(finished, read_truth(tmp_path / "mine.jsonl"), made_on=TODAY)
    assert scores.left_out == ("series",)
    assert scores.documents


def test_an_empty_folder_is_no_truth(tmp_path: Path) -> None:
    with pytest.raises(TruthError, match="no truth is there"):
        read_truth(tmp_path)


def test_a_file_in_another_encoding_is_told(tmp_path: Path) -> None:
    (tmp_path / "claims.jsonl").write_bytes(b"\xff\xfe{")
    with pytest.raises(TruthError, match="not in UTF-8"):
        read_truth(tmp_path)


def test_a_file_that_may_not_be_read_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: Path, **how: str) -> str:
        raise PermissionError(13, "Permission denied")

    write(tmp_path / "claims.jsonl", FIGURE)
    monkeypatch.setattr(Path, "read_text", refuse)
    with pytest.raises(TruthError, match="Permission denied"):
        read_truth(tmp_path)


def test_the_folder_around_the_truth_says_where_it_is(truth: Path) -> None:
    with pytest.raises(TruthError, match="in a folder inside") as told:
        read_truth(truth.parent)
    assert str(truth) in told.value.remedy


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(TruthError, match=r"there is no .*nowhere"):
        read_truth(tmp_path / "nowhere")


def test_a_case_without_pages_is_not_scored(tmp_path: Path, truth: Path) -> None:
    folder = tmp_path / "empty"
    make_case(folder)
    with open_case(folder) as opened, pytest.raises(UsageError, match="no pages"):
        score_case(opened, read_truth(truth), made_on=TODAY)


def test_a_case_that_has_not_been_run_is_not_scored(
    tmp_path: Path, truth: Path
) -> None:
    folder, page = tmp_path / "waiting", tmp_path / "page.txt"
    page.write_text("Workers came.", encoding="utf-8")
    make_case(folder)
    with open_case(folder) as opened:
        add_paths(opened, [str(page)], now=ADDED_AT, report=tell_nobody)
    with open_case(folder) as opened, pytest.raises(UsageError, match="not been run"):
        score_case(opened, read_truth(truth), made_on=TODAY)
