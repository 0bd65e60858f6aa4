"""Read the rules and scenarios of a codebook's simulated world."""

from functools import cache
from importlib.resources.abc import Traversable
from pathlib import Path

from tumen.codebook.check_world import find_scenario_trouble, find_world_trouble
from tumen.codebook.load import folder_of, load_codebook, read_entry
from tumen.codebook.world import WorldRules, WorldScenario
from tumen.errors import CodebookError, UsageError

SCENARIOS = "scenarios"
AS_IT_WAS = WorldScenario(
    name="as-it-was", label="as it was: the rules as they are", source="no change"
)
"""Is there in every codebook; a file of this name may give it other words."""


@cache
def load_world_rules(codebook: str) -> WorldRules:
    """Return the rules of a codebook's world.

    Raises:
        CodebookError: the codebook has none, or they are wrong.
    """
    file = folder_of(codebook) / "world.toml"
    if not file.is_file():
        raise CodebookError(
            f"the codebook {codebook} has no simulated world",
            "Add world.toml to it; docs/howto/add_a_codebook.md tells how.",
        )
    rules = read_entry(file, WorldRules)
    trouble = find_world_trouble(rules, load_codebook(codebook))
    if trouble:
        raise CodebookError(f"{file}: {trouble[0]}", "Mend the entry.")
    return rules


def list_scenarios(codebook: str) -> tuple[WorldScenario, ...]:
    """Return the scenarios of a codebook: as it was, then by file name, never ranked.

    Raises:
        CodebookError: the codebook has no world, or a file is wrong.
    """
    load_world_rules(codebook)
    found = _in_files(codebook)
    own = [scenario for scenario in found if scenario.name == AS_IT_WAS.name]
    others = [scenario for scenario in found if scenario.name != AS_IT_WAS.name]
    return (*(own or [AS_IT_WAS]), *others)


def _in_files(codebook: str) -> tuple[WorldScenario, ...]:
    folder = folder_of(codebook) / SCENARIOS
    if not folder.is_dir():
        return ()
    files = sorted(
        (file for file in folder.iterdir() if file.name.endswith(".toml")),
        key=lambda file: file.name,
    )
    return tuple(_read(file, codebook) for file in files)


def find_world_scenario(codebook: str, asked: str) -> WorldScenario:
    """Return a scenario by name, or the one in a TOML file of one's own.

    Raises:
        UsageError: no such scenario; the remedy lists those there are.
        CodebookError: the file is wrong.
    """
    if asked.endswith(".toml"):
        file = Path(asked)
        if not file.is_file():
            raise UsageError(
                f"there is no file {asked}", "Name a scenario, or a TOML file."
            )
        return _read(file, codebook)
    known = {scenario.name: scenario for scenario in list_scenarios(codebook)}
    if asked not in known:
        raise UsageError(
            f"there is no scenario {asked!r} of a world",
            f"Use one of: {', '.join(known)}, or a TOML file of your own.",
        )
    return known[asked]


def _read(file: Traversable, codebook: str) -> WorldScenario:
    scenario = read_entry(file, WorldScenario)
    trouble = find_scenario_trouble(
        scenario, load_world_rules(codebook), load_codebook(codebook)
    )
    if trouble:
        raise CodebookError(f"{file}: {trouble[0]}", "Mend the scenario.")
    return scenario
