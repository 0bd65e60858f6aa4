"""`tumen origins`: where information entered the public record."""

from collections.abc import Sequence

from rich.table import Table

from tumen.cli.answers import answer, lines, make_table
from tumen.cli.options import AsJson, CaseFolder, ElementCode, RawReason
from tumen.cli.wording import counted, days
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
        element=element,
    )


def show(release: Release, rows: Sequence[ReleasedGroup]) -> Table:
    """Return the groups as a table, one line for each origin."""
    table = make_table(
        counted(len(rows), "group"),
        ("fact!", "when and where", "grade#", "origin, and why echoes count once",
         "claims#", "echoes#"),
    )  # fmt: skip
    for row in rows:
        when = days(row.as_of_start, row.as_of_end)
        cells = [
            lines(row.element, row.measure),
            ", ".join(filter(None, (when, row.place))),
            str(row.grade),
        ]
        for lineage in row.lineages:
            reasons = sorted({str(echo["why"]) for echo in lineage.echoes})
            table.add_row(
                *cells,
                lines(lineage.origin, "; ".join(reasons)),
                str(len(lineage.claims)),
                str(len(lineage.echoes)),
            )
            cells = [""] * len(cells)
    return table
