import pytest

from tumen.runners.here import Here
from tumen.runners.processes import Processes
from tumen.runners.runner import Runner

RUNNERS: tuple[Runner, ...] = (Here(), Processes(2))


@pytest.mark.parametrize("runner", RUNNERS, ids=["here", "processes"])
def test_every_runner_gives_the_same_results(runner: Runner) -> None:
    assert list(runner.map(abs, range(-20, 20))) == [abs(n) for n in range(-20, 20)]


@pytest.mark.parametrize("runner", RUNNERS, ids=["here", "processes"])
def test_every_runner_has_no_results_without_work(runner: Runner) -> None:
    assert list(runner.map(abs, ())) == []
