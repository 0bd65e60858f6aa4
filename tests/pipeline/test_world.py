"""A world is made, checked, written, and read back as it was."""

import re
import shutil
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest

from tumen.codebook.load import DATA
from tumen.codebook.load_world import load_world_rules
from tumen.codebook.world import WorldScenario
from tumen.errors import CaseDamaged, CodebookError, UsageError
from tumen.pipeline import world as pipeline
from tumen.pipeline.progress import Progress
from tumen.pipeline.world import (
    FILE,
    README,
    make_world,
    read_world,
    readme,
    world_files,
    write_world,
)
from tumen.records.world import World
from tumen.store.codec import encode_record
from tumen.world.check import broken_rules
from tumen.world.draw import random_scenario

NAME = "dprk-labour"
PLAIN = WorldScenario(name="plain", label="plain", source="invented", people=300)


@pytest.fixture(scope="module")
def world() -> World:
    return make_world(NAME, "small", 1, people=1500, months=40)


@pytest.fixture(scope="module")
def folder(world: World, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("written") / "world"
    write_world(world, folder)
    return folder


def test_a_scenario_is_found_by_its_name(world: World) -> None:
    assert (world.codebook, world.scenario, world.seed) == (NAME, "small", 1)


def test_people_and_months_may_be_given(world: World) -> None:
    assert (world.people, world.months) == (1500, 40)


def test_otherwise_the_scenario_says_how_many_people_there_are() -> None:
    assert make_world(NAME, "small", 1, months=1).people == 15000


def test_otherwise_the_rules_say_how_long_it_runs() -> None:
    rules = load_world_rules(NAME)
    assert make_world(NAME, PLAIN, 1).months == rules.months


OTHER_CODE = re.compile(r'"([CTM])(\d+[a-z]?)"')
ONE_TRADE = """
[[trades]]
name = "netting"
label = "netting"
share = 1.0
site_people = 20
site_spread = 0.5
payment = 500
hours = 14
danger = 2
season = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]
regions = { "Primorsky Krai" = 1.0 }

[[posts]]
month = "2005-01"
share = 0.2
source = "invented"
"""


@pytest.fixture
def other_system(tmp_path: Path) -> Path:
    """A codebook with other codes, one trade, no conditions, no policies."""
    folder = Path(shutil.copytree(str(DATA / NAME), tmp_path / "nets"))
    shutil.rmtree(folder / "scenarios")
    texts = {file: file.read_text(encoding="utf-8") for file in folder.rglob("*.toml")}
    texts[folder / "world.toml"] = (
        texts[folder / "world.toml"].partition("# ---- trades")[0] + ONE_TRADE
    )
    written = [
        file.write_text(OTHER_CODE.sub(r'"X\1\2"', text), encoding="utf-8")
        for file, text in texts.items()
    ]
    assert all(written)
    return folder


def test_another_system_is_another_folder(other_system: Path) -> None:
    made = make_world(str(other_system), "as-it-was", 1, people=400, months=6)
    assert made.tables["trades"].columns == ("netting",)
    assert made.tables["stocks"].columns[0] == "XC0"
    files = world_files(made)
    assert b'data-stock="XC3"' in files["world.html"]
    assert str(other_system.parent).encode() not in files[README]


def test_a_scenario_at_hand_is_run() -> None:
    assert make_world(NAME, PLAIN, 1, months=3).scenario == "plain"


def test_a_scenario_may_be_a_file(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text(
        'name = "own"\nlabel = "own"\npeople = 90\nmonths = 2\nsource = "invented"\n',
        encoding="utf-8",
    )
    made = make_world(NAME, str(own), 1)
    assert (made.scenario, made.people, made.months) == ("own", 90, 2)


def test_the_same_settings_and_seed_give_the_same_bytes(world: World) -> None:
    again = make_world(NAME, "small", 1, people=1500, months=40)
    assert encode_record(again) == encode_record(world)


def test_another_seed_gives_another_world(world: World) -> None:
    assert make_world(NAME, "small", 2, people=1500, months=40) != world


def test_the_first_seed_and_the_last_are_both_seeds() -> None:
    assert make_world(NAME, PLAIN, 0, months=1).seed == 0
    assert make_world(NAME, PLAIN, 2**32 - 1, months=1).seed == 2**32 - 1


@pytest.mark.parametrize(
    ("seed", "people", "months", "named"),
    [
        (1, 0, None, "people 0"),
        (1, -5, None, "people -5"),
        (1, 10**9, None, "people 1000000000"),
        (1, None, 0, "months 0"),
        (1, None, 5000, "months 5000"),
        (-1, None, None, "seed -1"),
        (2**32, None, None, f"seed {2**32}"),
    ],
)
def test_a_number_out_of_bounds_is_refused_with_the_bounds(
    seed: int, people: int | None, months: int | None, named: str
) -> None:
    with pytest.raises(UsageError) as trouble:
        make_world(NAME, PLAIN, seed, people, months)
    assert trouble.value.problem == f"{named} is out of bounds"
    assert trouble.value.remedy.startswith("Choose from ")


@pytest.mark.parametrize(
    ("limit", "change"),
    [("MOST_PEOPLE", {"people": 31}), ("MOST_MONTHS", {"months": 31})],
)
def test_numbers_of_a_scenario_have_the_same_bounds(
    monkeypatch: pytest.MonkeyPatch, limit: str, change: dict[str, int]
) -> None:
    monkeypatch.setattr(pipeline, limit, 30)
    small = msgspec.structs.replace(PLAIN, people=20, months=20)
    with pytest.raises(UsageError, match="31 is out of bounds"):
        make_world(NAME, msgspec.structs.replace(small, **change), 1)


def test_an_unknown_scenario_names_those_there_are() -> None:
    with pytest.raises(UsageError) as trouble:
        make_world(NAME, "flood", 1)
    assert "as-it-was" in trouble.value.remedy


def test_a_codebook_that_is_not_there_is_named() -> None:
    with pytest.raises(CodebookError, match="nowhere"):
        make_world("nowhere", "small", 1)


def test_months_are_reported_as_they_pass() -> None:
    told: list[Progress] = []
    make_world(NAME, PLAIN, 1, months=3, report=told.append)
    assert [(p.stage, p.done, p.total, p.of) for p in told] == [
        ("world", 1, 3, "months"),
        ("world", 2, 3, "months"),
        ("world", 3, 3, "months"),
    ]


def test_a_world_that_breaks_a_rule_is_not_handed_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(
        "tumen.world.check.broken_rules", lambda world, rules: ("month 3: lost",)
    )
    with pytest.raises(CaseDamaged, match="month 3: lost") as trouble:
        make_world(NAME, PLAIN, 1, months=1)
    assert "seed" in trouble.value.remedy


@pytest.mark.parametrize("seed", range(12))
def test_worlds_of_wild_scenarios_keep_all_rules(seed: int) -> None:
    rules = load_world_rules(NAME)
    wild = random_scenario(rules, seed, spread=2.0)
    made = make_world(NAME, wild, seed, people=1500, months=60)
    assert broken_rules(made, rules) == ()


def test_a_world_is_written_with_all_its_files(folder: Path) -> None:
    names = {path.name for path in folder.iterdir()}
    assert {FILE, README, "world.html", "stocks.parquet", "events.parquet"} <= names


def test_the_files_written_are_named(world: World, tmp_path: Path) -> None:
    paths = write_world(world, tmp_path / "new" / "deep")
    assert set(paths) == set((tmp_path / "new" / "deep").iterdir())


def test_every_file_says_that_it_is_invented(folder: Path) -> None:
    silent = [p.name for p in folder.iterdir() if b"INVENTED" not in p.read_bytes()]
    assert silent == []


def test_what_stands_beside_the_files_tells_how_the_world_was_made(
    world: World,
) -> None:
    text = readme(world)
    assert text.startswith(world.notice)
    assert "Scenario small" in text
    assert "Seed 1, 1,500 people, 40 months from 2005-01" in text


def test_a_world_read_back_is_the_same(world: World, folder: Path) -> None:
    assert read_world(folder) == world


def test_a_world_read_back_is_written_as_the_same_bytes(folder: Path) -> None:
    assert encode_record(read_world(folder)) == (folder / FILE).read_text("utf-8")


def test_a_world_is_read_from_its_file_too(world: World, folder: Path) -> None:
    assert read_world(folder / FILE) == world


def test_a_world_is_written_over_a_world(world: World, tmp_path: Path) -> None:
    other = make_world(NAME, PLAIN, 5, months=2)
    write_world(world, tmp_path / "world")
    write_world(other, tmp_path / "world")
    assert read_world(tmp_path / "world") == other


def test_an_empty_folder_may_be_used(world: World, tmp_path: Path) -> None:
    assert write_world(world, tmp_path)


def test_a_folder_of_something_else_is_refused_and_left_alone(
    world: World, tmp_path: Path
) -> None:
    (tmp_path / "letter.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(UsageError, match="is not empty") as trouble:
        write_world(world, tmp_path)
    assert "another folder" in trouble.value.remedy
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_a_file_is_no_folder(world: World, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    with pytest.raises(UsageError, match="file"):
        write_world(world, tmp_path / "file")


def test_a_folder_below_a_file_cannot_be_made(world: World, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    with pytest.raises(UsageError, match="file"):
        write_world(world, tmp_path / "file" / "world")


def test_without_parquet_everything_else_is_written(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_tables = world_files(world)
    monkeypatch.setattr("tumen.publish.parquet.find_spec", lambda name: None)
    without = world_files(world)
    assert with_tables.keys() - without.keys() == {
        f"{name}.parquet" for name in (*world.tables, "events", "sites")
    }
    assert without.items() <= with_tables.items()


def test_where_there_is_no_world_it_is_said_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="there is no world") as trouble:
        read_world(tmp_path)
    assert trouble.value.remedy == f"Make one: tumen world {tmp_path}"


@pytest.mark.parametrize(
    "text",
    ["", "{}", "[1]", "no json", '{"codebook": "dprk-labour"}', "\ufeff{}"],
)
def test_a_file_that_is_no_world_is_named(tmp_path: Path, text: str) -> None:
    (tmp_path / FILE).write_text(text, encoding="utf-8")
    with pytest.raises(CaseDamaged, match=r"world\.json") as trouble:
        read_world(tmp_path)
    assert trouble.value.remedy == "Make the world anew."


@pytest.mark.parametrize("kept", [0.1, 0.5, 0.999])
def test_a_world_cut_off_is_named(folder: Path, tmp_path: Path, kept: float) -> None:
    whole = (folder / FILE).read_bytes()
    (tmp_path / FILE).write_bytes(whole[: int(len(whole) * kept)])
    with pytest.raises(CaseDamaged, match=r"world\.json"):
        read_world(tmp_path)


def test_bytes_that_are_no_text_are_named(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b"\xff\xfe\x00")
    with pytest.raises(CaseDamaged, match=r"world\.json"):
        read_world(tmp_path)


def test_a_folder_in_place_of_the_file_is_named(tmp_path: Path) -> None:
    (tmp_path / FILE).mkdir()
    with pytest.raises(CaseDamaged, match=r"world\.json"):
        read_world(tmp_path)


@pytest.mark.parametrize("lost", ["stocks", "flows", "papers", "money", "conditions"])
def test_a_world_without_one_of_its_tables_is_named(
    world: World, tmp_path: Path, lost: str
) -> None:
    tables = {name: table for name, table in world.tables.items() if name != lost}
    spoilt = encode_record(replace(world, tables=tables))
    (tmp_path / FILE).write_text(spoilt, encoding="utf-8")
    with pytest.raises(CaseDamaged, match=r"world\.json"):
        read_world(tmp_path)


def test_a_table_that_lacks_months_is_named(world: World, tmp_path: Path) -> None:
    flows = replace(world.tables["flows"], rows=world.tables["flows"].rows[:-1])
    spoilt = replace(world, tables={**world.tables, "flows": flows})
    (tmp_path / FILE).write_text(encode_record(spoilt), encoding="utf-8")
    with pytest.raises(CaseDamaged, match="the table flows has 39 months, not 40"):
        read_world(tmp_path)


def test_a_table_with_a_row_too_short_is_named(world: World, tmp_path: Path) -> None:
    first, *others = world.tables["papers"].rows
    papers = replace(world.tables["papers"], rows=(first[:-1], *others))
    spoilt = replace(world, tables={**world.tables, "papers": papers})
    (tmp_path / FILE).write_text(encode_record(spoilt), encoding="utf-8")
    with pytest.raises(CaseDamaged, match="papers has a row that does not fit"):
        read_world(tmp_path)
