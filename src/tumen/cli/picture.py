"""`tumen picture`: one picture of a case as a file."""

import difflib
from datetime import UTC, date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from tumen.cli.options import CaseFolder
from tumen.errors import CaseError, UsageError
from tumen.pipeline.case import Case, open_case
from tumen.pipeline.publish import write_files
from tumen.publish.fan_svg import draw_fan
from tumen.publish.figures_svg import draw_figures, draw_part
from tumen.publish.prior_svg import draw_prior
from tumen.publish.pulls_svg import draw_pulls
from tumen.publish.raster import write_png
from tumen.publish.report import latest_year, main_series
from tumen.publish.series import Part, find_part, find_series, series_of_part
from tumen.publish.system_svg import draw_system
from tumen.records.release import Release

SVG, PNG = ".svg", ".png"


class Kind(StrEnum):
    """What is drawn."""

    SYSTEM = "system"
    SERIES = "series"
    PULLS = "pulls"
    PRIOR = "prior"
    WHAT_IF = "what-if"


def picture(
    case: CaseFolder,
    kind: Annotated[Kind, typer.Argument(help="What to draw.", show_default=False)],
    out: Annotated[
        Path,
        typer.Option(metavar="FILE", help="Ends in .svg or .png.", show_default=False),
    ],
    element: Annotated[
        str | None,
        typer.Option(
            metavar="CODE",
            help="Which series: an element such as people.present, or a box of the "
            "system such as C3; the leading series when left out.",
            show_default=False,
        ),
    ] = None,
    year: Annotated[
        int | None,
        typer.Option(
            help="Of system or pulls; the latest when left out.", show_default=False
        ),
    ] = None,
    scenario: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Of what-if.", show_default=False),
    ] = None,
    raw: Annotated[
        str | None,
        typer.Option(
            metavar="REASON",
            help="Draw everything, names too. The reason is kept in the audit trail.",
            show_default=False,
        ),
    ] = None,
) -> int:
    """Write one picture: the system, a series, its pulls, its prior, or a what-if.

    Pictures leave this machine, so they are cleared by the protection policy. People in
    hiding and in flight are drawn for whole countries and whole years only. PNG needs an
    optional part: pip install "tumen[pictures]".
    """
    if out.suffix not in (SVG, PNG):
        raise UsageError(
            f"{out} is no picture", "Name a file that ends in .svg or .png."
        )
    if raw is not None and not raw.strip():
        raise UsageError("--raw needs a reason", 'Say for whom and why: --raw "print".')
    now = datetime.now(UTC)
    with open_case(case) as opened:
        view = "public" if raw is None else "raw"
        if kind is Kind.WHAT_IF:
            svg = _what_if(opened, scenario, view, now.date())
        else:
            release = opened.release(view, made_on=now.date())
            svg = _draw(opened, release, kind, element, year)
        if not svg:
            raise CaseError(
                f"there is nothing to draw for {element or kind}",
                "tumen estimate CASE lists the series and years that have answers.",
            )
        content = write_png(svg) if out.suffix == PNG else svg.encode()
        if raw is not None:
            opened.log_raw_exit(raw, at=now)
    print(write_files(out.parent, {out.name: content})[0])
    return 0


def _what_if(case: Case, scenario: str | None, view: str, made_on: date) -> str:
    model = case.codebook.model
    scenarios = model.scenarios if model else ()
    if scenario is None:
        known = ", ".join(each.name for each in scenarios) or "this codebook has none"
        raise UsageError("a what-if needs --scenario NAME", f"Scenarios: {known}.")
    unchanged = [s.name for s in scenarios if not s.effects and not s.arrivals][:1]
    names = tuple(dict.fromkeys((*unchanged, scenario)))
    rows = case.what_if_rows(names, view=view, made_on=made_on)
    return draw_fan(rows, scenario, baseline=next(iter(unchanged), None))


def _draw(
    case: Case, release: Release, kind: Kind, element: str | None, year: int | None
) -> str:
    codebook = case.codebook
    if kind is Kind.SYSTEM:
        return draw_system(release, codebook, year or latest_year(release))
    code = element or next(iter(main_series(release)), "")
    is_part = find_part(codebook, code) is not None
    if code and not is_part and code not in codebook.elements:
        raise _unknown(case, code)
    if kind is Kind.SERIES:
        draw = draw_part if is_part else draw_figures
        return draw(release, codebook, code)
    series = (
        series_of_part(release, codebook, code)
        if is_part
        else find_series(release, code)
    )
    if kind is Kind.PRIOR:
        return draw_prior(series, codebook)
    answered = [e for e in series if e.pulls and year in (None, e.date.year)]
    return draw_pulls(answered[-1], codebook) if answered else ""


def _unknown(case: Case, code: str) -> UsageError:
    codebook = case.codebook
    parts: tuple[Part, ...] = (*codebook.boxes, *codebook.arrows, *codebook.money)
    names = [*codebook.elements, *(part.code for part in parts)]
    near = difflib.get_close_matches(code, names, n=1, cutoff=0.4)
    return UsageError(
        f"there is no element or box {code!r}",
        f"Did you mean {near[0]!r}?" if near else "Run: tumen estimate CASE",
    )
