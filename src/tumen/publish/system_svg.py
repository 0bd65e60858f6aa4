"""Draw the system: who is where, what is known, and what nobody has counted."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from tumen.codebook.schema import Arrow, Box, Codebook, MoneyStep
from tumen.publish.fitting import fit_size, shorten, text_width, wrap
from tumen.publish.rendering import render
from tumen.publish.series import Series, series_of_part
from tumen.publish.system_layout import (
    HEADER,
    HEIGHT,
    WIDTH,
    Curve,
    Place,
    draw_curve,
    place_boxes,
    place_money,
)
from tumen.publish.system_lines import Line, SmallBar, fit_bars, fit_lines, is_number
from tumen.publish.wording import UNKNOWN, box_in_full, box_words
from tumen.records.estimate import Verdict
from tumen.records.release import Release, ReleasedBox

ARROW_ROOM = 54.0
"""Breadth between two columns that a number on an arrow may take."""
ARROW_SIZE, ARROW_LEGIBLE, ARROW_SMALLEST = 10.0, 8.5, 7.5
ARROW_LINE = 11.0
LONGEST_SHORT = 6
"""Most letters of an abbreviation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnBox:
    """A box ready to be drawn.

    Args:
        state: modelled (band or two answers), known, carried, unknown, told, withheld.
    """

    code: str
    place: Place
    lines: tuple[Line, ...]
    bars: tuple[SmallBar, ...]
    state: str
    title: str
    kind: str


@dataclass(frozen=True, slots=True)
class ValueLine:
    """A line of the number on an arrow."""

    text: str
    size: float
    y: float


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnArrow:
    """An arrow ready to be drawn; its label stands above its number."""

    code: str
    curve: Curve
    label: str
    label_y: float
    values: tuple[ValueLine, ...]
    title: str


def draw_system(
    release: Release, codebook: Codebook, year: int, *, link: str = "#"
) -> str:
    """Return the system screen of one year as an SVG of 1200 x 620.

    Args:
        link: put before the code of a box, arrow or money step to make its address.
    """
    found = {box.code: box for box in release.boxes if box.year == year}
    places = place_boxes(codebook) | place_money(codebook.money)
    containers = {box.within for box in codebook.boxes if box.within}
    entries = [
        (
            box,
            "container" if box.code in containers else "inner" if box.within else "box",
        )
        for box in codebook.boxes
    ]
    steps = [(step, "money") for step in codebook.money]
    parts: list[tuple[Box | MoneyStep, str]] = [*entries, *steps]
    short = _short_names(codebook)
    drawn = [
        _drawn(
            part,
            kind,
            places[part.code],
            found.get(part.code),
            series_of_part(release, codebook, part.code),
            year,
            short,
        )
        for part, kind in parts
    ]
    return render(
        "system.svg.j2",
        width=WIDTH,
        height=HEIGHT,
        title=codebook.title,
        year=year,
        link=link,
        boxes=[box for box in drawn if box.kind != "money"],
        money=[box for box in drawn if box.kind == "money"],
        arrows=_arrows(codebook, places, found),
        modelled=any(box.state == "modelled" for box in drawn),
        split=any(box.conditionals for box in found.values()),
    )


def _drawn(
    part: Box | MoneyStep,
    kind: str,
    place: Place,
    box: ReleasedBox | None,
    series: Series,
    year: int,
    short: Mapping[str, str],
) -> DrawnBox:
    # The lower part of a container belongs to the boxes inside it.
    own = replace(place, height=float(HEADER)) if kind == "container" else place
    lines = fit_lines(part.label, box, _support(box), own, kind, short)
    return DrawnBox(
        code=part.code,
        place=place,
        lines=lines,
        bars=fit_bars(series, year, lines, own) if _is_modelled(box) else (),
        state=_state(box),
        title=_title(part, box),
        kind=kind,
    )


def _short_names(codebook: Codebook) -> dict[str, str]:
    """Return the abbreviations of institutions, by name."""
    return {
        body.name: alias
        for body in codebook.institutions
        for alias in body.aliases
        if alias.isupper() and len(alias) <= LONGEST_SHORT
    }


def _title(part: Box | Arrow | MoneyStep, box: ReleasedBox | None) -> str:
    """Return what hovering tells: the whole answer, its support, the definition."""
    title = f"{part.label}: {box_in_full(box)}. {_support(box)} {part.definition}"
    return " ".join(title.split())


def _is_modelled(box: ReleasedBox | None) -> bool:
    if box is None or box.withheld:
        return False
    return box.verdict in (Verdict.BAND, Verdict.CONDITIONAL)


def _state(box: ReleasedBox | None) -> str:
    if box is not None and box.withheld:
        return "withheld"
    if box is None or box_words(box) == UNKNOWN:
        return "unknown"
    if _is_modelled(box):
        return "modelled"
    if not is_number(box):
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


def _arrows(
    codebook: Codebook, places: Mapping[str, Place], found: Mapping[str, ReleasedBox]
) -> list[DrawnArrow]:
    drawn = []
    for arrow in codebook.arrows:
        curve = draw_curve(arrow, codebook, places)
        if curve is None:
            continue
        box = found.get(arrow.code)
        room = 90.0 if curve.below else ARROW_ROOM
        values = _values(box, room, curve)
        drawn.append(
            DrawnArrow(
                code=arrow.code,
                curve=curve,
                label=shorten(arrow.label, room, 9.5),
                label_y=values[0].y - ARROW_LINE if values else curve.label_y,
                values=values,
                title=_title(arrow, box),
            )
        )
    return drawn


def _values(
    box: ReleasedBox | None, room: float, curve: Curve
) -> tuple[ValueLine, ...]:
    """Return the number on an arrow, on two lines when one would be too small."""
    if _state(box) in ("unknown", "withheld"):
        return ()
    words = box_words(box)
    lines: tuple[str, ...] = (words,)
    if text_width(words, ARROW_LEGIBLE) > room:
        # A band breaks behind its dash, two answers before their "or".
        lines = wrap(
            words.replace("–", "– ").replace(" or ", " or\u00a0"), room, ARROW_LEGIBLE
        )
    return tuple(
        ValueLine(
            text,
            fit_size(text, room, ARROW_SIZE, ARROW_SMALLEST),
            curve.label_y - ARROW_LINE * (len(lines) - 1 - number),
        )
        for number, text in enumerate(lines)
    )
