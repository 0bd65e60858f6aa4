"""`tumen run`: read, extract, corroborate, estimate."""

from datetime import UTC, datetime

from tumen.cli.options import CaseFolder
from tumen.cli.progress import ProgressLine
from tumen.cli.wording import counted
from tumen.pipeline.case import open_case
from tumen.pipeline.run import RunSummary, run_case


def run(case: CaseFolder) -> int:
    """Read what is new, find claims, group them by origin, answer.

    Safe to stop at any moment: run it again and it goes on where it was.
    """
    with open_case(case) as opened:
        with ProgressLine() as line:
            summary = run_case(opened, now=datetime.now(UTC), report=line)
        print(summary_text(summary))
    if summary.issues:
        print(f"What could not be understood: tumen issues {case}")
    if summary.pages:
        print(f"Next: tumen claims {case}   or   tumen serve {case}")
    else:
        print(f"The case is empty. Next: tumen add {case} PATH...")
    return 3 if summary.issues else 0


def summary_text(summary: RunSummary) -> str:
    """Return what a run did, in one line."""
    return (
        f"{counted(summary.pages, 'page')} ({summary.read} read now), "
        f"{counted(summary.claims, 'claim')} ({summary.unsure} too unsure to count), "
        f"{summary.refusals} refused, "
        f"{counted(summary.groups, 'group')}, {counted(summary.estimates, 'answer')}, "
        f"{counted(summary.issues, 'issue')}"
    )
