"""Write a redacted release into a folder."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from tumen.errors import CaseError
from tumen.records.release import Withheld
from tumen.store.rows import FILE_NAME

if TYPE_CHECKING:
    from tumen.pipeline.case import Case

VIEW = "public"


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishSummary:
    """What was written.

    Args:
        files: paths, sorted.
        withheld: what the protection policy held back, by rule and count.
        head: hash of the last review decision.
        reviewed: how many of the claims people have reviewed, in words.
    """

    files: tuple[Path, ...]
    withheld: tuple[Withheld, ...]
    head: str
    reviewed: str


def publish_case(case: "Case", folder: Path, *, made_on: date) -> PublishSummary:
    """Write the files of a public release; made when the folder is missing.

    Raises:
        CaseError: a file cannot be written, or the folder holds a case: whoever is
            given the release would be given everything that it withholds.
    """
    if (folder / FILE_NAME).exists():
        raise CaseError(
            f"{folder} holds a case, which a release may not lie beside",
            f"Choose another folder: --to {folder / 'release'}",
        )
    from tumen.publish.bundle import publish_files
    from tumen.publish.wording import reviewed_words

    release = case.release(VIEW, made_on=made_on)
    contents = publish_files(release, case.codebook)
    return PublishSummary(
        files=write_files(folder, contents),
        withheld=release.withheld,
        head=release.head,
        reviewed=reviewed_words(release),
    )


def write_files(folder: Path, contents: Mapping[str, bytes]) -> tuple[Path, ...]:
    """Write files, each whole or not at all, and return their paths, sorted.

    Args:
        contents: bytes by file name; a name may hold `/` for a folder below.

    Raises:
        CaseError: a file cannot be written.
    """
    written: list[Path] = []
    for name, content in sorted(contents.items()):
        path = folder / name
        draft = path.with_name(f"{path.name}.part")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            draft.write_bytes(content)
            draft.replace(path)
        except OSError as error:
            raise CaseError(
                f"{path}: {error.strerror}", "Choose a folder you may write to."
            ) from error
        written.append(path)
    return tuple(written)
