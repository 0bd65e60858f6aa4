"""Serve a case to the browser of this machine, and to nobody else."""

import getpass
import secrets
import socket
import webbrowser
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from threading import Thread

import uvicorn

from tumen.errors import TumenError, UsageError
from tumen.pipeline.case import open_case
from tumen.pipeline.desk import warm_gate
from tumen.pipeline.replay import weigh_case
from tumen.web.app import make_app

HOST = "127.0.0.1"


def serve_case(
    folder: Path,
    *,
    port: int = 0,
    open_browser: bool = True,
    reviewer: str | None = None,
) -> None:
    """Serve until stopped with Ctrl-C.

    Args:
        port: on 127.0.0.1; 0 takes a free one.
        reviewer: who decides here, the login name when None.

    Raises:
        CaseError: the folder holds no case.
        UsageError: the port is taken.
    """
    with open_case(folder):
        pass  # Says at once when there is no case.
    with listen(port) as listener:
        token = secrets.token_urlsafe(24)
        host = f"{HOST}:{listener.getsockname()[1]}"
        reader = reviewer or getpass.getuser()
        app = make_app(folder, token=token, hosts=(host,), reviewer=reader)
        address = f"http://{host}/?token={token}"
        print(f"Workbench: {address}", flush=True)  # noqa: T201  the address is the answer
        print("Stop with Ctrl-C.", flush=True)  # noqa: T201
        Thread(target=warm_up, args=(folder,), daemon=True).start()
        if open_browser:
            webbrowser.open(address)
        settings = uvicorn.Config(app, log_level="warning", access_log=False)
        uvicorn.Server(settings).run(sockets=[listener])


def warm_up(folder: Path) -> None:
    """Weigh the case once, so that the first decision need not wait for the compiler."""
    with open_case(folder) as case, suppress(TumenError):
        warm_gate(case)
        weigh_case(case, today=datetime.now(UTC).date())


def listen(port: int) -> socket.socket:
    """Return a listening socket on the loopback address.

    Raises:
        UsageError: the port is taken or not allowed.
    """
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        listener.bind((HOST, port))
    except (OSError, OverflowError) as error:
        listener.close()
        raise UsageError(
            f"port {port}: {error}", "Use --port 0 for a free one."
        ) from error
    listener.listen()
    return listener
