"""`tumen issues`: what in the material could not be understood."""

from tumen.cli.answers import lines, make_table, print_table
from tumen.cli.options import CaseFolder
from tumen.cli.wording import counted, shorten
from tumen.pipeline.case import open_case


def issues(case: CaseFolder) -> int:
    """List what could not be understood, and what to do about it."""
    with open_case(case) as opened:
        found = opened.issues()
    table = make_table(
        counted(len(found), "issue"), ("page", "issue", "what, and what to do")
    )
    for issue in found:
        table.add_row(
            issue.doc,
            f"{issue.stage}: {issue.code}",
            lines(shorten(issue.problem), issue.remedy),
        )
    print_table(table)
    return 3 if found else 0
