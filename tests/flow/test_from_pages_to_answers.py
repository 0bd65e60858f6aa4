"""The whole thread on a few tiny pages: bytes, words, claims, origins, answers."""

from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import permutations
from pathlib import Path

import pytest

from tumen.errors import CaseLocked, CaseTooNew
from tumen.pipeline.add import add_paths
from tumen.pipeline.case import Case, open_case
from tumen.pipeline.new import make_case
from tumen.pipeline.run import run_case
from tumen.pipeline.verify import verify_case
from tumen.records.decision import Verdict
from tumen.store.schema import SCHEMA_VERSION

NOW = datetime(2024, 5, 6, 7, 8, 9, tzinfo=UTC)
PAGES = {
    "herald.txt": (
        "Invented Herald\n\nBy Nobody Real\n\nMarch 3, 2023\n\n"
        "About 4,000 North Korean workers were living in Russia in 2022, the labour "
        "ministry said on Thursday.\n\nThey work 14 hours a day, a foreman said.\n"
    ),
    "times/page.txt": (
        "Made-up Times\n\nBy Someone Else\n\nApril 9, 2023\n\n"
        "A university researcher estimated that 5,200 North Korean workers were in "
        "Russia in 2022.\n"
    ),
    "copy.txt": (
        "Copied Courier\n\nMarch 4, 2023\n\n"
        "About 4,000 North Korean workers were living in Russia in 2022, the labour "
        "ministry said on Thursday, the Invented Herald reported.\n"
    ),
}


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("material")
    for name, text in PAGES.items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    return folder


@pytest.fixture(scope="module")
def apart(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same pages, each in a folder of its own, to be added one by one."""
    folder = tmp_path_factory.mktemp("apart")
    for name, text in PAGES.items():
        path = folder / name.partition(".")[0] / name
        path.parent.mkdir(parents=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    return folder


def make(folder: Path, **settings: str) -> Path:
    """Make a case that is read without the parser."""
    make_case(folder)
    path = folder / "tumen.toml"
    text = path.read_text(encoding="utf-8").replace('"auto"', '"regex"')
    for key, value in settings.items():
        text = text.replace(f"{key} = 1", f"{key} = {value}")
    path.write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def case(tmp_path: Path, pages: Path) -> Iterator[Case]:
    with open_case(make(tmp_path / "case")) as case:
        add_paths(case, [pages], now=NOW)
        run_case(case, now=NOW)
        yield case


def answers(case: Case) -> dict[str, object]:
    return {
        "captures": case.captures(),
        "documents": case.documents(),
        "reviewed": case.reviewed(),
        "groups": case.groups(),
        "estimates": case.estimates(),
        "boxes": case.boxes(),
        "issues": case.issues(),
    }


def present(case: Case) -> list[float | None]:
    return [
        estimate.comparators.max
        for estimate in case.estimates()
        if estimate.element == "people.present"
        and estimate.carried_from is None
        and estimate.date.year == 2022
    ]


def test_every_claim_quotes_the_words_of_its_page(case: Case) -> None:
    texts = {document.capture: document.text for document in case.documents()}

    assert case.claims()
    assert all(c.span.quote(texts[c.capture]) == c.quote for c in case.claims())


def test_the_text_of_a_page_is_that_of_its_file(case: Case) -> None:
    assert {name: case.text_of(name) for name in PAGES} == PAGES


def test_the_pages_give_a_dated_answer(case: Case) -> None:
    assert 5200.0 in present(case)


def test_a_rejected_claim_leaves_the_answer(case: Case) -> None:
    claim = next(c for c in case.claims() if c.amount.best == 5200.0)

    case.decide(claim.id, Verdict.REJECT, reason="seen", reviewer="R.", at=NOW)

    assert 5200.0 not in present(case)


def test_a_run_on_the_same_pages_changes_nothing(case: Case, pages: Path) -> None:
    before = answers(case)

    add_paths(case, [pages], now=NOW)
    run_case(case, now=NOW)

    assert answers(case) == before


def test_nothing_was_changed_since_it_was_written(case: Case) -> None:
    assert verify_case(case).faults == ()


def test_the_public_release_can_be_made(case: Case) -> None:
    assert case.release("public", made_on=NOW.date()).claims


@pytest.mark.parametrize("order", list(permutations(PAGES)))
def test_the_same_bytes_in_any_order_give_the_same_records(
    case: Case, apart: Path, tmp_path: Path, order: tuple[str, ...]
) -> None:
    with open_case(make(tmp_path / "other")) as other:
        for name in order:
            add_paths(other, [apart / name.partition(".")[0]], now=NOW)
        run_case(other, now=NOW)

        assert answers(other) == answers(case)


def test_two_workers_give_the_same_records_as_one(
    case: Case, pages: Path, tmp_path: Path
) -> None:
    with open_case(make(tmp_path / "two", workers="2")) as two:
        add_paths(two, [pages], now=NOW)
        run_case(two, now=NOW)

        assert answers(two) == answers(case)


def test_a_second_writer_is_refused(case: Case) -> None:
    with (
        open_case(case.folder) as other,
        case.store.sole_writer(),
        pytest.raises(CaseLocked),
    ):
        run_case(other, now=NOW)


def test_a_case_of_a_later_version_is_refused(case: Case) -> None:
    with case.store.writing() as writer:
        writer.put_fact("schema", str(SCHEMA_VERSION + 1))

    with pytest.raises(CaseTooNew, match="later version"):
        open_case(case.folder)
