"""Find the outlets a codebook lists by their names, abbreviations and domains."""

import re
from collections.abc import Mapping, Sequence
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
    """

    outlets: tuple[Outlet, ...]
    pattern: re.Pattern[str]
    canonical: Mapping[str, str]

    def find_in(self, text: str) -> tuple[OutletHit, ...]:
        """Return all mentions in order."""
        return tuple(
            OutletHit(hit.start(), hit.end(), self.canonical[_key(hit[0])])
            for hit in self.pattern.finditer(text)
        )

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
    parts = (_part(name) for name in written)
    return OutletNames(
        outlets=outlets,
        pattern=re.compile(rf"(?<![\w.])(?:{'|'.join(parts) or '(?!)'})(?!\w)"),
        canonical=names,
    )


def _part(name: str) -> str:
    escaped = re.escape(name)
    domain = re.fullmatch(r"[\w-]+(?:\.[\w-]+)+", name)
    return rf"(?:(?i:(?:www\.)?{escaped}))" if domain else escaped


def _key(name: str) -> str:
    lower = name.lower()
    return lower.removeprefix("www.")
