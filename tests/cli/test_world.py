"""The world, written by a command: always marked as invented."""

from pathlib import Path

import pytest

from tests.cli.conftest import Printed, Run
from tumen.cli.world import show
from tumen.codebook.load_world import list_scenarios, load_world_rules
from tumen.pipeline.world import make_world, read_world

SMALL = ("--people", 1500, "--months", 30)


@pytest.fixture(autouse=True)
def wide(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "160")


def written(run: Run, folder: Path, *words: object) -> Printed:
    return run("world", folder, *SMALL, *words)


def test_without_a_folder_scenarios_are_listed(run: Run) -> None:
    shown = run("world")
    assert shown.code == 0
    names = [scenario.name for scenario in list_scenarios("dprk-labour")]
    assert [name for name in names if name not in shown.out] == []
    assert "tumen world FOLDER" in shown.out


def test_a_world_is_written(run: Run, tmp_path: Path) -> None:
    shown = written(run, tmp_path / "world")
    assert shown.code == 0
    assert read_world(tmp_path / "world").people == 1500


def test_it_says_that_all_of_it_is_invented(run: Run, tmp_path: Path) -> None:
    out = written(run, tmp_path / "world").out
    assert out.count("INVENTED") == 2


def test_it_says_what_to_do_next(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "world"
    out = written(run, folder).out
    assert (folder / "world.html").as_uri() in out
    assert f"tumen press {folder} --to" in out


def test_scenario_and_seed_can_be_chosen(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "world"
    written(run, folder, "--scenario", "pay-stops", "--seed", 7)
    made = read_world(folder)
    assert (made.scenario, made.seed) == ("pay-stops", 7)


def test_the_same_seed_writes_the_same_bytes(run: Run, tmp_path: Path) -> None:
    written(run, tmp_path / "one")
    written(run, tmp_path / "two")
    assert {path.name: path.read_bytes() for path in (tmp_path / "one").iterdir()} == {
        path.name: path.read_bytes() for path in (tmp_path / "two").iterdir()
    }


def test_progress_is_told_beside_the_answer(run: Run, tmp_path: Path) -> None:
    shown = written(run, tmp_path / "world")
    assert "world 30 of 30 months" in shown.err
    assert "30 of 30" not in shown.out


def test_a_line_is_shown_for_each_december_and_for_the_last_month() -> None:
    made = make_world("dprk-labour", "small", 1, people=300, months=30)
    table = show(made, load_world_rules("dprk-labour"))
    assert list(table.columns[0].cells) == ["2005", "2006", "2007"]


def test_a_year_that_is_whole_is_shown_once() -> None:
    made = make_world("dprk-labour", "small", 1, people=300, months=24)
    table = show(made, load_world_rules("dprk-labour"))
    assert list(table.columns[0].cells) == ["2005", "2006"]


def test_people_who_moved_are_summed_over_the_year() -> None:
    made = make_world("dprk-labour", "small", 1, people=300, months=24)
    rules = load_world_rules("dprk-labour")
    table = show(made, rules)
    sent = made.tables["flows"].column(rules.ways["dispatch"])
    shown = next(c for c in table.columns if "sent" in str(c.header))
    years = [sum(sent[:12]), sum(sent[12:])]
    assert list(shown.cells) == [f"{number:g}" for number in years]


def test_a_folder_of_something_else_is_refused(run: Run, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("mine", encoding="utf-8")
    shown = written(run, tmp_path)
    assert shown.code == 2
    assert str(tmp_path) in shown.err
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_a_folder_of_something_else_is_refused_before_the_work(
    run: Run, tmp_path: Path
) -> None:
    (tmp_path / "letter.txt").write_text("mine", encoding="utf-8")
    assert "30 of 30" not in written(run, tmp_path).err


def test_an_unknown_scenario_names_those_there_are(run: Run, tmp_path: Path) -> None:
    shown = written(run, tmp_path / "world", "--scenario", "flood")
    assert shown.code == 2
    assert "as-it-was" in shown.err
    assert not (tmp_path / "world").exists()


def test_a_scenario_in_place_of_the_folder_is_noticed(run: Run, tmp_path: Path) -> None:
    shown = run("world", tmp_path / "own.toml")
    assert shown.code == 2
    assert "--scenario" in shown.err


def test_a_scenario_of_ones_own_is_a_file(run: Run, tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text('name = "own"\nlabel = "mine"\nsource = "invented"\n', "utf-8")
    shown = written(run, tmp_path / "world", "--scenario", own)
    assert shown.code == 0
    assert "mine (INVENTED" in shown.out


def test_a_factor_out_of_bounds_names_its_rule(run: Run, tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text(
        'name = "own"\nlabel = "mine"\nsource = "x"\nrules = { bribe = 99 }\n', "utf-8"
    )
    shown = written(run, tmp_path / "world", "--scenario", own)
    assert shown.code == 1
    assert "bribe" in shown.err


@pytest.mark.parametrize(
    ("option", "number", "named"),
    [
        ("--people", 0, "people 0"),
        ("--people", 10**12, "people 1000000000000"),
        ("--months", -2, "months -2"),
        ("--seed", -1, "seed -1"),
        ("--seed", "seven", "--seed"),
    ],
)
def test_a_bad_number_is_named(
    run: Run, tmp_path: Path, option: str, number: object, named: str
) -> None:
    shown = run("world", tmp_path / "world", option, number)
    assert shown.code == 2
    assert named in shown.err
    assert not (tmp_path / "world").exists()


@pytest.mark.parametrize("month", ["0000-01", "9999-12"])
def test_a_month_that_no_calendar_has_is_no_error_of_ours(
    run: Run, tmp_path: Path, month: str
) -> None:
    own = tmp_path / "own.toml"
    own.write_text(
        f'name = "own"\nlabel = "mine"\nsource = "x"\nfirst = "{month}"\n', "utf-8"
    )
    shown = written(run, tmp_path / "world", "--scenario", own)
    assert shown.code == 1
    assert month in shown.err


def test_a_codebook_without_a_world_is_said_so(run: Run, tmp_path: Path) -> None:
    shown = written(run, tmp_path / "world", "--codebook", "nowhere")
    assert shown.code == 1
    assert "nowhere" in shown.err


def test_without_parquet_it_works_and_says_how_to_get_it(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tumen.publish.parquet.find_spec", lambda name: None)
    shown = written(run, tmp_path / "world")
    assert shown.code == 0
    assert 'pip install "tumen[parquet]"' in shown.out
    assert not list((tmp_path / "world").glob("*.parquet"))


def test_with_parquet_nothing_more_is_needed(run: Run, tmp_path: Path) -> None:
    out = written(run, tmp_path / "world").out
    assert "pip install" not in out
    assert "parquet" in out
