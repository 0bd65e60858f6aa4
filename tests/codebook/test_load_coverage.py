"""Each of the 102 told elements is accounted for, and by something that exists."""

import shutil
from pathlib import Path

import pytest

from tumen.codebook.check_coverage import carriers_of
from tumen.codebook.coverage import CoveredElement, Handling
from tumen.codebook.load import DATA, load_codebook
from tumen.codebook.load_coverage import FILE, load_coverage
from tumen.codebook.load_world import load_world_rules
from tumen.errors import CodebookError

COVERAGE = load_coverage("dprk-labour")
COUNTS = {"S0": 26, "S1": 14, "S2": 16, "S3": 20, "S4": 26}
SIMULATED = [e for e in COVERAGE.element if Handling.MECHANISM in e.handled]
LEFT_OUT = [e for e in COVERAGE.element if Handling.NOT_MODELLED in e.handled]


@pytest.mark.parametrize(("text", "count"), COUNTS.items())
def test_each_element_of_a_text_stands_there_once(text: str, count: int) -> None:
    found = sorted(element.id for element in COVERAGE.of_text(text))
    assert found == [f"{text}-{number:02d}" for number in range(1, count + 1)]


def test_there_are_102_elements() -> None:
    assert len(COVERAGE.element) == sum(COUNTS.values()) == 102


@pytest.mark.parametrize("element", SIMULATED, ids=lambda element: element.id)
def test_what_is_simulated_names_what_the_world_fills(element: CoveredElement) -> None:
    book, rules = load_codebook("dprk-labour"), load_world_rules("dprk-labour")
    carriers = carriers_of(book, rules)
    assert Handling.MECHANISM in {carriers.get(ref) for ref in element.refs}


@pytest.mark.parametrize("element", LEFT_OUT, ids=lambda element: element.id)
def test_what_is_left_out_has_a_reason_in_a_sentence(element: CoveredElement) -> None:
    assert element.reason.endswith(".")


def test_every_transition_of_the_world_is_told_about() -> None:
    ways = load_world_rules("dprk-labour").ways.values()
    assert {f"T{number}" for number in range(1, 23)} == set(ways)
    assert set(ways) <= {part.code for part in COVERAGE.part}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the built-in codebook that may be spoilt."""
    return Path(shutil.copytree(str(DATA / "dprk-labour"), tmp_path / "own"))


def test_a_reference_to_nothing_names_file_and_element(folder: Path) -> None:
    file = folder / FILE
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace('"read/captions"', '"read/capitals"'), "utf-8")
    with pytest.raises(CodebookError, match=r"coverage\.toml.*read/capitals") as caught:
        load_coverage(str(folder))
    assert "S0-26" in caught.value.problem


def test_an_unknown_key_is_an_error(folder: Path) -> None:
    file = folder / FILE
    file.write_text('colour = "red"\n' + file.read_text("utf-8"), "utf-8")
    with pytest.raises(CodebookError, match="colour"):
        load_coverage(str(folder))


def test_a_codebook_without_the_file_says_what_to_add(folder: Path) -> None:
    (folder / FILE).unlink()
    with pytest.raises(CodebookError, match="what became") as caught:
        load_coverage(str(folder))
    assert FILE in caught.value.remedy
