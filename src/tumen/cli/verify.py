"""`tumen verify`: check every byte, span, row and decision."""

from tumen.cli.options import CaseFolder
from tumen.pipeline.case import open_case
from tumen.pipeline.verify import verify_case


def verify(case: CaseFolder) -> int:
    """Recompute every hash and name what was changed."""
    with open_case(case) as opened:
        report = verify_case(opened)
    for fault in report.faults:
        print(f"changed: {fault}")
    counts = ", ".join(f"{count} {what}" for what, count in report.checked.items())
    print(f"Checked {counts}. {len(report.faults)} changed.")
    print(f"Head of the decisions: {report.head}")
    return 1 if report.faults else 0
