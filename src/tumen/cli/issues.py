"""`tumen issues`: what in the material could not be understood."""

from tumen.cli.answers import make_table, print_table
from tumen.cli.options import CaseFolder
from tumen.pipeline.case import open_case


def issues(case: CaseFolder) -> int:
    """List what could not be read or understood, and what to do about it."""
    with open_case(case) as opened:
        found = opened.issues()
    table = make_table(
        f"{len(found)} issues", ("stage", "issue", "doc", "what", "what to do")
    )
    for issue in found:
        table.add_row(issue.stage, issue.code, issue.doc, issue.problem, issue.remedy)
    print_table(table)
    return 3 if found else 0
