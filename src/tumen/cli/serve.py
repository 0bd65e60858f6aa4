"""`tumen serve`: the workbench in the browser."""

from typing import Annotated

import typer

from tumen.cli.options import CaseFolder


def serve(
    case: CaseFolder,
    port: Annotated[
        int, typer.Option(help="Port on 127.0.0.1; 0 takes a free one.")
    ] = 0,
    browser: Annotated[bool, typer.Option(help="Open the browser.")] = True,
    reviewer: Annotated[
        str | None, typer.Option(help="Who decides; your login name when left out.")
    ] = None,
) -> int:
    """Open the workbench, for this machine only. The address holds a random token."""
    # The web parts are loaded only by the command that needs them.
    from tumen.web.server import serve_case

    serve_case(case, port=port, open_browser=browser, reviewer=reviewer)
    return 0
