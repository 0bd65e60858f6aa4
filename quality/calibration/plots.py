"""Plots of the calibration page, as plain SVG."""

from collections.abc import Mapping, Sequence
from math import log10
from xml.sax.saxutils import escape

from quality.calibration.record import Forecast, Predicted

INK, PALE, STRONG, ODD = "#222", "#9db4c8", "#2f5d86", "#b3402a"
BINS = 10


def draw_ranks(ranks: Mapping[str, Sequence[float]]) -> str:
    """Return a histogram for each answer: where the truth lies among the draws.

    Flat is right; a hump in the middle means bands too wide, edges too narrow, a slope a
    bias.
    """
    wide, high, columns = 230, 130, 4
    lines = -(-len(ranks) // columns)
    parts = []
    for number, (label, values) in enumerate(ranks.items()):
        x, y = number % columns * wide, number // columns * high
        counts = [0] * BINS
        for value in values:
            counts[min(int(value * BINS), BINS - 1)] += 1
        even = len(values) / BINS
        top = max(*counts, even * 2)
        parts.append(_text(x + 14, y + 18, label, 12))
        for place, count in enumerate(counts):
            tall = count / top * 80
            parts.append(
                f'<rect x="{x + 14 + place * 20}" y="{y + 108 - tall:.1f}" width="18" '
                f'height="{tall:.1f}" fill="{PALE}"/>'
            )
        line = y + 108 - even / top * 80
        parts.append(
            f'<line x1="{x + 14}" x2="{x + 212}" y1="{line:.1f}" y2="{line:.1f}" '
            f'stroke="{STRONG}" stroke-dasharray="4 3"/>'
        )
    return _svg(columns * wide, lines * high + 6, parts)


def draw_predicted(predicted: Sequence[Predicted]) -> str:
    """Return printed numbers against what the figures of all other houses predict."""
    rows = sorted(
        predicted, key=lambda p: (p.statement.observables, p.statement.window.last)
    )
    step, left, right, top = 13, 330, 880, 40
    height = top + step * len(rows) + 30

    def x_of(log_value: float) -> float:
        share = (log_value / 2.302585 + 1) / 6
        return left + min(max(share, 0.0), 1.0) * (right - left)

    parts = [
        _text(10, 20, "80 % interval from all other houses, and the printed number", 13)
    ]
    for decade in range(6):
        x = x_of(decade * 2.302585)
        parts.append(
            f'<line x1="{x:.1f}" x2="{x:.1f}" y1="{top - 8}" y2="{height - 24}" stroke="#ddd"/>'
        )
        parts.append(_text(x, height - 8, f"{10**decade:,}", 10, "middle"))
    for number, row in enumerate(rows):
        y = top + number * step
        inside = row.low <= row.printed <= row.high
        said = row.statement
        parts.append(_text(10, y + 4, f"{said.observables[0]}, {said.house}", 10))
        parts.append(
            f'<line x1="{x_of(row.low):.1f}" x2="{x_of(row.high):.1f}" y1="{y}" y2="{y}" '
            f'stroke="{PALE}" stroke-width="7"/>'
        )
        parts.append(
            f'<circle cx="{x_of(row.printed):.1f}" cy="{y}" r="3.2" '
            f'fill="{STRONG if inside else ODD}"/>'
        )
    return _svg(right + 20, height, parts)


def draw_forecast(forecasts: Sequence[Forecast]) -> str:
    """Return year-end counts of refugees against their forecast from the end of 2019."""
    left, bottom, high = 60, 210, 170
    most = max(f.q95 for f in forecasts) * 1.1
    parts = [_text(10, 20, "Recognised refugees, forecast from figures up to 2019", 13)]
    for tick in range(0, int(most) + 1, 20):
        y = bottom - tick / most * high
        parts.append(
            f'<line x1="{left}" x2="480" y1="{y:.1f}" y2="{y:.1f}" stroke="#ddd"/>'
        )
        parts.append(_text(left - 8, y + 4, str(tick), 10, "end"))
    for number, row in enumerate(forecasts):
        x = left + 55 + number * 100
        for low, top, width, colour in (
            (row.q05, row.q95, 10, PALE),
            (row.q10, row.q90, 20, PALE),
        ):
            y, tall = bottom - top / most * high, (top - low) / most * high
            parts.append(
                f'<rect x="{x - width / 2}" y="{y:.1f}" width="{width}" '
                f'height="{tall:.1f}" fill="{colour}" fill-opacity="0.7"/>'
            )
        y = bottom - row.q50 / most * high
        parts.append(
            f'<line x1="{x - 14}" x2="{x + 14}" y1="{y:.1f}" y2="{y:.1f}" stroke="{STRONG}"/>'
        )
        y = bottom - row.printed / most * high
        parts.append(f'<circle cx="{x}" cy="{y:.1f}" r="4.5" fill="{INK}"/>')
        parts.append(_text(x, bottom + 18, str(row.year), 11, "middle"))
    return _svg(500, bottom + 30, parts)


def coverage(ranks: Sequence[float], level: float) -> float:
    """Return how often the middle interval of a level holds the truth."""
    edge = (1 - level) / 2
    return sum(edge < rank < 1 - edge for rank in ranks) / len(ranks)


def shown(log_value: float) -> str:
    """Return a number from its log, to two significant digits."""
    value = 2.718281828**log_value
    digits = max(0, 1 - int(log10(max(value, 0.1))))
    return f"{float(f'{value:.2g}'):,.{min(digits, 1)}f}"


def _text(x: float, y: float, text: str, size: int, anchor: str = "start") -> str:
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" fill="{INK}" '
        f'text-anchor="{anchor}">{escape(text)}</text>'
    )


def _svg(width: float, height: float, parts: Sequence[str]) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
        f'width="{width}" height="{height}" font-family="system-ui, sans-serif">'
        f'<rect width="{width}" height="{height}" fill="#fff"/>{"".join(parts)}</svg>\n'
    )
