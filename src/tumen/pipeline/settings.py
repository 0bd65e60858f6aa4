"""Settings of a case: one dataclass per stage, read once from `tumen.toml`."""

import difflib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar, get_type_hints

from tumen.errors import SettingsError

FILE_NAME = "tumen.toml"
ANALYZERS = ("auto", "spacy", "regex", "encoder")

S = TypeVar("S")


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseSettings:
    """`[case]`: what the case is called, and the codebook it is read with.

    Args:
        name: shown on screens and in reports; the folder's when left out.
        codebook: a built-in one, or a folder with `codebook.toml` (a relative one
            lies in the case folder).
    """

    name: str
    codebook: str = "dprk-labour"


@dataclass(frozen=True, slots=True, kw_only=True)
class IngestSettings:
    """`[ingest]`: what is taken in.

    Args:
        max_bytes: larger files are refused with an issue; at least 1.
        fetch_timeout_s: seconds of silence after which `add --fetch` gives up;
            at least 1.
    """

    max_bytes: int = 20_000_000
    fetch_timeout_s: int = 30

    def __post_init__(self) -> None:
        _at_least_one("max_bytes", self.max_bytes)
        _at_least_one("fetch_timeout_s", self.fetch_timeout_s)


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtractSettings:
    """`[extract]`: how claims are found.

    Args:
        analyzer: `auto` uses the English parser when it is installed, `spacy`
            insists on it, `regex` never uses it, `encoder` is `auto` with the
            transformer of the codebook: it reads best, several times slower.
    """

    analyzer: str = "auto"

    def __post_init__(self) -> None:
        if self.analyzer not in ANALYZERS:
            raise SettingsError(
                f"analyzer = {self.analyzer!r} is not known",
                f"Use one of: {', '.join(ANALYZERS)}.",
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class RunSettings:
    """`[run]`: where the work is done.

    Args:
        workers: processes that read pages; 1 works in this process. The results
            are the same.
    """

    workers: int = 1

    def __post_init__(self) -> None:
        _at_least_one("workers", self.workers)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """All settings of a case; each field is one table of the file."""

    case: CaseSettings
    ingest: IngestSettings = field(default_factory=IngestSettings)
    extract: ExtractSettings = field(default_factory=ExtractSettings)
    run: RunSettings = field(default_factory=RunSettings)


def read_settings(path: Path) -> Settings:
    """Return the settings in a file.

    Raises:
        SettingsError: the file cannot be read, or holds an unknown table or key, or a
            value of the wrong type or range. The message names file and key.
    """
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SettingsError(f"{path}: {error}", "Mend the file.") from error
    kinds = get_type_hints(Settings)
    _check_keys(path, tables, kinds, "table")
    given = {
        name: _read_table(path, name, tables.get(name, {}), kind)
        for name, kind in kinds.items()
    }
    return Settings(**given)


def write_settings(path: Path, name: str, codebook: str) -> None:
    """Write the settings of a new case, each with a comment; all or nothing."""
    text = TEMPLATE.format(name=_quoted(name), codebook=_quoted(codebook))
    draft = path.with_suffix(".part")
    draft.write_text(text, encoding="utf-8")
    draft.replace(path)


def _read_table(path: Path, name: str, table: object, kind: type[S]) -> S:
    if not isinstance(table, dict):
        raise SettingsError(
            f"{path}: {name} is no table", f"Write [{name}] on a line of its own."
        )
    if kind is CaseSettings:
        table = {"name": path.absolute().parent.name or "case", **table}
    types = get_type_hints(kind)
    _check_keys(path, table, types, f"key of [{name}]")
    for key, value in table.items():
        if type(value) is not types[key]:
            raise SettingsError(
                f"{path}: [{name}] {key} = {value!r} is not {WORDS[types[key]]}",
                f"Give {key} as {WORDS[types[key]]}.",
            )
    try:
        return kind(**table)
    except SettingsError as error:
        raise SettingsError(
            f"{path}: [{name}] {error.problem}", error.remedy
        ) from error


def _check_keys(
    path: Path, given: Mapping[str, object], known: Mapping[str, object], what: str
) -> None:
    for key in given:
        if key not in known:
            near = difflib.get_close_matches(key, known, n=1, cutoff=0)
            raise SettingsError(
                f"{path}: {key!r} is no known {what}",
                f"Did you mean {near[0]!r}? Known: {', '.join(known)}.",
            )


def _at_least_one(key: str, value: int) -> None:
    if value < 1:
        raise SettingsError(f"{key} = {value} is below 1", "Give 1 or more.")


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(c if c.isprintable() else " " for c in escaped) + '"'


WORDS: Mapping[object, str] = {int: "a whole number", str: "a text in quotes"}

TEMPLATE = """\
# Settings of this case. What is left out has the value shown here.

[case]
name = {name}
# A built-in codebook, or a folder with codebook.toml.
codebook = {codebook}

[ingest]
# Larger files are refused with an issue.
max_bytes = 20_000_000
# Seconds of silence after which `tumen add --fetch` gives up.
fetch_timeout_s = 30

[extract]
# auto: the English parser when it is installed; spacy: insist on it; regex: never;
# encoder: as auto, and a small transformer reads along: best, several times slower.
analyzer = "auto"

[run]
# Processes that read pages. The results are the same.
workers = 1
"""
