"""`tumen publish`: a redacted release."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from tumen.cli.options import CaseFolder
from tumen.pipeline.case import open_case
from tumen.pipeline.publish import publish_case


def publish(
    case: CaseFolder,
    to: Annotated[
        Path,
        typer.Option(
            help="Folder for the release; made when missing.", show_default=False
        ),
    ],
) -> int:
    """Write a redacted release: report, tables, JSON, manifest."""
    with open_case(case) as opened:
        summary = publish_case(opened, to, made_on=datetime.now(UTC).date())
    for file in summary.files:
        print(file)
    for held in summary.withheld:
        print(f"withheld: {held.count} {held.rows} ({held.rule})")
    print(summary.reviewed)
    print(f"Open {to / 'report.html'} in a browser. Head {summary.head[:16]}")
    return 0
