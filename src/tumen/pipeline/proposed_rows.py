"""Read a file of proposed claims line by line, and find the page each one is about."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import msgspec

from tumen.codebook.schema import Codebook
from tumen.errors import ClaimRefused, UsageError
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

LOOKED_AT = 4_096
"""First bytes of a file among which a zero byte is looked for: no text holds one."""

FORM = "docs/howto/import_claims.md shows the form of a row."
DECODER = msgspec.json.Decoder(ProposedClaim)


def check_rows(name: str, data: bytes) -> None:
    """Raise UsageError for a file that as a whole is no list of rows.

    Args:
        name: of the file, as it is shown.
    """
    if b"\0" in data[:LOOKED_AT]:
        raise UsageError(f"{name} is no text in UTF-8", f"Save it as UTF-8. {FORM}")
    if not data.strip():
        raise UsageError(f"{name} holds no row", f"Write one claim a line. {FORM}")
    if _is_one_value(data.strip()):
        raise UsageError(
            f"{name} is one JSON value, not one a line",
            f"Write every claim on a line of its own, without brackets around all. {FORM}",
        )


def _is_one_value(data: bytes) -> bool:
    """Tell whether a file is an array, or an object over several lines."""
    first = data.partition(b"\n")[0]
    if not first.startswith(b"[") and _is_json(first):
        return False
    return _is_json(data)


def _is_json(data: bytes) -> bool:
    try:
        msgspec.json.decode(data, type=msgspec.Raw)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return False
    return True


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
        if named is None:
            raise _no_page(row)
        if row.capture not in (None, named):
            raise ClaimRefused(
                f"the page {shorten_value(row.doc)!r} is not made of the bytes "
                f"{shorten_value(row.capture)!r}",
                "Leave one of doc and capture out, or give those of one page.",
            )
        return named


def _no_page(row: ProposedClaim) -> ClaimRefused:
    names = row.capture if row.doc is None else row.doc
    return ClaimRefused(
        f"there is no page {shorten_value(names or '')!r} that was read",
        "`tumen documents CASE` lists the pages; `tumen run CASE` reads new ones.",
    )
