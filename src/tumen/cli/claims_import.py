"""`tumen claims import`: claims of another tool, a model or a colleague, as proposals."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from tumen.cli.answers import lines, make_table, print_table
from tumen.cli.options import CaseFolder
from tumen.cli.wording import counted, shorten
from tumen.pipeline.case import open_case
from tumen.pipeline.import_claims import ImportSummary, forget_claims, import_claims

MOST_SHOWN = 20


def claims_import(
    case: CaseFolder,
    file: Annotated[
        Path,
        typer.Argument(
            metavar="JSONL",
            help="One claim a line, in the form of docs/howto/import_claims.md.",
            show_default=False,
        ),
    ],
    tool: Annotated[
        str | None,
        typer.Option(
            metavar="NAME",
            help="Who made the claims; the name of the file when left out.",
        ),
    ] = None,
    forget: Annotated[
        bool,
        typer.Option("--forget", help="Take back what came from this file."),
    ] = False,
) -> int:
    """Take in claims that others made, each past the exact-words gate, as proposals.

    Numbers and days are read again from the quoted words. A row that does not hold is
    refused and listed. A proposal counts for nothing until you accept it.
    """
    now = datetime.now(UTC)
    with open_case(case) as opened:
        if forget:
            gone = forget_claims(opened, file, now=now).forgotten
            print(f"Took back {counted(gone, 'proposal')} of {file.name}.")
            return 0
        summary = import_claims(opened, file, tool=tool, now=now)
    print(summary_text(summary))
    if summary.listed:
        _show(summary)
        print(f"All of them: tumen issues {case}")
    if summary.proposed:
        print(f"Next: tumen serve {case}   to accept, correct or reject")
    return 3 if summary.listed else 0


def summary_text(summary: ImportSummary) -> str:
    """Return what became of a file, in one line."""
    return (
        f"{counted(summary.proposed, 'proposal')} ({summary.agreed} as the rules found, "
        f"{summary.blanked} with a slot blank or in doubt), {summary.known} known already, "
        f"{summary.refused} refused"
    )


def _show(summary: ImportSummary) -> None:
    shown = summary.listed[:MOST_SHOWN]
    table = make_table(
        f"{counted(len(shown), 'row')} of {len(summary.listed)} to look at",
        ("issue!", "what, and what to do"),
    )
    for issue in shown:
        table.add_row(issue.code, lines(shorten(issue.problem), issue.remedy))
    print_table(table)
