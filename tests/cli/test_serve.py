"""The workbench is started with what was asked for."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run

Call = tuple[Path, int, bool, str | None]


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> list[Call]:
    calls: list[Call] = []

    def serve(
        folder: Path, *, port: int, open_browser: bool, reviewer: str | None
    ) -> None:
        calls.append((folder, port, open_browser, reviewer))

    monkeypatch.setattr("tumen.web.server.serve_case", serve)
    return calls


def test_any_free_port_and_the_browser_are_taken(
    run: Run, case: Path, calls: list[Call]
) -> None:
    assert run("serve", case).code == 0
    assert calls == [(case, 0, True, None)]


def test_a_port_may_be_named_and_the_browser_left_closed(
    run: Run, case: Path, calls: list[Call]
) -> None:
    run("serve", case, "--port", 8123, "--no-browser")
    assert calls == [(case, 8123, False, None)]


def test_a_folder_without_a_case_is_refused(run: Run, tmp_path: Path) -> None:
    shown = run("serve", tmp_path / "nothing")
    assert shown.code == 1
    assert "there is no case" in shown.err


def test_a_reader_may_be_named(run: Run, case: Path, calls: list[Call]) -> None:
    run("serve", case, "--reviewer", "Ada")
    assert calls == [(case, 0, True, "Ada")]
