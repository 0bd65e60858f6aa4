"""The list of pages of the case."""

from datetime import UTC, datetime

from starlette.requests import Request
from starlette.responses import HTMLResponse

from tumen.pipeline.case import open_case
from tumen.web.templates import render


async def pages_page(request: Request) -> HTMLResponse:
    """List every page with its outlet, date and number of claims."""
    with open_case(request.app.state.folder) as case:
        release = case.pages_and_claims(datetime.now(UTC).date())
    count = {page.doc: 0 for page in release.documents}
    for claim in release.claims:
        if claim.doc in count:
            count[claim.doc] += 1
    return render("pages.html", case=release.case, pages=release.documents, count=count)
