from collections.abc import Iterator

from tumen.runners.here import Here
from tumen.runners.runner import Runner


def test_results_come_in_the_order_of_the_work() -> None:
    runner: Runner = Here()

    assert list(runner.map(str, [3, 1, 2])) == ["3", "1", "2"]


def test_work_is_drawn_only_as_fast_as_it_is_done() -> None:
    drawn: list[int] = []

    def work() -> Iterator[int]:
        drawn.append(1)
        yield 1
        drawn.append(2)
        yield 2

    results = Here().map(str, work())
    next(results)

    assert drawn == [1]
