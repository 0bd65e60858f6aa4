"""`tumen add` and `tumen remove`: what material a case has."""

from datetime import UTC, datetime
from typing import Annotated

import typer

from tumen.cli.options import CaseFolder
from tumen.cli.progress import ProgressLine
from tumen.errors import UsageError
from tumen.pipeline.add import add_address, add_paths
from tumen.pipeline.case import open_case
from tumen.pipeline.remove import remove_document


def add(
    case: CaseFolder,
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH...",
            help="Saved pages, tables, or folders of them.",
            show_default=False,
        ),
    ],
    fetch: Annotated[
        bool,
        typer.Option(
            "--fetch",
            help="The paths are addresses: get these public pages now and keep their bytes.",
        ),
    ] = False,
) -> int:
    """Take saved pages and figure tables into a case.

    Reads HTML, text, DOCX, XLSX and CSV. Nothing is fetched unless you say --fetch.
    """
    if not all(path.strip() for path in paths):
        # An unset shell variable would otherwise take in the folder one stands in.
        raise UsageError("a path is empty", "Say `.` for the folder you are in.")
    now = datetime.now(UTC)
    with open_case(case) as opened, ProgressLine() as line:
        if fetch:
            summary = add_address(opened, paths, now=now, report=line)
        else:
            summary = add_paths(opened, paths, now=now, report=line)
    if not (summary.added or summary.known or summary.issues):
        raise UsageError(
            f"no file stands in {', '.join(map(str, paths))}",
            "Give saved pages, figure tables, or folders that hold some.",
        )
    print(
        f"Added {summary.added}, already there {summary.known}, "
        f"not taken {summary.issues}. Next: tumen run {case}"
    )
    if summary.issues:
        print(f"What was not taken, and why: tumen issues {case}")
    return 3 if summary.issues else 0


def remove(
    case: CaseFolder,
    names: Annotated[
        list[str],
        typer.Argument(
            metavar="DOC...",
            help="Names as `tumen documents` shows them.",
            show_default=False,
        ),
    ],
) -> int:
    """Take pages out of a case. Their bytes are deleted, decisions on them are kept."""
    now = datetime.now(UTC)
    with open_case(case) as opened:
        for name in names:
            remove_document(opened, name, now=now)
    print(f"Removed {len(names)}. Next: tumen run {case}")
    return 0
