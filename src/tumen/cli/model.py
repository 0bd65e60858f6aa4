"""`tumen model`: what the model of a codebook says, and its numbers for other tools."""

from collections.abc import Sequence
from datetime import UTC, datetime
from math import exp
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from tumen.cli.answers import make_table
from tumen.cli.options import CaseFolder
from tumen.codebook.load import load_codebook
from tumen.codebook.model import Model
from tumen.errors import CodebookError, UsageError
from tumen.estimate.answers.prior import prior_bands
from tumen.pipeline.case import open_case
from tumen.pipeline.export_model import export_model
from tumen.pipeline.publish import write_files
from tumen.publish.model_svg import draw_prior_bands
from tumen.publish.wording import shown_number
from tumen.records.estimate import PriorBand

RawFigures = Annotated[
    str | None,
    typer.Option(
        "--raw",
        metavar="REASON",
        help="Write the figures too (observations.csv). The reason is kept in the "
        "audit trail.",
    ),
]

model = typer.Typer(
    name="model",
    help="Explain the model of a codebook, or write its numbers for other tools.",
    no_args_is_help=True,
)


@model.command("check")
def check(
    codebook: Annotated[
        str,
        typer.Argument(metavar="[CODEBOOK]", help="A built-in one, or a folder."),
    ] = "dprk-labour",
    picture: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE.svg", help="Draw what the prior says, before any figure."
        ),
    ] = None,
) -> int:
    """Check that a model fits together, explain it, and show what it says by itself.

    The prior is what the model would answer without a single figure. Look at it before
    you trust an estimate: where it is narrow, it does the talking.
    """
    if picture is not None and picture.suffix != ".svg":
        raise UsageError(f"{picture} is no .svg file", "Name a file that ends in .svg.")
    found = load_codebook(codebook).model
    if found is None:
        raise CodebookError(
            f"the codebook {codebook} has no model.toml",
            "docs/howto/add_a_codebook.md tells how to add one.",
        )
    console = Console()
    for table in explain(found):
        console.print(table)
        console.print()
    bands = tuple(prior_bands(found, today=datetime.now(UTC).date()))
    console.print(prior_table(bands))
    if picture is not None:
        write_files(picture.parent, {picture.name: draw_prior_bands(bands).encode()})
        console.print(f"Picture: {picture}")
    return 0


def explain(found: Model) -> list[Table]:
    """Return tables of ways, orders and what figures count."""
    rates = {rate.name: rate for rate in found.rates}
    ways = make_table(
        f"Model {found.version}, by month from {found.first}: "
        f"{len(found.compartments)} compartments, {len(found.flows)} ways",
        ("from!", "to!", "rate", "median#", "wanders#"),
    )
    for flow in found.flows:
        rate = rates[flow.rate]
        drift = f"x{exp(rate.drift_sd):.1f}" if rate.drift_sd else ""
        ways.add_row(flow.source, flow.target, rate.label, f"{rate.median:g}", drift)
    orders = make_table(
        "Dated orders and policies", ("name!", "in force!", "rates", "source")
    )
    for order in found.interventions:
        moved = ", ".join(f"{e.rate} x{exp(e.mean):.2g}" for e in order.effects)
        orders.add_row(
            order.name, f"{order.first} to {order.last or 'now'}", moved, order.source
        )
    seen = make_table("What figures count", ("figures", "count", "definition#", "note"))
    for each in found.observables:
        counted = " + ".join((*each.stock, *each.flow))
        definition = f"x{exp(each.mean):.2f} +-{each.log_sd:.0%}"
        seen.add_row(each.label, counted, definition, each.note)
    return [ways, orders, seen]


def prior_table(bands: Sequence[PriorBand]) -> Table:
    """Return what the model says without figures, for every fifth year."""
    table = make_table(
        "Before any figure: 90 % bands", ("what", "year#", "from#", "middle#", "to#")
    )
    for band in bands:
        if band.year % 5 == 0:
            numbers = (band.quantiles.q05, band.quantiles.q50, band.quantiles.q95)
            table.add_row(
                band.label,
                str(band.year),
                *(shown_number(float(f"{n:.2g}")) for n in numbers),
            )
    return table


@model.command("export")
def export(
    case: CaseFolder,
    to: Annotated[
        Path, typer.Option(metavar="FOLDER", help="Where the files are written.")
    ],
    raw: RawFigures = None,
) -> int:
    """Write priors and draws, and with --raw the observations, for other tools.

    `priors.json` holds the whole model, `draws.npz` the answers of every draw in a form
    that ArviZ reads. Origins are numbered, not named. Of people who hide, flee or ask
    for refuge there are no draws, and their observations have years, no months, and no
    number below 5.
    """
    if raw is not None and not raw.strip():
        raise UsageError("--raw without a reason", "Say for whom and why.")
    now = datetime.now(UTC)
    with open_case(case) as opened:
        files = export_model(opened, today=now.date(), observations=raw is not None)
        if raw is not None:
            opened.log_raw_exit(raw, at=now)
    for path in write_files(to, files):
        print(path)
    return 0
