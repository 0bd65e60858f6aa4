"""Get one public page when the user says so: the only use of the network there is.

The address connected to is checked, not only the name: names may resolve to machines
inside a network, and a redirect may lead there.
"""

import hashlib
import http.client
import ipaddress
import re
import socket
import ssl
import time
import unicodedata
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from urllib.parse import SplitResult, quote, unquote, urljoin, urlsplit

from tumen.errors import FetchError, UsageError
from tumen.pipeline.settings import IngestSettings

Resolve = Callable[[str, int], Sequence[str]]
Allow = Callable[[str], bool]

AGENT = "tumen"
MOST_REDIRECTS = 5
PATIENCE = 10
"""A page may take this many times the timeout in all, however it trickles."""
CHUNK_BYTES = 65_536
REDIRECTS = frozenset({301, 302, 303, 307, 308})
PORTS = {"http": 80, "https": 443}
SAFE_IN_PATH = "/%:@!$&'()*+,;=-._~"
LONGEST_NAME = 200
# IPv6 ranges that carry an IPv4 address inside (RFC 6052, 3056, 4380).
WRAPPED = tuple(
    ipaddress.IPv6Network(net) for net in ("64:ff9b::/96", "2002::/16", "2001::/32")
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """A page as it came.

    Args:
        name: what the page is called in the case: host and path.
        address: where it was found in the end.
        charset: as the server declared it, else None.
    """

    name: str
    address: str
    data: bytes
    charset: str | None


def is_public(address: str) -> bool:
    """Tell whether an IP address belongs to the open internet.

    Loopback, private, link-local, multicast and reserved ranges do not, nor does an
    IPv6 address that wraps an IPv4 one.
    """
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address) and (
        ip.ipv4_mapped or any(ip in net for net in WRAPPED)
    ):
        return False
    odd = ip.is_multicast or ip.is_reserved or ip.is_unspecified
    return ip.is_global and not odd


def resolve_host(host: str, port: int) -> tuple[str, ...]:
    """Return the IP addresses of a host; raise OSError when it has none."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(entry[4][0]) for entry in found))


def fetch_page(
    address: str,
    limits: IngestSettings,
    *,
    resolve: Resolve = resolve_host,
    allow: Allow = is_public,
) -> Fetched:
    """Get the bytes behind an address, following at most five redirects.

    Raises:
        UsageError: not an http or https address.
        FetchError: it leads to a machine that is not public, answers nothing
            useful, is too big or too slow.
    """
    if not _is_address(address):
        raise UsageError(
            f"{address!r} is no address of a page",
            "Give an address that begins with http:// or https://.",
        )
    first = address
    deadline_s = time.monotonic() + PATIENCE * limits.fetch_timeout_s
    for _ in range(MOST_REDIRECTS + 1):
        visit = _Visit(address, limits, deadline_s, resolve, allow)
        answer = visit.get()
        if isinstance(answer, Fetched):
            return answer
        address = answer
    raise _trouble(first, f"redirects more than {MOST_REDIRECTS} times")


@dataclass(frozen=True, slots=True)
class _Visit:
    """One request to one host."""

    address: str
    limits: IngestSettings
    deadline_s: float
    resolve: Resolve
    allow: Allow

    def get(self) -> Fetched | str:
        """Return the page, or the address it redirects to."""
        url = self._split()
        try:
            with closing(self._connect(url)) as connection:
                connection.request("GET", _target(url), headers=HEADERS)
                with closing(connection.getresponse()) as response:
                    return self._take(response)
        except (OSError, http.client.HTTPException, UnicodeError) as error:
            raise _trouble(self.address, str(error) or type(error).__name__) from error

    def _split(self) -> SplitResult:
        url = urlsplit(self.address)
        if url.scheme not in PORTS or not url.hostname:
            raise _trouble(self.address, "leads to something that is no web page")
        if url.username or url.password:
            raise _trouble(self.address, "holds a name or password")
        return url

    def _connect(self, url: SplitResult) -> http.client.HTTPConnection:
        host = (url.hostname or "").encode("idna").decode()
        port = _port(url)
        addresses = self.resolve(host, port)
        if not addresses or not all(map(self.allow, addresses)):
            raise self._not_public(host)
        timeout_s = self.limits.fetch_timeout_s
        reached = socket.create_connection((addresses[0], port), timeout=timeout_s)
        if not self.allow(str(reached.getpeername()[0])):
            reached.close()
            raise self._not_public(host)
        if url.scheme == "https":
            try:
                reached = TLS().wrap_socket(reached, server_hostname=host)
            except OSError:
                reached.close()
                raise
        connection = http.client.HTTPConnection(host, port, timeout=timeout_s)
        connection.sock = reached
        return connection

    def _not_public(self, host: str) -> FetchError:
        return FetchError(
            f"{self.address}: {host} is not on the open internet",
            "Only public pages are fetched. Save the page and add the file.",
        )

    def _take(self, response: http.client.HTTPResponse) -> Fetched | str:
        if response.status in REDIRECTS:
            return self._next(response.headers.get("Location", ""))
        if response.status != http.client.OK:
            raise _trouble(
                self.address, f"the server says {response.status} {response.reason}"
            )
        packing = response.headers.get("Content-Encoding", "identity").lower()
        if packing != "identity":
            raise _trouble(self.address, f"the server insists on sending {packing}")
        return Fetched(
            name=name_of(self.address),
            address=self.address,
            data=self._read(response),
            charset=response.headers.get_content_charset(),
        )

    def _next(self, location: str) -> str:
        try:
            return urljoin(self.address, location)
        except ValueError as error:
            raise _trouble(self.address, f"redirects to nowhere ({error})") from error

    def _read(self, response: http.client.HTTPResponse) -> bytes:
        parts: list[bytes] = []
        size_bytes = 0
        while chunk := response.read1(CHUNK_BYTES):
            parts.append(chunk)
            size_bytes += len(chunk)
            if size_bytes > self.limits.max_bytes:
                limit = self.limits.max_bytes
                raise _trouble(self.address, f"is longer than max_bytes = {limit:,}")
            if time.monotonic() > self.deadline_s:
                raise _trouble(self.address, "takes too long")
        if response.length:
            raise _trouble(self.address, f"ended {response.length} bytes too early")
        return b"".join(parts)


HEADERS = {"User-Agent": AGENT, "Accept-Encoding": "identity", "Connection": "close"}
TLS = ssl.create_default_context


def name_of(address: str) -> str:
    """Return host and path of an address as a name of material.

    What comes after `?` enters as a hash: it may hold what should not be in a name.
    """
    url = urlsplit(address)
    path = unicodedata.normalize("NFC", unquote(url.path))
    parts = [p for p in re.split(r"[/\\]", path) if p not in ("", ".", "..")]
    if not parts or path.endswith("/"):
        parts.append("index.html")
    name = "/".join([url.hostname or "", *parts])
    name = "".join(c if c.isprintable() else "_" for c in name)[:LONGEST_NAME]
    if not url.query:
        return name
    stem, dot, suffix = name.rpartition(".")
    mark = hashlib.sha256(url.query.encode()).hexdigest()[:8]
    is_suffix = dot and "/" in stem and "/" not in suffix
    return f"{stem}~{mark}.{suffix}" if is_suffix else f"{name}~{mark}"


def _is_address(text: str) -> bool:
    try:
        url = urlsplit(text)
    except ValueError:
        return False
    return url.scheme in PORTS and bool(url.hostname)


def _port(url: SplitResult) -> int:
    try:
        return url.port or PORTS[url.scheme]
    except ValueError as error:
        raise _trouble(url.geturl(), str(error)) from error


def _target(url: SplitResult) -> str:
    path = quote(url.path or "/", safe=SAFE_IN_PATH)
    return f"{path}?{quote(url.query, safe=SAFE_IN_PATH + '?')}" if url.query else path


def _trouble(address: str, what: str) -> FetchError:
    return FetchError(
        f"{address}: {what}", "Open it in a browser, save the page and add the file."
    )
