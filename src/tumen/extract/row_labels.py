"""What the numbers in the rows of a small table count: `Sites | 12`.

The heading of a number's column says it, else the label of its row.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tumen.codebook.words_numbers import NumberWords
from tumen.extract.amounts import Quantity
from tumen.extract.compiled import latest, once
from tumen.extract.frame import Frame
from tumen.records.span import Span

GAP = re.compile(r"\s*\|\s*|\s*\t\s*|[ ]{3,}|\s*\.{4,}\s*|\s*…+\s*")
"""What stands between two cells."""
MOST_WORDS = 6
"""A cell of more words is no label."""
THING, PERSONS = "thing", ("persons", "people")
"""Kind of the units of things; unit and kind of people."""
DIGIT = re.compile(r"\d")
WORD = re.compile(r"[^\W\d_][\w'’-]*")


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a row, and where it stands."""

    span: Span
    text: str


def counted_in_row(quantity: Quantity, frame: Frame) -> Quantity:
    """Return a number of a table with the unit that its column or row is named by."""
    if quantity.unit is not None or quantity.noun is not None:
        return quantity
    index = frame.analysis.sentence_at(quantity.span.start).paragraph
    row = _rows_of(frame)[index]
    column = next(
        (n for n, c in enumerate(row) if n and c.span.holds(quantity.span)), None
    )
    if column is None:
        return quantity
    heading = _heading(_rows_of(frame)[:index], column, len(row))
    labels = [label for label in (heading, row[0]) if label is not None]
    named = ((label, _unit_in(label.text, frame)) for label in labels)
    return next(
        (
            replace(
                quantity,
                unit=unit[0],
                kind=unit[1],
                noun=label.text,
                noun_span=label.span,
            )
            for label, unit in named
            if unit is not None
        ),
        quantity,
    )


@latest
def _rows_of(frame: Frame) -> tuple[tuple[Cell, ...], ...]:
    """Return the cells of each paragraph; one that is no row has one cell."""
    text = frame.document.text
    return tuple(_cells(text, window) for window in frame.analysis.paragraphs)


def _cells(text: str, window: Span) -> tuple[Cell, ...]:
    found: list[Cell] = []
    start = window.start
    ends = [
        (gap.start(), gap.end()) for gap in GAP.finditer(text, window.start, window.end)
    ]
    for end, following in (*ends, (window.end, window.end)):
        if end > start:
            found.append(Cell(Span(start, end), text[start:end]))
        start = following
    return tuple(found)


def _heading(above: Sequence[Sequence[Cell]], column: int, size: int) -> Cell | None:
    """Return the heading of a column: the first row of the table has no numbers."""
    for row in reversed(above):
        if len(row) != size:
            return None
        if not any(DIGIT.search(cell.text) for cell in row):
            return row[column]
    return None


def _unit_in(label: str, frame: Frame) -> tuple[str, str] | None:
    """Return the unit and kind that a label names by its last noun before `of`, `in`."""
    words = [word.lower() for word in WORD.findall(label.partition(",")[0])]
    voices = frame.language.voices
    if words and words[0] in voices.totals:
        words = words[2:]  # `Number of workers`
    stop = voices.sources.prepositions | voices.part_words
    cut = next((n for n, word in enumerate(words) if word in stop), len(words))
    if cut > MOST_WORDS:
        return None
    units = _units(frame.language.numbers)
    named = [word for word in words[:cut] if word not in voices.sources.ordinals]
    found = (
        units.get(" ".join(named[first:end]))
        for end in range(len(named), 0, -1)
        for first in range(end)
    )
    return next((unit for unit in found if unit is not None), None)


@once
def _units(words: NumberWords) -> dict[str, tuple[str, str]]:
    """Return the unit, and its kind, of each word for people and things counted."""
    things = {
        w: (u.name, u.kind) for u in words.units if u.kind == THING for w in u.words
    }
    return things | dict.fromkeys(words.people, PERSONS)
