"""Tell the rows of a small table of plain text: a label, a mark or a gap, a number."""

import re

from tumen.read.lexicon import Lexicon

LABEL = r"(?P<label>(?:19|20)\d\d|[^|]*?[^\W\d_][^|]*?)"
GAP = r"(?:\s*(?:(?<!\d):|:\s|[|=])\s*|\s+[-–—]\s+|\s*\.{3,}\s*|\s*…+\s*|\s{2,}|\t)"
MONEY = r"(?:[$€£¥₩]|[A-Z]{3}\s)?\s?"
NUMBER = r"(?:\d{1,3}(?:[,. \u00a0\u202f]\d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)?)"
NO_CLOCK = r"(?![.,:/-]?\d|\s?[°º])"
ROW = re.compile(rf"{LABEL}{GAP}{MONEY}{NUMBER}{NO_CLOCK}(?P<rest>.*)")
CLOSED = re.compile(r"[.!?][”’\"')\]]*$")
MAX_CHARS = 160


def is_number_row(line: str, lexicon: Lexicon) -> bool:
    """Tell whether a line is a label and its number and no sentence.

    Dates, clocks and degrees are no such numbers; the name of a tool, a section or
    the comments is no such label.
    """
    if len(line) > MAX_CHARS or CLOSED.search(line):
        return False
    row = ROW.fullmatch(line)
    if row is None or re.match(rf"\s*(?:{lexicon.months})\b", row["rest"], re.I):
        return False
    return not any(
        name.fullmatch(row["label"].strip())
        for name in (lexicon.share_line, lexicon.comment_line)
    )
