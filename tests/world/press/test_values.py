"""What the world held by the definition of a fact."""

import pytest

from tests.world.press.conftest import RULES, SITE, STRIKE, fact
from tumen.records.world import World
from tumen.world.press.values import NATION, Subject, series_value, true_value

AMUR = Subject(region="Amur Oblast", site=SITE, event=STRIKE)


def column(world: World, table: str, name: str) -> tuple[float, ...]:
    return world.tables[table].column(name)


def test_a_stock_is_the_mean_of_its_months(world: World) -> None:
    held = column(world, "stocks", "C3w")
    told = true_value(world, fact("present_work"), (10, 11), NATION)
    assert told == pytest.approx((held[10] + held[11]) / 2)


def test_a_flow_is_the_sum_of_its_months(world: World) -> None:
    sent = column(world, "flows", "T2")
    assert true_value(world, fact("dispatched"), (12, 23), NATION) == sum(sent[12:24])


def test_a_plan_is_about_the_year_after(world: World) -> None:
    sent = column(world, "flows", "T2")
    told = true_value(world, fact("planned", factor=1.0), (12, 23), NATION)
    assert told == sum(sent[24:36])


def test_a_mean_divides_by_what_stands_below(world: World) -> None:
    paid = column(world, "money", "employer"), column(world, "money", "workers_paid")
    told = true_value(world, fact("payment"), (30, 30), NATION)
    assert told == pytest.approx(paid[0][30] / paid[1][30])


def test_a_region_is_its_own_column(world: World) -> None:
    here = column(world, "regions", "Amur Oblast")
    assert true_value(world, fact("present_region"), (30, 30), AMUR) == here[30]
    assert true_value(world, fact("present_region"), (30, 30), NATION) is None


def test_a_place_of_work_tells_its_conditions(world: World) -> None:
    assert true_value(world, fact("hours"), (30, 30), AMUR) == 14.0
    assert true_value(world, fact("site_people"), (30, 30), AMUR) == 80.0
    assert true_value(world, fact("room"), (30, 30), AMUR) is None
    assert true_value(world, fact("hours"), (30, 30), NATION) is None


def test_an_event_tells_its_count_and_its_days(world: World) -> None:
    assert true_value(world, fact("strikers"), (20, 20), AMUR) == 40.0
    assert true_value(world, fact("strike_days"), (20, 20), AMUR) == 3.0
    assert true_value(world, fact("strike"), (20, 20), AMUR) == 1.0
    assert true_value(world, fact("raid"), (20, 20), AMUR) is None
    assert true_value(world, fact("helper_arrest", event=None), (20, 20), AMUR) is None


def test_times_outside_the_world_have_no_value(world: World) -> None:
    assert true_value(world, fact("present"), (-1, 3), NATION) is None
    assert true_value(world, fact("present"), (70, 99), NATION) is None
    assert series_value(world, RULES.series[0], (70, 99)) is None


def test_a_policy_has_no_value(world: World) -> None:
    assert true_value(world, fact("permit_ban"), (0, 0), NATION) is None


def test_a_series_is_a_mean_or_a_sum(world: World) -> None:
    by_code = {series.code: series for series in RULES.series}
    present = column(world, "stocks", "C3w")
    assert series_value(world, by_code["C3w"], (3, 4)) == (present[3] + present[4]) / 2
    sent = column(world, "flows", "T2")
    assert series_value(world, by_code["T2"], (0, 11)) == sum(sent[:12])
    home = sum(sum(column(world, "flows", code)[:12]) for code in ("T6", "T7", "T18"))
    assert series_value(world, by_code["C11"], (10, 11)) == home
