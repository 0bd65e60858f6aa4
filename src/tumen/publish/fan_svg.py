"""Draw one scenario: what it would mean, year by year ahead, with its bands."""

from collections.abc import Sequence
from dataclasses import dataclass

from tumen.publish.axes import Numbers, make_numbers
from tumen.publish.legend import Key, lay_keys
from tumen.publish.rendering import render
from tumen.publish.series_bands import outline, points
from tumen.publish.wording import INVISIBLE, band_words, rounded_number
from tumen.records.release import ReleasedProjection

COLUMNS = 2
WIDTH, WIDE, HIGH = 1120, 540.0, 250.0
HEAD, FOOT, BETWEEN = 66.0, 34.0, 40.0
LEFT, RIGHT, TOP, BOTTOM = 66.0, 74.0, 30.0, 36.0
CAVEAT = (
    "One scenario at a time: it shows who would need help, not what to order. "
    "Soldiers are no part of it. "
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """One measure: its fan over the years ahead, on its own scale."""

    x: float
    y: float
    label: str
    unit: str
    outer: str
    inner: str
    middle: str
    reference: str
    ticks: tuple[tuple[float, float], ...]
    years: tuple[tuple[str, str, float], ...]
    last: str
    last_y: float
    titles: tuple[tuple[str, float, float], ...]


def draw_fan(
    rows: Sequence[ReleasedProjection], scenario: str, *, baseline: str | None = None
) -> str:
    """Return the fan of one scenario as an SVG, a panel for each measure.

    Args:
        rows: of this scenario; others are left out, save the baseline's medians.
        scenario: its name.
        baseline: the scenario whose medians are drawn dashed for reference.
    """
    own = [row for row in rows if row.scenario == scenario]
    if not own:
        return ""
    against = [r for r in rows if r.scenario == baseline and baseline != scenario]
    measures = tuple(dict.fromkeys(row.measure for row in own))
    panels = [
        _panel(
            [row for row in own if row.measure == measure],
            [row for row in against if row.measure == measure],
            number,
        )
        for number, measure in enumerate(measures)
    ]
    lines = -(-len(panels) // COLUMNS)
    return render(
        "fan.svg.j2",
        width=WIDTH,
        height=round(HEAD + lines * HIGH + FOOT),
        title=f"What if: {own[0].label}",
        keys=_keys(against),
        panels=panels,
        left=LEFT,
        right=WIDE - RIGHT,
        bottom=HIGH - BOTTOM,
        note=CAVEAT + INVISIBLE,
    )


def _keys(against: Sequence[ReleasedProjection]) -> tuple[Key, ...]:
    wanted = [("band90", "90 % band"), ("band50", "50 % band and median")]
    if against:
        wanted.append(("dashed", f"median of: {against[0].label}"))
    return lay_keys(wanted, 0, WIDTH, 42.0)[0]


def _panel(
    own: Sequence[ReleasedProjection],
    against: Sequence[ReleasedProjection],
    number: int,
) -> Panel:
    seen = [v for r in own for v in (r.q05, r.q50, r.q95)] + [r.q50 for r in against]
    numbers = make_numbers([v for v in seen if v is not None], HIGH - BOTTOM, TOP)
    years = sorted({row.year for row in own})
    step = (WIDE - LEFT - RIGHT) / max(len(years) - 1, 1)
    at = {year: LEFT + step * place for place, year in enumerate(years)}
    xs = [at[row.year] for row in own]
    y = _heights(own, numbers)
    last = own[-1]
    return Panel(
        x=(number % COLUMNS) * (WIDE + BETWEEN),
        y=HEAD + (number // COLUMNS) * HIGH,
        label=own[0].measure,
        unit=own[0].unit,
        outer=outline(xs, y["q05"], y["q95"]),
        inner=outline(xs, y["q25"], y["q75"]),
        middle=points(xs, y["q50"]),
        reference=points(
            [at[r.year] for r in against if r.year in at],
            [numbers.y(r.q50 or 0.0) for r in against if r.year in at],
        ),
        ticks=tuple((tick, numbers.y(tick)) for tick in numbers.ticks()),
        years=tuple((f"{r.year}", f"to {r.last:%b %Y}", at[r.year]) for r in own),
        last=_middle(last),
        last_y=y["q50"][-1],
        titles=tuple(
            (f"to {row.last:%b %Y}: {_middle(row)} ({_band(row)})", x, middle)
            for row, x, middle in zip(own, xs, y["q50"], strict=True)
        ),
    )


def _heights(
    rows: Sequence[ReleasedProjection], numbers: Numbers
) -> dict[str, list[float]]:
    # What was taken out for being below 5 reaches down to the floor.
    return {
        "q05": [numbers.y(row.q05 or 0.0) for row in rows],
        "q25": [numbers.y(row.q25 or 0.0) for row in rows],
        "q50": [numbers.y(row.q50 or 0.0) for row in rows],
        "q75": [numbers.y(row.q75 or 0.0) for row in rows],
        "q95": [numbers.y(row.q95 or 0.0) for row in rows],
    }


def _middle(row: ReleasedProjection) -> str:
    return rounded_number(row.q50) if row.q50 is not None else f"under {row.under}"


def _band(row: ReleasedProjection) -> str:
    return band_words(row.q05, row.q95, cut=row.under is not None)
