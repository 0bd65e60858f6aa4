"""An invented press from the command line."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tumen.pipeline.world import make_world
from tumen.store.codec import encode_record


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("world")
    made = make_world("dprk-labour", "as-it-was", 3, people=3000, months=40)
    (folder / "world.json").write_text(encode_record(made), encoding="utf-8")
    return folder


def test_it_tells_what_was_written(run: Run, world: Path, tmp_path: Path) -> None:
    shown = run("press", world, "--to", tmp_path / "out", "--pages", 12, "--seed", 4)
    assert shown.code == 0
    assert "INVENTED" in shown.out
    assert "12 pages" in shown.out
    assert len(list((tmp_path / "out" / "pages").iterdir())) == 12


def test_without_a_folder_it_says_how(run: Run, world: Path) -> None:
    shown = run("press", world)
    assert shown.code == 2
    assert "--to DIR" in shown.err


def test_without_a_world_it_says_how(run: Run, tmp_path: Path) -> None:
    shown = run("press", tmp_path, "--to", tmp_path / "out")
    assert shown.code == 2
    assert "Make one: tumen world" in shown.err
