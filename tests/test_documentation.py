"""The reference pages say what the code does now."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from tumen.codebook.check_coverage import parts_of
from tumen.codebook.load_world import find_world_scenario

BUILT_IN = "dprk-labour"
DOCS = Path(__file__).parents[1] / "docs"


@pytest.fixture(scope="module")
def builder() -> ModuleType:
    spec = importlib.util.spec_from_file_location(
        "build_reference", DOCS / "build_reference.py"
    )
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_no_reference_page_is_out_of_date(builder: ModuleType) -> None:
    assert builder.out_of_date(builder.make_pages()) == []


def test_a_table_changed_by_hand_is_out_of_date(builder: ModuleType) -> None:
    page = (DOCS / "explain" / "system.md").read_text(encoding="utf-8")
    changed = page.replace("| **C4** In hiding |", "| **C4** Hidden |")
    book, coverage = builder.load_codebook(BUILT_IN), builder.load_coverage(BUILT_IN)
    assert changed != page
    assert builder.system_page(book, coverage, changed) == page


def test_the_page_on_the_system_has_every_box_arrow_and_step(
    builder: ModuleType,
) -> None:
    page = (DOCS / "explain" / "system.md").read_text(encoding="utf-8")
    codes = [part.code for part in parts_of(builder.load_codebook(BUILT_IN))]
    assert [code for code in codes if page.count(f"| **{code}** ") != 1] == []


def test_the_scenario_in_the_docs_can_be_run(tmp_path: Path) -> None:
    page = (DOCS / "howto" / "write_a_world_scenario.md").read_text(encoding="utf-8")
    file = tmp_path / "slow-offices.toml"
    file.write_text(page.split("```toml\n")[1].split("```")[0], encoding="utf-8")
    scenario = find_world_scenario(BUILT_IN, str(file))
    assert scenario.name == file.stem
    assert [policy.name for policy in scenario.policies] == ["border_closed"]


def test_every_link_between_pages_leads_somewhere() -> None:
    pages = [DOCS.parent / "README.md", *DOCS.rglob("*.md")]
    links = [
        (page.name, target.split("#")[0])
        for page in pages
        for target in _targets(page.read_text(encoding="utf-8"))
        if not (page.parent / target.split("#")[0]).exists()
    ]
    assert links == []


def _targets(text: str) -> list[str]:
    parts = [part.split(")")[0] for part in text.split("](")[1:]]
    return [part for part in parts if not part.startswith(("http", "#", "mailto"))]
