import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from tumen.errors import FetchError, UsageError
from tumen.pipeline import fetch as module
from tumen.pipeline.fetch import Fetched, fetch_page, is_public, name_of, resolve_host
from tumen.pipeline.settings import IngestSettings

LIMITS = IngestSettings(max_bytes=1000, fetch_timeout_s=5)
LOOPBACK = "127.0.0.1"


class Site(BaseHTTPRequestHandler):
    """An invented site on this machine."""

    def do_GET(self) -> None:
        status, headers, body = ANSWERS.get(self.path.partition("?")[0], MISSING)
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value.replace("PORT", str(self.server.server_port)))  # type: ignore[attr-defined]  # an HTTPServer
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        seen.append(self.headers["User-Agent"])


Answer = tuple[int, dict[str, str], bytes]
MISSING: Answer = (404, {}, b"")
ANSWERS: dict[str, Answer] = {
    "/page": (200, {"Content-Type": "text/html; charset=KOI8-R"}, b"<p>words"),
    "/plain": (200, {}, b"words"),
    "/moved": (302, {"Location": "/page"}, b""),
    "/twice": (301, {"Location": "/moved"}, b""),
    "/loop": (302, {"Location": "/loop"}, b""),
    "/nowhere": (302, {}, b""),
    "/inside": (302, {"Location": "http://inside.example:PORT/page"}, b""),
    "/file": (302, {"Location": "file:///etc/hostname"}, b""),
    "/mail": (302, {"Location": "mailto:someone@herald.example"}, b""),
    "/named": (302, {"Location": "http://me:secret@herald.example:PORT/page"}, b""),
    "/far": (302, {"Location": "http://herald.example:99999/page"}, b""),
    "/odd": (302, {"Location": "http://[broken/page"}, b""),
    "/long": (200, {}, b"x" * 1001),
    "/packed": (200, {"Content-Encoding": "gzip"}, b"\x1f\x8b"),
    "/cut": (200, {"Content-Length": "50"}, b"only this"),
    "/error": (503, {}, b""),
}
seen: list[str] = []


@pytest.fixture
def port() -> Iterator[int]:
    server = ThreadingHTTPServer((LOOPBACK, 0), Site)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    yield server.server_port
    server.shutdown()
    server.server_close()
    thread.join()


def resolve(host: str, port: int) -> tuple[str, ...]:
    return ("10.0.0.7",) if host == "inside.example" else (LOOPBACK,)


def allow(address: str) -> bool:
    return address == LOOPBACK


def get(port: int, path: str, host: str = "herald.example") -> Fetched:
    address = f"http://{host}:{port}{path}"
    return fetch_page(address, LIMITS, resolve=resolve, allow=allow)


def test_a_page_comes_with_its_bytes_and_declared_encoding(port: int) -> None:
    page = get(port, "/page")

    assert (page.data, page.charset) == (b"<p>words", "koi8-r")
    assert page.name == "herald.example/page"
    assert page.address == f"http://herald.example:{port}/page"


def test_a_page_without_a_declared_encoding_has_none(port: int) -> None:
    assert get(port, "/plain").charset is None


def test_the_site_is_told_the_name_of_the_program(port: int) -> None:
    seen.clear()

    get(port, "/page")

    assert seen == ["tumen"]


def test_redirects_are_followed_to_where_the_page_is(port: int) -> None:
    page = get(port, "/twice")

    assert page.address.endswith("/page")


TROUBLES = [
    ("/gone", "the server says 404 Not Found"),
    ("/error", "the server says 503"),
    ("/loop", "redirects more than 5 times"),
    ("/nowhere", "redirects more than 5 times"),
    ("/inside", "inside.example is not on the open internet"),
    ("/file", "leads to something that is no web page"),
    ("/mail", "leads to something that is no web page"),
    ("/named", "holds a name or password"),
    ("/far", "Port out of range"),
    ("/odd", "redirects to nowhere"),
    ("/long", "longer than max_bytes = 1,000"),
    ("/packed", "insists on sending gzip"),
    ("/cut", "41 bytes"),
]


@pytest.mark.parametrize(("path", "problem"), TROUBLES)
def test_what_cannot_or_may_not_be_fetched_says_why(
    port: int, path: str, problem: str
) -> None:
    with pytest.raises(FetchError, match=problem) as refused:
        get(port, path)
    assert refused.value.remedy


@pytest.mark.parametrize(
    "address", ["ftp://herald.example/a", "herald.example", "http://", "http://[x"]
)
def test_what_is_no_address_is_wrong_usage(address: str) -> None:
    with pytest.raises(UsageError, match="is no address of a page"):
        fetch_page(address, LIMITS)


def test_a_name_that_leads_inside_is_refused_without_a_connection() -> None:
    with pytest.raises(FetchError, match="is not on the open internet"):
        fetch_page("http://localhost:9/", LIMITS, resolve=lambda h, p: (LOOPBACK,))


def test_one_inside_address_among_public_ones_is_enough_to_refuse(port: int) -> None:
    def both(host: str, port: int) -> tuple[str, ...]:
        return LOOPBACK, "10.0.0.7"

    with pytest.raises(FetchError, match="is not on the open internet"):
        fetch_page(f"http://h.example:{port}/", LIMITS, resolve=both, allow=allow)


def test_the_address_that_was_reached_is_checked_too(port: int) -> None:
    answers = iter([True, False])

    with pytest.raises(FetchError, match="is not on the open internet"):
        fetch_page(
            f"http://h.example:{port}/page",
            LIMITS,
            resolve=resolve,
            allow=lambda address: next(answers),
        )


def test_a_name_nobody_knows_is_a_trouble() -> None:
    def unknown(host: str, port: int) -> tuple[str, ...]:
        raise socket.gaierror(-2, "Name or service not known")

    with pytest.raises(FetchError, match="Name or service not known"):
        fetch_page("http://unheard.example/", LIMITS, resolve=unknown)


def test_a_host_without_addresses_is_refused() -> None:
    with pytest.raises(FetchError, match="is not on the open internet"):
        fetch_page("http://h.example/", LIMITS, resolve=lambda h, p: ())


def test_a_site_that_speaks_no_tls_is_a_trouble(port: int) -> None:
    with pytest.raises(FetchError, match=r"https://h\.example"):
        fetch_page(
            f"https://h.example:{port}/page", LIMITS, resolve=resolve, allow=allow
        )


def test_a_page_that_trickles_for_too_long_is_given_up(
    port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "PATIENCE", -1)

    with pytest.raises(FetchError, match="takes too long"):
        get(port, "/page")


PUBLIC = ["93.184.216.34", "8.8.8.8", "2606:2800:220:1:248:1893:25c8:1946"]
NOT_PUBLIC = [
    "127.0.0.1",
    "127.8.9.10",
    "0.0.0.0",  # noqa: S104  an address to refuse
    "10.1.2.3",
    "172.16.0.1",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "224.0.0.1",
    "240.0.0.1",
    "255.255.255.255",
    "::1",
    "::",
    "fe80::1%eth0",
    "fc00::1",
    "ff02::1",
    "::ffff:127.0.0.1",
    "::ffff:8.8.8.8",
    "64:ff9b::7f00:1",
    "2002:7f00:1::",
    "2001:0:1::",
]


@pytest.mark.parametrize("address", PUBLIC)
def test_an_address_of_the_open_internet_is_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize("address", NOT_PUBLIC)
def test_any_other_address_is_not(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("host", ["127.0.0.1", "2130706433", "0x7f000001"])
def test_every_way_to_write_loopback_resolves_to_it(host: str) -> None:
    assert resolve_host(host, 80) == (LOOPBACK,)


NAMES = [
    ("https://herald.example/news/1.html", "herald.example/news/1.html"),
    ("https://herald.example", "herald.example/index.html"),
    ("https://herald.example/news/", "herald.example/news/index.html"),
    ("https://herald.example/a/../../b", "herald.example/a/b"),
    ("https://herald.example/%D0%B4%0A", "herald.example/д_"),
    ("https://herald.example/a%2f..%5c..%5cb", "herald.example/a/b"),
    ("https://herald.example/a#part", "herald.example/a"),
    ("https://herald.example/a.php?id=7", "herald.example/a~f422c82d.php"),
    ("https://herald.example/a?id=7", "herald.example/a~f422c82d"),
]


@pytest.mark.parametrize(("address", "name"), NAMES)
def test_a_page_is_named_by_host_and_path(address: str, name: str) -> None:
    assert name_of(address) == name
