"""What every place that can run a map promises."""

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol, TypeVar

A = TypeVar("A")
B = TypeVar("B")


class Runner(Protocol):
    """Runs one function over many independent pieces of work."""

    def map(self, function: Callable[[A], B], work: Iterable[A]) -> Iterator[B]:
        """Give the results in the order of the work, as soon as they are there.

        The work is drawn only as fast as it is done. An error of the function ends
        the map and is raised here; results given before stay good.
        """
        ...
