"""Tell what kind of material bytes are, from the bytes first and the name second."""

import io
import zipfile
from pathlib import PurePosixPath

from tumen.errors import MaterialError

HTML = "text/html"
PLAIN = "text/plain"
CSV = "text/csv"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

HTML_NAMES = frozenset({".html", ".htm", ".xhtml", ".xht"})
CSV_NAMES = frozenset({".csv", ".tsv"})
ZIP_MARK = b"PK\x03\x04"
# A file that every archive of the kind holds.
OFFICE_PARTS = {"word/document.xml": DOCX, "xl/workbook.xml": XLSX}

# First bytes of formats that are not read, with what to do instead.
FOREIGN = (
    (b"%PDF-", "a PDF file", "Save its text as a .txt or .html file, and add that."),
    (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        "an old Office file (.doc, .xls)",
        "Save it as .docx, .xlsx or .csv, and add that.",
    ),
    (b"{\\rtf", "an RTF file", "Save it as .docx or .txt, and add that."),
    (b"\x1f\x8b", "a gzip archive", "Unpack it, and add what is inside."),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive", "Unpack it, and add what is inside."),
    (b"Rar!\x1a\x07", "a RAR archive", "Unpack it, and add what is inside."),
    (b"BZh", "a bzip2 archive", "Unpack it, and add what is inside."),
    (b"WARC/", "a web archive", "Save its pages as .html files, and add these."),
    (b"SQLite format 3\0", "a database", "Export its tables as .csv, and add these."),
)
# Names of text formats that would be read as prose by mistake.
FOREIGN_NAMES = {
    ".mht": "Save the page as a web page (.html), and add that.",
    ".mhtml": "Save the page as a web page (.html), and add that.",
    ".eml": "Save the message as text (.txt), and add that.",
    ".json": "Export it as .csv or .txt, and add that.",
    ".jsonl": "Export it as .csv or .txt, and add that.",
    ".xml": "Save the page as .html or .txt, and add that.",
    ".svg": "Add the page the picture stands on.",
    ".css": "Add the page alone; its style is not needed.",
    ".js": "Add the page alone; its scripts are not needed.",
}
MARKS = (b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")
SNIFF_BYTES = 4096
# Tags a page may begin with (WHATWG, MIME Sniffing, section 7.1, shortened).
FIRST_TAGS = (
    "<!doctype html",
    "<html",
    "<head",
    "<body",
    "<title",
    "<meta",
    "<script",
    "<style",
    "<div",
    "<p>",
    "<h1",
    "<table",
    "<article",
)
# Control characters that text uses: tab, line feed, form feed, return, escape, NEL.
TEXT_CONTROLS = frozenset(b"\t\n\f\r\x1b")
MOST_CONTROLS = 0.01
"""Share of other control characters above which bytes are no text."""
UTF16_NULS = 0.9
"""Share of all NUL bytes on one side of the pairs that shows UTF-16."""


def find_media_type(name: str, data: bytes) -> str:
    """Return the media type of bytes that can be read.

    Raises:
        MaterialError: a format that is not read, a broken archive, or no text at all.
    """
    if data.startswith(ZIP_MARK):
        return _office_type(data)
    for mark, what, remedy in FOREIGN:
        if data.startswith(mark):
            raise MaterialError(f"this is {what}", remedy, "unknown_format")
    if not _is_text(data):
        raise MaterialError(
            "this is no text but binary data (a picture, a program, ...)",
            "Add the page it belongs to, saved as .html or .txt.",
            "binary_file",
        )
    suffix = PurePosixPath(name).suffix.lower()
    if _begins_as_page(data) or suffix in HTML_NAMES:
        return HTML
    if suffix in FOREIGN_NAMES:
        raise MaterialError(
            f"files named {suffix} are not read",
            FOREIGN_NAMES[suffix],
            "unknown_format",
        )
    return CSV if suffix in CSV_NAMES else PLAIN


def _office_type(data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise MaterialError(
            f"the file is broken: {error}",
            "Save it again from the program that made it.",
            "broken_file",
        ) from error
    for part, media_type in OFFICE_PARTS.items():
        if part in parts:
            return media_type
    raise MaterialError(
        "this is a ZIP archive", "Unpack it, and add what is inside.", "unknown_format"
    )


def _is_text(data: bytes) -> bool:
    """Tell text from other bytes; the encoding is found later, from all of them."""
    if data.startswith(MARKS):
        return True
    if b"\0" in data:
        return _is_utf16(data)
    sample = data[:SNIFF_BYTES]
    odd = sum(byte < 32 and byte not in TEXT_CONTROLS for byte in sample)
    return odd <= MOST_CONTROLS * len(sample)


def _is_utf16(data: bytes) -> bool:
    """Latin letters and spaces in UTF-16 have their NULs all on one side."""
    sample = data[: 16 * SNIFF_BYTES]
    nuls = sample.count(0)
    if len(data) % 2 or nuls < len(sample) / 50:
        return False
    return max(sample[::2].count(0), sample[1::2].count(0)) >= UTF16_NULS * nuls


def _begins_as_page(data: bytes) -> bool:
    start = data[:SNIFF_BYTES].replace(b"\0", b"").decode("latin-1").lower()
    start = start.lstrip("ÿþï»¿ \t\r\n\f")
    while start.startswith(("<!--", "<?")):
        closing = "-->" if start.startswith("<!--") else ">"
        start = start.partition(closing)[2].lstrip()
    return start.startswith(FIRST_TAGS)
