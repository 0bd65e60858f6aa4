"""Redaction by default is a property of types: nothing else can make `Cleared`."""

import ast
from pathlib import Path

import pytest

import tumen

SOURCE = Path(tumen.__file__).parent
OUTSIDE = sorted(path for path in SOURCE.rglob("*.py") if "protect" not in path.parts)


def makes_cleared(text: str) -> bool:
    calls = (node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Call))
    names = (getattr(call.func, "id", getattr(call.func, "attr", "")) for call in calls)
    casts = "cast(Cleared" in text.replace("\n", "").replace(" ", "")
    return casts or "Cleared" in names


@pytest.mark.parametrize(
    "module", OUTSIDE, ids=lambda path: str(path.relative_to(SOURCE))
)
def test_no_module_outside_protect_makes_cleared_text(module: Path) -> None:
    assert not makes_cleared(module.read_text(encoding="utf-8"))


def test_the_check_sees_a_module_that_does() -> None:
    assert makes_cleared("from tumen.records import release\nx = release.Cleared('a')")


def test_protect_makes_cleared_text_in_one_place() -> None:
    makers = [
        p.name
        for p in (SOURCE / "protect").glob("*.py")
        if makes_cleared(p.read_text())
    ]
    assert makers == ["clear.py"]
