"""The rules of the house that a tool can read from the tree."""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "tumen"
MODULES = sorted(SOURCE.rglob("*.py"))
MOST_LINES = 400
# Modules without a rule of their own: a docstring, or the line that starts the program.
NOT_MIRRORED = {"__init__.py", "__main__.py"}
ODD_NAMES = {"utils", "util", "helpers", "helper", "common", "misc", "manager"}


def names_of(paths: list[Path]) -> list[str]:
    return [str(path.relative_to(ROOT)) for path in paths]


@pytest.mark.parametrize("module", MODULES, ids=names_of(MODULES))
def test_a_module_can_be_finished_in_one_sitting(module: Path) -> None:
    assert len(module.read_text(encoding="utf-8").splitlines()) <= MOST_LINES


@pytest.mark.parametrize("module", MODULES, ids=names_of(MODULES))
def test_the_first_line_of_a_module_says_what_it_is_for(module: Path) -> None:
    docstring = ast.get_docstring(ast.parse(module.read_text(encoding="utf-8")))
    assert docstring
    assert docstring.splitlines()[0]


def test_no_module_or_folder_has_a_name_that_says_nothing() -> None:
    names = {part for path in MODULES for part in path.relative_to(SOURCE).parts}
    assert not {name.removesuffix(".py") for name in names} & ODD_NAMES


MIRRORED = [
    path for path in MODULES if path.name not in NOT_MIRRORED and path.parent != SOURCE
]


@pytest.mark.parametrize("module", MIRRORED, ids=names_of(MIRRORED))
def test_every_module_has_a_test_file_of_its_own(module: Path) -> None:
    folder = ROOT / "tests" / module.relative_to(SOURCE).parent
    assert list(folder.glob(f"test_{module.stem}*.py"))


INITS = sorted(SOURCE.rglob("__init__.py"))


@pytest.mark.parametrize("init", INITS[1:], ids=names_of(INITS[1:]))
def test_a_folder_says_what_it_is_and_at_most_one_tuple(init: Path) -> None:
    body = ast.parse(init.read_text(encoding="utf-8")).body
    statements = [node for node in body[1:] if not isinstance(node, ast.ImportFrom)]
    assert len(statements) <= 1


def broad_excepts(tree: ast.AST) -> Iterator[int]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ExceptHandler):
            caught = ast.unparse(node.type) if node.type else "everything"
            if re.search(r"\b(Exception|BaseException|everything)\b", caught):
                yield node.lineno


@pytest.mark.parametrize("module", MODULES, ids=names_of(MODULES))
def test_no_module_catches_everything(module: Path) -> None:
    tree = ast.parse(module.read_text(encoding="utf-8"))
    assert not list(broad_excepts(tree))


def test_pinned_requirements_carry_hashes_and_no_address() -> None:
    for file in sorted((ROOT / "requirements").glob("*.txt")):
        text = file.read_text(encoding="utf-8")
        pins = re.findall(r"^[\w.-]+==", text, flags=re.MULTILINE)
        assert pins
        assert text.count("--hash=sha256:") >= len(pins)
        assert "://" not in text


def test_no_requirement_is_a_known_placeholder() -> None:
    text = (ROOT / "requirements" / "dev.txt").read_text(encoding="utf-8")
    assert "999.9.9" not in text


def test_the_version_is_written_once_for_the_package_and_once_for_the_code() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    code = (SOURCE / "__init__.py").read_text(encoding="utf-8")
    assert f'__version__ = "{project["project"]["version"]}"' in code
