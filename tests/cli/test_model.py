"""What the model of a codebook says, and its numbers for other tools."""

from pathlib import Path

import numpy as np

from tests.cli.conftest import Run
from tumen.pipeline.case import open_case


def test_the_built_in_model_is_explained(run: Run) -> None:
    shown = run("model", "check")
    assert shown.code == 0
    assert "Dated orders and policies" in shown.out
    assert "Before any figure" in shown.out


def test_the_prior_is_drawn(run: Run, tmp_path: Path) -> None:
    picture = tmp_path / "prior.svg"
    assert run("model", "check", "--picture", picture).code == 0
    assert picture.read_text(encoding="utf-8").startswith("<svg")


def test_a_picture_must_be_an_svg(run: Run, tmp_path: Path) -> None:
    shown = run("model", "check", "--picture", tmp_path / "prior.png")
    assert shown.code == 2
    assert ".svg" in shown.err


def test_a_codebook_that_is_not_there_is_said_so(run: Run) -> None:
    shown = run("model", "check", "no-such-codebook")
    assert shown.code == 1
    assert "no-such-codebook" in shown.err


def test_numbers_are_written_for_other_tools(
    run: Run, case: Path, tmp_path: Path
) -> None:
    shown = run("model", "export", case, "--to", tmp_path / "out")
    assert shown.code == 0
    written = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert written == ["draws.npz", "priors.json"]
    assert np.load(tmp_path / "out" / "draws.npz")["C3"].ndim == 3


def test_figures_leave_only_with_a_reason(run: Run, case: Path, tmp_path: Path) -> None:
    shown = run("model", "export", case, "--to", tmp_path, "--raw", "refit elsewhere")
    assert shown.code == 0
    assert (tmp_path / "observations.csv").is_file()
    with open_case(case) as opened:
        assert [line.reason for line in opened.raw_exits()] == ["refit elsewhere"]


def test_an_empty_reason_is_refused(run: Run, case: Path, tmp_path: Path) -> None:
    assert run("model", "export", case, "--to", tmp_path, "--raw", " ").code == 2
