"""Only the browser with the token, on this machine, gets an answer."""

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from tumen.web.guard import Guard

HOST = "127.0.0.1:8000"
TOKEN = "a-token-for-tests"  # noqa: S105  made for this test


async def hello(request: Request) -> PlainTextResponse:
    return PlainTextResponse("hello")


@pytest.fixture
def client() -> TestClient:
    guard = Middleware(Guard, token=TOKEN, hosts=(HOST,))
    app = Starlette(routes=[Route("/", hello)], middleware=[guard])
    return TestClient(app, base_url=f"http://{HOST}", follow_redirects=False)


def test_without_a_token_nothing_is_shown(client: TestClient) -> None:
    answer = client.get("/")
    assert answer.status_code == 403
    assert "hello" not in answer.text


def test_a_wrong_token_opens_nothing(client: TestClient) -> None:
    assert client.get("/?token=guess").status_code == 403


def test_the_printed_address_sets_the_cookie_and_drops_the_token(
    client: TestClient,
) -> None:
    answer = client.get(f"/?token={TOKEN}")
    assert answer.status_code == 303
    assert answer.headers["location"] == "/"
    assert "HttpOnly" in answer.headers["set-cookie"]
    assert "samesite=strict" in answer.headers["set-cookie"].lower()


def test_the_cookie_opens_the_page(client: TestClient) -> None:
    client.get(f"/?token={TOKEN}")
    assert client.get("/").text == "hello"


def test_a_name_that_points_to_this_machine_is_refused(client: TestClient) -> None:
    client.get(f"/?token={TOKEN}")
    answer = client.get("/", headers={"host": "rebound.example:8000"})
    assert answer.status_code == 421


def test_no_answer_may_load_or_frame_anything_from_outside(client: TestClient) -> None:
    policy = client.get("/").headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy


def test_no_answer_is_kept_or_referred_to(client: TestClient) -> None:
    headers = client.get("/").headers
    assert headers["cache-control"] == "no-store"
    assert headers["referrer-policy"] == "no-referrer"


def test_a_form_of_another_port_is_refused(client: TestClient) -> None:
    client.get(f"/?token={TOKEN}")
    answer = client.get("/", headers={"origin": "http://127.0.0.1:9999"})
    assert answer.status_code == 403


def test_the_own_origin_is_let_in(client: TestClient) -> None:
    client.get(f"/?token={TOKEN}")
    assert client.get("/", headers={"origin": f"http://{HOST}"}).text == "hello"


def test_two_workbenches_do_not_share_a_cookie(client: TestClient) -> None:
    answer = client.get(f"/?token={TOKEN}")
    assert answer.headers["set-cookie"].startswith("tumen-8000=")


@pytest.mark.parametrize("path", ["//evil.example/", "/%5Cevil.example/"])
def test_the_welcome_leads_to_no_other_host(client: TestClient, path: str) -> None:
    answer = client.get(f"http://{HOST}{path}?token={TOKEN}")
    assert answer.headers["location"] == "/evil.example/"
