"""Outlets and institutions of the codebook, found by any of their names."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from tumen.codebook.schema import Codebook, Institution, Outlet


@dataclass(frozen=True, slots=True)
class Known:
    """A listed body found in a phrase.

    Args:
        name: canonical; `short`: its shortest capitalised alias, for `X report`.
        start, end: place in the phrase.
        stake: who would gain from a low or a high figure.
    """

    name: str
    short: str
    start: int
    end: int
    is_outlet: bool
    kind: str
    stake: str | None = None


class KnownNames:
    """Index of all names and aliases of one codebook."""

    def __init__(self, codebook: Codebook) -> None:
        self._codebook = codebook

    @cached_property
    def _by_alias(self) -> dict[str, Outlet | Institution]:
        entries: tuple[Outlet | Institution, ...] = (
            *self._codebook.outlets,
            *self._codebook.institutions,
        )
        return {
            _fold(alias): entry
            for entry in entries
            for alias in (entry.name, *entry.aliases)
        }

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        longest_first = sorted(self._by_alias, key=len, reverse=True)
        inner = "|".join(re.escape(alias) for alias in longest_first)
        return re.compile(rf"(?<![\w.])(?:{inner})(?![\w])" if inner else r"(?!)")

    def find(self, phrase: str) -> tuple[Known, ...]:
        """Return all listed bodies of a phrase, in its order."""
        folded = _fold(phrase)
        return tuple(
            self._known(match.group(), match.start(), match.end())
            for match in self._pattern.finditer(folded)
        )

    def _known(self, alias: str, start: int, end: int) -> Known:
        entry = self._by_alias[alias]
        return Known(
            name=entry.name,
            short=_shortest((entry.name, *entry.aliases)),
            start=start,
            end=end,
            is_outlet=isinstance(entry, Outlet),
            kind=entry.kind,
            stake=None if isinstance(entry, Outlet) else entry.stake,
        )


def _fold(text: str) -> str:
    """Return the text in lower case with plain quotes; its length stays the same."""
    folded = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return folded.replace("’", "'")


def _shortest(names: Iterable[str]) -> str:
    spoken = [name for name in names if name.isupper() and " " not in name]
    return min(spoken, key=len) if spoken else next(iter(names))
