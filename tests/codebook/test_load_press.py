"""The press folder of a codebook is read as one."""

import shutil
from importlib import resources
from pathlib import Path

import pytest

from tumen.codebook.load_press import load_press_rules
from tumen.errors import CodebookError

BUILT_IN = Path(str(resources.files("tumen.codebook") / "data" / "dprk-labour"))


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(BUILT_IN, tmp_path / "copy"))


def test_the_built_in_press_is_read_from_all_its_files() -> None:
    rules = load_press_rules("dprk-labour")
    assert len(rules.facts) > 80
    assert len(rules.sentences) > 200
    assert {"witness", "count", "refuge"} <= {plan.name for plan in rules.plans}


def test_a_folder_of_ones_own_is_read_too(copy: Path) -> None:
    assert load_press_rules(str(copy)) == load_press_rules("dprk-labour")


def test_without_a_press_it_says_so(copy: Path) -> None:
    shutil.rmtree(copy / "press")
    with pytest.raises(CodebookError, match="has no invented press"):
        load_press_rules(str(copy))


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ('version = "2"', "version is written twice"),
        ("[[fact]", "more.toml"),
        ('[[fact]]\nname = "x"', "missing required field"),
        (
            '[[fact]]\nname = "x"\ntopic = "t"\nelement = "people.nobody"\nspan = "stock"',
            "there is no element 'people.nobody'",
        ),
    ],
)
def test_a_wrong_file_is_named(copy: Path, text: str, problem: str) -> None:
    (copy / "press" / "more.toml").write_text(text, encoding="utf-8")
    with pytest.raises(CodebookError, match=problem):
        load_press_rules(str(copy))
