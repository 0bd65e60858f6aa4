"""Run a simulated world, write it to a folder, and read it back."""

from collections.abc import Iterator
from pathlib import Path, PurePath

import msgspec

from tumen.codebook.load import load_codebook
from tumen.codebook.load_world import find_world_scenario, load_world_rules
from tumen.codebook.world import WorldScenario
from tumen.errors import CaseDamaged, UsageError
from tumen.pipeline.progress import Progress, Report, tell_nobody
from tumen.records.world import World
from tumen.store.codec import decode_record, encode_record

FILE = "world.json"
TABLES = {"stocks", "flows", "regions", "trades", "papers", "money", "conditions"}
README = "README.txt"
MOST_PEOPLE = 20_000_000
"""More would not fit the memory of a laptop."""
MOST_MONTHS = 1200
"""A century; no policy is dated beyond."""


def make_world(
    codebook: str,
    scenario: str | WorldScenario,
    seed: int,
    people: int | None = None,
    months: int | None = None,
    report: Report = tell_nobody,
) -> World:
    """Return a simulated world.

    Args:
        scenario: name of one of the codebook's, a TOML file, or a scenario at hand.
        people, months: in place of those of the scenario and the rules.

    Raises:
        UsageError: no such scenario, or a number out of bounds.
        CodebookError: the codebook has no world, or a file is wrong.
        CaseDamaged: the world breaks a rule that every world must keep.
    """
    from tumen.world.check import broken_rules
    from tumen.world.run import run_world

    rules = load_world_rules(codebook)
    chosen = (
        find_world_scenario(codebook, scenario)
        if isinstance(scenario, str)
        else scenario
    )
    people = chosen.people if people is None else people
    months = chosen.months if months is None else months
    _refuse_outside("people", people, MOST_PEOPLE)
    _refuse_outside("months", months, MOST_MONTHS)
    _refuse_outside("seed", seed + 1, 2**32)
    world = run_world(
        codebook,
        rules,
        msgspec.structs.replace(chosen, people=people, months=months),
        seed=seed,
        report=lambda done, total: report(
            Progress(stage="world", done=done, total=total, of="months")
        ),
    )
    broken = broken_rules(world, rules)
    if broken:
        raise CaseDamaged(
            f"this world breaks a rule of all worlds: {broken[0]}",
            "This is an error in Tumen; report it with the scenario and the seed.",
        )
    return world


def _refuse_outside(what: str, number: int | None, most: int) -> None:
    if number is not None and not 1 <= number <= most:
        least = 0 if what == "seed" else 1
        shown = number - 1 if what == "seed" else number
        raise UsageError(
            f"{what} {shown} is out of bounds",
            f"Choose from {least} to {most - 1 if what == 'seed' else most}.",
        )


def world_files(world: World) -> dict[str, bytes]:
    """Return everything a world is written as, by file name.

    The JSON holds all of it; pictures, one page with the animation and, where pyarrow is
    installed, Parquet tables come on top.
    """
    from tumen.publish.parquet import has_parquet, to_parquet
    from tumen.publish.world_page import world_html
    from tumen.publish.world_plots import world_plots
    from tumen.publish.world_tables import world_columns

    codebook = load_codebook(world.codebook)
    texts = {
        FILE: encode_record(world),
        README: readme(world),
        "world.html": world_html(world, codebook),
        **{f"{n}.svg": svg for n, svg in world_plots(world, codebook).items()},
    }
    files = {name: text.encode() for name, text in texts.items()}
    if not has_parquet():
        return files
    return files | {
        f"{name}.parquet": to_parquet(columns, world.notice)
        for name, columns in world_columns(world).items()
    }


def readme(world: World) -> str:
    """Return what stands beside the files of a world."""
    return (
        f"{world.notice}\n\n"
        f"Scenario {world.scenario}: {world.label}. Seed {world.seed}, "
        f"{world.people:,} people, {world.months} months from {world.first:%Y-%m}. "
        f"Codebook {PurePath(world.codebook).name}, rules {world.version}.\n\n"
        "world.html   open it in a browser: the system, month by month\n"
        "world.json   everything, to be read by a machine and by: tumen press\n"
        "*.parquet    the same in tables: one row a month; events; sites (if installed)\n"
        "*.svg        pictures to print\n\n"
        "The numbers illustrate how such a system may work. They are no evidence and no\n"
        "estimate. People who flee, hide or seek refuge have no place in it.\n"
    )


def write_world(world: World, folder: Path) -> tuple[Path, ...]:
    """Write a world into a new or empty folder; return the files.

    Raises:
        UsageError: the folder holds something else, or cannot be made.
    """
    refuse_foreign(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        paths = []
        for name, data in world_files(world).items():
            path = folder / name
            path.write_bytes(data)
            paths.append(path)
    except OSError as error:
        raise UsageError(
            f"{folder}: {error.strerror}", "Choose a folder you may write to."
        ) from error
    return tuple(paths)


def refuse_foreign(folder: Path) -> None:
    """Refuse a folder that holds something else than a world.

    Raises:
        UsageError: it does.
    """
    if folder.exists() and (not folder.is_dir() or _is_foreign(folder)):
        raise UsageError(
            f"{folder} is not empty and holds no world",
            "Choose another folder.",
        )


def _is_foreign(folder: Path) -> bool:
    return any(folder.iterdir()) and not (folder / FILE).is_file()


def read_world(folder: Path) -> World:
    """Return the world of a folder, or of its world.json.

    Raises:
        UsageError: there is no world.
        CaseDamaged: the file is no world that Tumen wrote.
    """
    file = folder if folder.suffix == ".json" else folder / FILE
    try:
        text = file.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise UsageError(
            f"there is no world in {folder}", f"Make one: tumen world {folder}"
        ) from error
    except (OSError, UnicodeDecodeError) as error:
        raise CaseDamaged(f"{file}: {error}", "Make the world anew.") from error
    try:
        world = decode_record(text, World)
    except CaseDamaged as error:
        raise CaseDamaged(f"{file}: {error.problem}", "Make the world anew.") from error
    for trouble in _find_damage(world):
        raise CaseDamaged(f"{file}: {trouble}", "Make the world anew.")
    return world


def _find_damage(world: World) -> Iterator[str]:
    """Find tables that are missing, or that do not hold every month and column."""
    for name in sorted(TABLES - world.tables.keys()):
        yield f"the table {name} is missing"
    for name, table in world.tables.items():
        if len(table.rows) != world.months:
            yield f"the table {name} has {len(table.rows)} months, not {world.months}"
        if any(len(row) != len(table.columns) for row in table.rows):
            yield f"the table {name} has a row that does not fit its columns"
