"""A run that is killed goes on where it was; nothing is doubled, nothing is lost."""

import importlib.util
import random
import sys
from pathlib import Path
from types import ModuleType

import pytest

SCRIPT = Path(__file__).parents[2] / "benchmarks" / "recovery.py"
LONGEST_S = 2.0
"""Kills fall into the first two seconds of a run of about that length."""


def load() -> ModuleType:
    spec = importlib.util.spec_from_file_location("recovery", SCRIPT)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["recovery"] = module
    spec.loader.exec_module(module)
    return module


recovery = load()


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("material") / "pages"
    recovery.write_pages(folder)
    return folder


@pytest.fixture(scope="module")
def calm(tmp_path_factory: pytest.TempPathFactory, pages: Path) -> dict[str, object]:
    """What an undisturbed run leaves."""
    folder = tmp_path_factory.mktemp("calm") / "case"
    recovery.run_work(folder, pages)
    found: dict[str, object] = recovery.snapshot(folder)
    return found


def test_the_undisturbed_run_found_something(calm: dict[str, object]) -> None:
    assert calm["claims read"]
    assert calm["decisions"]
    assert calm["faults"] == ()


@pytest.mark.parametrize("seed", [1, 2, 3, 4, 5])
def test_a_run_killed_at_any_instant_recovers(
    tmp_path: Path, pages: Path, calm: dict[str, object], seed: int
) -> None:
    instant_s = random.Random(seed).uniform(0, LONGEST_S)  # noqa: S311  no secret

    recovery.recover(tmp_path / "case", pages, [instant_s])

    assert recovery.differences(calm, recovery.snapshot(tmp_path / "case")) == []


def test_a_run_killed_again_and_again_recovers(
    tmp_path: Path, pages: Path, calm: dict[str, object]
) -> None:
    recovery.recover(tmp_path / "case", pages, [0.05, 0.1, 0.2, 0.4, 0.8])

    assert recovery.differences(calm, recovery.snapshot(tmp_path / "case")) == []
