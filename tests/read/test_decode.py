"""Bytes become text without losing a character unseen."""

import pytest

from tumen.errors import MaterialError
from tumen.read.decode import decode_bytes

RUSSIAN = "Рабочие спали в цехе, сказал повар. "


@pytest.mark.parametrize("charset", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_decides(charset: str) -> None:
    decoded = decode_bytes("Zoë".encode(charset), "ascii", markup=False)
    assert (decoded.text, decoded.sure) == ("Zoë", True)


def test_the_declared_encoding_is_used() -> None:
    assert decode_bytes(b"\xe9", "iso-8859-1", markup=False).text == "é"


def test_a_page_may_declare_its_encoding() -> None:
    data = b'<meta charset="windows-1251"><p>' + "цех".encode("cp1251")
    assert decode_bytes(data, None, markup=True).text.endswith("цех")


def test_text_that_is_no_markup_declares_nothing() -> None:
    data = '<meta charset="windows-1251">ß'.encode()
    assert decode_bytes(data, None, markup=False).text.endswith("ß")


def test_an_encoding_that_does_not_fit_is_not_believed() -> None:
    data = (RUSSIAN * 20).encode("cp1251")
    decoded = decode_bytes(data, "utf-8", markup=False)
    assert (decoded.text, decoded.sure) == (RUSSIAN * 20, False)


def test_an_unknown_encoding_name_is_passed_over() -> None:
    assert decode_bytes("é".encode(), "klingon", markup=False).text == "é"


@pytest.mark.parametrize("charset", ["utf-16-le", "utf-16-be"])
def test_wide_text_without_a_mark_is_recognised(charset: str) -> None:
    data = ("Words of a page.\n" * 5).encode(charset)
    decoded = decode_bytes(data, None, markup=False)
    assert (decoded.text, decoded.sure) == ("Words of a page.\n" * 5, False)


def test_a_lone_nul_keeps_the_text_but_not_the_trust() -> None:
    decoded = decode_bytes(b"Words \0 of a page", None, markup=False)
    assert (decoded.text, decoded.sure) == ("Words \0 of a page", False)


def test_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(MaterialError, match="no text"):
        decode_bytes(bytes(range(256)) * 50, None, markup=False)
