"""The commands of the tutorial do what it says."""

import re
import shlex
import shutil
import zipfile
from pathlib import Path

import pytest

from tumen.cli.main import run_command

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "tutorial" / "first_case.md"
BLOCKS = re.compile(r"```console\n(.*?)```", re.DOTALL)
DONE = (0, 3)


def commands() -> list[list[str]]:
    """Return the commands a reader types, without the ones that do not end."""
    blocks = BLOCKS.findall(PAGE.read_text(encoding="utf-8"))
    lines = [line for block in blocks for line in block.splitlines()]
    return [shlex.split(line)[2:] for line in lines if line.startswith("$ tumen ")]


def parts(release: Path) -> list[tuple[str, bytes]]:
    """Return every file of a release, and what lies packed inside of it."""
    files = [file for file in sorted(release.rglob("*")) if file.is_file()]
    packed = [zipfile.ZipFile(file) for file in files if zipfile.is_zipfile(file)]
    plain = [(file.name, file.read_bytes()) for file in files]
    return plain + [(name, box.read(name)) for box in packed for name in box.namelist()]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder after all commands of the tutorial, in their order."""
    folder = tmp_path_factory.mktemp("tutorial")
    shutil.copytree(ROOT / "examples", folder / "examples")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        codes = [(call[0], run_command(call)) for call in commands()]
    assert [call for call in codes if call[1] not in DONE] == []
    return folder


def test_the_tutorial_shows_every_step_of_a_first_case() -> None:
    shown = [call[0] for call in commands()]
    assert shown[:3] == ["new", "add", "run"]
    assert {"claims", "origins", "ask", "estimate", "publish", "verify"} <= set(shown)


def test_the_tutorial_ends_with_a_report(folder: Path) -> None:
    report = (folder / "release" / "report.html").read_text(encoding="utf-8")
    assert "<svg" in report


def test_no_file_of_the_release_holds_the_name_of_the_former_worker(
    folder: Path,
) -> None:
    held = parts(folder / "release")
    assert [name for name, data in held if b"Pak Namu" in data] == []


def test_2017_is_answered_from_the_pages_in_their_own_words(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    monkeypatch.setenv("COLUMNS", "220")
    assert run_command(["ask", "first", "how many in 2017"]) in DONE
    answer = " ".join(capsys.readouterr().out.split())
    assert "People present in 2017, NK workers in Russia: " in answer
    assert "weighed by the model" in answer
    assert "pages/permits_wire.txt" in answer
