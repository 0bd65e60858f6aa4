"""Events as they happen, in order of time."""

import numpy as np

from tumen.records.world import WorldEvent
from tumen.world.sites import Sites

DAYS = 28
"""Events fall on days that every month has."""


class Chronicle:
    """Collects events; a site gives its region and trade to them."""

    def __init__(self, sites: Sites, rng: np.random.Generator) -> None:
        self.sites = sites
        self.rng = rng
        self.events: list[WorldEvent] = []
        self.month = 0
        self._open: list[WorldEvent] = []

    def start(self, month: int) -> None:
        """Begin a month."""
        self.month = month

    def tell(
        self,
        element: str,
        *,
        count: int = 0,
        site: int | None = None,
        way: str | None = None,
        days: int = 1,
        cause: int | None = None,
        policy: str | None = None,
        outcome: str | None = None,
    ) -> int:
        """Note an event and return its number; without a site it has no place."""
        number = len(self.events)
        after = self.events[cause] if cause is not None else None
        least = after.day if after and after.month == self.month else 1
        self.events.append(
            WorldEvent(
                number=number,
                month=self.month,
                day=int(self.rng.integers(least, DAYS + 1)),
                element=element,
                way=way,
                region=None if site is None else self._region(site),
                site=None if site is None else int(site),
                trade=None if site is None else self._trade(site),
                count=int(count),
                days=int(days),
                cause=cause,
                policy=policy,
                outcome=outcome,
            )
        )
        return number

    def _region(self, site: int) -> str:
        return self.sites.regions[int(self.sites.region[site])]

    def _trade(self, site: int) -> str:
        return self.sites.rules.trades[int(self.sites.trade[site])].name
