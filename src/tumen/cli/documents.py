"""`tumen documents`: the pages of a case."""

from collections.abc import Sequence

from rich.table import Table

from tumen.cli.answers import answer, make_table
from tumen.cli.options import AsJson, CaseFolder, RawReason
from tumen.cli.wording import days
from tumen.records.release import Release, ReleasedDocument


def documents(case: CaseFolder, as_json: AsJson = False, raw: RawReason = None) -> int:
    """List the pages with outlet, dates and what proves them."""
    return answer(
        case, lambda release: release.documents, show, as_json=as_json, raw=raw
    )


def show(release: Release, rows: Sequence[ReleasedDocument]) -> Table:
    """Return the pages as a table."""
    table = make_table(
        f"{len(rows)} pages",
        ("doc", "title", "outlet", "copied from", "published", "how sure"),
    )
    for row in rows:
        published = row.published
        table.add_row(
            row.doc,
            row.title or "",
            row.original_outlet or row.host or "",
            row.reprint_of["outlet"] if row.reprint_of else "",
            days(published.first, published.last) if published else "",
            published.certainty if published else "no date",
        )
    return table
