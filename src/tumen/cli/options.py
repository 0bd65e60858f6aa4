"""Arguments and options that several commands share."""

from pathlib import Path
from typing import Annotated

import typer

CaseFolder = Annotated[
    Path, typer.Argument(metavar="CASE", help="Folder of the case.", show_default=False)
]
AsJson = Annotated[
    bool,
    typer.Option(
        "--json",
        help="Print JSON lines, cleared by the protection policy.",
    ),
]
RawReason = Annotated[
    str | None,
    typer.Option(
        "--raw",
        metavar="REASON",
        help="With --json: print everything, names too. The reason is kept in the audit trail.",
    ),
]
ElementCode = Annotated[
    str | None,
    typer.Option(
        "--element", metavar="CODE", help="Only this element, e.g. people.present."
    ),
]
