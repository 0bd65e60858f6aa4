"""Claims as the model sees them, and which of them are one statement."""

from collections.abc import Sequence
from dataclasses import dataclass

from tumen.codebook.model import House, Observable
from tumen.estimate.observe.bounds import Bounds
from tumen.estimate.observe.windows import Window
from tumen.records.claim import Claim


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """A claim, and what of the model it speaks about.

    Args:
        order: place among the claims of its origin, the nearest to the fact first.
        place: canonical name of a part of the country, None for the whole.
        options: what it may count, with the weight and the bounds of each reading.
    """

    claim: Claim
    origin: str
    order: int
    house: House
    place: str | None
    window: Window
    options: tuple[tuple[Observable, float, Bounds], ...]

    @property
    def key(self) -> tuple[object, ...]:
        """Return what statements of one origin about one thing share."""
        names = tuple(observable.name for observable, _, _ in self.options)
        return (self.origin, names, self.place)

    @property
    def name(self) -> tuple[object, ...]:
        """Return what orders statements, whatever the ids of their claims are."""
        return (*map(str, self.key), self.window.first, self.window.last, self.said)

    @property
    def said(self) -> tuple[tuple[float, ...], ...]:
        """Return the numbers it states."""
        return tuple((int(b.form), b.low, b.high) for _, _, b in self.options)


def said_once(sights: Sequence[Sight]) -> list[list[Sight]]:
    """Sort the sights of one origin about one thing into statements.

    The same numbers about overlapping times are one statement, however often printed;
    other numbers about the very same time are another reading of it. Within a
    statement the claim nearest to the fact comes first.
    """
    statements: list[list[Sight]] = []
    for sight in sights:
        same = [s for s in statements if any(_is_same(sight, other) for other in s)]
        joined = [sight, *(other for statement in same for other in statement)]
        statements = [s for s in statements if s not in same] + [joined]
    return [sorted(said, key=lambda s: (s.order, s.claim.id)) for said in statements]


def _is_same(a: Sight, b: Sight) -> bool:
    if (a.window.first, a.window.last) == (b.window.first, b.window.last):
        return True
    overlap = a.window.first <= b.window.last and b.window.first <= a.window.last
    return overlap and a.said == b.said
