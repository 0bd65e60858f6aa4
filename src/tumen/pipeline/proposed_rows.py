"""Read a file of proposed claims line by line, and find the page each one is about."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import msgspec

from tumen.codebook.schema import Codebook
from tumen.errors import ClaimRefused
from tumen.extract.proposed_page import ProposedPage
from tumen.records.ids import CaptureId
from tumen.records.proposed import ProposedClaim

if TYPE_CHECKING:
    from tumen.extract.analyzer import Analyzer
    from tumen.store.reader import StoreReader

MOST_BYTES = 100_000
"""Of one row; nothing beyond is looked at."""

MOST_LETTERS = 200
"""A value of a row is shown up to this length in a message."""

FORM = "docs/howto/import_claims.md shows the form of a row."
DECODER = msgspec.json.Decoder(ProposedClaim)


def split_lines(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield the lines that hold something, counted from 1; a long one is cut."""
    start, number = 0, 0
    while start < len(data):
        number += 1
        end = data.find(b"\n", start)
        end = len(data) if end < 0 else end
        line = data[start : min(end, start + MOST_BYTES + 1)]
        if line.strip():
            yield number, line
        start = end + 1


def decode_row(line: bytes) -> ProposedClaim:
    """Return the row in a line.

    Raises:
        ClaimRefused: it is no JSON object of the right form, or too long.
    """
    if len(line) > MOST_BYTES:
        raise ClaimRefused(
            f"the row is longer than {MOST_BYTES:,} bytes", "Write one claim a row."
        )
    try:
        return DECODER.decode(line)
    except UnicodeDecodeError as error:
        raise ClaimRefused("the row is not in UTF-8", "Save it as UTF-8.") from error
    except RecursionError as error:
        raise ClaimRefused("the row is nested without end", FORM) from error
    except msgspec.DecodeError as error:
        raise ClaimRefused(shorten_value(str(error)), FORM) from error


def shorten_value(text: str) -> str:
    """Return a text that may hold anything as one that can be printed."""
    shown = text if len(text) <= MOST_LETTERS else f"{text[:MOST_LETTERS]}..."
    return "".join(letter if letter.isprintable() else "�" for letter in shown)


class Pages:
    """The pages of a case, each read from the store once."""

    def __init__(
        self, reader: "StoreReader", codebook: Codebook, analyzer: "Analyzer"
    ) -> None:
        self._reader = reader
        self._codebook = codebook
        self._analyzer = analyzer
        self._found: dict[CaptureId, ProposedPage] = {}

    def page_of(self, row: ProposedClaim) -> ProposedPage:
        """Return the page a row is about.

        Raises:
            ClaimRefused: it names none that was read, or two.
        """
        capture = self._capture_of(row)
        if capture not in self._found:
            document = self._reader.document(capture)
            if document is None:
                raise _no_page(row)
            self._found[capture] = ProposedPage(
                document, self._codebook, self._analyzer
            )
        return self._found[capture]

    def _capture_of(self, row: ProposedClaim) -> CaptureId:
        if row.doc is None:
            if row.capture is None:
                raise ClaimRefused(
                    "the row names no page",
                    "Give doc (its name) or capture (its SHA-256).",
                )
            return CaptureId(row.capture)
        named = self._reader.capture_named(row.doc)
        if named is None or row.capture not in (None, named):
            raise _no_page(row)
        return named


def _no_page(row: ProposedClaim) -> ClaimRefused:
    names = " ".join(name for name in (row.doc, row.capture) if name is not None)
    return ClaimRefused(
        f"there is no page {shorten_value(names)!r} that was read",
        "`tumen documents CASE` lists the pages; `tumen run CASE` reads new ones.",
    )
