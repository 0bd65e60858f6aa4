"""What a reader hands on before roles are known: one text cut into pieces."""

from dataclasses import dataclass
from typing import Protocol

from tumen.codebook.schema import Codebook
from tumen.records.capture import Capture
from tumen.records.document import Form, Role
from tumen.records.issue import Issue
from tumen.records.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A line, paragraph or element of a page.

    Args:
        span: where it stands; never empty, trimmed of space at both ends.
        hint: role its markup gives it, None for text without markup.
        heading: True when the markup makes it a heading.
        listed: True when the markup makes it a list entry.
        link_share: share of its characters inside links, 0 to 1.
    """

    span: Span
    hint: Role | None = None
    heading: bool = False
    listed: bool = False
    link_share: float = 0.0


@dataclass(frozen=True, slots=True)
class Witness:
    """What the metadata of a page says, and the words of the text that show it.

    `key` is one of title, site, author, published, updated, captured, address,
    language.
    """

    key: str
    value: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A page as text and pieces, in order of the text, not overlapping.

    Args:
        header: column names, for tables only.
        marked_up: True when pieces carry what their markup says.
    """

    text: str
    pieces: tuple[Piece, ...]
    form: Form = Form.ARTICLE
    header: tuple[str, ...] = ()
    witnesses: tuple[Witness, ...] = ()
    issues: tuple[Issue, ...] = ()
    marked_up: bool = False


class Reader(Protocol):
    """Turns the bytes of some media types into a draft."""

    def __call__(self, capture: Capture, data: bytes, codebook: Codebook) -> Draft:
        """Return the draft; raise MaterialError when nothing can be read."""
        ...
