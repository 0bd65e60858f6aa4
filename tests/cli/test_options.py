"""Options that several commands share are the same everywhere."""

import pytest

from tests.cli.conftest import Run


@pytest.mark.parametrize("command", ["claims", "documents", "origins", "estimate"])
def test_lists_can_be_given_to_machines_and_to_a_second_reader(
    run: Run, command: str
) -> None:
    out = run(command, "--help").out
    assert "--json" in out
    assert "--raw REASON" in out


@pytest.mark.parametrize("command", ["claims", "origins", "estimate"])
def test_lists_of_elements_take_one_element(run: Run, command: str) -> None:
    assert "--element CODE" in run(command, "--help").out


@pytest.mark.parametrize("command", ["add", "run", "ask", "verify", "publish"])
def test_the_case_comes_first(run: Run, command: str) -> None:
    usage = run(command, "--help").out.splitlines()[0]
    assert usage.index("CASE") == usage.index("{") + 1


@pytest.mark.parametrize("command", ["claims", "serve"])
def test_switches_ask_for_no_value(run: Run, command: str) -> None:
    assert "<bool>" not in run(command, "--help").out
