"""Codebook with invented outlets and events, and captures made by hand."""

import hashlib
from collections.abc import Callable
from datetime import UTC, datetime

import msgspec
import pytest

from tumen.codebook.load import load_codebook
from tumen.codebook.schema import Codebook, Outlet, PublicEvent
from tumen.read.page import read_document
from tumen.records.capture import Capture
from tumen.records.document import Document
from tumen.records.ids import CaptureId

INVENTED = (
    Outlet(
        name="Lantern Gazette",
        kind="paper",
        aliases=("The Lantern Gazette", "lanterngazette.example"),
        language="en",
    ),
    Outlet(name="Uplands Courier", kind="paper", aliases=("The Uplands Courier",)),
    Outlet(
        name="Harbour Wire",
        kind="wire",
        aliases=("HARBOUR WIRE", "harbourwire.example"),
    ),
    Outlet(
        name="Laterne",
        kind="paper",
        aliases=("laterne.example",),
        affiliate_of="Lantern Gazette",
        language="de",
    ),
)
CALENDAR = (
    PublicEvent(
        code="recall",
        label="recall of the crews",
        first="2017-12-15",
        last="2017-12-15",
        ahead={"en": ("recall order|recall", "must", "end of the year|year-end")},
        source="invented",
    ),
    PublicEvent(
        code="launch",
        label="launch of the lighthouse ship",
        first="2011-06-04",
        last="2011-06-05",
        mentions=("lighthouse ship", "launch"),
        source="invented",
    ),
)

ReadText = Callable[[str], Document]


def make_codebook() -> Codebook:
    """Return the built-in codebook with invented outlets and events only."""
    return msgspec.structs.replace(
        load_codebook("dprk-labour"), outlets=INVENTED, calendar=CALENDAR
    )


def make_capture(
    data: bytes, media_type: str, charset: str | None = None, name: str = "page"
) -> Capture:
    """Return the capture of some bytes."""
    return Capture(
        id=CaptureId(hashlib.sha256(data).hexdigest()),
        name=name,
        media_type=media_type,
        charset=charset,
        size_bytes=len(data),
        added_at=datetime(2026, 1, 1, tzinfo=UTC),
    )


@pytest.fixture(scope="session")
def codebook() -> Codebook:
    """Return the codebook of these tests."""
    return make_codebook()


@pytest.fixture(scope="session")
def capture_of() -> Callable[..., Capture]:
    """Return the maker of captures."""
    return make_capture


@pytest.fixture(scope="session")
def read_text(codebook: Codebook) -> ReadText:
    """Return a reader of plain texts."""

    def read(text: str) -> Document:
        data = text.encode()
        return read_document(make_capture(data, "text/plain"), data, codebook)[0]

    return read


@pytest.fixture(scope="session")
def read_html(codebook: Codebook) -> ReadText:
    """Return a reader of HTML pages."""

    def read(page: str) -> Document:
        data = page.encode()
        return read_document(make_capture(data, "text/html"), data, codebook)[0]

    return read
