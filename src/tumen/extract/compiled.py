"""Make what is looked up in a word table once per table, not once per page."""

from collections.abc import Callable
from typing import TypeVar

K = TypeVar("K")
V = TypeVar("V")


def once(make: Callable[[K], V]) -> Callable[[K], V]:
    """Return `make` with its results kept by the identity of what they were made of.

    Word tables hold dictionaries and cannot be hashed; they are never changed, so
    the same table always compiles to the same result. The table is kept beside it:
    an id is never reused while its result is remembered.
    """
    kept: dict[int, tuple[K, V]] = {}

    def made(table: K) -> V:
        found = kept.get(id(table))
        if found is None:
            found = kept[id(table)] = (table, make(table))
        return found[1]

    return made
