"""Fit words and a small band into a box of the system screen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tumen.publish.fitting import fit_size, shorten, text_width, wrap
from tumen.publish.series import Series, answer_of
from tumen.publish.system_layout import Place
from tumen.publish.wording import (
    MODEL,
    box_words,
    by_size,
    short_condition,
    shown_unit,
    side_number,
)
from tumen.records.estimate import Verdict
from tumen.records.release import ReleasedBox, ReleasedConditional, ReleasedEstimate

PAD = 10
SMALL = 10.5
SMALLEST = 8.0
TAIL, LEAST_TAIL = 9.5, 24.0
"""Size of the words behind a number, and the least breadth worth writing in."""
BAR_HIGH = 4.0
BAR_ROOM = 14.0
"""Free height below the last line that a bar needs."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text in a box, placed and sized to fit; `tail` follows it, smaller."""

    text: str
    size: float
    y: float
    style: str
    tail: str = ""


@dataclass(frozen=True, slots=True)
class SmallBar:
    """A band lying in a box: from `low` to `high`, its middle half and its median.

    Args:
        style: `model`, or `side0` and `side1` for the sides of a conflict.
        low, q25, q50, q75, high: places across the screen.
        y: upper edge.
    """

    style: str
    low: float
    q25: float
    q50: float
    q75: float
    high: float
    y: float


def fit_lines(
    label: str,
    box: ReleasedBox | None,
    support: str,
    place: Place,
    kind: str,
    short: Mapping[str, str],
) -> tuple[Line, ...]:
    """Return what a box says, line by line; nothing leaves the box.

    Args:
        support: claims, origins and age behind it.
        kind: box, inner, container or money; a container has larger numbers.
        short: short names of origins, for those that do not fit.
    """
    room = place.width - 2 * PAD
    lines = [Line(label, fit_size(label, room, 12.0), place.y + 19, "label")]
    if box is not None and box.conditionals and not box.withheld:
        large = 15.0 if kind == "container" else 12.5
        lines += _either(box, place, room, large, short)
    elif is_number(box):
        words = box_words(box)
        size = fit_size(words, room, 24.0 if kind == "container" else 17.0, SMALLEST)
        text = shorten(words, room + 1, size)
        lines.append(Line(text, size, place.y + 23 + size * 0.95, "band"))
    else:
        lines += [
            Line(text, 11.0, place.y + 33 + 15 * number, "words")
            for number, text in enumerate(wrap(box_words(box), room, 11.0))
        ]
    y = lines[-1].y
    for text in _in_lines(support, room) if support else ():
        if place.bottom - y < 16:
            break
        y += 14
        size = fit_size(text, room, SMALL, SMALLEST)
        lines.append(Line(shorten(text, room + 1, size), size, y, "support"))
    return tuple(lines)


def is_number(box: ReleasedBox | None) -> bool:
    """Tell whether a box shows a number, of the model or of its origins."""
    if box is None or box.withheld:
        return False
    values = (box.low, box.best, box.high)
    return bool(box.conditionals) or any(value is not None for value in values)


def _either(
    box: ReleasedBox, place: Place, room: float, large: float, short: Mapping[str, str]
) -> list[Line]:
    """Return two lines, one for each side of a conflict."""
    lines = []
    for number, side in enumerate(by_size(box.conditionals)):
        words = f"{side_number(side)}{shown_unit(box.unit)}"
        size = fit_size(words, room, large, SMALLEST)
        left = room - text_width(words, size) - 4
        tail = _condition(side, left, short) if left > LEAST_TAIL else ""
        y = place.y + 21 + large + number * (large + 3)
        lines.append(Line(words, size, y, f"band if{number}", tail))
    return lines


def _condition(side: ReleasedConditional, room: float, short: Mapping[str, str]) -> str:
    words = short_condition(side)
    if not side.counted and text_width(words, TAIL) > room and side.origin in short:
        words = f"if {short[side.origin]}"
    return shorten(words, room, TAIL)


def _in_lines(support: str, room: float) -> tuple[str, ...]:
    """Return the support on one line, or with its year on a second one."""
    if text_width(support, SMALL) <= room:
        return (support,)
    counted, comma, since = support.partition(", as of")
    return (counted, f"as of{since}") if comma else (counted,)


def fit_bars(
    series: Series, year: int, lines: Sequence[Line], place: Place
) -> tuple[SmallBar, ...]:
    """Return the band of a box as a small bar; none where it has no legible room.

    It lies between zero and the highest value of the series in any year, so that it
    moves with the years.
    """
    answer = answer_of(series, year)
    highest = max((_highest(e) for e in series), default=0.0)
    if answer is None or answer.engine != MODEL or not highest:
        return ()
    sides = by_size(answer.conditionals)
    needed = BAR_ROOM + (BAR_HIGH + 2 if sides else 0)
    if place.bottom - lines[-1].y < needed:
        return ()
    scale = (place.width - 2 * PAD) / highest
    y = place.bottom - BAR_HIGH - 5
    if answer.verdict == Verdict.CONDITIONAL:
        return tuple(
            _bar(side, f"side{number}", place.x + PAD, scale, y - 6 * (1 - number))
            for number, side in enumerate(sides)
        )
    return (_bar(answer, "model", place.x + PAD, scale, y),)


def _highest(estimate: ReleasedEstimate) -> float:
    if estimate.engine != MODEL:
        return 0.0
    ends = [estimate.q95, *(side.q95 for side in estimate.conditionals)]
    return max((end for end in ends if end is not None), default=0.0)


def _bar(
    banded: ReleasedEstimate | ReleasedConditional,
    style: str,
    left: float,
    scale: float,
    y: float,
) -> SmallBar:
    quantiles = (banded.q05, banded.q25, banded.q50, banded.q75, banded.q95)
    low, q25, q50, q75, high = (left + (value or 0.0) * scale for value in quantiles)
    return SmallBar(style, low, q25, q50, q75, high, y)
