import os
import sys
import unicodedata
from pathlib import Path

import pytest

from tumen.errors import MaterialError, UsageError
from tumen.pipeline.gather import Found, gather_files, read_file
from tumen.pipeline.new import make_case

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="needs links and pipes")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "pages"
    (folder / "north").mkdir(parents=True)
    return folder


def write(path: Path, text: str = "words") -> Path:
    path.write_text(text)
    return path


def names(found: list[Found]) -> list[str]:
    return [each.name for each in found if not each.skipped]


def test_a_file_added_alone_has_its_bare_name(folder: Path) -> None:
    found = gather_files([write(folder / "north" / "a.txt")])

    assert names(found) == ["a.txt"]


def test_files_of_a_folder_are_named_from_it_and_sorted(folder: Path) -> None:
    write(folder / "z.txt")
    write(folder / "north" / "a.txt")
    write(folder / "b.txt")

    assert names(gather_files([folder])) == ["b.txt", "north/a.txt", "z.txt"]


def test_names_are_the_same_however_a_system_writes_accents(folder: Path) -> None:
    write(folder / unicodedata.normalize("NFD", "é.txt"))

    assert names(gather_files([folder])) == [unicodedata.normalize("NFC", "é.txt")]


@pytest.mark.parametrize(
    "name", [".hidden", "Thumbs.db", "desktop.ini", "~$open.docx", ".DS_Store"]
)
def test_what_systems_leave_behind_is_skipped_and_counted(
    folder: Path, name: str
) -> None:
    write(folder / name)

    (found,) = gather_files([folder])
    assert found.skipped


def test_hidden_folders_are_not_walked(folder: Path) -> None:
    (folder / ".git").mkdir()
    write(folder / ".git" / "a.txt")

    assert names(gather_files([folder])) == []


def test_a_case_inside_the_folder_is_skipped(folder: Path) -> None:
    make_case(folder / "case")
    write(folder / "a.txt")

    assert names(gather_files([folder])) == ["a.txt"]


def test_a_case_does_not_take_in_its_own_files(folder: Path) -> None:
    make_case(folder)
    write(folder / "a.txt")

    assert names(gather_files([folder])) == ["a.txt"]


def test_a_path_that_does_not_exist_is_wrong_usage(folder: Path) -> None:
    with pytest.raises(UsageError, match=r"gone\.txt does not exist"):
        gather_files([folder, folder / "gone.txt"])


@pytest.mark.parametrize("address", ["https://herald.example/a", "HTTP://x.example"])
def test_an_address_is_answered_with_what_to_do(address: str) -> None:
    with pytest.raises(UsageError, match="is an address") as refused:
        gather_files([address])
    assert "--fetch" in refused.value.remedy


@POSIX
def test_a_link_to_a_file_of_the_folder_is_taken(folder: Path) -> None:
    write(folder / "a.txt")
    (folder / "b.txt").symlink_to(folder / "a.txt")

    first, second = gather_files([folder])
    assert read_file(first, 99) == read_file(second, 99)


@POSIX
def test_a_link_out_of_the_folder_is_refused(folder: Path, tmp_path: Path) -> None:
    write(tmp_path / "secret.txt")
    (folder / "a.txt").symlink_to(tmp_path / "secret.txt")

    (found,) = gather_files([folder])
    assert found.trouble
    assert found.trouble.code == "link_outside"


@POSIX
def test_a_linked_folder_outside_is_refused(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    (folder / "a").symlink_to(tmp_path / "other")

    (found,) = gather_files([folder])
    assert found.trouble
    assert found.trouble.code == "link_outside"


@POSIX
def test_a_link_that_loops_back_is_not_followed(folder: Path) -> None:
    write(folder / "north" / "a.txt")
    (folder / "north" / "up").symlink_to(folder)

    assert names(gather_files([folder])) == ["north/a.txt"]


@POSIX
@pytest.mark.parametrize("target", ["gone.txt", "a.txt"])
def test_a_link_to_nothing_is_one_trouble(folder: Path, target: str) -> None:
    (folder / "a.txt").symlink_to(target)

    (found,) = gather_files([folder])
    assert found.trouble
    assert found.trouble.code == "unreadable_file"


@POSIX
def test_a_folder_given_as_a_link_is_walked(folder: Path, tmp_path: Path) -> None:
    write(folder / "a.txt")
    (tmp_path / "link").symlink_to(folder)

    assert names(gather_files([tmp_path / "link"])) == ["a.txt"]


@POSIX
def test_a_pipe_is_no_file(folder: Path) -> None:
    os.mkfifo(folder / "pipe")

    (found,) = gather_files([folder])
    assert found.trouble
    assert found.trouble.code == "no_file"


def test_a_folder_that_cannot_be_opened_is_one_trouble(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "scandir", refuse)

    (found,) = gather_files([folder])
    assert found.name == "pages"
    assert found.trouble
    assert "Permission denied" in found.trouble.problem


def test_a_file_that_vanishes_is_one_trouble(folder: Path) -> None:
    (found,) = gather_files([write(folder / "a.txt")])
    found.path.unlink()

    with pytest.raises(MaterialError, match="cannot be opened"):
        read_file(found, 99)


def test_a_big_file_is_refused_before_it_is_read(folder: Path) -> None:
    (found,) = gather_files([write(folder / "a.txt", "sixsix")])

    with pytest.raises(MaterialError, match="6 bytes are more than max_bytes = 5"):
        read_file(found, 5)


def test_a_file_that_vanishes_while_it_is_looked_at_is_one_trouble(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(folder / "a.txt")
    monkeypatch.setattr(Path, "exists", lambda self: True)
    path.unlink()

    (found,) = gather_files([path])
    assert found.trouble
    assert found.trouble.code == "unreadable_file"
