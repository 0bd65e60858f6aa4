"""Read text files: the canonical text is the decoded file, unchanged."""

import re

from tumen.codebook.schema import Codebook
from tumen.errors import MaterialError
from tumen.read.decode import decode_bytes
from tumen.read.draft import Draft, Piece
from tumen.read.wrapped import join_wrapped
from tumen.records.capture import Capture
from tumen.records.issue import Issue
from tumen.records.span import Span

LINE = re.compile(r"[^\r\n\u2028\u2029\f\v]+")


def read_plain(capture: Capture, data: bytes, codebook: Codebook) -> Draft:
    """Return the lines of a text file as pieces.

    Raises:
        MaterialError: the file is no text, or holds only white space.
    """
    decoded = decode_bytes(data, capture.charset, markup=False)
    if not decoded.text.strip():
        raise MaterialError(
            f"{capture.name}: nothing but white space in the file",
            "Save the page again, or remove the file.",
        )
    issues = () if decoded.sure else (guessed(capture, decoded.charset),)
    pieces = join_wrapped(decoded.text, cut_lines(decoded.text))
    return Draft(text=decoded.text, pieces=pieces, issues=issues)


def guessed(capture: Capture, charset: str) -> Issue:
    """Return the issue of an encoding that was guessed."""
    return Issue(
        stage="read",
        code="encoding_guessed",
        doc=capture.name,
        capture=capture.id,
        problem=f"no encoding is declared; read as {charset}",
        remedy="Check the words; if they are wrong, save the page again as UTF-8.",
    )


def cut_lines(text: str) -> tuple[Piece, ...]:
    """Return every line that is not blank, trimmed."""
    pieces = []
    for line in LINE.finditer(text):
        words = line[0].strip()
        if words:
            start = line.start() + line[0].index(words)
            pieces.append(Piece(span=Span(start, start + len(words))))
    return tuple(pieces)
