"""The server listens on this machine only."""

from pathlib import Path

import pytest

from tumen.errors import CaseError, UsageError
from tumen.pipeline.new import make_case
from tumen.web.server import listen, serve_case, warm_up


def test_it_listens_on_the_loopback_address() -> None:
    with listen(0) as listener:
        assert listener.getsockname()[0] == "127.0.0.1"


def test_a_taken_port_says_what_to_do() -> None:
    with listen(0) as listener, pytest.raises(UsageError) as trouble:
        listen(listener.getsockname()[1])
    assert "--port 0" in trouble.value.remedy


def test_a_port_that_cannot_be_is_refused() -> None:
    with pytest.raises(UsageError):
        listen(99_999)


def test_without_a_case_nothing_is_served(tmp_path: Path) -> None:
    with pytest.raises(CaseError):
        serve_case(tmp_path / "nothing", open_browser=False)


def test_the_address_with_its_token_is_printed(
    case: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("uvicorn.Server.run", lambda server, sockets: None)
    warmed: list[Path] = []
    monkeypatch.setattr("tumen.web.server.warm_up", warmed.append)
    opened: list[str] = []
    monkeypatch.setattr("webbrowser.open", opened.append)
    serve_case(case)
    assert opened[0] in capsys.readouterr().out
    assert opened[0].startswith("http://127.0.0.1:")
    assert "?token=" in opened[0]
    assert warmed == [case]


def test_warming_up_weighs_the_case(
    case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    weighed: list[str] = []
    monkeypatch.setattr(
        "tumen.web.server.weigh_case", lambda case, today: weighed.append(case.name)
    )
    warm_up(case)
    assert len(weighed) == 1


def test_a_case_without_figures_needs_no_warming(tmp_path: Path) -> None:
    make_case(tmp_path / "empty")
    warm_up(tmp_path / "empty")
