"""`tumen estimate`: dated answers, what pulls them, and what was known when."""

import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from tumen.cli.answers import answer, lines, make_table, print_table
from tumen.cli.options import AsJson, CaseFolder, ElementCode, RawReason
from tumen.cli.wording import counted
from tumen.errors import UsageError
from tumen.pipeline.case import open_case
from tumen.pipeline.replay import OFFICIAL_FACTORS
from tumen.publish.json_lines import encode_rows
from tumen.publish.wording import (
    by_size,
    condition_words,
    estimate_words,
    rounded_number,
    side_number,
    why_words,
)
from tumen.records.release import Release, ReleasedEstimate, ReleasedSensitivity

SHOWN_PULLS = 6


def estimate(
    case: CaseFolder,
    element: ElementCode = None,
    year: Annotated[int | None, typer.Option(help="Only this year.")] = None,
    pulls: Annotated[
        bool,
        typer.Option("--pulls", help="Show how much each origin and house moves it."),
    ] = False,
    as_known_on: Annotated[
        datetime | None,
        typer.Option(
            "--as-known-on",
            metavar="DATE",
            formats=["%Y-%m-%d"],
            help="Answer from what had been published by that day.",
        ),
    ] = None,
    sensitivity: Annotated[
        bool,
        typer.Option(
            "--sensitivity",
            help="Show the medians with all official figures times 0.7, 1 and 1.4.",
        ),
    ] = False,
    as_json: AsJson = False,
    raw: RawReason = None,
) -> int:
    """List the dated answers.

    The model weighs all figures and gives a 90 % band. Where two figures cannot both be
    right it gives two estimates; where too little is known it gives none, and the row
    shows what independent origins say. A bias that all sources share is invisible.
    """

    def keep(row: ReleasedEstimate | ReleasedSensitivity) -> bool:
        return (element is None or row.element == element) and (
            year is None or row.date.year == year
        )

    today = datetime.now(UTC).date()
    if as_known_on is not None and as_known_on.date() > today:
        raise UsageError(
            f"{as_known_on.date()} is still to come", "Name a day that is over."
        )
    if sensitivity:
        if raw is not None or as_known_on is not None:
            raise UsageError(
                "--sensitivity goes with neither --raw nor --as-known-on",
                "Ask for one of them at a time.",
            )
        return _sensitivity(case, keep, as_json=as_json)
    return answer(
        case,
        lambda release: [_with_pulls(row, pulls) for row in release.estimates],
        show_pulls if pulls else show,
        as_json=as_json,
        raw=raw,
        keep=keep,
        element=element,
        as_known_on=as_known_on.date() if as_known_on else None,
    )


def _with_pulls(row: ReleasedEstimate, wanted: bool) -> ReleasedEstimate:
    return row if wanted else replace(row, pulls=())


def show(release: Release, rows: Sequence[ReleasedEstimate]) -> Table:
    """Return the answers as a table."""
    table = make_table(
        counted(len(rows), "answer"),
        ("series!", "who and where", "date!", "estimate", "origins#", "left out#"),
    )
    for row in rows:
        carried = f"carried forward from {row.carried_from}" if row.carried_from else ""
        table.add_row(
            lines(row.element, row.measure),
            lines(", ".join(filter(None, (row.population, row.place))), carried),
            str(row.date),
            lines(*_words(row)),
            str(len(row.lineages)),
            str(len(row.excluded)),
        )
    return table


def _words(row: ReleasedEstimate) -> tuple[str, ...]:
    """Return an answer in short, with both sides of a conflict or why there is none."""
    sides = (
        f"{side_number(side)} {condition_words(side)}"
        for side in by_size(row.conditionals)
    )
    return (estimate_words(row), *sides, why_words(row))


def show_pulls(release: Release, rows: Sequence[ReleasedEstimate]) -> Table:
    """Return the answers of the model with what pulls them, the strongest first."""
    told = [row for row in rows if row.pulls]
    table = make_table(
        counted(len(told), "answer"),
        ("series", "date!", "estimate", "with it over without it", "evidence#"),
    )
    for row in told:
        strongest = row.pulls[:SHOWN_PULLS]
        table.add_row(
            lines(row.element, row.population or ""),
            str(row.date),
            estimate_words(row),
            lines(*(f"x{pull.factor:.2f} {pull.name}" for pull in strongest)),
            "" if row.evidence is None else f"{row.evidence:.0%}",
        )
    return table


def _sensitivity(
    case: Path, keep: Callable[[ReleasedSensitivity], bool], *, as_json: bool
) -> int:
    made_on = datetime.now(UTC).date()
    view = "public" if as_json else "inside"
    with open_case(case) as opened:
        found = opened.sensitivity_rows(view=view, made_on=made_on)
    rows = [row for row in found if keep(row)]
    factors = [f"{factor:g}" for factor in OFFICIAL_FACTORS]
    if as_json:
        sys.stdout.write(encode_rows(rows))
        return 0
    table = make_table(
        "Medians with all official figures multiplied",
        ("series", "who", "date!", *(f"x{factor}#" for factor in factors)),
    )
    for row in rows:
        cells = [
            rounded_number(row.medians.get(factor)) or row.verdicts.get(factor, "none")
            for factor in factors
        ]
        table.add_row(row.element, row.population or "", str(row.date), *cells)
    print_table(table)
    return 0
