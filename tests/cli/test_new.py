"""A case is made once, with settings that can be read."""

import tomllib
from pathlib import Path

from tests.cli.conftest import Run


def test_a_new_case_says_what_comes_next(run: Run, tmp_path: Path) -> None:
    shown = run("new", tmp_path / "first")
    assert shown.code == 0
    assert f"tumen add {tmp_path / 'first'}" in shown.out


def test_the_settings_name_the_codebook(run: Run, tmp_path: Path) -> None:
    run("new", tmp_path / "first")
    text = (tmp_path / "first" / "tumen.toml").read_text(encoding="utf-8")
    assert "dprk-labour" in str(tomllib.loads(text))


def test_a_case_is_never_made_over_another(run: Run, case: Path) -> None:
    shown = run("new", case)
    assert shown.code == 1
    assert "holds a case already" in shown.err


def test_an_unknown_codebook_makes_nothing(run: Run, tmp_path: Path) -> None:
    shown = run("new", tmp_path / "first", "--codebook", "nowhere")
    assert shown.code == 1
    assert "dprk-labour" in shown.err
    assert not (tmp_path / "first").exists()
