"""A bundle is complete, hashed, repeatable, and public unless told otherwise."""

import hashlib
import json
from dataclasses import replace

import pytest

from tumen.codebook.schema import Codebook
from tumen.errors import ProtectionError
from tumen.publish.bundle import publish_files
from tumen.records.release import Release

FILES = {
    "report.html",
    "claims.csv",
    "claims.jsonl",
    "documents.jsonl",
    "origins.jsonl",
    "estimates.jsonl",
    "estimates.csv",
    "boxes.jsonl",
    "figures.xlsx",
    "manifest.json",
}


def test_the_bundle_holds_report_tables_and_manifest(
    release: Release, codebook: Codebook
) -> None:
    assert set(publish_files(release, codebook)) == FILES


def test_the_manifest_hashes_every_other_file(
    release: Release, codebook: Codebook
) -> None:
    files = publish_files(release, codebook)
    listed = json.loads(files["manifest.json"])
    hashes = {name: hashlib.sha256(data).hexdigest() for name, data in files.items()}
    del hashes["manifest.json"]
    assert {name: entry["sha256"] for name, entry in listed["files"].items()} == hashes
    assert (listed["head"], listed["versions"]) == ("0" * 64, {"code": "0.1.0"})


def test_the_manifest_tells_how_many_claims_people_reviewed(
    release: Release, codebook: Codebook
) -> None:
    listed = json.loads(publish_files(release, codebook)["manifest.json"])
    assert (listed["claims"], listed["reviewed_claims"]) == (8, 1)


def test_the_same_release_gives_the_same_bytes(
    release: Release, codebook: Codebook
) -> None:
    assert publish_files(release, codebook) == publish_files(release, codebook)


@pytest.mark.parametrize("view", ["inside", "raw"])
def test_only_a_public_release_is_published(
    release: Release, codebook: Codebook, view: str
) -> None:
    with pytest.raises(ProtectionError, match=view):
        publish_files(replace(release, view=view), codebook)


def test_an_inside_release_needs_an_inside_call(
    release: Release, codebook: Codebook
) -> None:
    inside = replace(release, view="inside")
    assert (
        b"Inside view" in publish_files(inside, codebook, view="inside")["report.html"]
    )


def test_raw_is_never_written(release: Release, codebook: Codebook) -> None:
    with pytest.raises(ProtectionError):
        publish_files(replace(release, view="raw"), codebook, view="raw")
