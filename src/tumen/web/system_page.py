"""The system on one screen, with a year slider; a click on a box shows its claims."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import HTMLResponse

from tumen.codebook.schema import Codebook
from tumen.pipeline.case import open_case
from tumen.publish.figures_svg import draw_part
from tumen.publish.prior_svg import draw_prior
from tumen.publish.pulls_svg import draw_pulls
from tumen.publish.report import latest_year
from tumen.publish.series import answer_of, find_part, series_of_part
from tumen.publish.system_svg import draw_system
from tumen.publish.table_rows import headers_of
from tumen.publish.wording import (
    by_size,
    conditional_words,
    evidence_words,
    notes_of,
    verdict_words,
)
from tumen.records.release import (
    Release,
    ReleasedBox,
    ReleasedClaim,
    ReleasedEstimate,
)
from tumen.web.templates import render


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """What the panel of a box says about the answer of one year.

    Args:
        words: what kind of answer it is, with its numbers.
        sides: both answers of a conflict, each on a line of its own; else empty.
        pulls, prior, chart: pictures, empty when there is nothing to draw.
    """

    words: str
    sides: tuple[str, ...]
    evidence: str
    notes: tuple[str, ...]
    pulls: str
    prior: str
    chart: str


async def system_page(request: Request) -> HTMLResponse:
    """Show the whole screen, or for the slider only its changing part."""
    folder: Path = request.app.state.folder
    with open_case(folder) as case:
        release = case.release("inside", made_on=datetime.now(UTC).date())
        codebook = case.codebook
    years = [box.year for box in release.boxes]
    first, last = min(years, default=2000), max(years, default=2000)
    year = _year(request.query_params.get("year"), release, first, last)
    code = request.query_params.get("box", "")
    part = "system_part.html" if "hx-request" in request.headers else "system.html"
    link = f"/?{urlencode({'year': year})}&box="
    return render(
        part,
        case=release.case,
        release=release,
        svg=draw_system(release, codebook, year, link=link),
        year=year,
        first=first,
        last=last,
        box=_box(release, code, year),
        label=_label(codebook, code),
        panel=_panel(release, codebook, code, year),
        has_model=codebook.model is not None,
        claims=_claims(release, code, year),
        headers=headers_of(release),
    )


def _year(asked: str | None, release: Release, first: int, last: int) -> int:
    """Return the asked year, else the latest with a claim of its own."""
    wanted = int(asked) if asked and asked.isdecimal() else latest_year(release)
    return min(max(wanted, first), last)


def _box(release: Release, code: str, year: int) -> ReleasedBox | None:
    found = (b for b in release.boxes if b.code == code and b.year == year)
    return next(found, None)


def _claims(release: Release, code: str, year: int) -> list[ReleasedClaim]:
    box = _box(release, code, year)
    wanted = set(box.claims) if box else set()
    return [claim for claim in release.claims if claim.id in wanted]


def _label(codebook: Codebook, code: str) -> str:
    part = find_part(codebook, code)
    return f"{part.label}: {part.definition}" if part else ""


def _panel(release: Release, codebook: Codebook, code: str, year: int) -> Panel:
    """Return the answer about a box in a year, and its claims in every year drawn."""
    series = series_of_part(release, codebook, code)
    answer = answer_of(series, year)
    has_part = answer is not None and answer.verdict is not None
    return Panel(
        words=_words(answer),
        sides=_sides(answer),
        evidence=evidence_words(answer) if answer else "",
        notes=notes_of(answer) if answer else (),
        pulls=draw_pulls(answer, codebook, link="/claim/") if answer else "",
        prior=draw_prior(series, codebook) if has_part else "",
        chart=draw_part(release, codebook, code, link="/claim/"),
    )


def _words(answer: ReleasedEstimate | None) -> str:
    """Return the verdict in words; a conflict's numbers stand on lines of their own."""
    if answer is None or answer.verdict is None:
        return ""
    if answer.conditionals:
        return "Two estimates, for two figures cannot both be right"
    return verdict_words(answer)


def _sides(answer: ReleasedEstimate | None) -> tuple[str, ...]:
    if answer is None:
        return ()
    return tuple(
        conditional_words((side,), answer.unit) for side in by_size(answer.conditionals)
    )
