"""What a release would show: the cleared report, as it would leave this machine."""

from datetime import UTC, datetime

from starlette.requests import Request
from starlette.responses import Response

from tumen.pipeline.case import open_case
from tumen.publish.bundle import publish_files


async def report_page(request: Request) -> Response:
    """Show the public report; it is made by the same code as `tumen publish`."""
    with open_case(request.app.state.folder) as case:
        release = case.release("public", made_on=datetime.now(UTC).date())
        files = publish_files(release, case.codebook)
    return Response(files["report.html"], media_type="text/html; charset=utf-8")
