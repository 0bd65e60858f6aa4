"""The reference pages say what the code does now."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

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
