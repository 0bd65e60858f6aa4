"""The pages of the workbench and where they are found."""

from collections.abc import Iterable
from pathlib import Path

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from tumen.errors import TumenError
from tumen.web.claim_page import claim_page
from tumen.web.guard import Guard
from tumen.web.pages_page import pages_page
from tumen.web.reading_page import decide, reading_page
from tumen.web.report_page import report_page
from tumen.web.system_page import system_page
from tumen.web.templates import render
from tumen.web.what_if_page import what_if_page
from tumen.web.world_page import Worlds, world_page

ROUTES = (
    Route("/", system_page),
    Route("/what-if", what_if_page),
    Route("/world", world_page),
    Route("/pages", pages_page),
    Route("/page/{doc:path}", reading_page),
    Route("/claim/{claim}", claim_page),
    Route("/decide", decide, methods=["POST"]),
    Route("/report", report_page),
    Mount(
        "/static",
        StaticFiles(packages=[("tumen.web", "static"), ("tumen.publish", "static")]),
    ),
)


def make_app(
    folder: Path, *, token: str, hosts: Iterable[str], reviewer: str
) -> Starlette:
    """Return the workbench of one case.

    Args:
        folder: the case.
        token: what the browser must bring.
        hosts: accepted Host headers, e.g. `127.0.0.1:8765`.
        reviewer: who decides here; written into every decision.
    """
    app = Starlette(
        routes=ROUTES,
        middleware=[Middleware(Guard, token=token, hosts=tuple(hosts))],
        exception_handlers={TumenError: show_trouble, HTTPException: show_missing},
    )
    app.state.folder = folder
    app.state.reviewer = reviewer
    app.state.worlds = Worlds()
    return app


async def show_trouble(request: Request, error: Exception) -> Response:
    """Show what cannot be done and what to do next."""
    problem = getattr(error, "problem", str(error))
    remedy = getattr(error, "remedy", "")
    return render("trouble.html", 409, case="", problem=problem, remedy=remedy)


async def show_missing(request: Request, error: Exception) -> Response:
    """Show that there is no such page."""
    status = getattr(error, "status_code", 404)
    detail = str(getattr(error, "detail", error))
    remedy = "Go back to the list of pages."
    return render("trouble.html", status, case="", problem=detail, remedy=remedy)
