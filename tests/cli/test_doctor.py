"""The doctor lists every part, and only a broken one is an error."""

import pytest

from tests.cli.conftest import Run
from tumen.pipeline.doctor import Part


@pytest.mark.parametrize(
    ("part", "code"),
    [
        (Part("python", "3.13"), 0),
        (Part("English analysis", "regex mode", "Install it."), 0),
        (Part("sqlite", "3.1", "Use a later one.", is_broken=True), 1),
    ],
)
def test_a_broken_part_ends_with_1(
    run: Run, monkeypatch: pytest.MonkeyPatch, part: Part, code: int
) -> None:
    monkeypatch.setattr("tumen.cli.doctor.find_parts", lambda: (part,))
    shown = run("doctor")
    assert shown.code == code
    assert part.name in shown.out
    assert part.remedy in shown.out


def test_nothing_here_is_an_inside_view(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tumen.cli.doctor.find_parts", lambda: ())
    assert "Inside view" not in run("doctor").out
