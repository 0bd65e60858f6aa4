"""Make what is looked up in a word table once per table, and what a page holds once."""

from collections.abc import Callable, Hashable
from typing import TypeVar

K = TypeVar("K")
V = TypeVar("V")
W = TypeVar("W")
Part = TypeVar("Part", bound=Hashable)


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


def latest(make: Callable[[K], V]) -> Callable[[K], V]:
    """Return `make` with its last result kept, for what is asked again of one page.

    Only the last page is held: the result is made anew when another one comes between.
    """
    kept: list[tuple[K, V]] = []

    def made(page: K) -> V:
        last = kept[0] if kept else None
        if last is None or last[0] is not page:
            last = (page, make(page))
            kept[:] = [last]
        return last[1]

    return made


def of_latest(make: Callable[[K, Part, W], V]) -> Callable[[K, Part, W], V]:
    """Return `make(page, part, words)` with the results of the last page kept.

    Each part of a page is asked for by several readers, with the same words.
    """
    pages: list[K] = []
    kept: dict[Part, tuple[W, V]] = {}

    def made(page: K, part: Part, words: W) -> V:
        if not pages or pages[0] is not page:
            pages[:] = [page]
            kept.clear()
        found = kept.get(part)
        if found is None or found[0] is not words:
            found = kept[part] = (words, make(page, part, words))
        return found[1]

    return made
