"""A page as read: one canonical text, its blocks, and what proves its dates."""

from dataclasses import dataclass
from enum import StrEnum

from tumen.records.ids import CaptureId
from tumen.records.period import Period
from tumen.records.span import Span


class Role(StrEnum):
    """What a block of a page is for."""

    HEADLINE = "headline"
    BYLINE = "byline"
    DATELINE = "dateline"
    BODY = "body"
    CAPTION = "caption"
    COMMENT = "comment"
    FURNITURE = "furniture"
    CREDIT = "credit"


class Form(StrEnum):
    """How a document carries its statements."""

    ARTICLE = "article"
    TABLE = "table"


class Certainty(StrEnum):
    """How exactly a date is known."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    INTERVAL = "interval"


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the text with one role; blocks never overlap.

    `language` is an ISO 639-1 code, None when the block is too short to tell.
    """

    span: Span
    role: Role
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words that prove something about the page, and what they say."""

    span: Span
    quote: str
    says: str


@dataclass(frozen=True, slots=True)
class Dated:
    """A day or interval with the words that prove it."""

    period: Period
    certainty: Certainty
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Author:
    """A name in the byline or credit; role is reporter, translator, writer, editor."""

    name: str
    role: str


@dataclass(frozen=True, slots=True)
class Reprint:
    """The outlet a page was copied from, and what shows it."""

    outlet: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One page.

    Args:
        capture: id of the bytes it was read from; also the document's id.
        name: `Capture.name`.
        text: the canonical text; for text files the decoded file, unchanged. All
            spans of the case count its code points.
        blocks: in order of the text, not overlapping; what no block covers is space.
        form: an article, or a table whose body blocks are its rows.
        header: column names of a table, in order; empty for articles.
        title: the headline, else None.
        original_outlet: outlet whose reporting this is (canonical name of the
            codebook when listed there).
        host: outlet whose page this is, else None.
        published, updated, captured: as printed on the page, else None.
        language: ISO 639-1 of the body; furniture_language of the furniture.
        authors: in the order printed.
        byline_quote: the exact words of the byline.
        reprint_of: set when the page copies another outlet.
        translated_from: ISO 639-1 of the original when the credit says so.
        caption_dates: dates in captions; they never date a claim.
        caption_conflicts: caption dates that contradict a dated public event.
        address: canonical address printed in the page's own bytes, else None.
    """

    capture: CaptureId
    name: str
    text: str
    blocks: tuple[Block, ...]
    form: Form = Form.ARTICLE
    header: tuple[str, ...] = ()
    title: str | None = None
    original_outlet: str | None = None
    host: str | None = None
    published: Dated | None = None
    updated: Dated | None = None
    captured: Dated | None = None
    language: str | None = None
    furniture_language: str | None = None
    authors: tuple[Author, ...] = ()
    byline_quote: str | None = None
    reprint_of: Reprint | None = None
    translated_from: str | None = None
    caption_dates: tuple[Evidence, ...] = ()
    caption_conflicts: tuple[Evidence, ...] = ()
    address: str | None = None

    def blocks_of(self, *roles: Role) -> tuple[Block, ...]:
        """Return the blocks with one of the roles, in order of the text."""
        return tuple(block for block in self.blocks if block.role in roles)
