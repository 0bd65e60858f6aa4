"""Print an answer of a case: a table for a person, JSON lines for a machine."""

import difflib
import re
import sys
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TypeVar

from rich.console import Console
from rich.table import Table
from rich.text import Text

from tumen.errors import UsageError
from tumen.pipeline.case import Case, open_case
from tumen.publish.json_lines import encode_rows
from tumen.records.release import Release

Row = TypeVar("Row")

LABEL = re.compile(r"page \d+$")
"""What a public release calls a page whose name it withholds."""

INSIDE_NOTE = "Inside view: names and places are shown. Do not pass it on; use --json or `tumen publish`."


def answer(
    folder: Path,
    rows_of: Callable[[Release], Sequence[Row]],
    show: Callable[[Release, Sequence[Row]], Table],
    *,
    as_json: bool,
    raw: str | None,
    keep: Callable[[Row], bool] = lambda row: True,
    element: str | None = None,
    doc: str | None = None,
    as_known_on: date | None = None,
) -> int:
    """Print the wanted rows of a case and return the exit code.

    Args:
        as_known_on: answer as on that day.
        element, doc: what was asked for; names that do not exist are said to be so.

    Raises:
        UsageError: `--raw` without `--json`, or without a reason; no such element
            or page.
    """
    if raw is not None and not (as_json and raw.strip()):
        raise UsageError(
            "--raw needs --json and a reason",
            'Say for whom and why: --json --raw "check by the second reader".',
        )
    with open_case(folder) as case:
        _check(element, case.codebook.elements, "element")
        if doc is not None:
            _check(doc, [page.name for page in case.captures()], "page")
        release = _release(case, as_json=as_json, raw=raw, as_known_on=as_known_on)
        rows = [row for row in rows_of(release) if keep(row)]
        if as_json:
            sys.stdout.write(encode_rows(rows))
        else:
            print_table(show(release, rows))
    return 0


def _check(asked: str | None, known: Iterable[str], what: str) -> None:
    names = sorted(known)
    if asked is None or asked in names or (what == "page" and LABEL.match(asked)):
        return
    near = difflib.get_close_matches(asked, names, n=1, cutoff=0.4)
    raise UsageError(
        f"there is no {what} {asked!r}",
        f"Did you mean {near[0]!r}?" if near else f"Known: {', '.join(names[:20])}.",
    )


def _release(
    case: Case, *, as_json: bool, raw: str | None, as_known_on: date | None
) -> Release:
    now = datetime.now(UTC)
    if raw is not None:
        case.log_raw_exit(raw, at=now)
        return case.release("raw", now.date(), as_known_on)
    view = "public" if as_json else "inside"
    return case.release(view, now.date(), as_known_on)


def print_table(table: Table, *, note: str = INSIDE_NOTE) -> None:
    """Print a table as wide as the screen, with the note of the view below it."""
    # Words of pages may hold brackets; they are no markup.
    console = Console(markup=False)
    console.print(table)
    console.print(Text(note, style="dim"))


def make_table(title: str, columns: Iterable[str]) -> Table:
    """Return an empty table, its columns one space apart, headed by their names.

    A column whose name ends in `#` holds numbers: set to the right, never wrapped.
    One whose name ends in `!` is never wrapped either.
    """
    table = Table(
        title=title,
        title_justify="left",
        box=None,
        pad_edge=False,
        collapse_padding=True,
        header_style="bold",
    )
    for column in columns:
        table.add_column(
            column.rstrip("#!"),
            justify="right" if column.endswith("#") else "left",
            no_wrap=column.endswith(("#", "!")),
            overflow="fold",
        )
    return table


def lines(*parts: str) -> str:
    """Return the parts that say something, each on a line of its own."""
    return "\n".join(part for part in parts if part)
