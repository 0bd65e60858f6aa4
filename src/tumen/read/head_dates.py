"""Find the day of a page in the lines that stand above its running text.

`The Quarterly, 8 November 2021. From a conversation`: such lines tell what the page
is, and are sorted among its body where no other sign gives them away.
"""

import re
from collections.abc import Iterator, Sequence

from tumen.read.lexicon import Lexicon
from tumen.read.printed_dates import PrintedDate, find_dates
from tumen.records.document import Block, Role
from tumen.records.span import Span

LINE_WORDS = 24
"""A longer line is running text, whose opening alone may tell the day."""
OPENING_WORDS = 8
LINES = 6
READ_IN = (Role.BODY, Role.DATELINE, Role.BYLINE, Role.FURNITURE, Role.HEADLINE)
CLOSED = re.compile(
    r"(?:,? (?:at )?\d{1,2}[:.]\d\d)?\s*(?:$|\s[-–—/|]|[-–—]{2}|[.;|)]|,\s|\s{2})"
)
"""What follows the day in a line that tells it: its end, or another piece."""
PARTED = re.compile(r"(?:^|[.,;:|/)(]|\s[-–—]+|[-–—]{2}|\s\s)\s*$")
"""What stands before it: the edge of another piece."""
LOWER = re.compile(r"(?<!\w)[a-z]")
DASH = re.compile(r"\s*[-–—]")


def find_head_dates(
    text: str, blocks: Sequence[Block], lexicon: Lexicon
) -> Iterator[tuple[int, PrintedDate, Span]]:
    """Yield the days told above the running text: block, date and its words.

    The first long line is the last one looked at, and only its opening.
    """
    for index, block in enumerate(blocks[:LINES]):
        if block.role not in READ_IN:
            continue
        line = block.span.quote(text)
        is_long = len(line.split()) > LINE_WORDS
        for found in find_dates(line, lexicon):
            if found.year is None or found.day is None:
                continue
            if _opens(line, found) if is_long else _tells(line, found, lexicon):
                span = Span(
                    block.span.start + found.start, block.span.start + found.end
                )
                yield index, found, span
        if is_long and block.role is Role.BODY:
            return


def _tells(line: str, found: PrintedDate, lexicon: Lexicon) -> bool:
    """Tell whether a short line holds a day as a piece of its own."""
    before = _without_weekday(line[: found.start], lexicon)
    label = rf"(?<!\w)(?:{lexicon.posted}|{lexicon.updated}|{lexicon.held})\s*$"
    is_piece = PARTED.search(before) or re.search(label, before, re.IGNORECASE)
    return bool(is_piece and CLOSED.match(line, found.end))


def _opens(line: str, found: PrintedDate) -> bool:
    """Tell whether running text opens with the day, or with names and the day.

    Before a dash any few words may stand: `Hill Desk, London bureau, 2 June 2025 -`.
    """
    before = line[: found.start]
    if len(before.split()) > OPENING_WORDS or not PARTED.search(before):
        return False
    if DASH.match(line, found.end):
        return True
    is_named = not LOWER.search(before) and "." not in before.rstrip(" .,")
    return is_named and line[found.end : found.end + 1] in (".", ":")


def _without_weekday(before: str, lexicon: Lexicon) -> str:
    return re.sub(
        rf"(?<!\w)(?:{lexicon.weekdays})[\s,.]*$", "", before, flags=re.IGNORECASE
    )
