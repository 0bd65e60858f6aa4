"""Plot what a simulated world did over its years, for print; INVENTED is in each plot."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from tumen.codebook.load_world import load_world_rules
from tumen.codebook.schema import Codebook
from tumen.codebook.world import WORKING, WorldRules
from tumen.publish.axes import Days
from tumen.publish.rendering import render
from tumen.publish.world_months import Months, read_months
from tumen.publish.world_panels import (
    LEFT,
    RIGHT,
    WIDTH,
    Frame,
    Panel,
    Part,
    columns,
    fill,
    mark_policies,
    month_days,
    stack,
    time_axis,
    trace,
)
from tumen.records.world import World

HEAD, FOOT, BETWEEN = 62.0, 44.0, 34.0
HIGH = 150.0
REFUGE = ("hiding", "applicant", "recognised")
PARTS_OF_PAY = {
    "firm": "the firm",
    "state": "the state",
    "debt": "debts paid off",
    "kept": "kept",
}
FLOWS = {
    "Sent": ("dispatch",),
    "Home at the end of a tour": ("contract_end", "rotation"),
    "Recalled": ("recall",),
}
"""What the plot of movements shows, and which movements of the rules it sums."""

Draw = Callable[[Frame], Panel]


@dataclass(frozen=True, slots=True)
class Wanted:
    """A panel to be drawn wherever it finds its place."""

    label: str
    unit: str
    draw: Draw


def world_plots(world: World, codebook: Codebook) -> dict[str, str]:
    """Return the plots of a world as SVG, by name: stocks, refuge, money, flows."""
    return draw_plots(world, codebook, read_months(world, codebook))


def draw_plots(world: World, codebook: Codebook, months: Months) -> dict[str, str]:
    """Return the plots of a world whose months have been read."""
    rules = load_world_rules(world.codebook)
    plots = {
        "stocks": ("who is present, by paper", _stocks(world, codebook, rules)),
        "refuge": (
            "refuge, the whole country, at the end of each year",
            _refuge(world, codebook, rules),
        ),
        "money": ("where the employers' money goes", _money(world)),
        "flows": ("sent, home and recalled, month by month", _flows(world, rules)),
    }
    return {
        name: _plot(world, codebook, months, name, title, panels)
        for name, (title, panels) in plots.items()
    }


def _plot(
    world: World,
    codebook: Codebook,
    months: Months,
    name: str,
    title: str,
    wanted: Sequence[Wanted],
) -> str:
    axis = time_axis(world)
    marks, y = mark_policies(months.policies, world, axis, HEAD)
    panels: list[Panel] = []
    for panel in wanted:
        y += BETWEEN
        panels.append(panel.draw(Frame(axis, y, y + HIGH, panel.label, panel.unit)))
        y += HIGH
    return render(
        "world_plot.svg.j2",
        name=name,
        width=WIDTH,
        height=round(y + FOOT),
        left=LEFT,
        right=WIDTH - RIGHT,
        bottom=y,
        title=f"{codebook.title}, simulated: {title}",
        notice=f"{world.notice} Scenario: {world.label}; seed {world.seed}.",
        panels=panels,
        marks=marks,
        years=_years(axis),
    )


def _years(axis: Days) -> list[tuple[int, float]]:
    return [(year, axis.x(axis.first.replace(year=year))) for year in axis.years()]


def _stocks(world: World, codebook: Codebook, rules: WorldRules) -> list[Wanted]:
    stocks, labels = world.tables["stocks"], {b.code: b.label for b in codebook.boxes}
    codes = [rules.roles[role] for role in WORKING]
    parts = [(labels[code], stocks.column(code)) for code in codes]
    total = [sum(row) for row in zip(*(series for _, series in parts), strict=True)]
    shares = [(label, _per_hundred(series, total)) for label, series in parts]
    return [
        Wanted("Present at the end of the month", "people", _stacked(world, parts)),
        Wanted("The same, of 100 present", "of 100", _stacked(world, shares)),
    ]


def _refuge(world: World, codebook: Codebook, rules: WorldRules) -> list[Wanted]:
    stocks, labels = world.tables["stocks"], {b.code: b.label for b in codebook.boxes}
    ends = [m for m in range(world.months) if world.month_start(m + 1).month == 1]
    years = [world.month_start(month).year for month in ends]
    return [
        Wanted(
            labels[code],
            "people",
            partial(
                columns,
                years=years,
                values=[stocks.column(code)[month] for month in ends],
            ),
        )
        for code in (rules.roles[role] for role in REFUGE)
    ]


def _money(world: World) -> list[Wanted]:
    money = world.tables["money"]
    paid, workers = money.column("employer"), money.column("workers_paid")
    shares = [
        (label, _per_hundred(money.column(name), paid))
        for name, label in PARTS_OF_PAY.items()
    ]
    a_worker = [
        (label, _divided(money.column(name), workers))
        for name, label in (("employer", "employer pays"), ("kept", "worker keeps"))
    ]
    owed = _per_hundred(money.column("unpaid"), paid)
    return [
        Wanted("Of 100 USD that employers pay", "USD", _stacked(world, shares)),
        Wanted(
            "For one worker and month",
            "USD",
            partial(trace, days=month_days(world), parts=a_worker),
        ),
        Wanted(
            "Owed to workers but not paid, beside 100 USD paid",
            "USD",
            partial(fill, days=month_days(world), part=("", owed)),
        ),
    ]


def _flows(world: World, rules: WorldRules) -> list[Wanted]:
    flows = world.tables["flows"]
    wanted = []
    for label, ways in FLOWS.items():
        series = [flows.column(rules.ways[way]) for way in ways]
        total = [sum(row) for row in zip(*series, strict=True)]
        wanted.append(
            Wanted(
                label,
                "people a month",
                partial(fill, days=month_days(world), part=("", total)),
            )
        )
    return wanted


def _stacked(world: World, parts: Sequence[Part]) -> Draw:
    return partial(stack, days=month_days(world), parts=parts)


def _per_hundred(series: Sequence[float], whole: Sequence[float]) -> list[float]:
    return [100 * value for value in _divided(series, whole)]


def _divided(series: Sequence[float], by: Sequence[float]) -> list[float]:
    """Return a series divided by another; 0 where there is nothing to divide by."""
    return [a / b if b else 0.0 for a, b in zip(series, by, strict=True)]
