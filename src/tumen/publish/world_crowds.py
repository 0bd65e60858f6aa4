"""Place the people of a simulated world in the boxes of the screen, as dots."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from math import ceil

from tumen.codebook.schema import Box, Codebook
from tumen.publish.fitting import fit_size, shorten, text_width
from tumen.publish.system_layout import Place
from tumen.publish.wording import shown_number
from tumen.publish.world_months import Counts, Months

PAD = 8.0
LABEL_SIZE, NUMBER, LARGE, LEAST_BESIDE = 11.5, 17.0, 24.0, 12.5
CAPTION = 12.0
"""Height of the line that says what a dot is."""
PITCH, FINE_PITCH = 2.6, 5.6
"""From one dot to the next, where a dot stands for many, and for few."""
BELOW_TEXT = 7.0
APART = 4.0
"""Least free breadth between a label and a number behind it."""
STEPS = (1, 2, 5)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dots:
    """People standing in a box: rows of dots from the upper left.

    Args:
        x, y: middle of the first dot; `pitch`: from one to the next.
        grain: people a dot stands for.
        path: all dots, each a stroke of no length with round ends.
    """

    x: float
    y: float
    columns: int
    pitch: float
    grain: int
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Crowd:
    """A box ready to be drawn; its number stands below its label, or behind it.

    Args:
        kind: box, inner or container.
        few: the codebook allows whole years only; such boxes hold few people.
        caption: what a dot stands for where few do.
        dots: None in a container.
    """

    code: str
    place: Place
    kind: str
    few: bool
    label: str
    label_size: float
    size: float
    beside: bool
    number_x: float
    number_y: float
    title: str
    number: str = ""
    caption: str = ""
    dots: Dots | None = None


@dataclass(frozen=True, slots=True)
class Grains:
    """How many people a dot stands for: in most boxes, and where few people are."""

    many: int
    few: int

    def of(self, *, few: bool) -> int:
        """Return the one or the other."""
        return self.few if few else self.many


def place_crowds(
    codebook: Codebook, places: Mapping[str, Place], months: Months
) -> tuple[Crowd, ...]:
    """Return the boxes that have people, with their words placed but nobody in them."""
    return tuple(
        _place(box, places[box.code], months.stocks[box.code], codebook)
        for box in codebook.boxes
        if box.code in months.stocks
    )


def _place(box: Box, place: Place, stock: Counts, codebook: Codebook) -> Crowd:
    """Return a box whose words fit also when its number is widest."""
    inside = any(other.within == box.code for other in codebook.boxes)
    room = place.width - 2 * PAD
    widest = shown_number(max(stock, default=0))
    behind = room - text_width(box.label, LABEL_SIZE) - APART
    beside = not inside and text_width(widest, LEAST_BESIDE) <= behind
    size = fit_size(widest, behind if beside else room, LARGE if inside else NUMBER)
    label_size = fit_size(box.label, room, LABEL_SIZE)
    return Crowd(
        code=box.code,
        place=place,
        kind="container" if inside else "inner" if box.within else "box",
        few=box.annual,
        label=shorten(box.label, room + 1, label_size),
        label_size=label_size,
        size=size,
        beside=beside,
        number_x=place.right - PAD if beside else place.x + PAD,
        number_y=place.y + (19.0 if beside else 20.0 + size),
        title=f"{box.label}. {box.definition}",
    )


def find_grains(crowds: tuple[Crowd, ...], months: Months) -> Grains:
    """Return the fewest people a dot can stand for so that all have room in any month."""
    inhabited = [crowd for crowd in crowds if crowd.kind != "container"]
    grains = {c.code: _grain(c, months.stocks[c.code]) for c in inhabited}
    return Grains(
        max((grains[c.code] for c in inhabited if not c.few), default=1),
        max((grains[c.code] for c in inhabited if c.few), default=1),
    )


def _grain(crowd: Crowd, stock: Counts) -> int:
    """Return 1, 2 or 5 times a power of ten: people a dot so that all fit the box."""
    columns, rows = _room(crowd)
    most = max(stock, default=0)
    tens = range(len(str(most)) + 1)
    grains = (step * int(10**ten) for ten in tens for step in STEPS)
    return next(grain for grain in grains if ceil(most / grain) <= columns * rows)


def _top(crowd: Crowd) -> float:
    return crowd.number_y + (CAPTION if crowd.few else 0.0) + BELOW_TEXT


def _room(crowd: Crowd) -> tuple[int, int]:
    """Return how many columns and rows of dots fit a box; at least one of each."""
    pitch = FINE_PITCH if crowd.few else PITCH
    columns = int((crowd.place.width - 2 * PAD) / pitch)
    return max(1, columns), max(1, int((crowd.place.bottom - 2 - _top(crowd)) / pitch))


def fill_crowd(crowd: Crowd, months: Months, month: int, grains: Grains) -> Crowd:
    """Return a box with the people of a month."""
    people = months.stocks[crowd.code][month]
    filled = replace(crowd, number=shown_number(people))
    if crowd.kind == "container":
        return filled
    grain = grains.of(few=crowd.few)
    pitch = FINE_PITCH if crowd.few else PITCH
    x, y, columns = crowd.place.x + PAD + pitch / 2, _top(crowd), _room(crowd)[0]
    dots = Dots(
        x=x,
        y=y,
        columns=columns,
        pitch=pitch,
        grain=grain,
        path=dots_path(x, y, columns, pitch, dots_of(people, grain)),
    )
    caption = f"a dot: {people_words(grain)}" if crowd.few else ""
    return replace(filled, dots=dots, caption=caption)


def people_words(count: int) -> str:
    """Return a number of people in words."""
    return "1 person" if count == 1 else f"{shown_number(count)} people"


def dots_of(people: int, grain: int) -> int:
    """Return how many dots stand for people; a part of a dot is rounded."""
    return (2 * people + grain) // (2 * grain)


def dots_path(x: float, y: float, columns: int, pitch: float, dots: int) -> str:
    """Return dots row by row as a path; `world.js` draws the same."""
    return "".join(
        f"M{x + at % columns * pitch:.1f} {y + at // columns * pitch:.1f}h0"
        for at in range(dots)
    )
