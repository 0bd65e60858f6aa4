"""Turn bytes into text without losing a character unseen."""

import codecs
import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

from tumen.errors import MaterialError

# Longest first: the UTF-32 mark begins with the UTF-16 mark.
MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
META = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.I)
META_WINDOW_BYTES = 4096
# Half of the bytes of Latin text in UTF-16 are NUL; ordinary text has none.
NUL_SHARE = 0.2
SAMPLE_BYTES = 200_000
# Web standard: pages declaring these mean their supersets (WHATWG, Encoding, 4.2).
SUPERSETS = {
    "iso-8859-1": "cp1252",
    "latin-1": "cp1252",
    "ascii": "cp1252",
    "us-ascii": "cp1252",
    "euc-kr": "cp949",
    "ks_c_5601-1987": "cp949",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
}


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text and the encoding that gave it; `sure` is False when it was guessed."""

    text: str
    charset: str
    sure: bool


def decode_bytes(data: bytes, declared: str | None, *, markup: bool) -> Decoded:
    """Return the text of the bytes.

    Tried in order: byte order mark, encoding declared outside, encoding declared in
    the page (only with `markup`), UTF-8, UTF-16 without mark, then a guess.

    Raises:
        MaterialError: the bytes are no text in any encoding tried.
    """
    for mark, charset in MARKS:
        if data.startswith(mark):
            return Decoded(data.decode(charset, errors="replace"), charset, True)
    names = [declared, _from_meta(data) if markup else None, "utf-8"]
    for charset in filter(None, names):
        text = _strict(data, SUPERSETS.get(charset.lower(), charset))
        if text is not None and "\0" not in text[:SAMPLE_BYTES]:
            return Decoded(text, charset.lower(), True)
    return _guess(data)


def _from_meta(data: bytes) -> str | None:
    found = META.search(data[:META_WINDOW_BYTES])
    return found[1].decode("ascii", errors="ignore") if found else None


def _strict(data: bytes, charset: str) -> str | None:
    try:
        return data.decode(charset)
    except (LookupError, UnicodeDecodeError):
        return None


def _guess(data: bytes) -> Decoded:
    sample = data[:SAMPLE_BYTES]
    if sample.count(0) > NUL_SHARE * len(sample):
        order = (
            "utf-16-le" if sample[1::2].count(0) > sample[::2].count(0) else "utf-16-be"
        )
        text = _strict(data, order)
        if text is not None and "\0" not in text:
            return Decoded(text, order, False)
    text = _strict(data, "utf-8")
    if text is not None:
        return Decoded(text, "utf-8", False)
    best = from_bytes(sample, steps=5, chunk_size=2048).best()
    if best is None:
        raise MaterialError(
            "the bytes are no text in any known encoding",
            "Save the page again as UTF-8 text or HTML.",
        )
    return Decoded(data.decode(best.encoding, errors="replace"), best.encoding, False)
