"""Plots of the loop page, as plain SVG; INVENTED stands on every one."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from math import log10
from xml.sax.saxutils import escape

from quality.loop.bands import Answer
from quality.loop.scores import codes_of, is_inside, of_code, of_model, of_simple
from quality.loop.simple import NAMES

INK, PALE, STRONG, ODD, GREY = "#222", "#9db4c8", "#2f5d86", "#b3402a", "#bbb"
NOTE = "INVENTED: simulated worlds. Nobody in them is real."
ASKED = (0.8, 0.97)
"""Share of months that shall lie inside; asked for before any run."""
WIDE, HIGH, COLUMNS = 250, 150, 4
LEFT, RIGHT, TOP, BOTTOM = 44, 236, 30, 120
Ways = Mapping[str, Sequence[Answer]]


def draw_codes(ways: Ways) -> str:
    """Return how often each answer holds the truth, by way and for simple answers."""
    codes = codes_of(next(iter(ways.values())))
    left, right, top, step = 200, 760, 70, 24
    height = top + step * len(codes) + 50

    def x_of(share: float) -> float:
        return left + share * (right - left)

    parts = [
        _text(10, 20, "Truths inside the 90 % band, by answer", 13),
        _text(10, 38, NOTE, 11, colour=ODD),
        f'<rect x="{x_of(ASKED[0]):.1f}" y="{top - 14}" fill="#eef3f7" '
        f'width="{x_of(ASKED[1]) - x_of(ASKED[0]):.1f}" height="{step * len(codes)}"/>',
    ]
    for tenth in range(0, 11, 2):
        parts.append(
            _text(x_of(tenth / 10), height - 24, f"{tenth * 10} %", 10, "middle")
        )
    for number, code in enumerate(codes):
        y = top + number * step
        parts.append(_text(10, y + 4, code, 11))
        parts += _dots(ways, code, x_of, y)
    parts += _legend(ways, height - 6)
    return _svg(right + 30, height, parts)


def _dots(
    ways: Ways, code: str, x_of: Callable[[float], float], y: float
) -> Iterator[str]:
    first, *_ = ways
    for name in NAMES:
        simple = of_simple(of_code(ways[first], code), name)
        if simple is not None:
            yield _dot(x_of(simple.inside), y, GREY, 3.5)
    for colour, answers in zip((STRONG, ODD), ways.values(), strict=False):
        model = of_model(of_code(answers, code))
        if model is not None:
            yield _dot(x_of(model.inside), y, colour, 5)


def _legend(ways: Ways, y: float) -> Iterator[str]:
    named = (*zip((STRONG, ODD), ways, strict=False), (GREY, "simple answers"))
    for number, (colour, name) in enumerate(named):
        yield _dot(210 + number * 170, y - 4, colour, 4)
        yield _text(220 + number * 170, y, name, 11)


def draw_years(ways: Ways) -> str:
    """Return, for each answer, the share inside by calendar year and way."""
    codes = codes_of(next(iter(ways.values())))

    def panel(code: str, x: float, y: float) -> Iterator[str]:
        for level in ASKED:
            at = y + BOTTOM - level * (BOTTOM - TOP)
            yield _line(x + LEFT, at, x + RIGHT, at, "#ddd")
        for colour, answers in zip((STRONG, ODD), ways.values(), strict=False):
            shares = _by_year(of_code(answers, code))
            yield _path(_spread(shares, x, y), colour)

    head = (
        "Share inside the 90 % band by year: true claims (blue), read pages (red); "
        "lines at 80 and 97 %"
    )
    return _grid(codes, head, panel, _years(ways))


def _years(ways: Ways) -> tuple[int, int]:
    years = [answer.at.year for answers in ways.values() for answer in answers]
    return min(years, default=0), max(years, default=0)


def _by_year(answers: Sequence[Answer]) -> dict[int, float]:
    years: dict[int, list[bool]] = {}
    for answer in answers:
        years.setdefault(answer.at.year, []).append(
            is_inside(answer.band, answer.truth)
        )
    return {year: sum(held) / len(held) for year, held in sorted(years.items())}


def _spread(
    shares: Mapping[int, float], x: float, y: float
) -> list[tuple[float, float]]:
    step = (RIGHT - LEFT) / max(len(shares) - 1, 1)
    return [
        (x + LEFT + n * step, y + BOTTOM - share * (BOTTOM - TOP))
        for n, share in enumerate(shares.values())
    ]


def draw_world(ways: Ways, seed: int) -> str:
    """Return the truth of one world and the bands of both ways, on a log scale."""
    codes = codes_of(next(iter(ways.values())))

    def panel(code: str, x: float, y: float) -> Iterator[str]:
        rows = {way: of_code(answers, code) for way, answers in ways.items()}
        most = max((r.band[2] for each in rows.values() for r in each), default=1.0)
        tall = (BOTTOM - TOP) / log10(1 + most)

        def y_of(value: float) -> float:
            return y + BOTTOM - log10(1 + max(value, 0.0)) * tall

        first, *others = rows.values()
        yield _text(x + LEFT - 4, y + TOP + 4, _short(most), 9, "end")
        yield _area(first, x, y_of)
        for each in others:
            yield _path(_curve(each, x, y_of, lambda a: a.band[0]), ODD)
            yield _path(_curve(each, x, y_of, lambda a: a.band[2]), ODD)
        yield _path(_curve(first, x, y_of, lambda a: a.truth), INK)

    head = f"World {seed}: truth (black), 90 % band from true claims (blue) and read pages (red); logarithmic"
    return _grid(codes, head, panel, _years(ways))


Place = Callable[[float], float]


def _curve(
    rows: Sequence[Answer], x: float, y_of: Place, value: Callable[[Answer], float]
) -> list[tuple[float, float]]:
    if not rows:
        return []
    first = rows[0].at.toordinal()
    days = max(rows[-1].at.toordinal() - first, 1)
    return [
        (
            x + LEFT + (a.at.toordinal() - first) / days * (RIGHT - LEFT),
            y_of(value(a)),
        )
        for a in rows
    ]


def _area(rows: Sequence[Answer], x: float, y_of: Place) -> str:
    above = _curve(rows, x, y_of, lambda a: a.band[2])
    below = _curve(rows, x, y_of, lambda a: a.band[0])
    points = " ".join(f"{px:.1f},{py:.1f}" for px, py in (*above, *reversed(below)))
    return f'<polygon points="{points}" fill="{PALE}" fill-opacity="0.6"/>'


def _grid(
    codes: Sequence[str],
    head: str,
    panel: Callable[[str, float, float], Iterator[str]],
    years: tuple[int, int],
) -> str:
    parts = [_text(10, 20, head, 13), _text(10, 38, NOTE, 11, colour=ODD)]
    for number, code in enumerate(codes):
        x, y = number % COLUMNS * WIDE, 44 + number // COLUMNS * HIGH
        parts.append(_text(x + LEFT, y + 20, code, 12))
        parts.append(_line(x + LEFT, y + BOTTOM, x + RIGHT, y + BOTTOM, GREY))
        parts.append(_text(x + LEFT, y + BOTTOM + 14, str(years[0]), 9))
        parts.append(_text(x + RIGHT, y + BOTTOM + 14, str(years[1]), 9, "end"))
        parts += panel(code, x, y)
    rows = -(-len(codes) // COLUMNS)
    return _svg(COLUMNS * WIDE, 50 + rows * HIGH, parts)


def _short(value: float) -> str:
    return f"{value / 1000:.0f}k" if value >= 10_000 else f"{value:.0f}"


def _dot(x: float, y: float, colour: str, size: float) -> str:
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{size}" fill="{colour}"/>'


def _line(x1: float, y1: float, x2: float, y2: float, colour: str) -> str:
    return (
        f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" '
        f'stroke="{colour}"/>'
    )


def _path(points: Sequence[tuple[float, float]], colour: str) -> str:
    listed = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    return f'<polyline points="{listed}" fill="none" stroke="{colour}" stroke-width="1.4"/>'


def _text(
    x: float, y: float, text: str, size: int, anchor: str = "start", colour: str = INK
) -> str:
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" fill="{colour}" '
        f'text-anchor="{anchor}">{escape(text)}</text>'
    )


def _svg(width: float, height: float, parts: Sequence[str]) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
        f'width="{width}" height="{height}" font-family="system-ui, sans-serif">'
        f'<rect width="{width}" height="{height}" fill="#fff"/>{"".join(parts)}</svg>\n'
    )
