"""Bytes of one capture become a document."""

import hashlib
from datetime import UTC, datetime

import pytest

from tumen.codebook.load import load_codebook
from tumen.codebook.schema import Codebook
from tumen.errors import MaterialError
from tumen.read.page import read_document
from tumen.records.capture import Capture
from tumen.records.document import Document, Role
from tumen.records.ids import CaptureId

PAGE = (
    "Lantern Gazette\r\n"
    "Home\r\n"
    "Crews at the harbour mill go unpaid for a third winter\r\n"
    "By Ada Example\r\n"
    "The crews at the mill have not been paid since the first snow, two foremen said.\r\n"
    "\r\n"
    "“We eat what the cook can find,” one of them told the Lantern Gazette.\r\n"
    "Most read\r\n"
    "Ferry fares rise by 40 percent\r\n"
)


@pytest.fixture(scope="module")
def codebook() -> Codebook:
    return load_codebook("dprk-labour")


def make_capture(data: bytes, media_type: str = "text/plain") -> Capture:
    return Capture(
        id=CaptureId(hashlib.sha256(data).hexdigest()),
        name="page.txt",
        media_type=media_type,
        size_bytes=len(data),
        added_at=datetime(2026, 1, 1, tzinfo=UTC),
    )


def read(text: str, codebook: Codebook) -> Document:
    data = text.encode()
    return read_document(make_capture(data), data, codebook)[0]


def words_of(document: Document, role: Role) -> list[str]:
    return [block.span.quote(document.text) for block in document.blocks_of(role)]


def test_the_text_of_a_text_file_is_the_decoded_file(codebook: Codebook) -> None:
    assert read(PAGE, codebook).text == PAGE


def test_menus_and_rankings_are_furniture(codebook: Codebook) -> None:
    furniture = words_of(read(PAGE, codebook), Role.FURNITURE)
    assert furniture == [
        "Lantern Gazette",
        "Home",
        "Most read",
        "Ferry fares rise by 40 percent",
    ]


def test_paragraphs_are_body_blocks(codebook: Codebook) -> None:
    body = words_of(read(PAGE, codebook), Role.BODY)
    assert [paragraph[:9] for paragraph in body] == ["The crews", "“We eat w"]


def test_the_headline_above_the_byline_is_the_title(codebook: Codebook) -> None:
    document = read(PAGE, codebook)
    assert document.title == "Crews at the harbour mill go unpaid for a third winter"


def test_an_unknown_media_type_is_refused(codebook: Codebook) -> None:
    with pytest.raises(MaterialError, match="no reader for video/mp4"):
        read_document(make_capture(b"x", "video/mp4"), b"x", codebook)
