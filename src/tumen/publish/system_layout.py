"""Place the boxes, arrows and money steps of a system on a 1200 x 620 screen."""

from collections.abc import Mapping
from dataclasses import dataclass

from tumen.codebook.schema import Arrow, Box, Codebook, MoneyStep

WIDTH, HEIGHT = 1200, 620
LEFT, GAP = 22, 58
TOP, BOTTOM = 160, 506
MONEY_TOP, MONEY_HEIGHT = 62, 72
BELOW_TOP, BELOW_HEIGHT = 538, 74
BELOW_ROW = 5
BETWEEN = 12
STACKED = 24
HEADER = 78
TALLEST = 161
ASIDE, LABEL_ASIDE = 22.0, 34.0
"""How far an arrow past other boxes keeps from its own, and its label from it."""
CONTAINER_SHARE = 2.1
"""How many times broader the column of a container is."""


@dataclass(frozen=True, slots=True)
class Place:
    """A rectangle on the screen, in units of its view box."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Lower edge."""
        return self.y + self.height

    @property
    def middle(self) -> tuple[float, float]:
        """Centre point."""
        return self.x + self.width / 2, self.y + self.height / 2


@dataclass(frozen=True, slots=True)
class Curve:
    """The path of an arrow, and where its label stands."""

    path: str
    label_x: float
    label_y: float
    below: bool


def place_boxes(codebook: Codebook) -> dict[str, Place]:
    """Return the place of every box, by code; inner boxes lie inside their container."""
    outer = [box for box in codebook.boxes if box.within is None]
    inside = {b.code: [c for c in codebook.boxes if c.within == b.code] for b in outer}
    columns = sorted({box.column for box in outer})
    spread = _columns(columns, {b.column for b in outer if inside[b.code]})
    places: dict[str, Place] = {}
    for column in columns:
        x, width = spread[column]
        here = sorted((b for b in outer if b.column == column), key=lambda b: b.row)
        upper = [box for box in here if box.row < BELOW_ROW]
        places |= _stack(upper, inside, x, width)
        lower = [box for box in here if box.row >= BELOW_ROW]
        places |= _beside(lower, x, width)
    return places


def _columns(columns: list[int], broad: set[int]) -> dict[int, tuple[float, float]]:
    shares = [CONTAINER_SHARE if column in broad else 1.0 for column in columns]
    free = WIDTH - 2 * LEFT - GAP * (len(columns) - 1)
    unit = free / sum(shares) if shares else free
    spread, x = {}, float(LEFT)
    for column, share in zip(columns, shares, strict=True):
        spread[column] = (x, unit * share)
        x += unit * share + GAP
    return spread


def _stack(
    boxes: list[Box], inside: Mapping[str, list[Box]], x: float, width: float
) -> dict[str, Place]:
    """Stack the boxes of one column from the top, containers with room to spare."""
    plain = [box for box in boxes if not inside[box.code]]
    room = BOTTOM - TOP - STACKED * (len(boxes) - 1)
    containers = len(boxes) - len(plain)
    height = min(TALLEST, room / len(boxes)) if boxes else 0.0
    if containers:
        height = min(66.0, room / (len(boxes) + 2))
    tall = (room - height * len(plain)) / containers if containers else 0.0
    places: dict[str, Place] = {}
    y = float(TOP)
    for box in boxes:
        children = inside[box.code]
        place = Place(x, y, width, tall if children else height)
        places[box.code] = place
        places |= _grid(children, place)
        y = place.bottom + STACKED
    return places


def _grid(children: list[Box], outer: Place) -> dict[str, Place]:
    """Lay children out two abreast below the header of their container."""
    if not children:
        return {}
    rows = (len(children) + 1) // 2
    width = (outer.width - 3 * BETWEEN) / 2
    height = (outer.height - HEADER - BETWEEN * rows) / rows
    ordered = sorted(children, key=lambda child: child.row)
    return {
        child.code: Place(
            outer.x + BETWEEN + (index % 2) * (width + BETWEEN),
            outer.y + HEADER + (index // 2) * (height + BETWEEN),
            width,
            height,
        )
        for index, child in enumerate(ordered)
    }


def _beside(boxes: list[Box], x: float, width: float) -> dict[str, Place]:
    if not boxes:
        return {}
    each = (width - BETWEEN * (len(boxes) - 1)) / len(boxes)
    return {
        box.code: Place(x + index * (each + BETWEEN), BELOW_TOP, each, BELOW_HEIGHT)
        for index, box in enumerate(boxes)
    }


def place_money(steps: tuple[MoneyStep, ...]) -> dict[str, Place]:
    """Return the place of every money step, side by side on top."""
    if not steps:
        return {}
    width = (WIDTH - 2 * LEFT - 26 * (len(steps) - 1)) / len(steps)
    ordered = sorted(steps, key=lambda step: step.column)
    return {
        step.code: Place(LEFT + index * (width + 26), MONEY_TOP, width, MONEY_HEIGHT)
        for index, step in enumerate(ordered)
    }


def draw_curve(
    arrow: Arrow, codebook: Codebook, places: Mapping[str, Place]
) -> Curve | None:
    """Return the path of an arrow; None for those that would cross other boxes."""
    boxes = {box.code: box for box in codebook.boxes}
    source, target = boxes.get(arrow.source), boxes.get(arrow.target)
    if source is None or target is None or source.within or target.within:
        return None
    a, b = places[source.code], places[target.code]
    if target.row >= BELOW_ROW:
        return _downward(a, b, source.column, target.column)
    if target.column == source.column + 1:
        return _forward(a, b)
    if target.column == source.column and target.row == source.row + 1:
        return _down(a, b)
    return None


def _forward(a: Place, b: Place) -> Curve:
    y1 = min(max(b.middle[1], a.y + 20), a.bottom - 20)
    x1, x2, y2 = a.right + 4, b.x - 7, b.middle[1]
    bend = (x2 - x1) / 2
    path = f"M{x1:.1f},{y1:.1f} C{x1 + bend:.1f},{y1:.1f} {x2 - bend:.1f},{y2:.1f} {x2:.1f},{y2:.1f}"
    return Curve(path, (x1 + x2) / 2, min(y1, y2) - 7, below=False)


def _down(a: Place, b: Place) -> Curve:
    x = a.middle[0]
    path = f"M{x:.1f},{a.bottom + 1:.1f} L{x:.1f},{b.y - 5:.1f}"
    return Curve(path, x + 8, (a.bottom + b.y) / 2 + 3, below=True)


def _downward(a: Place, b: Place, source: int, target: int) -> Curve | None:
    """Draw the return arc and the way to death: down, then across, then in."""
    if source - target not in (1, -1):
        return None
    if a.bottom + STACKED < BOTTOM:
        return _around(a, b, leftward=target < source)
    x1 = a.x + a.width * (0.3 if target < source else 0.9)
    y2 = b.middle[1]
    x2 = b.right + 7 if target < source else b.x - 7
    y1 = BOTTOM + 4
    path = f"M{x1:.1f},{y1:.1f} C{x1:.1f},{y2:.1f} {x1:.1f},{y2:.1f} {x2:.1f},{y2:.1f}"
    return Curve(path, (x1 + x2) / 2, y2 - 8, below=False)


def _around(a: Place, b: Place, *, leftward: bool) -> Curve:
    """Draw the same out of a side, past the boxes that stand below the source."""
    way = -1 if leftward else 1
    x1, y1 = (a.x - 3 if leftward else a.right + 3), a.bottom - ASIDE
    x2, y2 = (b.right + 7 if leftward else b.x - 7), b.middle[1]
    x = x1 + way * ASIDE
    path = (
        f"M{x1:.1f},{y1:.1f} C{x:.1f},{y1:.1f} {x:.1f},{y1:.1f} {x:.1f},{y1 + ASIDE:.1f} "
        f"L{x:.1f},{y2 - ASIDE:.1f} C{x:.1f},{y2:.1f} {x:.1f},{y2:.1f} {x2:.1f},{y2:.1f}"
    )
    return Curve(path, x - way * LABEL_ASIDE, y2 - 8, below=False)
