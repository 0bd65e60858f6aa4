"""`tumen what-if`: need for protection under a scenario."""

import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from tumen.cli.answers import make_table, print_table
from tumen.cli.options import AsJson, CaseFolder
from tumen.codebook.load import read_scenario
from tumen.codebook.model import Scenario
from tumen.pipeline.case import open_case
from tumen.pipeline.replay import model_of
from tumen.publish.json_lines import encode_rows
from tumen.publish.wording import rounded_number
from tumen.records.release import ReleasedProjection

MOST_YEARS = 20


def what_if(
    case: CaseFolder,
    scenario: Annotated[
        str | None,
        typer.Argument(
            metavar="[SCENARIO]",
            help="Name of a scenario of the model, or a TOML file of your own; "
            "without it they are listed.",
            show_default=False,
        ),
    ] = None,
    years: Annotated[
        int, typer.Option(min=1, max=MOST_YEARS, help="How many years ahead.")
    ] = 5,
    as_json: AsJson = False,
) -> int:
    """Show what a scenario would mean for people who need protection.

    Each line is one year ahead with a 90 % band, from the draws of the estimate. People
    in hiding and in flight are told for the whole country and whole years only.
    Scenarios are never ranked: they show who would need help, not what to order.
    """
    with open_case(case) as opened:
        model = model_of(opened)
        if scenario is None:
            print_table(
                _listed(model.scenarios), note="Run: tumen what-if CASE SCENARIO"
            )
            return 0
        is_file = scenario.endswith(".toml")
        rows = opened.what_if_rows(
            () if is_file else (scenario,),
            view="public" if as_json else "inside",
            made_on=datetime.now(UTC).date(),
            years=years,
            own=(read_scenario(Path(scenario), model),) if is_file else (),
        )
    if as_json:
        sys.stdout.write(encode_rows(rows))
    else:
        print_table(show(rows))
        for note in dict.fromkeys(note for row in rows for note in row.notes):
            print(note)
    return 0


def show(rows: Sequence[ReleasedProjection]) -> Table:
    """Return a what-if as a table: a line for each measure and year."""
    table = make_table(
        rows[0].label if rows else "",
        ("what", "year!", "median#", "90 % band#", "unit!"),
    )
    for row in sorted(rows, key=lambda row: row.measure):
        band = f"{_number(row.q05, row)} to {_number(row.q95, row)}"
        table.add_row(
            row.measure,
            f"{row.year} ({row.first:%Y-%m} to {row.last:%Y-%m})",
            _number(row.q50, row),
            band,
            row.unit,
        )
    return table


def _number(value: float | None, row: ReleasedProjection) -> str:
    return f"under {row.under}" if value is None else rounded_number(value)


def _listed(scenarios: Sequence[Scenario]) -> Table:
    table = make_table("Scenarios of the model", ("name!", "what", "from"))
    for scenario in scenarios:
        table.add_row(scenario.name, scenario.label, scenario.source)
    return table
