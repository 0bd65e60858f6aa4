"""Turn a release into files: report, tables and a manifest of their hashes."""

import hashlib
import json
from collections.abc import Mapping

from tumen.codebook.schema import Codebook
from tumen.errors import ProtectionError
from tumen.publish.json_lines import encode_rows
from tumen.publish.report import make_report
from tumen.publish.sheets import write_csv, write_xlsx
from tumen.publish.wording import reviewed_count
from tumen.records.release import Release

VIEWS = ("public", "inside")
FORMAT = 1
"""Version of the bundle's layout."""


def publish_files(
    release: Release, codebook: Codebook, *, view: str = "public"
) -> Mapping[str, bytes]:
    """Return every file of a release by name; the same release gives the same bytes.

    Args:
        view: what the caller means to write; `inside` only for the analyst's own
            screen.

    Raises:
        ProtectionError: the release is not of that view.
    """
    if view not in VIEWS or release.view != view:
        raise ProtectionError(
            f"a release for the view {release.view!r} may not be written as {view!r}",
            "Make a public release; `raw` is printed, never published.",
        )
    tables = {
        "claims": release.claims,
        "documents": release.documents,
        "origins": release.origins,
        "estimates": release.estimates,
        "boxes": release.boxes,
    }
    files = {"report.html": make_report(release, codebook).encode()}
    for name, rows in tables.items():
        files[f"{name}.jsonl"] = encode_rows(rows).encode()
    files["claims.csv"] = write_csv(release.claims)
    files["estimates.csv"] = write_csv(release.estimates)
    files["figures.xlsx"] = write_xlsx(
        {
            "claims": release.claims,
            "estimates": release.estimates,
            "withheld": release.withheld,
        }
    )
    return files | {"manifest.json": _manifest(release, files)}


def _manifest(release: Release, files: Mapping[str, bytes]) -> bytes:
    """Return the list of files with their hashes, and what they were made from."""
    content = {
        "format": FORMAT,
        "case": release.case,
        "codebook": release.codebook,
        "view": release.view,
        "made_on": release.made_on.isoformat(),
        "head": release.head,
        "claims": len(release.claims),
        "reviewed_claims": reviewed_count(release),
        "versions": dict(release.versions),
        "files": {
            name: {"sha256": hashlib.sha256(data).hexdigest(), "size_bytes": len(data)}
            for name, data in sorted(files.items())
        },
        "withheld": [
            {"rule": row.rule, "rows": row.rows, "count": row.count}
            for row in release.withheld
        ],
    }
    return (json.dumps(content, indent=1, ensure_ascii=False) + "\n").encode()
