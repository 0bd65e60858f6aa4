import sys
from pathlib import Path

import pytest

from tumen.errors import CaseError, CodebookError
from tumen.pipeline.case import open_case
from tumen.pipeline.new import make_case
from tumen.pipeline.settings import read_settings


def test_a_new_case_can_be_opened_and_is_empty(tmp_path: Path) -> None:
    make_case(tmp_path / "deep" / "beds")

    with open_case(tmp_path / "deep" / "beds") as case:
        assert (case.name, case.captures(), case.claims()) == ("beds", (), ())


def test_a_case_is_not_made_twice(tmp_path: Path) -> None:
    make_case(tmp_path / "beds")

    with pytest.raises(CaseError, match="holds a case already"):
        make_case(tmp_path / "beds")


def test_a_case_that_was_half_made_is_made(tmp_path: Path) -> None:
    make_case(tmp_path / "beds")
    (tmp_path / "beds" / "tumen.toml").unlink()

    make_case(tmp_path / "beds")

    open_case(tmp_path / "beds").close()


def test_an_unknown_codebook_makes_no_case(tmp_path: Path) -> None:
    with pytest.raises(CodebookError):
        make_case(tmp_path / "beds", "unheard-of")
    assert not (tmp_path / "beds").exists()


def test_a_file_in_the_way_is_named(tmp_path: Path) -> None:
    (tmp_path / "beds").write_text("in the way")

    with pytest.raises(CaseError, match="beds"):
        make_case(tmp_path / "beds")


def codebook_in(folder: Path) -> Path:
    folder.mkdir(parents=True)
    (folder / "codebook.toml").write_text(
        'version = "1"\ntitle = "t"\nhome = "XX"\nhosts = []\nterms = {}\nlanguages = []'
    )
    return folder


def test_a_codebook_of_ones_own_is_found_from_anywhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    codebook_in(tmp_path / "mine")
    monkeypatch.chdir(tmp_path)
    make_case(Path("beds"), "mine")
    monkeypatch.chdir(tmp_path / "mine")

    with open_case(tmp_path / "beds") as case:
        assert case.codebook.title == "t"


def test_a_codebook_inside_the_case_moves_with_it(tmp_path: Path) -> None:
    codebook_in(tmp_path / "beds" / "mine")
    make_case(tmp_path / "beds", str(tmp_path / "beds" / "mine"))

    settings = read_settings(tmp_path / "beds" / "tumen.toml")
    assert settings.case.codebook == "mine"


@pytest.mark.skipif(sys.platform == "win32", reason="has other permissions")
def test_only_its_owner_may_look_into_a_new_case(tmp_path: Path) -> None:
    make_case(tmp_path / "beds")

    assert (tmp_path / "beds").stat().st_mode & 0o077 == 0
