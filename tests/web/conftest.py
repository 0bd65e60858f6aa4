"""The workbench of a small case, with the token already shown."""

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tumen.web.app import make_app

HOST = "127.0.0.1:8000"
TOKEN = "a-token-for-tests"  # noqa: S105  made for this test


@pytest.fixture
def browser(case: Path) -> TestClient:
    app = make_app(case, token=TOKEN, hosts=(HOST,), reviewer="Ada")
    client = TestClient(app, base_url=f"http://{HOST}")
    client.get(f"/?token={TOKEN}")
    return client
