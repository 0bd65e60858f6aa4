"""`tumen origins`: where information entered the public record."""

from collections.abc import Sequence

from rich.table import Table

from tumen.cli.answers import answer, make_table
from tumen.cli.options import AsJson, CaseFolder, ElementCode, RawReason
from tumen.cli.wording import days
from tumen.records.release import Release, ReleasedGroup


def origins(
    case: CaseFolder,
    element: ElementCode = None,
    as_json: AsJson = False,
    raw: RawReason = None,
) -> int:
    """List groups of claims about one fact, by independent origin."""
    return answer(
        case,
        lambda release: release.origins,
        show,
        as_json=as_json,
        raw=raw,
        keep=lambda row: element is None or row.element == element,
    )


def show(release: Release, rows: Sequence[ReleasedGroup]) -> Table:
    """Return the groups as a table, one line for each origin."""
    table = make_table(
        f"{len(rows)} groups",
        (
            "element",
            "measure",
            "where",
            "when",
            "grade#",
            "origin",
            "claims#",
            "echoes#",
            "why they count once",
        ),
    )
    for row in rows:
        cells = [
            row.element,
            row.measure,
            row.place or "",
            days(row.as_of_start, row.as_of_end),
            str(row.grade),
        ]
        for lineage in row.lineages:
            reasons = sorted({str(echo["why"]) for echo in lineage.echoes})
            table.add_row(
                *cells,
                lineage.origin,
                str(len(lineage.claims)),
                str(len(lineage.echoes)),
                "; ".join(reasons),
            )
            cells = [""] * len(cells)
    return table
