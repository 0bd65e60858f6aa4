"""The pages of the workbench and where they are found."""

from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from contextlib import asynccontextmanager
from pathlib import Path

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from tumen.errors import TumenError
from tumen.pipeline.case import open_case
from tumen.web.claim_page import claim_page
from tumen.web.desk_page import desk_decide, desk_page
from tumen.web.guard import Guard
from tumen.web.pages_page import pages_page
from tumen.web.reading_page import decide, reading_page
from tumen.web.report_page import report_page
from tumen.web.system_page import system_page
from tumen.web.templates import render
from tumen.web.what_if_page import what_if_page
from tumen.web.world_page import Worlds, world_page

Page = Callable[[Request], Awaitable[Response]]


def settled(page: Page) -> Page:
    """Return a page that is shown when no decision waits to be weighed any more."""

    async def weighed(request: Request) -> Response:
        # Beside the loop: weighing a large case takes seconds, the desk must not wait.
        await run_in_threadpool(settle_case, request.app)
        return await page(request)

    return weighed


def settle_case(app: Starlette) -> None:
    """Weigh the decisions that wait, over the desk's own door to the case if it is open."""
    if app.state.desk is not None:
        app.state.desk.case.settle()
        return
    with open_case(app.state.folder) as case:
        case.settle()


ROUTES = (
    Route("/", settled(system_page)),
    Route("/what-if", settled(what_if_page)),
    Route("/world", world_page),
    Route("/desk", desk_page),
    Route("/desk", desk_decide, methods=["POST"]),
    Route("/pages", pages_page),
    Route("/page/{doc:path}", reading_page),
    Route("/claim/{claim}", claim_page),
    Route("/decide", decide, methods=["POST"]),
    Route("/report", settled(report_page)),
    Mount(
        "/static",
        StaticFiles(packages=[("tumen.web", "static"), ("tumen.publish", "static")]),
    ),
)


@asynccontextmanager
async def close_desk(app: Starlette) -> AsyncIterator[None]:
    """Let go of the case when the workbench ends."""
    yield
    if app.state.desk is not None:
        app.state.desk.case.close()


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
        lifespan=close_desk,
    )
    app.state.folder = folder
    app.state.reviewer = reviewer
    app.state.worlds = Worlds()
    app.state.desk = None  # Opened by the first look at it.
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
