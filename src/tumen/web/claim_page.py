"""A claim's own address: it leads to its words on the page."""

from datetime import UTC, datetime
from urllib.parse import quote

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse

from tumen.pipeline.case import open_case


async def claim_page(request: Request) -> RedirectResponse:
    """Lead to the page of a claim, at its words."""
    wanted = request.path_params["claim"]
    with open_case(request.app.state.folder) as case:
        release = case.pages_and_claims(datetime.now(UTC).date())
    found = next((c for c in release.claims if c.id == wanted and c.doc), None)
    if found is None:
        raise HTTPException(404, f"no claim {wanted}")
    return RedirectResponse(f"/page/{quote(str(found.doc))}#c-{found.id}", 303)
