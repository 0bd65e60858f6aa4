"""The worlds as lines and the public figures as dots, on a log scale."""

from collections.abc import Sequence
from math import log10

from quality.world.beside import Beside, month_of
from tumen.codebook.load_world import load_world_rules
from tumen.codebook.world import WORKING
from tumen.records.world import World

WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 900, 460, 60, 790, 56, 430
LINES = (("working", WORKING, "#2f5d86"), ("recognised", ("recognised",), "#8a5a1d"))
LOWEST, HIGHEST = 0.0, 5.0


def draw_beside(worlds: Sequence[World], rows: Sequence[Beside]) -> str:
    """Return the picture as SVG: a thin line for each world, a dot for each figure."""
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" '
        'font-family="Helvetica, Arial, sans-serif" font-size="12">',
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>',
        '<text x="10" y="22" font-size="15" font-weight="bold">People in simulated worlds'
        " (lines, INVENTED) and public figures (dots)</text>",
        '<text x="10" y="40" fill="#666">logarithmic scale; one line for each seed</text>',
    ]
    parts += _axes(worlds[0])
    for world in worlds:
        parts += [_line(world, roles, color) for _, roles, color in LINES]
    parts += [_label(worlds[0], *line) for line in LINES]
    for row in rows:
        parts += _dot(worlds[0], row)
    return "\n".join([*parts, "</svg>\n"])


def _x(world: World, month: float) -> float:
    return LEFT + month / (world.months - 1) * (RIGHT - LEFT)


def _y(value: float) -> float:
    share = (log10(max(value, 1.0)) - LOWEST) / (HIGHEST - LOWEST)
    return BOTTOM - share * (BOTTOM - TOP)


def _axes(world: World) -> list[str]:
    parts = []
    for decade in range(int(LOWEST), int(HIGHEST) + 1):
        y = _y(10.0**decade)
        parts.append(
            f'<line x1="{LEFT}" x2="{RIGHT}" y1="{y:.1f}" y2="{y:.1f}" stroke="#e4e0d6"/>'
            f'<text x="{LEFT - 8}" y="{y + 4:.1f}" text-anchor="end" fill="#666">'
            f"{10**decade:,}</text>"
        )
    for year in range(world.first.year, world.first.year + world.months // 12, 5):
        x = _x(world, (year - world.first.year) * 12)
        parts.append(
            f'<text x="{x:.1f}" y="{BOTTOM + 18}" text-anchor="middle" fill="#666">'
            f"{year}</text>"
        )
    return parts


def _series(world: World, roles: Sequence[str]) -> list[float]:
    codes = [load_world_rules(world.codebook).roles[role] for role in roles]
    columns = [world.tables["stocks"].column(code) for code in codes]
    return [sum(values) for values in zip(*columns, strict=True)]


def _line(world: World, roles: Sequence[str], color: str) -> str:
    values = _series(world, roles)
    steps = " ".join(
        f"L{_x(world, month):.1f},{_y(value):.1f}" for month, value in enumerate(values)
    )
    return (
        f'<path d="M{steps[1:]}" fill="none" stroke="{color}" stroke-width="1" '
        'opacity="0.45"/>'
    )


def _label(world: World, name: str, roles: Sequence[str], color: str) -> str:
    y = _y(_series(world, roles)[-1])
    return f'<text x="{RIGHT + 8}" y="{y + 4:.1f}" fill="{color}">{name}</text>'


def _dot(world: World, row: Beside) -> list[str]:
    what, _, when = row.what.partition(", ")
    if not row.public.replace(",", "").isdecimal():
        return []
    month = when if what == "working" else f"{when.split()[-1]}-12"
    color = "#10394a" if what == "working" else "#5b3708"
    x, y = _x(world, month_of(world, month)), _y(float(row.public.replace(",", "")))
    return [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" fill="{color}"/>']
