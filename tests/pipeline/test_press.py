"""A press about a world folder is written with its truth."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from tumen.codebook.load import load_codebook
from tumen.errors import UsageError
from tumen.pipeline.press import (
    PressSummary,
    find_place,
    make_press,
    read_press_page,
    write_press,
)
from tumen.pipeline.world import make_world
from tumen.records.press import Press
from tumen.store.codec import encode_record

PAGES = 40


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("world")
    made = make_world("dprk-labour", "as-it-was", 3, people=4000, months=60)
    (folder / "world.json").write_text(encode_record(made), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def press(world: Path) -> Press:
    return make_press(world, pages=PAGES, seed=2)


@pytest.fixture(scope="module")
def written(press: Press, tmp_path_factory: pytest.TempPathFactory) -> PressSummary:
    return write_press(press, tmp_path_factory.mktemp("press") / "out")


def rows(written: PressSummary, name: str) -> list[dict[str, object]]:
    text = (written.folder / "truth" / f"{name}.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


def start(row: dict[str, object]) -> int:
    return int(str(row["start"]))


def test_pages_and_truth_are_written(written: PressSummary) -> None:
    assert len(list((written.folder / "pages").iterdir())) == written.pages == PAGES
    names = {path.name for path in (written.folder / "truth").iterdir()}
    assert names == {
        "claims.jsonl",
        "documents.jsonl",
        "origins.jsonl",
        "series.jsonl",
        "leaks.jsonl",
    }
    assert "INVENTED" in (written.folder / "README.txt").read_text(encoding="utf-8")


def test_no_label_is_lost(written: PressSummary) -> None:
    assert written.lost == 0


def test_spans_count_the_text_as_it_is_read(
    press: Press, written: PressSummary
) -> None:
    codebook = load_codebook("dprk-labour")
    texts = {page.name: read_press_page(page, codebook).text for page in press.pages}
    claims = rows(written, "claims")
    assert claims
    assert all(
        texts[str(row["doc"])].find(str(row["quote"]), start(row)) == start(row)
        and row["end"] == start(row) + len(str(row["quote"]))
        for row in claims
    )


def test_origins_name_their_claims_and_pages(written: PressSummary) -> None:
    claims = {row["claim_id"]: row for row in rows(written, "claims")}
    origins = rows(written, "origins")
    assert len(origins) == written.origins
    assert all(
        claims[name]["origin"] == row["origin"]
        for row in origins
        for name in row["claims"]  # type: ignore[attr-defined]  # a list of ids
    )
    told = [name for row in origins for name in row["claims"]]  # type: ignore[attr-defined]  # a list of ids
    assert len(told) == written.claims


def test_documents_tell_their_outlets_and_blocks(written: PressSummary) -> None:
    documents = rows(written, "documents")
    copies = [row for row in documents if row["origin_doc"]]
    assert len(copies) == written.copies
    assert all(
        row["reprint_of"] == {"outlet": row["original_outlet"]} for row in copies
    )
    roles = {region["role"] for row in documents for region in row["regions"]}  # type: ignore[attr-defined]
    assert {"headline", "body", "furniture"} <= roles


def test_stocks_are_told_at_the_end_of_a_month(written: PressSummary) -> None:
    series = rows(written, "series")
    stocks = [row for row in series if row["code"] == "C3"]
    assert len(stocks) == 60
    assert all(row["first"] == row["last"] for row in stocks)


def test_leaks_say_why(written: PressSummary) -> None:
    assert all(
        row["text"] and "invented" in str(row["why"]) for row in rows(written, "leaks")
    )


def test_the_same_seed_writes_the_same_bytes(
    press: Press, written: PressSummary, tmp_path: Path
) -> None:
    again = write_press(press, tmp_path / "again").folder
    files = sorted(p.relative_to(again) for p in again.rglob("*.*"))
    same = [
        (again / p).read_bytes() == (written.folder / p).read_bytes() for p in files
    ]
    assert len(files) == PAGES + 6
    assert all(same)


def test_words_that_the_reader_lost_have_no_place(press: Press) -> None:
    told = next(page for page in press.pages if page.claims)
    silent = next(page for page in press.pages if not page.claims)
    document = read_press_page(silent, load_codebook("dprk-labour"))
    assert find_place(told.claims[0], document) is None


@pytest.mark.parametrize(("pages", "seed"), [(0, 1), (-3, 1), (10**6, 1), (5, -1)])
def test_numbers_out_of_bounds_are_refused(world: Path, pages: int, seed: int) -> None:
    with pytest.raises(UsageError, match="out of bounds"):
        make_press(world, pages=pages, seed=seed)


def test_a_folder_without_a_world_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no world"):
        make_press(tmp_path, pages=5, seed=1)


def test_a_folder_that_holds_something_is_refused(press: Press, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(UsageError, match="is not empty"):
        write_press(press, tmp_path)


def test_a_file_is_no_folder(press: Press, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(UsageError, match="Not a directory"):
        write_press(press, tmp_path / "mine.txt" / "below")


def test_a_caption_that_repeats_the_words_is_not_their_place(press: Press) -> None:
    page = next(page for page in press.pages if page.claims)
    claim = page.claims[0]
    text = f"A crane in a file photo. {claim.quote}.\n\n{claim.anchor}\n"
    made = replace(page, name="words.txt", content=text)
    place = find_place(claim, read_press_page(made, load_codebook("dprk-labour")))
    assert place is not None
    assert place[0] == text.index(claim.anchor) + claim.at
