"""A real browser without a network, and the workbench served to it."""

import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Browser, sync_playwright

from tumen.web.app import make_app
from tumen.web.server import HOST, listen

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
TOKEN = "a-token-for-tests"  # noqa: S105  made for this test
OFFLINE = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)
needs_chromium = pytest.mark.skipif(
    CHROMIUM is None, reason="no chromium on this machine: install it to run this story"
)


@contextmanager
def serving(case: Path) -> Iterator[str]:
    """Serve the workbench of a case; give its address."""
    with listen(0) as listener:
        host = f"{HOST}:{listener.getsockname()[1]}"
        app = make_app(case, token=TOKEN, hosts=(host,), reviewer="Ada")
        settings = uvicorn.Config(app, log_level="warning", access_log=False)
        server = uvicorn.Server(settings)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        yield f"http://{host}/"
        server.should_exit = True
        thread.join()


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=list(OFFLINE))
        yield browser
        browser.close()
