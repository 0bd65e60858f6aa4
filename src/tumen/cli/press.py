"""`tumen press`: an invented press reports a simulated world, with the truth attached."""

from pathlib import Path
from typing import Annotated

import typer

from tumen.cli.progress import ProgressLine
from tumen.errors import UsageError
from tumen.pipeline.press import MOST_PAGES, make_press, write_press
from tumen.records.world import INVENTED


def press(
    world: Annotated[
        Path,
        typer.Argument(metavar="WORLD", help="Folder that `tumen world` wrote."),
    ],
    to: Annotated[
        Path | None,
        typer.Option(help="New folder for pages and truth.", show_default=False),
    ] = None,
    pages: Annotated[
        int, typer.Option(help=f"How many pages, copies included; 1 to {MOST_PAGES}.")
    ] = 100,
    seed: Annotated[
        int, typer.Option(help="The same seed gives the same pages, byte for byte.")
    ] = 1,
) -> int:
    """Report a simulated world through an invented press, with the truth attached.

    Ministries, services, analysts, lawyers and witnesses tell what they could know of
    the world, each with its own definition, bias and delay; outlets report and copy
    them. DIR/pages holds the pages, DIR/truth what they say and what was true. Every
    page says that it is invented.

    To see how well they are read: tumen new CASE; tumen add CASE DIR/pages;
    tumen run CASE; tumen score CASE DIR/truth.
    """
    if to is None:
        raise UsageError("where to is missing", f"Run: tumen press {world} --to DIR")
    made = make_press(world, pages=pages, seed=seed)
    with ProgressLine() as line:
        done = write_press(made, to, report=line)
    print(INVENTED)
    print(
        f"{done.pages} pages, {done.copies} of them copies, {done.silent} without a claim"
    )
    print(
        f"{done.claims} claims, {done.figures} of them figures, {done.origins} origins"
    )
    if done.lost:
        print(f"{done.lost} claims have no place: the reader lost their words")
    print(f"Read them:  tumen new CASE; tumen add CASE {to / 'pages'}; tumen run CASE")
    return 0
