"""Draw what pulls one answer up or down: a bar for each origin, house or factor."""

import math
from dataclasses import dataclass

from tumen.codebook.schema import Codebook
from tumen.publish.fitting import shorten
from tumen.publish.legend import lay_keys
from tumen.publish.rendering import render
from tumen.publish.series import element_label
from tumen.publish.wording import (
    INVISIBLE,
    date_words,
    estimate_words,
    factor_words,
    why_words,
)
from tumen.records.release import ReleasedEstimate, ReleasedPull

MOST = 14
"""Most bars in one picture, the strongest ones."""
WIDTH = 760
NAMES = 262.0
"""Breadth of the names on the left."""
EDGE = 58.0
"""Room for a factor beyond the longest bar."""
HEAD, LINE, FOOT = 44.0, 24.0, 44.0
SIZE = 11.0
LEAST_REACH = math.log(1.25)
"""The scale never reaches less far: small pulls must look small."""

STEPS = (1.25, 2.0, 4.0, 10.0, 100.0)
"""Factors from one printed number to the next."""

KINDS = {
    "origin": "an origin, all it says",
    "house": "a house, all its origins",
    "factor": "a factor of the sum",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One pull ready to be drawn; `claim` is the first of its claims, if any."""

    kind: str
    name: str
    y: float
    x: float
    width: float
    words: str
    words_x: float
    anchor: str
    claim: str
    title: str


def draw_pulls(
    estimate: ReleasedEstimate, codebook: Codebook, *, link: str = "#"
) -> str:
    """Return the pulls on one answer as an SVG; an empty string without any.

    Bars go to the right where the answer is higher with it than without it, to the left
    where it is lower, on a logarithmic scale; the strongest stands on top.

    Args:
        link: put before the id of a claim to make its address.
    """
    if not estimate.pulls:
        return ""
    pulls = sorted(estimate.pulls, key=lambda pull: -abs(math.log(pull.factor)))[:MOST]
    kinds = dict.fromkeys(pull.kind for pull in pulls)
    keys, top = lay_keys(
        [(f"pull-{k}", KINDS.get(k, k)) for k in kinds], 0, WIDTH, HEAD
    )
    top += 16
    reach = max(LEAST_REACH, *(abs(math.log(pull.factor)) for pull in pulls))
    half = (WIDTH - NAMES) / 2 - EDGE
    middle = NAMES + (WIDTH - NAMES) / 2
    bars = [
        _bar(pull, top + LINE * number, middle, half / reach)
        for number, pull in enumerate(pulls)
    ]
    return render(
        "pulls.svg.j2",
        width=WIDTH,
        height=round(top + LINE * len(bars) + FOOT),
        title=_title(estimate, codebook),
        keys=keys,
        bars=bars,
        middle=middle,
        top=top,
        bottom=top + LINE * len(bars),
        ticks=[
            (factor_words(f), middle + math.log(f) * half / reach)
            for f in _ticks(reach)
        ],
        names=NAMES,
        line=LINE,
        link=link,
        left_out=len(estimate.pulls) - len(bars),
        note=INVISIBLE,
    )


def _title(estimate: ReleasedEstimate, codebook: Codebook) -> str:
    label = element_label(codebook, estimate.element)
    who = ", ".join(filter(None, (estimate.population, estimate.place)))
    answer = "no estimate" if why_words(estimate) else estimate_words(estimate)
    title = f"{label}: {who}, {date_words(estimate.date)}: {answer}"
    return shorten(title, WIDTH - 4, 15.0)


def _bar(pull: ReleasedPull, y: float, middle: float, scale: float) -> Bar:
    moved = math.log(pull.factor)
    length = abs(moved) * scale
    said = f", {len(pull.claims)} claims" if len(pull.claims) > 1 else ""
    return Bar(
        kind=pull.kind,
        name=shorten(pull.name, NAMES - 12, SIZE),
        y=y,
        x=middle if moved >= 0 else middle - length,
        width=max(length, 1.0),
        words=factor_words(pull.factor),
        words_x=middle + (length + 6 if moved >= 0 else -length - 6),
        anchor="start" if moved >= 0 else "end",
        claim=pull.claims[0] if pull.claims else "",
        title=f"{pull.name} ({pull.kind}{said}): the answer with it is "
        f"{factor_words(pull.factor)} the answer without it",
    )


def _ticks(reach: float) -> tuple[float, ...]:
    """Return factors to print on both sides of 1, at most two on each."""
    step = next((s for s in STEPS if reach < 3 * math.log(s)), STEPS[-1])
    count = min(int(reach / math.log(step) + 1e-9), 2)
    return tuple(step**power for power in range(-count, count + 1))
