"""The command line as a whole: help, trouble and exit codes."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tumen.cli.main import COMMANDS, report_bug, run_command, spoken

NAMES = [*map(spoken, COMMANDS), "model"]


def test_help_lists_every_command(run: Run) -> None:
    out = run("--help").out
    assert [name for name in NAMES if name not in out] == []


@pytest.mark.parametrize("command", NAMES)
def test_every_command_explains_itself(run: Run, command: str) -> None:
    shown = run(*command.split(), "--help")
    assert shown.code == 0
    assert len(shown.out.splitlines()) > 4


def test_the_version_is_printed(run: Run) -> None:
    assert run("--version").out.startswith("tumen ")


def test_no_words_at_all_show_the_help(run: Run) -> None:
    shown = run()
    assert shown.code == 2
    assert "Usage" in shown.out


@pytest.mark.parametrize(
    "words",
    [
        ["nonsense"],
        ["run"],
        ["claims", "case", "--colour"],
        ["serve", "c", "--port", "x"],
    ],
)
def test_wrong_usage_ends_with_2_and_says_where_help_is(
    run: Run, words: list[str]
) -> None:
    shown = run(*words)
    assert shown.code == 2
    assert "--help" in shown.err


def test_a_missing_case_says_what_and_what_next(run: Run, tmp_path: Path) -> None:
    shown = run("run", tmp_path / "nothing")
    assert shown.code == 1
    assert "there is no case" in shown.err
    assert "tumen new" in shown.err


def test_an_unknown_setting_names_the_nearest_known_one(run: Run, case: Path) -> None:
    settings = case / "tumen.toml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("max_bytes", "max_byte"), encoding="utf-8")
    shown = run("run", case)
    assert shown.code == 2
    assert "max_bytes" in shown.err


def test_an_unforeseen_error_is_two_lines_and_a_file(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    report_bug(ZeroDivisionError, ZeroDivisionError("by zero"), None)
    err = capsys.readouterr().err
    assert "Traceback" not in err
    assert "ZeroDivisionError" in err
    assert "by zero" in next(tmp_path.glob("tumen-*.log")).read_text(encoding="utf-8")


def test_stopping_says_that_nothing_is_lost(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], case: Path
) -> None:
    def stop(*words: object, **more: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("tumen.cli.run.run_case", stop)
    assert run_command(["run", str(case)]) == 1
    assert "Nothing is lost" in capsys.readouterr().err


def test_a_reader_that_has_seen_enough_is_no_trouble(case: Path) -> None:
    command = f'"{sys.executable}" -m tumen claims "{case}" --json | head -n 1'
    done = subprocess.run(  # noqa: S602  our own words
        command, shell=True, capture_output=True, text=True, check=False
    )
    assert done.stdout.startswith("{")
    assert done.stderr == ""


def test_an_unforeseen_error_inside_a_command_shows_no_traceback(
    tmp_path: Path,
) -> None:
    program = (
        "import sys, tumen.cli.run as r, tumen.cli.main as m; "
        "r.open_case = lambda folder: 1 / 0; "
        f"sys.argv = ['tumen', 'run', {str(tmp_path)!r}]; m.main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "TMPDIR": str(tmp_path), "TEMP": str(tmp_path)},
    )
    assert done.returncode == 1
    assert "an error in Tumen itself: ZeroDivisionError" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_command_seldom_looks_for_garbage() -> None:
    program = (
        "import gc, sys, tumen.cli.main as m; "
        "m.run_command = lambda words: gc.get_threshold()[0] != m.GARBAGE[0]; "
        "sys.argv = ['tumen']; m.main()"
    )
    done = subprocess.run([sys.executable, "-c", program], check=False)
    assert done.returncode == 0
