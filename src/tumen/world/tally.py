"""Monthly tables of a running world."""

from dataclasses import dataclass, field

import numpy as np

from tumen.codebook.world import ROLES, WAYS, WorldRules
from tumen.records.world import WorldTable
from tumen.world.population import Ints
from tumen.world.scene import PAPERS_COUNTED, PAY_STEPS, Scene
from tumen.world.sites import Sites

CENTS = 100
Row = tuple[float, ...]


@dataclass(slots=True)
class Tally:
    """Collects one row a month for each table."""

    rules: WorldRules
    regions: tuple[str, ...]
    rows: dict[str, list[Row]] = field(default_factory=dict)

    def add(self, scene: Scene, workers: Ints) -> None:
        """Add the rows of the month that ends; `workers` are present at its end."""
        sites = scene.sites
        at = scene.site_of(workers)
        self._put("stocks", [int(c) for c in scene.moves.in_state])
        self._put("flows", [scene.moves.counts[way] for way in WAYS])
        regions = np.bincount(sites.region[at], minlength=len(self.regions))
        self._put("regions", [int(c) for c in regions])
        trades = np.bincount(sites.trade[at], minlength=len(self.rules.trades))
        self._put("trades", [int(c) for c in trades])
        self._put("papers", [scene.papers[name] for name in PAPERS_COUNTED])
        self._put(
            "money",
            [
                scene.pay[name] / CENTS if name != "workers_paid" else scene.pay[name]
                for name in PAY_STEPS
            ],
        )
        self._put("conditions", self._conditions(scene, at))

    def _put(self, table: str, values: list[float] | list[int]) -> None:
        self.rows.setdefault(table, []).append(tuple(float(v) for v in values))

    def _conditions(self, scene: Scene, at: Ints) -> list[float]:
        """Return means over the workers present; 0 while there are none."""
        sites, count = scene.sites, max(1, len(at))
        people = np.bincount(at, minlength=sites.count)
        means = people @ sites.conditions / count
        owed = float(people[sites.arrears > 0].sum()) / count
        paid = max(1, scene.pay["workers_paid"]) * CENTS
        gross, net = scene.pay["employer"] / paid, scene.pay["kept"] / paid
        return [*(round(float(mean), 4) for mean in means), owed, gross, net]

    def tables(self, rules: WorldRules) -> dict[str, WorldTable]:
        """Return the tables, by name."""
        boxes = tuple(rules.roles[role] for role in ROLES)
        arrows = tuple(rules.ways[way] for way in WAYS)
        conditions = tuple(c.element for c in rules.conditions)
        extra = ("cond.unpaid", "cond.wage_gross", "cond.wage_net")
        shapes = (
            ("stocks", "people at the end of the month", "persons", boxes),
            ("flows", "people over the month", "persons", arrows),
            ("regions", "workers present, by region", "persons", self.regions),
            (
                "trades",
                "workers present, by trade",
                "persons",
                tuple(trade.name for trade in rules.trades),
            ),
            ("papers", "what offices count", "papers", PAPERS_COUNTED),
            ("money", "money of all workers over the month", "USD", PAY_STEPS),
            ("conditions", "means over workers present", "mixed", conditions + extra),
        )
        return {
            name: WorldTable(
                name=name,
                label=label,
                unit=unit,
                columns=columns,
                rows=tuple(self.rows.get(name, ())),
            )
            for name, label, unit, columns in shapes
        }


def describe_sites(sites: Sites) -> tuple[dict[str, float], ...]:
    """Return the conditions of every site by element, pay included."""
    names = [condition.element for condition in sites.rules.conditions]
    return tuple(
        dict(zip(names, (float(v) for v in row), strict=True))
        | {"cond.wage_gross": float(pay) / CENTS}
        for row, pay in zip(sites.conditions, sites.payment, strict=True)
    )
