"""Rules and scenarios are read whole, or the first wrong file is named."""

import shutil
from pathlib import Path

import pytest

from tumen.codebook.load import DATA
from tumen.codebook.load_world import (
    AS_IT_WAS,
    find_world_scenario,
    list_scenarios,
    load_world_rules,
)
from tumen.errors import CodebookError, UsageError

OWN = 'name = "own"\nlabel = "own"\nsource = "invented"\n'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the built-in codebook that may be spoilt."""
    return Path(shutil.copytree(str(DATA / "dprk-labour"), tmp_path / "own"))


def write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def respell(file: Path, before: str, after: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert before in text
    write(file, text.replace(before, after, 1))


def test_the_built_in_rules_load() -> None:
    rules = load_world_rules("dprk-labour")
    assert rules.people > 0
    assert (rules.first, rules.months) == ("2005-01", 252)


def test_a_folder_holds_the_same_rules(folder: Path) -> None:
    assert load_world_rules(str(folder)) == load_world_rules("dprk-labour")


def test_a_codebook_without_a_world_says_so(folder: Path) -> None:
    (folder / "world.toml").unlink()
    with pytest.raises(CodebookError, match="no simulated world") as trouble:
        load_world_rules(str(folder))
    assert "world.toml" in trouble.value.remedy
    with pytest.raises(CodebookError, match="no simulated world"):
        list_scenarios(str(folder))


def test_a_codebook_that_is_not_there_is_named() -> None:
    with pytest.raises(CodebookError, match="nowhere"):
        load_world_rules("nowhere")


def test_rules_that_do_not_fit_name_the_file(folder: Path) -> None:
    respell(folder / "world.toml", 'hiding = "C4"', 'hiding = "C99"')
    with pytest.raises(CodebookError, match="C99") as trouble:
        load_world_rules(str(folder))
    assert "world.toml" in trouble.value.problem


def test_a_wrong_key_names_the_file(folder: Path) -> None:
    respell(folder / "world.toml", "warm_up", "warm_down")
    with pytest.raises(CodebookError, match="warm_down") as trouble:
        load_world_rules(str(folder))
    assert "world.toml" in trouble.value.problem


def test_scenarios_are_listed_by_file_name() -> None:
    names = [scenario.name for scenario in list_scenarios("dprk-labour")]
    assert names == sorted(names)
    assert "as-it-was" in names


def test_each_scenario_is_called_like_its_file() -> None:
    files = sorted(Path(str(DATA / "dprk-labour" / "scenarios")).glob("*.toml"))
    names = [scenario.name for scenario in list_scenarios("dprk-labour")]
    assert names == [file.stem for file in files]


def test_as_it_was_changes_nothing() -> None:
    plain = find_world_scenario("dprk-labour", "as-it-was")
    assert (plain.rules, plain.without, plain.policies) == ({}, (), ())


def test_without_scenarios_there_is_as_it_was(folder: Path) -> None:
    shutil.rmtree(folder / "scenarios")
    assert list_scenarios(str(folder)) == (AS_IT_WAS,)
    assert find_world_scenario(str(folder), "as-it-was") == AS_IT_WAS


def test_as_it_was_stands_first(folder: Path) -> None:
    (folder / "scenarios" / "as-it-was.toml").unlink()
    write(folder / "scenarios" / "a.toml", OWN)
    names = [scenario.name for scenario in list_scenarios(str(folder))]
    assert names[:2] == ["as-it-was", "own"]


def test_other_files_beside_scenarios_are_left_alone(folder: Path) -> None:
    write(folder / "scenarios" / "notes.txt", "notes")
    assert list_scenarios(str(folder)) == list_scenarios("dprk-labour")


def test_a_scenario_is_found_by_name() -> None:
    assert find_world_scenario("dprk-labour", "small").people == 15000


def test_an_unknown_scenario_names_those_there_are() -> None:
    with pytest.raises(UsageError, match="flood") as trouble:
        find_world_scenario("dprk-labour", "flood")
    assert "as-it-was" in trouble.value.remedy
    assert "small" in trouble.value.remedy


def test_a_scenario_of_ones_own_is_a_file(tmp_path: Path) -> None:
    own = write(tmp_path / "own.toml", f"{OWN}rules = {{ recall = 2.0 }}\n")
    assert find_world_scenario("dprk-labour", str(own)).rules == {"recall": 2.0}


def test_a_file_that_is_not_there_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"nowhere\.toml"):
        find_world_scenario("dprk-labour", str(tmp_path / "nowhere.toml"))


@pytest.mark.parametrize(
    ("text", "trouble"),
    [
        (f"{OWN}rules = {{ bribe = 99.0 }}\n", "bribe"),
        (f"{OWN}rules = {{ moon = 1.0 }}\n", "moon"),
        (f"{OWN}colour = 1\n", "colour"),
        ('name = "own"\n', "label"),
        ("name = \n", "own.toml"),
    ],
)
def test_a_wrong_file_is_named_with_what_is_wrong(
    tmp_path: Path, text: str, trouble: str
) -> None:
    own = write(tmp_path / "own.toml", text)
    with pytest.raises(CodebookError, match=trouble) as caught:
        find_world_scenario("dprk-labour", str(own))
    assert "own.toml" in caught.value.problem


def test_bytes_that_are_no_text_are_named(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(CodebookError, match=r"own\.toml"):
        find_world_scenario("dprk-labour", str(own))
