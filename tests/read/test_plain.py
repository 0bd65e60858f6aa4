"""Text files are cut into lines and otherwise left alone."""

from collections.abc import Callable

import pytest

from tumen.codebook.schema import Codebook
from tumen.errors import MaterialError
from tumen.read.plain import cut_lines, read_plain
from tumen.records.capture import Capture

MakeCapture = Callable[..., Capture]


def test_lines_are_trimmed_and_blank_ones_left_out() -> None:
    text = "  one\r\n\r\n\ttwo \n"
    assert [piece.span.quote(text) for piece in cut_lines(text)] == ["one", "two"]


def test_a_guessed_encoding_is_an_issue(
    codebook: Codebook, capture_of: MakeCapture
) -> None:
    data = ("Рабочие спали в цехе, сказал повар. " * 20).encode("cp1251")
    draft = read_plain(capture_of(data, "text/plain"), data, codebook)
    assert [issue.code for issue in draft.issues] == ["encoding_guessed"]


def test_a_blank_file_is_refused(codebook: Codebook, capture_of: MakeCapture) -> None:
    with pytest.raises(MaterialError, match="white space"):
        read_plain(capture_of(b" \n", "text/plain"), b" \n", codebook)
