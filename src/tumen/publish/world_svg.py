"""Draw one month of a simulated world: its people as dots in boxes, and their money."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from tumen.codebook.schema import Codebook, MoneyStep
from tumen.publish.fitting import shorten
from tumen.publish.rendering import render
from tumen.publish.system_layout import (
    HEIGHT,
    WIDTH,
    Curve,
    Place,
    draw_curve,
    place_boxes,
    place_money,
)
from tumen.publish.wording import shown_number
from tumen.publish.world_crowds import (
    Grains,
    fill_crowd,
    find_grains,
    people_words,
    place_crowds,
)
from tumen.publish.world_months import BESIDE, Months, read_months
from tumen.records.world import World

ARROW_ROOM, BESIDE_ROOM = 54.0, 90.0
ARROW_SIZE, ARROW_LINE = 9.5, 11.0
BOW = 26.0
"""How far the way between two boxes without a drawn arrow is bent."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """A movement: an arrow of the screen, or a faint way without label and number.

    Args:
        few: it leads from or to a box that holds few people.
        grain: people that a travelling dot stands for.
        beside: its label stands to the right of a vertical arrow, before its number.
        value: people who moved in the month, empty for nobody.
    """

    code: str
    path: str
    drawn: bool
    few: bool
    grain: int
    value: str
    title: str
    label: str = ""
    label_x: float = 0.0
    label_y: float = 0.0
    beside: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Pay:
    """A money step: what it is a worker, and for all of them."""

    code: str
    place: Place
    label: str
    worker: str
    total: str
    title: str


def draw_world_month(
    world: World,
    codebook: Codebook,
    month: int,
    *,
    link: str = "",
    months: Months | None = None,
) -> str:
    """Return the screen of one month as an SVG of 1200 x 620.

    Args:
        month: counted from 0.
        link: put before the code of a box, arrow or money step to make its address;
            empty for no links.
        months: what `read_months` gives, if it is at hand.
    """
    months = months or read_months(world, codebook)
    places = place_boxes(codebook)
    crowds = place_crowds(codebook, places, months)
    grains = find_grains(crowds, months)
    return render(
        "world.svg.j2",
        width=WIDTH,
        height=HEIGHT,
        title=codebook.title,
        month=months.labels[month],
        notice=world.notice,
        link=link,
        boxes=[fill_crowd(crowd, months, month, grains) for crowd in crowds],
        ways=_ways(codebook, places, months, month, grains),
        money=_money(codebook, months, month),
        beside=[
            (code, shown_tenths(months.totals[code][month]), words)
            for code, words in BESIDE.items()
        ],
        many=f"a dot: {people_words(grains.many)}",
        few=people_words(grains.few),
        line=ARROW_LINE,
    )


def _ways(
    codebook: Codebook,
    places: Mapping[str, Place],
    months: Months,
    month: int,
    grains: Grains,
) -> list[Way]:
    boxes = {box.code: box for box in codebook.boxes}
    ways = []
    for arrow in codebook.arrows:
        source, target = boxes.get(arrow.source), boxes.get(arrow.target)
        if source is None or target is None or arrow.code not in months.flows:
            continue
        few = arrow.annual or source.annual or target.annual
        curve = draw_curve(arrow, codebook, places)
        bow = _bow(places[source.code], places[target.code])
        way = Way(
            code=arrow.code,
            path=curve.path if curve else bow,
            drawn=curve is not None,
            few=few,
            grain=grains.of(few=few),
            value=_value(months.flows[arrow.code][month]),
            title=f"{arrow.label}. {arrow.definition}",
        )
        ways.append(_named(way, arrow.label, curve) if curve else way)
    return ways


def _value(flow: int) -> str:
    return shown_number(flow) if flow else ""


def _named(way: Way, label: str, curve: Curve) -> Way:
    room = BESIDE_ROOM if curve.below else ARROW_ROOM
    return replace(
        way,
        label=shorten(label, room, ARROW_SIZE),
        label_x=curve.label_x,
        label_y=curve.label_y,
        beside=curve.below,
    )


def _bow(a: Place, b: Place) -> str:
    """Return a bent way from the middle of a box to the middle of another."""
    (x1, y1), (x2, y2) = a.middle, b.middle
    x, y = (x1 + x2) / 2, (y1 + y2) / 2
    length = max(1.0, ((x2 - x1) ** 2 + (y2 - y1) ** 2) ** 0.5)
    bend = (-(y2 - y1) / length * BOW, (x2 - x1) / length * BOW)
    return f"M{x1:.1f},{y1:.1f} Q{x + bend[0]:.1f},{y + bend[1]:.1f} {x2:.1f},{y2:.1f}"


def _money(codebook: Codebook, months: Months, month: int) -> list[Pay]:
    places = place_money(codebook.money)
    return [
        _pay(step, places[step.code], months, month)
        for step in codebook.money
        if step.code in months.pay
    ]


def _pay(step: MoneyStep, place: Place, months: Months, month: int) -> Pay:
    return Pay(
        code=step.code,
        place=place,
        label=step.label,
        worker=shown_number(months.pay[step.code][month]),
        total=shown_tenths(months.totals[step.code][month]),
        title=f"{step.label}. {step.definition}",
    )


def shown_tenths(value: int) -> str:
    """Return tenths as a number with one digit after the point."""
    return f"{value / 10:,.1f}"
