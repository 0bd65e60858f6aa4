import os
from itertools import count

import pytest

from tumen.errors import CodebookError
from tumen.runners.processes import AHEAD, Processes


def halve(number: int) -> int:
    if number % 2:
        raise CodebookError(f"{number} is odd", "Give an even one.")
    return number // 2


def process_of(number: int) -> int:
    return os.getpid()


def test_the_work_is_done_in_other_processes() -> None:
    assert os.getpid() not in set(Processes(1).map(process_of, range(3)))


def test_results_before_an_error_stay_good_and_the_error_keeps_its_remedy() -> None:
    results = Processes(1).map(halve, [4, 2, 3, 8])

    assert [next(results), next(results)] == [2, 1]
    with pytest.raises(CodebookError, match="3 is odd") as failed:
        next(results)
    assert failed.value.remedy == "Give an even one."


def test_endless_work_is_drawn_only_a_little_ahead() -> None:
    numbers = count()
    results = Processes(2).map(abs, numbers)

    assert [next(results) for _ in range(3)] == [0, 1, 2]
    results.close()  # type: ignore[attr-defined]  # a generator
    assert next(numbers) <= 3 + AHEAD * 2
