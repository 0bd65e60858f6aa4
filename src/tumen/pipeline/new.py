"""Make a case folder."""

import os
from pathlib import Path

from tumen.codebook.load import BUILT_IN, load_codebook
from tumen.errors import CaseError
from tumen.pipeline.settings import FILE_NAME, write_settings


def make_case(folder: Path, codebook: str = "dprk-labour") -> None:
    """Make an empty case; its settings are written last, so half a case is none.

    Args:
        codebook: a built-in one, or a folder with `codebook.toml`.

    Raises:
        CaseError: there is a case already, or the folder cannot be made.
        CodebookError: no such codebook, or it is wrong.
    """
    # Imported here so that `tumen --help` answers at once.
    from tumen.store.case_store import CaseStore

    if (folder / FILE_NAME).exists():
        raise CaseError(
            f"{folder} holds a case already",
            f"Go on with it (tumen add {folder} PATH...), or choose another folder.",
        )
    load_codebook(codebook)
    try:
        # Only its owner may look in: the pages may name people at risk.
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise CaseError(
            f"{folder}: {error.strerror}", "Choose a folder you may write to."
        ) from error
    CaseStore.create(folder).close()
    name = folder.resolve().name or "case"
    write_settings(folder / FILE_NAME, name, _settled(codebook, folder))


def _settled(codebook: str, folder: Path) -> str:
    """Return how the settings name a codebook, wherever commands are run later."""
    if codebook in BUILT_IN:
        return codebook
    where = Path(codebook).resolve()
    if where.is_relative_to(folder.resolve()):
        return where.relative_to(folder.resolve()).as_posix()
    return Path(os.path.abspath(where)).as_posix()  # noqa: PTH100  no links followed
