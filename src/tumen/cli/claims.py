"""`tumen claims`: every statement with its words and its voice."""

from collections.abc import Sequence
from typing import Annotated

import typer
from rich.table import Table

from tumen.cli.answers import answer, lines, make_table
from tumen.cli.options import AsJson, CaseFolder, ElementCode, RawReason
from tumen.cli.wording import counted, fact, quoted, voice
from tumen.publish.chance import doubt_words
from tumen.publish.table_rows import headers_of
from tumen.records.claim import Kind
from tumen.records.release import Release, ReleasedClaim


def claims(
    case: CaseFolder,
    kind: Annotated[Kind | None, typer.Option(help="Only claims of this kind.")] = None,
    element: ElementCode = None,
    doc: Annotated[str | None, typer.Option(help="Only claims of this page.")] = None,
    as_json: AsJson = False,
    raw: RawReason = None,
) -> int:
    """List the claims: what is said, by whom, in which words."""

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
        element=element,
        doc=doc,
    )


def show(release: Release, rows: Sequence[ReleasedClaim]) -> Table:
    """Return the claims as a table."""
    table = make_table(
        counted(len(rows), "claim"), ("claim!", "what", "who said it", "quote and page")
    )
    headers = headers_of(release)
    for row in rows:
        table.add_row(
            lines(row.element, row.id[:8], doubt_words(row)),
            fact(row),
            voice(row),
            lines(quoted(row, headers), row.doc or ""),
        )
    return table
