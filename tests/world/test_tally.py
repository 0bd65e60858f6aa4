"""A row a month in every table."""

import numpy as np
import pytest

from tests.world.conftest import RULES, law_of, make_workers
from tumen.codebook.world import ROLES, WAYS
from tumen.records.world import WorldTable
from tumen.world.population import NOWHERE, State
from tumen.world.scene import PAPERS_COUNTED, PAY_STEPS, Scene
from tumen.world.tally import Tally, describe_sites
from tumen.world.work import pay


def tables(scene: Scene) -> dict[str, WorldTable]:
    tally = Tally(RULES, scene.sites.regions)
    tally.add(scene, scene.people.working())
    return tally.tables(RULES)


def value(scene: Scene, table: str, column: str) -> float:
    (found,) = tables(scene)[table].column(column)
    return found


def test_every_table_has_a_row_for_every_month_as_long_as_its_columns() -> None:
    scene = make_workers(3)
    tally = Tally(RULES, scene.sites.regions)
    tally.add(scene, scene.people.working())
    tally.add(scene, scene.people.working())
    found = tally.tables(RULES).values()
    assert {len(table.rows) for table in found} == {2}
    assert all(len(row) == len(table.columns) for table in found for row in table.rows)


@pytest.mark.parametrize(
    ("table", "columns"),
    [
        ("stocks", tuple(RULES.roles[role] for role in ROLES)),
        ("flows", tuple(RULES.ways[way] for way in WAYS)),
        ("trades", tuple(trade.name for trade in RULES.trades)),
        ("papers", PAPERS_COUNTED),
        ("money", PAY_STEPS),
    ],
)
def test_columns_are_named(table: str, columns: tuple[str, ...]) -> None:
    assert tables(make_workers(1))[table].columns == columns


def test_people_are_counted_by_box() -> None:
    scene = make_workers(3, at_home=4)
    assert value(scene, "stocks", RULES.roles["work"]) == 3
    assert value(scene, "stocks", RULES.roles["pool"]) == 4


def test_movements_are_counted_by_arrow() -> None:
    scene = make_workers(3)
    scene.people.site[:2] = NOWHERE
    scene.moves.move(np.arange(2), "flight", State.HIDING)
    assert value(scene, "flows", RULES.ways["flight"]) == 2


def test_workers_are_counted_by_region_and_trade() -> None:
    scene = make_workers(3)
    region = scene.sites.regions[scene.sites.region[0]]
    assert value(scene, "regions", region) == 3
    assert value(scene, "trades", RULES.trades[0].name) == 3


def paid() -> Scene:
    scene = make_workers(10)
    law = law_of({"firm_cut": 0.2, "state_share": 0.5})
    pay(scene, law, scene.people.working())
    return scene


@pytest.mark.parametrize(
    ("step", "dollars"),
    [("employer", 7000), ("firm", 1400), ("state", 3500), ("kept", 2100)],
)
def test_money_is_told_in_dollars(step: str, dollars: float) -> None:
    assert value(paid(), "money", step) == dollars


def test_people_paid_are_people_not_money() -> None:
    assert value(paid(), "money", "workers_paid") == 10


def test_wages_are_means_over_those_who_were_paid() -> None:
    scene = paid()
    assert value(scene, "conditions", "cond.wage_gross") == 700
    assert value(scene, "conditions", "cond.wage_net") == 210


def test_conditions_are_means_over_workers_not_over_sites() -> None:
    scene = make_workers(4, sites=2)
    scene.people.site[:] = (0, 0, 0, 1)
    at = [condition.element for condition in RULES.conditions].index("cond.hours")
    scene.sites.conditions[:, at] = (10.0, 14.0)
    assert value(scene, "conditions", "cond.hours") == 11.0


def test_arrears_are_the_share_of_workers_who_are_owed_pay() -> None:
    scene = make_workers(4, sites=4)
    scene.sites.arrears[1] = 2.0
    assert value(scene, "conditions", "cond.unpaid") == 0.25


def test_where_nobody_works_means_are_nothing() -> None:
    (row,) = tables(make_workers(0, sites=0, at_home=2))["conditions"].rows
    assert set(row) == {0.0}


def test_numbers_are_plain() -> None:
    found = tables(paid()).values()
    assert {type(n) for table in found for row in table.rows for n in row} <= {
        int,
        float,
    }


def test_sites_are_described_with_what_employers_pay() -> None:
    scene = make_workers(2, sites=2)
    described = describe_sites(scene.sites)
    assert len(described) == 2
    assert described[0]["cond.wage_gross"] == 700
    assert described[0].keys() == {c.element for c in RULES.conditions} | {
        "cond.wage_gross"
    }
