"""The page that lays the world beside public aggregates."""

from collections.abc import Sequence
from pathlib import Path

from quality.world.beside import Beside
from quality.world.picture import draw_beside
from tumen.publish.wording import shown_number
from tumen.records.world import World

HEAD = """<!-- Made by python -m quality.world; do not edit. -->

# The simulated world beside public aggregates

**INVENTED.** The world is set by hand until it looks like the public aggregates. That it
does is illustration: no number of it is evidence, and none is used by the estimate.
`make worlds` makes this page; a short version runs with every `make test`.

![Workers and recognised refugees in {seeds} worlds, with public figures](pictures/world_beside.svg)

{seeds} worlds of the scenario `as-it-was`, {people:,} people each, seeds 1 to {seeds}.
Asked of their median: the right order of magnitude for people working (within a factor
of 3), a factor of 2 for recognised refugees, and what testimonies give for pay and hours.

| what | public | worlds, median | lowest to highest | asked | holds | source |
|---|---|---|---|---|---|---|
"""

BOUNDS = """
## Bounds

{tried} worlds with every rule drawn at random inside its bounds, some policies left out.
In every month people must be conserved, money must sum to zero, time must run forwards,
conditions must stay in their bounds, and nobody who flees may have a place.

**{broken} of {tried} broke a rule.**
"""


def write_page(
    docs: Path,
    *,
    rows: Sequence[Beside],
    worlds: Sequence[World],
    tried: int,
    broken: Sequence[str],
) -> None:
    """Write the page and its picture into the docs folder."""
    lines = [HEAD.format(seeds=len(worlds), people=worlds[0].people)]
    lines += [_line(row) for row in rows]
    lines.append(BOUNDS.format(tried=tried, broken=len(broken)))
    lines += [f"- {text}\n" for text in broken]
    (docs / "world.md").write_text("".join(lines), encoding="utf-8")
    (docs / "pictures" / "world_beside.svg").write_text(
        draw_beside(worlds, rows), encoding="utf-8"
    )


def _line(row: Beside) -> str:
    spread = f"{shown_number(row.least)} to {shown_number(row.most)}"
    asked = f"{shown_number(row.low)} to {shown_number(row.high)}"
    holds = "yes" if row.holds else "**no**"
    return (
        f"| {row.what} | {row.public} | {shown_number(row.middle)} | {spread} "
        f"| {asked} | {holds} | {row.source} |\n"
    )
