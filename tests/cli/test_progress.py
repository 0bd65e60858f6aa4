"""Progress is one line on a screen, and now and then a line in a log."""

import io

import pytest
from rich.console import Console

from tumen.cli.progress import QUIET_EVERY, ProgressLine, describe
from tumen.pipeline.progress import Progress


def step(done: int, total: int = 120) -> Progress:
    return Progress(stage="read", done=done, total=total, claims=7, issues=1)


def test_counts_are_said_in_words() -> None:
    assert describe(step(3)) == "read 3 of 120: 7 claims, 0 refused, 1 issues"


@pytest.mark.parametrize(
    ("done", "said"),
    [(1, False), (QUIET_EVERY, True), (QUIET_EVERY + 1, False), (120, True)],
)
def test_a_log_gets_few_lines(
    capsys: pytest.CaptureFixture[str], done: int, said: bool
) -> None:
    with ProgressLine() as line:
        line(step(done))
    printed = capsys.readouterr()
    assert printed.out == ""
    assert bool(printed.err) is said


def test_a_screen_shows_the_latest_counts_and_is_left_clean(
    capsys: pytest.CaptureFixture[str],
) -> None:
    shown = io.StringIO()
    line = ProgressLine()
    line.console = Console(file=shown, force_terminal=True, width=100)
    with line:
        line(step(1))
        assert line.status
        assert line.status.status == describe(step(1))
    assert "\x1b[2K" in shown.getvalue()
    assert capsys.readouterr().err == ""
