"""A codebook is read whole, or its first wrong file is named."""

import shutil
from pathlib import Path

import pytest

from tumen.codebook.load import BUILT_IN, DATA, load_codebook
from tumen.errors import CodebookError


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the built-in codebook that may be spoilt."""
    return Path(shutil.copytree(str(DATA / "dprk-labour"), tmp_path / "own"))


def append(file: Path, text: str) -> None:
    file.write_text(file.read_text(encoding="utf-8") + text, encoding="utf-8")


@pytest.mark.parametrize("name", BUILT_IN)
def test_what_is_built_in_loads(name: str) -> None:
    codebook = load_codebook(name)
    assert codebook.name == name
    assert codebook.elements
    assert codebook.languages


def test_a_folder_holds_the_same_codebook_under_its_own_name(folder: Path) -> None:
    own, built_in = load_codebook(str(folder)), load_codebook("dprk-labour")
    assert own.name == "own"
    assert own.elements == built_in.elements
    assert own.languages == built_in.languages


@pytest.mark.parametrize("name", ["no-such", "", "dprk"])
def test_a_missing_codebook_names_those_there_are(name: str) -> None:
    with pytest.raises(CodebookError, match="no codebook") as caught:
        load_codebook(name)
    assert "dprk-labour" in caught.value.remedy


@pytest.mark.parametrize(
    ("file", "entry"),
    [
        ("places.toml", '[[place]]\nname = "Nowhere"\nlevel = "city"\ncolour = 1\n'),
        ("institutions.toml", '[[institution]]\nname = "Office"\ncolour = 1\n'),
        ("classes.toml", "\n[en2]\ncolour = 1\n"),
    ],
)
def test_a_wrong_key_names_its_file(folder: Path, file: str, entry: str) -> None:
    append(folder / file, f"\n{entry}")
    with pytest.raises(CodebookError) as caught:
        load_codebook(str(folder))
    assert file in caught.value.problem
    assert "Mend" in caught.value.remedy


def test_a_wrong_key_of_the_head_is_an_error(folder: Path) -> None:
    head = folder / "codebook.toml"
    head.write_text('colour = "red"\n' + head.read_text("utf-8"), "utf-8")
    with pytest.raises(CodebookError, match="colour"):
        load_codebook(str(folder))


def test_a_file_that_is_no_toml_is_named(folder: Path) -> None:
    append(folder / "calendar.toml", "\n[[event\n")
    with pytest.raises(CodebookError, match=r"calendar\.toml"):
        load_codebook(str(folder))


def test_bytes_that_are_no_text_are_named(folder: Path) -> None:
    (folder / "questions.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(CodebookError, match=r"questions\.toml"):
        load_codebook(str(folder))


def test_an_element_defined_twice_is_named(folder: Path) -> None:
    file = sorted((folder / "elements").glob("*.toml"))[0]
    shutil.copy(file, folder / "elements" / "zz_again.toml")
    with pytest.raises(CodebookError, match="defined twice") as caught:
        load_codebook(str(folder))
    first = file.read_text(encoding="utf-8").partition('code = "')[2].partition('"')[0]
    assert first in caught.value.problem


def test_places_that_lie_in_each_other_are_named(folder: Path) -> None:
    entries = (("Inner", "Outer"), ("Outer", "Inner"))
    for name, within in entries:
        append(
            folder / "places.toml",
            f'\n[[place]]\nname = "{name}"\nlevel = "city"\nwithin = "{within}"\n',
        )
    with pytest.raises(CodebookError, match=r"places.toml: Inner lies") as caught:
        load_codebook(str(folder))
    assert "another place" in caught.value.remedy


def test_what_is_left_out_is_empty(folder: Path) -> None:
    (folder / "questions.toml").unlink()
    (folder / "classes.toml").unlink()
    codebook = load_codebook(str(folder))
    assert codebook.questions == ()
    assert codebook.classes == {}


def test_a_language_without_words_is_named(folder: Path) -> None:
    head = folder / "codebook.toml"
    text = head.read_text(encoding="utf-8")
    head.write_text(text.replace('languages = ["en"]', 'languages = ["xx"]'), "utf-8")
    with pytest.raises(CodebookError, match="xx"):
        load_codebook(str(folder))
