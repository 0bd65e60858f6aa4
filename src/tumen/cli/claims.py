"""`tumen claims`: every statement with its words and its voice."""

from collections.abc import Sequence
from typing import Annotated

import typer
from rich.table import Table

from tumen.cli.answers import answer, make_table
from tumen.cli.options import AsJson, CaseFolder, ElementCode, RawReason
from tumen.cli.wording import days, figure
from tumen.records.release import Release, ReleasedClaim


def claims(
    case: CaseFolder,
    kind: Annotated[
        str | None, typer.Option(help="Only figure, event, condition or policy.")
    ] = None,
    element: ElementCode = None,
    doc: Annotated[str | None, typer.Option(help="Only claims of this page.")] = None,
    as_json: AsJson = False,
    raw: RawReason = None,
) -> int:
    """List the claims: what is said, by whom, about when, in which words."""

    def wanted(row: ReleasedClaim) -> bool:
        return (
            (kind is None or row.kind == kind)
            and (element is None or row.element == element)
            and (doc is None or row.doc == doc)
        )

    return answer(
        case,
        lambda release: release.claims,
        show,
        as_json=as_json,
        raw=raw,
        keep=wanted,
    )


def show(release: Release, rows: Sequence[ReleasedClaim]) -> Table:
    """Return the claims as a table."""
    table = make_table(
        f"{len(rows)} claims",
        (
            "id",
            "element",
            "value",
            "when",
            "where",
            "who said it",
            "hedge",
            "quote",
            "doc",
        ),
    )
    for row in rows:
        table.add_row(
            row.id[:8],
            row.element,
            figure(row),
            days(row.as_of_start, row.as_of_end),
            row.place or "",
            " < ".join(row.chain) or row.speaker or row.speaker_kind,
            row.hedge,
            f"“{row.quote}”" if row.quote else "",
            row.doc or "",
        )
    return table
