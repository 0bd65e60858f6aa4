"""A release is written whole, with a manifest and without protected names."""

import hashlib
import json
from pathlib import Path

import pytest

from tests.cli.conftest import Printed, Run


@pytest.fixture
def release(case: Path) -> Path:
    return case.parent / "release"


@pytest.fixture
def printed(run: Run, case: Path, release: Path) -> Printed:
    return run("publish", case, "--to", release)


def test_every_file_is_printed_and_written(printed: Printed, release: Path) -> None:
    assert printed.code == 0
    written = {str(file) for file in release.rglob("*") if file.is_file()}
    assert written <= set(printed.out.splitlines())
    assert {"report.html", "manifest.json"} <= {path.name for path in release.iterdir()}


def test_a_release_that_nobody_reviewed_says_so(printed: Printed) -> None:
    assert "Nobody has reviewed this release." in printed.out


def test_the_manifest_holds_the_hash_of_the_report(
    printed: Printed, release: Path
) -> None:
    digest = hashlib.sha256((release / "report.html").read_bytes()).hexdigest()
    manifest = json.loads((release / "manifest.json").read_text(encoding="utf-8"))
    assert digest in json.dumps(manifest)


def test_no_file_names_the_person_who_fled(printed: Printed, release: Path) -> None:
    files = [file for file in release.rglob("*") if file.is_file()]
    assert [file.name for file in files if b"Han Model" in file.read_bytes()] == []


def test_what_was_withheld_is_counted_not_told(printed: Printed) -> None:
    assert "withheld: " in printed.out
    assert "Han Model" not in printed.out


def test_the_last_line_says_what_to_open(printed: Printed, release: Path) -> None:
    assert printed.out.splitlines()[-1].startswith(f"Open {release / 'report.html'}")


def test_a_file_in_the_way_is_named(run: Run, case: Path, release: Path) -> None:
    release.write_text("in the way", encoding="utf-8")
    shown = run("publish", case, "--to", release)
    assert shown.code == 1
    assert "release" in shown.err
