"""`tumen estimate`: dated answers and what they rest on."""

from collections.abc import Sequence
from typing import Annotated

import typer
from rich.table import Table

from tumen.cli.answers import answer, make_table
from tumen.cli.options import AsJson, CaseFolder, ElementCode, RawReason
from tumen.cli.wording import band, number
from tumen.records.release import Release, ReleasedEstimate


def estimate(
    case: CaseFolder,
    element: ElementCode = None,
    year: Annotated[int | None, typer.Option(help="Only this year.")] = None,
    as_json: AsJson = False,
    raw: RawReason = None,
) -> int:
    """List the lowest and highest independent origin of every series, year by year.

    A band of this baseline holds what origins say; it is no probability.
    """
    return answer(
        case,
        lambda release: release.estimates,
        show,
        as_json=as_json,
        raw=raw,
        keep=lambda row: (
            (element is None or row.element == element)
            and (year is None or row.date.year == year)
        ),
    )


def show(release: Release, rows: Sequence[ReleasedEstimate]) -> Table:
    """Return the answers as a table."""
    table = make_table(
        f"{len(rows)} answers",
        (
            "element",
            "measure",
            "who",
            "where",
            "date",
            "lowest to highest#",
            "middle#",
            "origins#",
            "left out#",
            "note",
        ),
    )
    for row in rows:
        carried = f"carried forward from {row.carried_from}" if row.carried_from else ""
        table.add_row(
            row.element,
            row.measure,
            row.population or "",
            row.place or "",
            str(row.date),
            band(row),
            number(row.q50) if row.q50 is not None else "",
            str(len(row.lineages)),
            str(len(row.excluded)),
            carried,
        )
    return table
