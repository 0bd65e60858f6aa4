"""Read HTML: one canonical text of all that is visible, block by block."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import cast

from resiliparse.parse.html import (
    DOMContext,
    ElementNode,
    HTMLTree,
    Node,
    NodeType,
    traverse_dom,
)

from tumen.codebook.schema import Codebook
from tumen.errors import MaterialError
from tumen.read.canvas import Canvas
from tumen.read.decode import decode_bytes
from tumen.read.draft import Draft, Piece, Witness
from tumen.read.lexicon import Lexicon, make_lexicon
from tumen.read.plain import guessed
from tumen.read.witnesses import TOLD_TAGS, find_witnesses
from tumen.records.capture import Capture
from tumen.records.document import Role
from tumen.records.span import Span

SILENT = frozenset(
    "script style noscript template svg math head iframe object canvas audio video".split()  # noqa: SIM905 - reads better as a line
)
INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark "  # noqa: SIM905 - reads better as a line
    "nobr q rp rt ruby s samp small span strike strong sub sup time tt u var wbr".split()
)
TAG_ROLES = {
    "nav": Role.FURNITURE,
    "footer": Role.FURNITURE,
    "aside": Role.FURNITURE,
    "form": Role.FURNITURE,
    "button": Role.FURNITURE,
    "dialog": Role.FURNITURE,
    "menu": Role.FURNITURE,
    "figcaption": Role.CAPTION,
}
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
FRAMING = HEADINGS | {"li", "table", "a"}
# Their names speak of the whole page.
UNNAMED = frozenset(("body", "html", "main", "article"))
MARKS = {"br": "\n", "td": "\t", "th": "\t"}
NAME_PART = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
SPACE = re.compile(r"[ \t\r\n\f\v]+")
# An element that holds more of the running text than this is the page itself,
# whatever its name says.
MAX_HINTED_SHARE = 0.4
LONG_CHARS = 80
MAX_NAME_CHARS = 300
MAX_HINTS = 20


@dataclass(frozen=True, slots=True)
class Hint:
    """A role that an element gives to all pieces inside it."""

    element: int
    role: Role


@dataclass(frozen=True, slots=True)
class Frame:
    """What holds inside an open element."""

    hints: tuple[Hint, ...] = ()
    heading: bool = False
    listed: bool = False
    linked: bool = False


@dataclass(frozen=True, slots=True)
class Opened:
    """An open element: its depth, the frame around it, whether it ends a block."""

    depth: int
    outer: Frame
    breaks: bool


@dataclass(slots=True)
class Run:
    """The inline text of one block, under construction."""

    frame: Frame
    parts: list[str] = field(default_factory=list)
    linked_chars: int = 0


@dataclass(frozen=True, slots=True)
class Stretch:
    """The finished text of one block."""

    words: str
    frame: Frame
    link_share: float


def read_markup(capture: Capture, data: bytes, codebook: Codebook) -> Draft:
    """Return the visible text of an HTML page and its metadata as furniture.

    Raises:
        MaterialError: the page has no visible text.
    """
    decoded = decode_bytes(data, capture.charset, markup=True)
    tree = HTMLTree.parse(decoded.text.replace("\0", "\ufffd"))
    lexicon = make_lexicon(codebook)
    walker = Walker(lexicon)
    walker.walk(tree)
    stretches = _weighed(walker.stretches)
    if not stretches:
        raise MaterialError(
            f"{capture.name}: no visible text in the page",
            "Save the page again after it has loaded, or as plain text.",
        )
    canvas = Canvas()
    pieces = [_piece(canvas, stretch) for stretch in stretches]
    witnesses = []
    for key, value in find_witnesses(walker.told, tree.title, decoded.text):
        span = canvas.write(f"{key}: {value}", "\n")
        pieces.append(Piece(span=span, hint=Role.FURNITURE))
        witnesses.append(Witness(key, value, Span(span.end - len(value), span.end)))
    return Draft(
        text=canvas.text,
        pieces=tuple(pieces),
        witnesses=tuple(witnesses),
        issues=() if decoded.sure else (guessed(capture, decoded.charset),),
        marked_up=True,
    )


def _piece(canvas: Canvas, stretch: Stretch) -> Piece:
    frame = stretch.frame
    return Piece(
        span=canvas.write(stretch.words, "\n\n"),
        hint=_role_of(frame.hints),
        heading=frame.heading,
        listed=frame.listed,
        link_share=stretch.link_share,
    )


def _role_of(hints: Sequence[Hint]) -> Role | None:
    """Return what the hints say: comments and furniture hold for all inside."""
    roles = [hint.role for hint in hints]
    for role in (Role.COMMENT, Role.FURNITURE):
        if role in roles:
            return role
    return roles[-1] if roles else None


def _weighed(stretches: list[Stretch]) -> list[Stretch]:
    """Drop hints of elements that hold most of the running text."""
    held: Counter[int] = Counter()
    total = 0
    for stretch in stretches:
        if len(stretch.words) >= LONG_CHARS and stretch.link_share < 0.5:
            total += len(stretch.words)
            held.update(
                {hint.element: len(stretch.words) for hint in stretch.frame.hints}
            )
    large = {
        element for element, size in held.items() if size > MAX_HINTED_SHARE * total
    }
    if not large:
        return stretches
    return [
        replace(
            stretch,
            frame=replace(
                stretch.frame,
                hints=tuple(h for h in stretch.frame.hints if h.element not in large),
            ),
        )
        for stretch in stretches
    ]


class Walker:
    """Walks a tree once, without recursion, so that any depth is fine.

    Args:
        stretches: the text of each block in order.
        told: elements that may tell of the page, in order; see `TOLD_TAGS`.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self.stretches: list[Stretch] = []
        self.told: list[ElementNode] = []
        self._naming = Naming(lexicon)
        self._opened: list[Opened] = []
        self._frame = Frame()
        self._run = Run(self._frame)
        self._count = 0
        self._silent_at: int | None = None

    def walk(self, tree: HTMLTree) -> None:
        """Visit all nodes of a tree."""
        if tree.document is not None:
            traverse_dom(tree.document, self._visit)
        self._close_to(0)
        self._flush()

    def _visit(self, context: DOMContext) -> None:
        node, depth = cast("Node", context.node), context.depth
        element = node if isinstance(node, ElementNode) else None
        if element is not None and element.tag in TOLD_TAGS:
            self.told.append(element)
        if self._silent_at is not None:
            if depth > self._silent_at:
                return
            self._silent_at = None
        self._close_to(depth)
        if element is not None:
            self._open(element, element.tag or "", depth)
        elif node.type == NodeType.TEXT:
            self._add(node.value or "")

    def _open(self, node: ElementNode, tag: str, depth: int) -> None:
        named = node.attrs if tag not in SILENT else ()
        if tag in SILENT or (named and _is_hidden(node)):
            self._silent_at = depth
            return
        self._count += 1
        role = TAG_ROLES.get(tag) or (
            self._naming.role_of(node, tag) if named else None
        )
        breaks = tag not in INLINE and tag not in MARKS
        self._opened.append(Opened(depth, self._frame, breaks))
        self._frame = _enter(tag, self._frame, role, self._count)
        if breaks:
            self._flush()
        elif tag in MARKS:
            self._run.parts.append(MARKS[tag])

    def _close_to(self, depth: int) -> None:
        """Close the elements that do not hold a node of this depth."""
        while self._opened and self._opened[-1].depth >= depth:
            closed = self._opened.pop()
            self._frame = closed.outer
            if closed.breaks:
                self._flush()

    def _flush(self) -> None:
        """End the block under construction and begin the next."""
        if self._run.parts:
            self.stretches += _cut(self._run)
            self._run = Run(self._frame)
        else:
            self._run.frame = self._frame

    def _add(self, words: str) -> None:
        flat = SPACE.sub(" ", words)
        self._run.parts.append(flat)
        if self._frame.linked:
            self._run.linked_chars += len(flat.strip())


class Naming:
    """Reads roles from class and id names; each spelling is looked at once."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._roles = {name: Role(role) for name, role in lexicon.markup}
        self._known: dict[str, Role | None] = {}

    def role_of(self, node: ElementNode, tag: str) -> Role | None:
        """Return the role that the parts of the names give, the first known."""
        if tag in UNNAMED:
            return None
        names = f"{node.class_name or ''} {node.id or ''}"[:MAX_NAME_CHARS]
        if names not in self._known:
            parts = (part.lower() for part in NAME_PART.findall(names))
            role = next(
                (self._roles[part] for part in parts if part in self._roles), None
            )
            self._known[names] = role
        return self._known[names]


def _is_hidden(node: ElementNode) -> bool:
    if node.hasattr("hidden"):
        return True
    return bool(HIDDEN_STYLE.search(node.getattr("style") or ""))


def _enter(tag: str, outer: Frame, role: Role | None, number: int) -> Frame:
    """Return the frame inside an element; the outer one where nothing changes."""
    told = role is not None and len(outer.hints) < MAX_HINTS
    if not told and tag not in FRAMING:
        return outer
    return Frame(
        hints=(*outer.hints, Hint(number, role)) if told and role else outer.hints,
        heading=outer.heading or tag in HEADINGS,
        listed=(outer.listed or tag == "li") and tag != "table",
        linked=outer.linked or tag == "a",
    )


def _cut(run: Run) -> Iterator[Stretch]:
    """Yield the lines of a block; a line broken inside a sentence stays whole."""
    words = "".join(run.parts)
    if not words.strip():
        return
    share = run.linked_chars / max(len(words.strip()), 1)
    lines: list[str] = []
    for line in words.split("\n"):
        flat = re.sub(r" {2,}", " ", line).strip()
        if lines and flat[:1].islower():
            lines[-1] += "\n" + flat
        elif flat:
            lines.append(flat)
    for line in lines:
        yield Stretch(line, run.frame, share)
