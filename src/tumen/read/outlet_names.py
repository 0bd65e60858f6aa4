"""Find the outlets a codebook lists by their names, abbreviations and domains."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from tumen.codebook.schema import Outlet


@dataclass(frozen=True, slots=True)
class OutletHit:
    """A mention of an outlet at `text[start:end]`; `name` is the canonical one."""

    start: int
    end: int
    name: str


@dataclass(frozen=True, slots=True)
class OutletNames:
    """All names of the outlets of a codebook, ready for matching.

    Names are matched as whole words with their case, domains without it.

    Args:
        opening: matches where some name may begin, by its first two characters.
        patterns: the names that begin so, the longest first.
    """

    outlets: tuple[Outlet, ...]
    opening: re.Pattern[str]
    patterns: Mapping[str, re.Pattern[str]]
    canonical: Mapping[str, str]

    def find_in(self, text: str) -> tuple[OutletHit, ...]:
        """Return all mentions in order."""
        hits, end = [], 0
        for begun in self.opening.finditer(text):
            start = begun.start()
            hit = self.patterns[begun[1]].match(text, start) if start >= end else None
            if hit:
                end = hit.end()
                hits.append(OutletHit(start, end, self.canonical[_key(hit[0])]))
        return tuple(hits)

    def canonical_of(self, name: str) -> str:
        """Return the canonical form of a name, the name itself when not listed."""
        return self.canonical.get(_key(name.strip()), name.strip())

    def is_wire(self, name: str) -> bool:
        """Tell whether the outlet is a wire agency, whose pictures others print."""
        return any(o.name == name and o.kind == "wire" for o in self.outlets)

    def language_of(self, name: str) -> str | None:
        """Return the language an outlet writes in first, None when not listed."""
        return next((o.language for o in self.outlets if o.name == name), None)

    def share_newsroom(self, one: str, other: str) -> bool:
        """Tell whether two outlets are the same or affiliates."""
        houses = {o.name: o.affiliate_of or o.name for o in self.outlets}
        return houses.get(one, one) == houses.get(other, other)


def find_names(outlets: Sequence[Outlet]) -> OutletNames:
    """Return the names of all outlets; made once per codebook."""
    return _compile(tuple(outlets))


@cache
def _compile(outlets: tuple[Outlet, ...]) -> OutletNames:
    names = {_key(n): o.name for o in outlets for n in (*o.aliases, o.name)}
    written = sorted(
        {n for o in outlets for n in (*o.aliases, o.name)}, key=len, reverse=True
    )
    groups: dict[str, list[str]] = {}
    for name in written:
        for opening in _openings(name):
            groups.setdefault(opening, []).append(_part(name))
    return OutletNames(
        outlets=outlets,
        opening=re.compile(rf"(?<![\w.])(?=({_any_of(groups)}))"),
        patterns={
            opening: re.compile(rf"(?:{'|'.join(parts)})(?!\w)")
            for opening, parts in groups.items()
        },
        canonical=names,
    )


def _is_domain(name: str) -> bool:
    return re.fullmatch(r"[\w-]+(?:\.[\w-]+)+", name) is not None


def _part(name: str) -> str:
    escaped = re.escape(name)
    return rf"(?:(?i:(?:www\.)?{escaped}))" if _is_domain(name) else escaped


def _openings(name: str) -> set[str]:
    """Return the first two characters a name may begin with, in either case for domains."""
    if not _is_domain(name):
        return {name[:2]}
    return {
        one + two
        for first, second in ((name[0], name[1]), ("w", "w"))
        for one in (first.lower(), first.upper())
        for two in (second.lower(), second.upper())
    }


def _any_of(openings: Iterable[str]) -> str:
    """Return a pattern of the openings, grouped by their first characters."""
    groups: dict[str, list[str]] = {}
    for opening in sorted(openings):
        groups.setdefault(opening[0], []).append(re.escape(opening[1:]))
    parts = (f"{re.escape(one)}(?:{'|'.join(two)})" for one, two in groups.items())
    return "|".join(parts) or "(?!)"


def _key(name: str) -> str:
    lower = name.lower()
    return lower.removeprefix("www.")
