"""`tumen world`: the system simulated person by person; always INVENTED."""

from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from tumen.cli.answers import make_table, print_table
from tumen.cli.progress import ProgressLine
from tumen.codebook.load_world import list_scenarios, load_world_rules
from tumen.codebook.world import WORKING, WorldRules
from tumen.errors import UsageError
from tumen.pipeline.world import make_world, refuse_foreign, write_world
from tumen.publish.wording import rounded_number
from tumen.records.world import World

DECEMBER = 12
SHOWN = (
    ("working", WORKING),
    ("hiding", ("hiding",)),
    ("asylum pending", ("applicant",)),
    ("recognised", ("recognised",)),
    ("resettled", ("resettled",)),
    ("dead", ("dead",)),
)
"""Columns of the table, and the roles they count."""
MOVED = (
    ("sent", ("dispatch",)),
    ("home", ("rotation", "recall", "contract_end")),
    ("fled", ("flight",)),
)


def world(
    folder: Annotated[
        Path | None,
        typer.Argument(
            metavar="[FOLDER]",
            help="Where the world is written; without it scenarios are listed.",
            show_default=False,
        ),
    ] = None,
    scenario: Annotated[
        str, typer.Option(help="Name of a scenario, or a TOML file of your own.")
    ] = "as-it-was",
    seed: Annotated[
        int, typer.Option(help="The same seed gives the same world, byte for byte.")
    ] = 1,
    people: Annotated[
        int | None,
        typer.Option(help="How many people there are.", show_default="by the scenario"),
    ] = None,
    months: Annotated[
        int | None,
        typer.Option(help="How many months it runs.", show_default="by the scenario"),
    ] = None,
    codebook: Annotated[
        str, typer.Option(help="Name of a codebook, or its folder.")
    ] = "dprk-labour",
) -> int:
    """Simulate the system person by person, with invented people.

    It shows how such a system works: who is sent, on which papers, what becomes of the
    pay, what drives people to flee and what awaits them. Nothing in it is evidence or an
    estimate, and every file says INVENTED. Open FOLDER/world.html to watch it; report it
    through an invented press with: tumen press FOLDER --to DIR.
    """
    if folder is None:
        print_table(_listed(codebook), note="Run: tumen world FOLDER --scenario NAME")
        return 0
    if folder.suffix == ".toml":
        raise UsageError(
            f"{folder} is a scenario, not a folder",
            f"Run: tumen world FOLDER --scenario {folder}",
        )
    refuse_foreign(folder)
    with ProgressLine() as line:
        made = make_world(codebook, scenario, seed, people, months, report=line)
    files = write_world(made, folder)
    print_table(show(made, load_world_rules(codebook)), note=made.notice)
    kinds = sorted({file.suffix.lstrip(".") for file in files})
    print(f"{len(files)} files in {folder} ({', '.join(kinds)})")
    print(f"Watch it:   {(folder / 'world.html').resolve().as_uri()}")
    print(f"Report it:  tumen press {folder} --to PAGES")
    if "parquet" not in kinds:
        print('Parquet tables need a part: pip install "tumen[parquet]"')
    return 0


def show(made: World, rules: WorldRules) -> Table:
    """Return a world as a table: a line for the end of each year."""
    stocks, flows = made.tables["stocks"], made.tables["flows"]
    table = make_table(
        f"{made.label} (INVENTED; seed {made.seed}, {made.people:,} people)",
        ("year#", *(f"{name}#" for name, _ in (*SHOWN, *MOVED))),
    )
    for last in range(made.months):
        day = made.month_start(last)
        if day.month != DECEMBER and last != made.months - 1:
            continue
        first = max(0, last - day.month + 1)
        held = [
            sum(stocks.column(rules.roles[role])[last] for role in roles)
            for _, roles in SHOWN
        ]
        moved = [
            sum(sum(flows.column(rules.ways[w])[first : last + 1]) for w in ways)
            for _, ways in MOVED
        ]
        table.add_row(str(day.year), *(rounded_number(n) for n in (*held, *moved)))
    return table


def _listed(codebook: str) -> Table:
    table = make_table("Scenarios of the world", ("name!", "what", "from"))
    for scenario in list_scenarios(codebook):
        table.add_row(scenario.name, scenario.label, scenario.source)
    return table
