"""Read when a page was published, updated and saved, with the words that prove it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tumen.read.draft import Witness
from tumen.read.head_dates import find_head_dates
from tumen.read.lexicon import Lexicon
from tumen.read.printed_dates import PrintedDate, find_dates
from tumen.records.document import Block, Dated, Evidence, Role
from tumen.records.span import Span

LABEL_WINDOW = 40
LINES_BELOW_TITLE = 3
MASTHEAD = 12
"""A line with outlet and day has at most so many words."""
OPENING = re.compile(
    r"""^(?:
      # KUWAIT CITY, July 26, 2016:     DOHA (Agency) - May 12, 2015 -
      [A-Z][A-Z '.-]{2,30}(?:\([^()\n]{2,40}\))?[ ,–—-]{1,4}[^()\n:]{6,30}?
      (?::|\s[-–—])\s
      # MOSCOW, May 2, 2016 (Agency) -
    | [^()\n]{3,80}\([^()\n]{2,40}\)\s*[-–—:]
    )""",
    re.MULTILINE | re.VERBOSE,
)
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
# Teasers, captions and comments carry dates of other things.
PRINTED_IN = (Role.DATELINE, Role.BYLINE, Role.FURNITURE, Role.CREDIT, Role.HEADLINE)
BARE_IN = (Role.DATELINE, Role.HEADLINE)


@dataclass(frozen=True, slots=True)
class Printed:
    """A date of the page itself; kind is published, updated, captured,
    bare (a date line without label) or opening (of the report)."""

    kind: str
    date: PrintedDate
    evidence: Evidence
    block: int


@dataclass(frozen=True, slots=True)
class PageDates:
    """The three dates of a page, each None when the page does not show it."""

    published: Dated | None = None
    updated: Dated | None = None
    captured: Dated | None = None


def read_page_dates(
    text: str,
    blocks: Sequence[Block],
    title: Span | None,
    witnesses: Sequence[Witness],
    lexicon: Lexicon,
) -> PageDates:
    """Return the dates that stand on the page or in its metadata.

    A printed date with a label comes first, then a bare date line next to the
    headline, then metadata. A bare date later than the labelled ones is the clock of
    the page when it was saved.
    """
    metadata = min((witness.span.start for witness in witnesses), default=len(text))
    shown = [block for block in blocks if block.span.end < metadata] or blocks
    printed = [
        *_find_printed(text, shown, title, lexicon),
        *_find_opening(text, shown, lexicon),
    ]
    labelled = {
        kind: _first(printed, kind) for kind in ("published", "updated", "captured")
    }
    said = {kind: _from_witness(witnesses, kind, lexicon) for kind in labelled}
    bare = [each for each in printed if each.kind == "bare"]
    published = labelled["published"] or said["published"]
    updated = labelled["updated"] or said["updated"]
    captured = labelled["captured"] or said["captured"]
    if published is None and bare:
        nearest = min(bare, key=lambda each: _distance(blocks[each.block], title))
        published, bare = _dated(nearest), [b for b in bare if b is not nearest]
    if published is None:
        published = _first(printed, "opening") or _first(
            [*_find_top(text, shown, lexicon), *_find_head(text, shown, lexicon)],
            "bare",
        )
    later = [each for each in bare if _is_later(each, updated or published)]
    if captured is None and later:
        captured = _dated(later[0])
    if published is not None and said["published"] and said["published"] != published:
        published = _joined(published, said["published"])
    return PageDates(published, updated, captured)


def _find_printed(
    text: str, blocks: Sequence[Block], title: Span | None, lexicon: Lexicon
) -> list[Printed]:
    found = []
    near = _below_title(blocks, title)
    for index, block in enumerate(blocks):
        if block.role not in PRINTED_IN or block.span == title:
            continue
        line = block.span.quote(text)
        for date in find_dates(line, lexicon):
            if date.year is None:
                continue
            kind, label_start = _label(line, date.start, lexicon)
            if kind == "bare" and block.role not in BARE_IN and index not in near:
                continue
            span = Span(block.span.start + label_start, block.span.start + date.end)
            found.append(Printed(kind, date, _evidence(text, span, kind), index))
    return found


def _below_title(blocks: Sequence[Block], title: Span | None) -> range:
    """Return the indices of the lines under the headline, where outlet and day stand."""
    at = next((i for i, block in enumerate(blocks) if block.span == title), None)
    return range(0) if at is None else range(at + 1, at + 1 + LINES_BELOW_TITLE)


def _find_opening(
    text: str, blocks: Sequence[Block], lexicon: Lexicon
) -> list[Printed]:
    """Return the dated opening of a report, `TOWN, May 2, 2016 (Agency) -`."""
    first = next((at for at, b in enumerate(blocks) if b.role is Role.BODY), None)
    if first is None:
        return []
    block = blocks[first]
    sign = OPENING.search(block.span.quote(text))
    dates = find_dates(sign[0], lexicon) if sign else ()
    if sign is None or not dates or dates[0].year is None:
        return []
    day, before = dates[0], block.span.start + sign.start()
    span = Span(before + day.start, before + day.end)
    return [
        Printed(
            "opening",
            day,
            Evidence(span, span.quote(text), "opening of the report"),
            first,
        )
    ]


def _find_top(text: str, blocks: Sequence[Block], lexicon: Lexicon) -> list[Printed]:
    """Return the dates of short lines above the running text (`The Post, 3 July 2025`)."""
    found = []
    for index, block in enumerate(blocks):
        line = block.span.quote(text)
        if block.role is Role.BODY:
            break
        dates = find_dates(line, lexicon) if len(line.split()) <= MASTHEAD else ()
        years = YEAR.findall(line)
        for date in dates:
            if date.year is None and len(years) == 1:
                date = replace(date, year=int(years[0]))
            if date.year is None:
                continue
            span = Span(block.span.start + date.start, block.span.start + date.end)
            found.append(Printed("bare", date, _evidence(text, span, "bare"), index))
    return found


def _find_head(text: str, blocks: Sequence[Block], lexicon: Lexicon) -> list[Printed]:
    return [
        Printed("bare", date, _evidence(text, span, "bare"), index)
        for index, date, span in find_head_dates(text, blocks, lexicon)
    ]


def _label(line: str, start: int, lexicon: Lexicon) -> tuple[str, int]:
    window_start = max(0, start - LABEL_WINDOW)
    before = line[window_start:start]
    gap = rf"[\s:|,.\-–—]*(?:(?:{lexicon.weekdays})[\s,.]*)?$"
    for kind, words in (
        ("updated", lexicon.updated),
        ("captured", lexicon.captured),
        ("published", lexicon.posted),
    ):
        by = r"(?:\s+by\s+[^\n]{1,30}?)?(?:\s+on)?"
        label = re.search(rf"(?<!\w)(?:{words}){by}{gap}", before, re.I)
        if label:
            return kind, window_start + label.start()
    weekday = re.search(rf"(?<!\w)(?:{lexicon.weekdays})[\s,.]*$", before, re.I)
    return "bare", window_start + weekday.start() if weekday else start


def _evidence(text: str, span: Span, kind: str) -> Evidence:
    says = "date line" if kind == "bare" else f"date line: {kind}"
    return Evidence(span, span.quote(text), says)


def _first(printed: Sequence[Printed], kind: str) -> Dated | None:
    return next((_dated(each) for each in printed if each.kind == kind), None)


def _dated(printed: Printed) -> Dated:
    return Dated(printed.date.period, printed.date.certainty, (printed.evidence,))


def _from_witness(
    witnesses: Sequence[Witness], kind: str, lexicon: Lexicon
) -> Dated | None:
    for witness in witnesses:
        dates = find_dates(witness.value, lexicon) if witness.key == kind else ()
        if dates and dates[0].year is not None:
            evidence = Evidence(witness.span, witness.value, f"metadata: {kind}")
            return Dated(dates[0].period, dates[0].certainty, (evidence,))
    return None


def _distance(block: Block, title: Span | None) -> int:
    if title is None:
        return block.span.start
    if block.span.start >= title.end:
        return block.span.start - title.end
    return title.start - block.span.end


def _is_later(printed: Printed, known: Dated | None) -> bool:
    day = printed.date.period.first
    last = known.period.last if known else None
    return bool(day and last and day > last)


def _joined(dated: Dated, witness: Dated) -> Dated:
    return replace(dated, evidence=(*dated.evidence, *witness.evidence))
