"""Draw what was thought before any figure beside the answer, year by year."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tumen.codebook.schema import Codebook
from tumen.publish.axes import Numbers, make_numbers
from tumen.publish.legend import lay_keys
from tumen.publish.rendering import render
from tumen.publish.series import element_label
from tumen.publish.series_bands import Side, colours_of, side_bar, spread, values_of
from tumen.publish.wording import (
    INVISIBLE,
    MODEL,
    by_size,
    condition_words,
    date_words,
    verdict_words,
)
from tumen.records.release import ReleasedEstimate

WIDTH, HEIGHT = 1120, 420
LEFT, RIGHT, FOOT = 62.0, 10.0, 64.0
HEAD, ROOM = 38.0, 8.0
MOST = 24
"""Most years in one picture, the latest ones."""
WIDEST = 30.0
"""Breadth of the space that a bar may take; a year has two."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A 90 % band with its middle half and its median, on the screen."""

    x: float
    width: float
    top: float
    upper: float
    middle: float
    lower: float
    bottom: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Year:
    """One answer: the prior, then one band, two conditional bars, or nothing."""

    x: float
    words: str
    prior: Bar
    posterior: Bar | None
    sides: tuple[Side, ...]
    evidence: str
    title: str


def draw_prior(series: Sequence[ReleasedEstimate], codebook: Codebook) -> str:
    """Return prior and posterior of a series as an SVG; empty without a model.

    The percentages below say how much of the prior's width the figures took away.
    """
    rows = [e for e in spread(series) if e.prior and e.prior.get("q95") is not None]
    rows = rows[-MOST:]
    if not rows:
        return ""
    keys, top = lay_keys(_wanted_keys(rows), 0, WIDTH, HEAD)
    values = [v for e in rows for v in _quantiles(e.prior or {}) if v is not None]
    floor = HEIGHT - FOOT
    numbers = make_numbers(values + values_of(rows), floor, top + ROOM)
    slot = (WIDTH - LEFT - RIGHT) / len(rows)
    return render(
        "prior.svg.j2",
        width=WIDTH,
        height=HEIGHT,
        left=LEFT,
        right=WIDTH - RIGHT,
        bottom=floor,
        title=_title(rows[-1], codebook),
        keys=keys,
        ticks=[(tick, numbers.y(tick)) for tick in numbers.ticks()],
        years=_years(rows, slot, numbers),
        note=INVISIBLE,
    )


def _title(last: ReleasedEstimate, codebook: Codebook) -> str:
    label = element_label(codebook, last.element)
    who = ", ".join(filter(None, (last.population, last.place)))
    return f"{label}: {who}. Before any figure, and with the figures"


def _wanted_keys(rows: Sequence[ReleasedEstimate]) -> list[tuple[str, str]]:
    keys = [("prior90", "90 % before any figure"), ("prior50", "50 % and median")]
    if any(e.engine == MODEL and e.q95 is not None for e in rows):
        keys += [("band90", "90 % with the figures"), ("band50", "50 % and median")]
    return keys + [
        (f"side{colour}", f"with the figures, {condition}")
        for condition, colour in colours_of(rows).items()
    ]


def _years(
    rows: Sequence[ReleasedEstimate], slot: float, numbers: Numbers
) -> list[Year]:
    colours = colours_of(rows)
    room = min(WIDEST, slot / 2 - 2)
    years = []
    for number, e in enumerate(rows):
        x = LEFT + slot * (number + 0.5)
        sides = by_size(e.conditionals)
        is_band = e.engine == MODEL and e.q95 is not None
        years.append(
            Year(
                x=x,
                words=_label(e, slot),
                prior=_bar(e.prior or {}, x - room, room, numbers),
                posterior=_bar(_own(e), x + 1, room, numbers) if is_band else None,
                sides=tuple(
                    side_bar(
                        side,
                        x + room * (0.3 + 0.5 * index),
                        numbers,
                        colours[condition_words(side)],
                        named=False,
                    )
                    for index, side in enumerate(sides)
                ),
                evidence=_evidence(e),
                title=f"{date_words(e.date)}: {verdict_words(e)}",
            )
        )
    return years


def _label(estimate: ReleasedEstimate, slot: float) -> str:
    """Return the year, on narrow places in two digits only."""
    year = str(estimate.date.year)
    return year if slot > 28 else f"’{year[2:]}"


def _evidence(estimate: ReleasedEstimate) -> str:
    return "" if estimate.evidence is None else f"{estimate.evidence * 100:.0f} %"


def _own(estimate: ReleasedEstimate) -> Mapping[str, float | None]:
    return {
        "q05": estimate.q05,
        "q25": estimate.q25,
        "q50": estimate.q50,
        "q75": estimate.q75,
        "q95": estimate.q95,
    }


def _quantiles(named: Mapping[str, float | None]) -> tuple[float | None, ...]:
    return tuple(named.get(name) for name in ("q05", "q50", "q95"))


def _bar(
    named: Mapping[str, float | None], x: float, width: float, numbers: Numbers
) -> Bar:
    # What was taken out for being below 5 reaches down to the floor.
    y = {name: numbers.y(value or 0.0) for name, value in named.items()}
    return Bar(x, width - 1, y["q95"], y["q75"], y["q50"], y["q25"], y["q05"])
