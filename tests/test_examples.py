"""The example pages: invented outlets, public figures, and labels that hold."""

import csv
import re
import tomllib
from pathlib import Path

import pytest

from tumen.codebook.load import load_codebook

ROOT = Path(__file__).parents[1]
PAGES = sorted((ROOT / "examples" / "pages").iterdir())
TABLES = ROOT / "examples" / "tables"
OUTLETS = ROOT / "src/tumen/codebook/data/dprk-labour/outlets/examples.toml"
INVENTED = [
    outlet["name"]
    for outlet in tomllib.loads(OUTLETS.read_text(encoding="utf-8"))["outlet"]
]
NOTES = ("Invented example page", "invented example page", "Вымышленная страница")
LABELS = tomllib.loads((ROOT / "quality/examples.toml").read_text(encoding="utf-8"))
CAPTIONS = re.compile(r"<title>(.*?)</title>|og:site_name\" content=\"(.*?)\"")


def read(page: Path) -> str:
    charset = "windows-1251" if page.stem.endswith("_ru") else "utf-8"
    return page.read_bytes().decode(charset)


def squeezed(text: str) -> str:
    """Return the text without tags, white space made one."""
    return " ".join(re.sub(r"<[^>]+>", " ", text).split())


def labelled() -> list[tuple[str, dict[str, str]]]:
    return [
        (page["doc"], claim)
        for page in LABELS["page"]
        for claim in page.get("claims", [])
    ]


def names(page: Path) -> list[str]:
    return [name for name in INVENTED if name.lower() in read(page).lower()]


def real_names() -> list[str]:
    outlets = load_codebook("dprk-labour").outlets
    return [outlet.name for outlet in outlets if outlet.name not in INVENTED]


def test_there_are_enough_pages_to_show_a_whole_case() -> None:
    assert len(PAGES) >= 18


def test_pages_come_as_markup_and_as_text() -> None:
    assert {page.suffix for page in PAGES} == {".html", ".txt"}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_says_that_it_is_invented(page: Path) -> None:
    assert any(note in read(page) for note in NOTES)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_names_an_invented_outlet(page: Path) -> None:
    assert names(page)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_no_real_outlet_stands_in_a_title_or_site_name(page: Path) -> None:
    found = CAPTIONS.findall(read(page))
    titles = " ".join(part for pair in found for part in pair)
    assert [name for name in real_names() if f" {name} " in f" {titles} "] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_address_of_a_page_is_reserved_for_examples(page: Path) -> None:
    hosts = re.findall(r"https?://([^/\"' >]+)|@([\w.-]+\w)", read(page))
    assert [a or b for a, b in hosts if not (a or b).endswith(".example")] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_has_the_length_of_an_article(page: Path) -> None:
    assert 90 <= len(squeezed(read(page)).split()) <= 700


@pytest.mark.parametrize(
    ("letters", "language"),
    [("[一-鿿]", "Chinese"), ("[가-힣]", "Korean"), ("[а-я]", "Russian")],
)
def test_other_scripts_stand_in_some_page(letters: str, language: str) -> None:
    assert any(re.search(letters, read(page)) for page in PAGES), language


@pytest.mark.parametrize(("doc", "claim"), labelled())
def test_labelled_words_stand_in_their_page(doc: str, claim: dict[str, str]) -> None:
    assert claim["quote"] in squeezed(read(ROOT / "examples" / doc))


def test_every_readable_page_is_labelled() -> None:
    labelled_pages = {page["doc"] for page in LABELS["page"]}
    files = {f"pages/{page.name}" for page in PAGES if not page.stem.endswith("_ru")}
    assert labelled_pages == files


@pytest.mark.parametrize("year", range(2006, 2026))
def test_each_year_is_covered_by_a_label_or_a_table_row(year: int) -> None:
    periods = [str(claim.get("as_of", "")) for _, claim in labelled()]
    for name in ("public_figures.csv", "un_refugee_agency_series.csv"):
        periods.append((TABLES / name).read_text(encoding="utf-8"))
    assert any(str(year) in period for period in periods)


def test_each_public_figure_has_an_address() -> None:
    with (TABLES / "public_figures.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["id"] for row in rows if not row["url"].startswith("http")] == []


def test_the_pages_state_the_stock_of_2017_more_than_once() -> None:
    stated = {
        claim["amount"]
        for _, claim in labelled()
        if claim["element"] == "people.present" and "2017" in claim.get("as_of", "")
    }
    assert {"about 30000 persons", "about 34000 persons"} <= stated
