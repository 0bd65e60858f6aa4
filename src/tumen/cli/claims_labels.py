"""`tumen claims labels`: what reviewers decided, as labelled rows, to learn from."""

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from tumen.cli.options import CaseFolder
from tumen.cli.wording import counted
from tumen.errors import UsageError
from tumen.pipeline.case import open_case
from tumen.pipeline.labels import gather_labels
from tumen.publish.json_lines import encode_rows


def claims_labels(
    case: CaseFolder,
    to: Annotated[
        Path | None,
        typer.Option(help="File for the rows; printed when left out."),
    ] = None,
    raw: Annotated[
        str | None,
        typer.Option(
            "--raw",
            metavar="REASON",
            help="Why the rows leave the case, names and all. Kept in the audit trail.",
        ),
    ] = None,
) -> int:
    """Write every review decision as a labelled claim, one JSON object a line.

    The rows quote pages and name people: they are for your own measuring and learning
    on this machine, and are part of no release.
    """
    if raw is None or not raw.strip():
        raise UsageError(
            "labelled rows name pages and people: they need a reason",
            'Say for whom and why: --raw "to measure the rules here".',
        )
    with open_case(case) as opened:
        rows = gather_labels(opened)
        opened.log_raw_exit(raw, at=datetime.now(UTC))
    text = encode_rows(rows)
    if to is None:
        sys.stdout.write(text)
        return 0
    try:
        to.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise UsageError(
            f"{to}: {error.strerror}", "Choose a file that you may write."
        ) from error
    print(f"{counted(len(rows), 'labelled row')} in {to}. Do not pass them on.")
    return 0
