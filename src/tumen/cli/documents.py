"""`tumen documents`: the pages of a case."""

from collections.abc import Sequence

from rich.table import Table

from tumen.cli.answers import answer, lines, make_table
from tumen.cli.options import AsJson, CaseFolder, RawReason
from tumen.cli.wording import counted, days, shorten
from tumen.records.release import Release, ReleasedDocument


def documents(case: CaseFolder, as_json: AsJson = False, raw: RawReason = None) -> int:
    """List the pages with outlet, dates and what proves them."""
    return answer(
        case, lambda release: release.documents, show, as_json=as_json, raw=raw
    )


def show(release: Release, rows: Sequence[ReleasedDocument]) -> Table:
    """Return the pages as a table."""
    table = make_table(
        counted(len(rows), "page"),
        ("page and title", "outlet", "published!", "how sure!"),
    )
    for row in rows:
        copied = f"copied from {row.reprint_of['outlet']}" if row.reprint_of else ""
        published = row.published
        table.add_row(
            lines(row.doc, shorten(row.title or "")),
            lines(row.original_outlet or row.host or "", copied),
            days(published.first, published.last) if published else "",
            published.certainty if published else "no date",
        )
    return table
