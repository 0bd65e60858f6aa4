"""`tumen estimate`: dated answers and what they rest on."""

from collections.abc import Sequence
from typing import Annotated

import typer
from rich.table import Table

from tumen.cli.answers import answer, lines, make_table
from tumen.cli.options import AsJson, CaseFolder, ElementCode, RawReason
from tumen.cli.wording import counted
from tumen.publish.wording import estimate_words
from tumen.records.release import Release, ReleasedEstimate


def estimate(
    case: CaseFolder,
    element: ElementCode = None,
    year: Annotated[int | None, typer.Option(help="Only this year.")] = None,
    as_json: AsJson = False,
    raw: RawReason = None,
) -> int:
    """List the dated answers, from the lowest to the highest origin.

    A band of this baseline holds what independent origins say; it is no probability.
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
        element=element,
    )


def show(release: Release, rows: Sequence[ReleasedEstimate]) -> Table:
    """Return the answers as a table."""
    table = make_table(
        counted(len(rows), "answer"),
        ("series!", "who and where", "date!", "from - to#", "origins#", "left out#"),
    )
    for row in rows:
        carried = f"carried forward from {row.carried_from}" if row.carried_from else ""
        table.add_row(
            lines(row.element, row.measure),
            lines(", ".join(filter(None, (row.population, row.place))), carried),
            str(row.date),
            estimate_words(row),
            str(len(row.lineages)),
            str(len(row.excluded)),
        )
    return table
