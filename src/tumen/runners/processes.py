"""Run a map in several processes of this machine."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice
from multiprocessing import get_context
from typing import TypeVar

A = TypeVar("A")
B = TypeVar("B")

AHEAD = 4
"""Pieces of work in flight for each worker: enough to keep it busy, little memory."""


class Processes:
    """Workers that start from nothing (spawn), the same way on every system.

    Args:
        workers: how many processes, at least 1.
    """

    def __init__(self, workers: int) -> None:
        self.workers = workers

    def map(self, function: Callable[[A], B], work: Iterable[A]) -> Iterator[B]:
        """Give the results in the order of the work; function and work are pickled."""
        pieces = iter(work)
        with ProcessPoolExecutor(self.workers, get_context("spawn")) as pool:
            flight: deque[Future[B]] = deque(
                pool.submit(function, piece)
                for piece in islice(pieces, AHEAD * self.workers)
            )
            try:
                while flight:
                    result = flight.popleft().result()
                    flight.extend(
                        pool.submit(function, piece) for piece in islice(pieces, 1)
                    )
                    yield result
            finally:
                # Also when the caller stops early: do not finish what nobody wants.
                pool.shutdown(wait=True, cancel_futures=True)
