"""`tumen demo`: the whole thread on the invented example pages."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

import tumen
from tumen.cli.answers import make_table, print_table
from tumen.cli.progress import ProgressLine
from tumen.cli.run import summary_text
from tumen.cli.wording import quoted, voice
from tumen.errors import CaseError
from tumen.pipeline.add import add_paths
from tumen.pipeline.case import Case, open_case
from tumen.pipeline.new import make_case
from tumen.pipeline.publish import publish_case
from tumen.pipeline.run import run_case
from tumen.publish.table_rows import headers_of
from tumen.publish.wording import estimate_words
from tumen.records.release import ReleasedClaim, ReleasedEstimate

SHOWN, SHOWN_WHO, SHOWN_WHERE = "people.present", "NK workers", "Russia"


def demo(
    folder: Annotated[
        Path, typer.Argument(metavar="FOLDER", help="Where the case is made.")
    ] = Path("tumen-demo"),
) -> int:
    """Run everything on invented pages with real public figures.

    Makes a case, reads the pages, prints the answers and writes the report.
    """
    now = datetime.now(UTC)
    if not (folder / "tumen.toml").exists():
        make_case(folder, "dprk-labour")
    with open_case(folder) as case:
        refuse_other_pages(case, folder)
        with ProgressLine() as line:
            add_paths(case, [str(examples_folder())], now=now, report=line)
            summary = run_case(case, now=now, report=line)
        print(summary_text(summary))
        show_answers(case, now)
        publish_case(case, folder / "report", made_on=now.date())
    report = (folder / "report" / "report.html").resolve()
    print(f"\nReport:     {report.as_uri()}")
    print(f"Workbench:  tumen serve {folder}")
    print(f'Ask:        tumen ask {folder} "how many in 2017"')
    return 0


def refuse_other_pages(case: Case, folder: Path) -> None:
    """Keep the invented pages out of a case with pages of its own.

    Raises:
        CaseError: the case holds a page that is none of the examples.
    """
    examples = examples_folder()
    files = {file.relative_to(examples).as_posix() for file in examples.rglob("*.*")}
    others = sorted({capture.name for capture in case.captures()} - files)
    if others:
        raise CaseError(
            f"{folder} holds pages of its own, e.g. {others[0]}",
            "Choose another folder for the invented pages: tumen demo FOLDER.",
        )


def examples_folder() -> Path:
    """Return the example pages, inside the package or beside the source tree.

    Raises:
        CaseError: the package was built without them.
    """
    package = Path(tumen.__file__).parent
    for folder in (package / "examples", package.parents[1] / "examples"):
        if folder.is_dir():
            return folder
    raise CaseError("the example pages are missing", "Install Tumen again.")


def show_answers(case: Case, now: datetime) -> None:
    """Print people present, year by year, with one quote and its voice for each."""
    release = case.release("inside", made_on=now.date())
    claims = {claim.id: claim for claim in release.claims}
    headers = headers_of(release)
    table = make_table(
        f"{SHOWN_WHO} in {SHOWN_WHERE}: 90 % bands (invented pages, real public figures)",
        (
            "year#",
            "estimate#",
            "origins#",
            "in these words, for example",
            "who said it",
        ),
    )
    for row in sorted(release.estimates, key=lambda row: row.date):
        used = [claims[claim] for claim in row.claims if claim in claims]
        if used and is_shown(row):
            first = min(used, key=lambda claim: _distance(claim, row.date.year))
            table.add_row(
                str(row.date.year),
                estimate_words(row),
                str(len(row.lineages)),
                quoted(first, headers),
                voice(first),
            )
    print_table(table)


def _distance(claim: ReleasedClaim, year: int) -> tuple[bool, int, int]:
    """Order claims: about people present, about the year, then the shortest words."""
    day = claim.as_of_end or claim.as_of_start
    away = abs(day.year - year) if day else year
    return claim.element != SHOWN, away, len(claim.quote or "")


def is_shown(row: ReleasedEstimate) -> bool:
    """Return whether an answer is about people present and was not carried forward."""
    series = (row.element, row.population, row.place)
    return series == (SHOWN, SHOWN_WHO, SHOWN_WHERE) and row.carried_from is None
