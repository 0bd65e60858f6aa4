"""Trouble in the material names its place, when there is one."""

from tumen.records.issue import Issue


def test_an_issue_may_be_about_bytes_that_were_never_stored() -> None:
    issue = Issue(
        stage="ingest",
        code="empty_file",
        doc="page.html",
        problem="page.html is empty",
        remedy="Save the page again.",
    )
    assert (issue.capture, issue.span) == (None, None)
