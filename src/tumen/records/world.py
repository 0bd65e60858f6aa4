"""A simulated world: invented people who lived through the system, month by month.

Nothing in it is evidence, and nobody in it is a real person. Months are numbered from 0,
the first month of the world. People who flee, hide, seek refuge or are held have no
place: their events name no region, and their numbers are national.
"""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field

INVENTED = "INVENTED: a simulated world. None of this happened; nobody in it is real."
"""Stands on every page, file and picture of a world."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WorldTable:
    """A number for every month and column.

    Args:
        name: `stocks` (people at the end of the month by box code), `flows` (people
            over the month by arrow code), `regions` and `trades` (workers present at
            the end of the month), `papers` (what offices count: visas, permits,
            registrations, border crossings, requests), `money` (USD over the month, all
            workers together), `conditions` (means over workers present).
        label: what it says, with its unit.
        unit: `persons`, `papers`, `USD`, or `mixed` where columns say it themselves.
        columns: names; for stocks and flows the codes of the codebook.
        rows: one tuple a month, as long as `columns`.
    """

    name: str
    label: str
    unit: str
    columns: tuple[str, ...]
    rows: tuple[tuple[float, ...], ...]

    def column(self, name: str) -> tuple[float, ...]:
        """Return one column, month by month.

        Raises:
            ValueError: no such column.
        """
        at = self.columns.index(name)
        return tuple(row[at] for row in self.rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class WorldSite:
    """A place of work, at the level of a region.

    Args:
        number: from 0; events refer to it.
        opened, closed: months, the last included; None while it is open.
        most: most workers it ever had.
        conditions: values of the codebook's conditions there, e.g.
            `{"cond.hours": 14.0}`; units are those of `conditions` in the world's
            rules, yes is 1 and no is 0.
    """

    number: int
    region: str
    trade: str
    firm: int
    opened: int
    closed: int | None
    most: int
    conditions: Mapping[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class WorldEvent:
    """Something that happened.

    Args:
        number: from 0, in order of time.
        month: from 0; `day`: of the month, 1 to 28.
        element: code of the codebook, e.g. `event.strike`.
        way: code of the arrow along which people moved, e.g. `T7`, else None.
        region: None where people flee, hide, seek refuge or are held.
        site: number of the site, else None; `trade`: of its workers, else None.
        count: people it was about, 0 where it was about none.
        days: how long it lasted.
        cause: number of the event that set it off, else None.
        policy: name of the policy it belongs to, else None.
        outcome: word of the world's rules, e.g. `paid`, `recalled`, else None.
    """

    number: int
    month: int
    day: int
    element: str
    way: str | None = None
    region: str | None = None
    site: int | None = None
    trade: str | None = None
    count: int = 0
    days: int = 1
    cause: int | None = None
    policy: str | None = None
    outcome: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """A whole run; the same settings and seed give the same world.

    Args:
        codebook, version: of the rules it ran by.
        scenario, label: name of the scenario and what it says.
        seed: of the generator.
        people: how many there are, all boxes together, in every month.
        first: first day of the first month.
        tables: by name; see `WorldTable`.
        policies: names of policies and the months in force, the last included;
            `policy_labels`: what they say.
        notice: the words that stand on everything made from it.
    """

    codebook: str
    version: str
    scenario: str
    label: str
    seed: int
    people: int
    first: datetime.date
    tables: Mapping[str, WorldTable]
    sites: tuple[WorldSite, ...]
    events: tuple[WorldEvent, ...]
    policies: Mapping[str, tuple[int, int]]
    policy_labels: Mapping[str, str] = field(default_factory=dict)
    notice: str = INVENTED

    @property
    def months(self) -> int:
        """How many months it ran."""
        return len(self.tables["stocks"].rows)

    def month_start(self, month: int) -> datetime.date:
        """Return the first day of a month, counted from 0."""
        years, rest = divmod(self.first.month - 1 + month, 12)
        return datetime.date(self.first.year + years, rest + 1, 1)
