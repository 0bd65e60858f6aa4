"""Draw the system: who is where, what is known, and what nobody has counted."""

from collections.abc import Mapping
from dataclasses import dataclass

from tumen.codebook.schema import Codebook
from tumen.publish.fitting import fit_size, shorten, text_width, wrap
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
from tumen.publish.wording import UNKNOWN, box_words
from tumen.records.release import Release, ReleasedBox

PAD = 10


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text in a box, placed and sized to fit."""

    text: str
    size: float
    y: float
    style: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnBox:
    """A box ready to be drawn; `state` is known, carried, unknown, told or withheld."""

    code: str
    place: Place
    lines: tuple[Line, ...]
    state: str
    title: str
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnArrow:
    """An arrow ready to be drawn."""

    code: str
    curve: Curve
    label: str
    value: str
    size: float
    title: str


def draw_system(
    release: Release, codebook: Codebook, year: int, *, link: str = "#"
) -> str:
    """Return the system screen of one year as an SVG of 1200 x 620.

    Args:
        link: put before the code of a box, arrow or money step to make its address.
    """
    found = {box.code: box for box in release.boxes if box.year == year}
    places = place_boxes(codebook)
    containers = {box.within for box in codebook.boxes if box.within}
    boxes = [
        _drawn(
            box.code,
            box.label,
            box.definition,
            places[box.code],
            found,
            "container" if box.code in containers else "inner" if box.within else "box",
        )
        for box in codebook.boxes
    ]
    money_places = place_money(codebook.money)
    money = [
        _drawn(
            step.code,
            step.label,
            step.definition,
            money_places[step.code],
            found,
            "money",
        )
        for step in codebook.money
    ]
    return render(
        "system.svg.j2",
        width=WIDTH,
        height=HEIGHT,
        title=codebook.title,
        year=year,
        link=link,
        boxes=boxes,
        money=money,
        arrows=_arrows(codebook, places, found),
    )


def _drawn(
    code: str,
    label: str,
    definition: str,
    place: Place,
    found: Mapping[str, ReleasedBox],
    kind: str,
) -> DrawnBox:
    box = found.get(code)
    state, words = _state(box), box_words(box)
    lines = _lines(label, words, _support(box), place, state, kind)
    title = f"{label}: {words}. {_support(box)} {definition}"
    return DrawnBox(
        code=code,
        place=place,
        lines=lines,
        state=state,
        title=" ".join(title.split()),
        kind=kind,
    )


def _state(box: ReleasedBox | None) -> str:
    if box is not None and box.withheld:
        return "withheld"
    if box is None or box_words(box) == UNKNOWN:
        return "unknown"
    if box.low is None and box.high is None and box.best is None:
        return "told"
    return "carried" if box.carried_from else "known"


def _support(box: ReleasedBox | None) -> str:
    """Say how much a value rests on, and how old it is."""
    if box is None or not box.claims:
        return ""
    claims = f"{len(box.claims)} claim{'s' if len(box.claims) != 1 else ''}"
    origins = f"{box.origins} origin{'s' if box.origins != 1 else ''}"
    since = f", as of {box.carried_from}" if box.carried_from else ""
    return f"{claims}, {origins}{since}"


def _lines(
    label: str, words: str, support: str, place: Place, state: str, kind: str
) -> tuple[Line, ...]:
    room = place.width - 2 * PAD
    large = 24.0 if kind == "container" else 17.0
    small = 10.5
    lines = [Line(label, fit_size(label, room, 12.0), place.y + 19, "label")]
    y = place.y + 18
    if state in ("unknown", "told", "withheld"):
        for text in wrap(words, room, 11.0):
            y += 15
            lines.append(Line(text, 11.0, y, "words"))
    else:
        size = fit_size(words, room, large, 9.0)
        y += 5 + size * 0.95
        lines.append(Line(words, size, y, "band"))
    free = place.bottom - y
    for text in _in_lines(support, room, small) if support and free > 14 else ():
        if place.bottom - y < 16:
            break
        y += 14
        lines.append(Line(text, small, y, "support"))
    return tuple(lines)


def _in_lines(support: str, room: float, size: float) -> tuple[str, ...]:
    """Return the support on one line, or with its year on a second one."""
    if text_width(support, size) <= room:
        return (support,)
    counted, comma, since = support.partition(", as of")
    return (shorten(counted, room, size), f"as of{since}") if comma else (counted,)


def _arrows(
    codebook: Codebook, places: Mapping[str, Place], found: Mapping[str, ReleasedBox]
) -> list[DrawnArrow]:
    drawn = []
    for arrow in codebook.arrows:
        curve = draw_curve(arrow, codebook, places)
        if curve is None:
            continue
        box = found.get(arrow.code)
        known = _state(box) in ("known", "carried", "told")
        value = box_words(box) if known else ""
        room = 54.0 if not curve.below else 90.0
        drawn.append(
            DrawnArrow(
                code=arrow.code,
                curve=curve,
                label=shorten(arrow.label, room, 9.5),
                value=value,
                size=fit_size(value, room, 10.0, 7.5) if value else 10.0,
                title=f"{arrow.label}: {box_words(box)}. {_support(box)} {arrow.definition}",
            )
        )
    return drawn
