"""The system on one screen, with a year slider; a click on a box shows its claims."""

from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import HTMLResponse

from tumen.codebook.schema import Arrow, Box, Codebook, MoneyStep
from tumen.pipeline.case import open_case
from tumen.publish.figures_svg import draw_figures
from tumen.publish.system_svg import draw_system
from tumen.records.release import Release, ReleasedBox, ReleasedClaim
from tumen.web.templates import render


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
        chart=_chart(release, codebook, code),
        claims=_claims(release, code, year),
    )


def _year(asked: str | None, release: Release, first: int, last: int) -> int:
    """Return the asked year, else the latest with a claim of its own."""
    if asked and asked.isdecimal():
        return min(max(int(asked), first), last)
    counted = [box.year for box in release.boxes if box.claims and not box.carried_from]
    return max(counted, default=last)


def _box(release: Release, code: str, year: int) -> ReleasedBox | None:
    found = (b for b in release.boxes if b.code == code and b.year == year)
    return next(found, None)


def _claims(release: Release, code: str, year: int) -> list[ReleasedClaim]:
    box = _box(release, code, year)
    wanted = set(box.claims) if box else set()
    return [claim for claim in release.claims if claim.id in wanted]


def _label(codebook: Codebook, code: str) -> str:
    entry = _entry(codebook, code)
    return f"{entry.label}: {entry.definition}" if entry else ""


def _chart(release: Release, codebook: Codebook, code: str) -> str:
    """Return all claims about a box, in every year and their own form, as a picture."""
    entry = _entry(codebook, code)
    if entry is None or not entry.elements:
        return ""
    return draw_figures(release, codebook, entry.elements[0], link="/claim/")


def _entry(codebook: Codebook, code: str) -> Box | Arrow | MoneyStep | None:
    entries: tuple[Box | Arrow | MoneyStep, ...] = (
        *codebook.boxes,
        *codebook.arrows,
        *codebook.money,
    )
    return next((entry for entry in entries if entry.code == code), None)
