"""Let in only the browser that was given the token, and only on this machine."""

import hmac
from collections.abc import Iterable

from starlette.datastructures import Headers, MutableHeaders, QueryParams
from starlette.requests import cookie_parser
from starlette.responses import PlainTextResponse, RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

# Everything a page needs comes from this server; nothing may be framed or sent on.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data:; connect-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "content-security-policy": POLICY,
    "referrer-policy": "no-referrer",
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}


def cookie_of(host: str) -> str:
    """Return the name of the cookie: browsers share cookies among ports."""
    return f"tumen-{host.rpartition(':')[2]}"


class Guard:
    """Ask every request for its host and its token, and close every answer.

    A page of another site cannot reach the workbench: the host must be this
    machine's own (a rebound name is refused), the token travels in a cookie that
    other sites do not send, a form must come from this very address (other ports of
    this machine count as the same site), and no answer may be framed, kept or
    referred to.

    Args:
        app: what is guarded.
        token: random text that the address of `tumen serve` carries once.
        hosts: accepted values of the Host header, with port.
    """

    def __init__(self, app: ASGIApp, token: str, hosts: Iterable[str]) -> None:
        self.app = app
        self.token = token
        self.hosts = frozenset(hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or refuse it."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        refusal = self._refusal(scope)
        app = refusal if refusal is not None else self.app

        async def closed(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(HEADERS)
            await send(message)

        await app(scope, receive, closed)

    def _refusal(self, scope: Scope) -> ASGIApp | None:
        """Return the answer to a request that may not pass, or None."""
        headers = Headers(scope=scope)
        host = headers.get("host", "")
        if host not in self.hosts:
            return PlainTextResponse("This address is not served here.", 421)
        if headers.get("origin", f"http://{host}") != f"http://{host}":
            return PlainTextResponse("Forms of other pages are not taken.", 403)
        given = QueryParams(scope["query_string"]).get("token")
        if given is not None and self._is_token(given):
            # Two slashes at the start would lead to another host.
            welcome = RedirectResponse("/" + scope["path"].lstrip("/\\"), 303)
            welcome.set_cookie(
                cookie_of(host), self.token, httponly=True, samesite="strict"
            )
            return welcome
        cookies = cookie_parser(headers.get("cookie", ""))
        if not self._is_token(cookies.get(cookie_of(host), "")):
            return PlainTextResponse(
                "Open the address that `tumen serve` printed; it holds a token.", 403
            )
        return None

    def _is_token(self, given: str) -> bool:
        return hmac.compare_digest(given.encode(), self.token.encode())
