"""Bytes of one capture become a document."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tumen.codebook.schema import Codebook
from tumen.errors import MaterialError
from tumen.read.page import read_document
from tumen.records.capture import Capture
from tumen.records.document import Document, Form

ReadText = Callable[[str], Document]
MakeCapture = Callable[..., Capture]
LINES = st.lists(
    st.one_of(
        st.text(max_size=40),
        st.sampled_from(
            [
                "Related",
                "By Ada Example",
                "Posted : 2021-03-09 14:20",
                "2 comments:",
                "Reader One said...",
                "© 2020 Lantern Gazette",
                "The crews at the mill have not been paid since March 2019, he said.",
                "They told the Lantern Gazette about it on Sunday: expertsBy Bo Sample",
            ]
        ),
    ),
    max_size=12,
)


def test_an_unknown_media_type_is_refused(
    codebook: Codebook, capture_of: MakeCapture
) -> None:
    with pytest.raises(MaterialError, match="no reader for video/mp4"):
        read_document(capture_of(b"x", "video/mp4"), b"x", codebook)


def test_a_media_type_may_carry_parameters(
    codebook: Codebook, capture_of: MakeCapture
) -> None:
    data = b"One line of words stands here."
    capture = capture_of(data, "Text/Plain; charset=utf-8")
    assert read_document(capture, data, codebook)[0].text == data.decode()


def test_a_table_becomes_a_document_of_rows(
    codebook: Codebook, capture_of: MakeCapture
) -> None:
    data = b"year,crews\n2019,4\n"
    document, _ = read_document(capture_of(data, "text/csv"), data, codebook)
    assert (document.form, document.header) == (Form.TABLE, ("year", "crews"))


def test_the_author_of_the_metadata_is_used_without_a_byline(
    read_text: ReadText, read_html: ReadText
) -> None:
    page = '<head><meta name="author" content="Nel Fixture"></head><p>Words.</p>'
    assert [author.name for author in read_html(page).authors] == ["Nel Fixture"]


@settings(deadline=None, max_examples=60)
@given(lines=LINES, end=st.sampled_from(["\n", "\r\n"]))
def test_the_text_of_a_text_file_is_the_decoded_file(
    lines: list[str], end: str, codebook: Codebook, capture_of: MakeCapture
) -> None:
    text = "A line that is always there.\n" + end.join(lines)
    data = text.encode("utf-8", errors="replace")
    document, _ = read_document(capture_of(data, "text/plain"), data, codebook)
    assert document.text == data.decode("utf-8")


@settings(deadline=None, max_examples=60)
@given(lines=LINES)
def test_blocks_stand_in_order_apart_and_inside(
    lines: list[str], codebook: Codebook, capture_of: MakeCapture
) -> None:
    data = ("A line.\n" + "\n".join(lines)).encode("utf-8", errors="replace")
    document, _ = read_document(capture_of(data, "text/plain"), data, codebook)
    ends = [0, *(end for b in document.blocks for end in (b.span.start, b.span.end))]
    assert [*ends, len(document.text)] == sorted([*ends, len(document.text)])


@settings(deadline=None, max_examples=30)
@given(lines=LINES)
def test_the_same_bytes_give_the_same_document(
    lines: list[str], codebook: Codebook, capture_of: MakeCapture
) -> None:
    data = ("A line.\n" + "\n".join(lines)).encode("utf-8", errors="replace")
    capture = capture_of(data, "text/plain")
    first = read_document(capture, data, codebook)
    assert read_document(capture, data, codebook) == first


@settings(deadline=None, max_examples=30)
@given(page=st.text(max_size=200))
def test_any_markup_is_read_or_refused_with_advice(
    page: str, codebook: Codebook, capture_of: MakeCapture
) -> None:
    data = ("<p>word</p>" + page).encode("utf-8", errors="replace")
    document, _ = read_document(capture_of(data, "text/html"), data, codebook)
    assert "word" in document.text
