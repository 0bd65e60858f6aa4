"""True series: a stock at the end of every month, a flow of every whole year."""

from datetime import date

from tests.world.press.conftest import RULES
from tumen.records.world import World
from tumen.world.press.series import make_series, month_end


def test_stocks_have_a_row_for_every_month(world: World) -> None:
    rows = [row for row in make_series(world, RULES.series) if row.code == "C3"]
    assert len(rows) == 72
    assert rows[1].first == rows[1].last == date(2005, 2, 28)
    kinds = [world.tables["stocks"].column(c)[1] for c in ("C3w", "C3s", "C3t", "C3x")]
    assert rows[1].value == sum(kinds)


def test_flows_have_a_row_for_every_year(world: World) -> None:
    rows = [row for row in make_series(world, RULES.series) if row.code == "T7"]
    assert [row.first.year for row in rows] == list(range(2005, 2011))
    assert rows[0].last == date(2005, 12, 31)
    home = [sum(world.tables["flows"].column(c)[:12]) for c in ("T6", "T7", "T18")]
    assert rows[0].value == sum(home)


def test_a_month_ends_on_its_last_day(world: World) -> None:
    assert month_end(world, 13) == date(2006, 2, 28)


def test_what_only_collects_is_counted_from_the_first_month(world: World) -> None:
    rows = [row for row in make_series(world, RULES.series) if row.code == "C12"]
    assert rows[0].measure == "stock"
    assert rows[-1].value == sum(world.tables["flows"].column("T19"))


def test_a_collected_stock_only_grows(world: World) -> None:
    rows = [row for row in make_series(world, RULES.series) if row.code == "C11"]
    home = [sum(world.tables["flows"].column(c)[:3]) for c in ("T6", "T7", "T18")]
    assert rows[2].value == sum(home)
    assert (rows[2].measure, rows[2].last) == ("stock", date(2005, 3, 31))
    assert [row.value for row in rows] == sorted(row.value for row in rows)
