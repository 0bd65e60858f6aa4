"""Walk the paths a user adds: which files to take, under which names."""

import os
import stat
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tumen.errors import MaterialError, UsageError
from tumen.ingest.captures import too_big
from tumen.pipeline.settings import FILE_NAME as SETTINGS_NAME
from tumen.store.rows import FILE_NAME as STORE_NAME

# Files that systems and programs leave behind, lower case.
LITTER = frozenset({"thumbs.db", "desktop.ini", "__macosx", "icon\r"})
DRAFT_MARK = "~$"
"""Begins the names of lock files that office programs leave."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A file to take, or why it is not taken.

    Args:
        name: path relative to the added folder, `/` between parts, Unicode NFC.
        skipped: True for hidden files and litter; they are counted, not taken.
        trouble: why it cannot be taken, else None.
    """

    name: str
    path: Path
    skipped: bool = False
    trouble: MaterialError | None = None


def gather_files(paths: Iterable[str | Path]) -> list[Found]:
    """Return what lies under the paths, sorted by name for each of them.

    Links inside a folder are followed to files of that folder only; linked folders
    are not walked again, so loops do no harm. Case folders are skipped.

    Raises:
        UsageError: a path does not exist, or is an address.
    """
    roots = [_checked(path) for path in paths]
    return [found for root in roots for found in _walk_root(root)]


def read_file(found: Found, max_bytes: int) -> bytes:
    """Return the bytes of a file.

    Raises:
        MaterialError: it cannot be read, or is larger than `max_bytes`; nothing
            beyond that is read.
    """
    try:
        with found.path.open("rb") as file:
            size_bytes = os.fstat(file.fileno()).st_size
            if size_bytes > max_bytes:
                raise too_big(size_bytes, max_bytes)
            data = file.read(max_bytes + 1)
    except OSError as error:
        raise _unreadable(error) from error
    return data


def _checked(path: str | Path) -> Path:
    text = str(path)
    if text.lower().startswith(("http://", "https://")):
        raise UsageError(
            f"{text} is an address, not a file",
            "Save the page in your browser and add the file, or let Tumen get it: "
            "tumen add CASE --fetch ADDRESS",
        )
    if not Path(path).exists():
        raise UsageError(f"{text} does not exist", "Check how the path is written.")
    return Path(path)


def _walk_root(root: Path) -> list[Found]:
    if not root.is_dir():
        return [_judge_file(root, _clean(root.name))]
    base = Path(os.path.realpath(root))
    return sorted(_walk(base, base), key=lambda found: found.name)


def _walk(folder: Path, base: Path) -> Iterator[Found]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        yield Found(name=_name(folder, base), path=folder, trouble=_unreadable(error))
        return
    for entry in entries:
        path = Path(entry.path)
        if _is_left_behind(entry.name):
            yield Found(name=_name(path, base), path=path, skipped=True)
        elif entry.is_symlink():
            yield _judge_link(path, base)
        elif entry.is_dir():
            if _is_case(path):
                yield Found(name=_name(path, base), path=path, skipped=True)
            else:
                yield from _walk(path, base)
        elif not (folder == base and _is_case(base) and _is_case_file(entry.name)):
            yield _judge_file(path, _name(path, base))


def _is_left_behind(name: str) -> bool:
    return name.startswith((".", DRAFT_MARK)) or name.lower() in LITTER


def _is_case(folder: Path) -> bool:
    return (folder / SETTINGS_NAME).is_file() and (folder / STORE_NAME).is_file()


def _is_case_file(name: str) -> bool:
    return name == SETTINGS_NAME or name.startswith("case.")


def _judge_link(path: Path, base: Path) -> Found:
    name = _name(path, base)
    try:
        target = Path(os.path.realpath(path, strict=True))
    except OSError as error:
        return Found(name=name, path=path, trouble=_unreadable(error))
    if not target.is_relative_to(base):
        trouble = MaterialError(
            "the link leads out of the folder",
            "Add the file it points to by its own path.",
            "link_outside",
        )
        return Found(name=name, path=path, trouble=trouble)
    if target.is_dir():
        # Walked under its own name already.
        return Found(name=name, path=path, skipped=True)
    return _judge_file(target, name)


def _judge_file(path: Path, name: str) -> Found:
    try:
        mode = path.stat().st_mode
    except OSError as error:
        return Found(name=name, path=path, trouble=_unreadable(error))
    if not stat.S_ISREG(mode):
        trouble = MaterialError(
            "this is no file but a device or pipe", "Add files and folders.", "no_file"
        )
        return Found(name=name, path=path, trouble=trouble)
    return Found(name=name, path=path)


def _unreadable(error: OSError) -> MaterialError:
    return MaterialError(
        f"cannot be opened: {error.strerror or 'unknown reason'}",
        "Check that the file is there and that you may read it.",
        "unreadable_file",
    )


def _name(path: Path, base: Path) -> str:
    return _clean(path.relative_to(base).as_posix()) if path != base else base.name


def _clean(name: str) -> str:
    # File names may hold bytes that are no text; the name in the case is text.
    text = os.fsencode(name).decode("utf-8", errors="replace")
    return unicodedata.normalize("NFC", text)
