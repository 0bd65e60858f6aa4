import os
from collections.abc import Iterator
from functools import partial
from itertools import count
from operator import call

import pytest

from tumen.codebook.load import load_codebook
from tumen.errors import CodebookError
from tumen.runners.processes import AHEAD, Processes


def test_the_work_is_done_in_other_processes() -> None:
    assert os.getpid() not in set(Processes(1).map(call, [os.getpid] * 3))


def test_results_before_an_error_stay_good_and_the_error_keeps_its_remedy() -> None:
    pieces = [partial(int, "2"), partial(int, "1"), partial(load_codebook, "nowhere")]
    results: Iterator[object] = Processes(1).map(call, pieces)  # type: ignore[arg-type]

    assert [next(results), next(results)] == [2, 1]
    with pytest.raises(CodebookError, match="nowhere") as failed:
        next(results)
    assert failed.value.remedy


def test_endless_work_is_drawn_only_a_little_ahead() -> None:
    numbers = count()
    results = Processes(2).map(abs, numbers)

    assert [next(results) for _ in range(3)] == [0, 1, 2]
    results.close()  # type: ignore[attr-defined]  # a generator
    assert next(numbers) <= 3 + AHEAD * 2
