"""Read HTML: one canonical text of all that is visible, block by block."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from resiliparse.parse.html import ElementNode, HTMLTree, Node, NodeType

from tumen.codebook.schema import Codebook
from tumen.errors import MaterialError
from tumen.read.canvas import Canvas
from tumen.read.decode import decode_bytes
from tumen.read.draft import Draft, Piece, Witness
from tumen.read.lexicon import Lexicon, make_lexicon
from tumen.read.plain import guessed
from tumen.read.witnesses import find_witnesses
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
    stretches = (
        _weighed(list(Walker(tree.body, lexicon).stretches())) if tree.body else []
    )
    if not stretches:
        raise MaterialError(
            f"{capture.name}: no visible text in the page",
            "Save the page again after it has loaded, or as plain text.",
        )
    canvas = Canvas()
    pieces = [_piece(canvas, stretch) for stretch in stretches]
    witnesses = []
    for key, value in find_witnesses(tree, decoded.text):
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
    """Walks a tree without recursion, so that any depth is fine."""

    def __init__(self, body: ElementNode, lexicon: Lexicon) -> None:
        self._body = body
        self._roles = {name: Role(role) for name, role in lexicon.markup}
        self._frames = [Frame()]
        self._run = Run(self._frames[0])
        self._count = 0

    def stretches(self) -> Iterator[Stretch]:
        """Yield the text of each block in order."""
        node: Node | None = self._body
        while node is not None:
            yield from self._open(node)
            if self._is_entered(node):
                node = node.first_child
                continue
            while node is not None and node.next is None:
                node = self._outer(node)
                if node is not None:
                    yield from self._close(node)
            node = node.next if node is not None else None
        yield from _flush(self._run)

    def _open(self, node: Node) -> Iterator[Stretch]:
        self._count += 1
        if node.type == NodeType.TEXT:
            self._add(node.value or "")
        elif isinstance(node, ElementNode) and not _is_silent(node):
            frame = _enter(node, self._frames[-1], self._count, self._roles)
            if _breaks(node):
                yield from _flush(self._run)
                self._run = Run(frame)
            self._run.parts.append(MARKS.get(node.tag or "", ""))
            if node.first_child is not None:
                self._frames.append(frame)

    def _is_entered(self, node: Node) -> bool:
        if node.first_child is None or not isinstance(node, ElementNode):
            return False
        return not _is_silent(node)

    def _outer(self, node: Node) -> Node | None:
        outer = node.parent if node != self._body else None
        return None if outer is None or outer == self._body else outer

    def _close(self, node: Node) -> Iterator[Stretch]:
        self._frames.pop()
        if isinstance(node, ElementNode) and _breaks(node):
            yield from _flush(self._run)
            self._run = Run(self._frames[-1])

    def _add(self, words: str) -> None:
        flat = SPACE.sub(" ", words)
        self._run.parts.append(flat)
        if self._frames[-1].linked:
            self._run.linked_chars += len(flat.strip())


def _is_silent(node: ElementNode) -> bool:
    if node.tag in SILENT or node.hasattr("hidden"):
        return True
    return bool(HIDDEN_STYLE.search(node.getattr("style") or ""))


def _breaks(node: ElementNode) -> bool:
    return node.tag not in INLINE and node.tag not in MARKS


def _enter(
    node: ElementNode, outer: Frame, number: int, roles: dict[str, Role]
) -> Frame:
    role = TAG_ROLES.get(node.tag or "") or _named_role(node, roles)
    hints = (*outer.hints, Hint(number, role)) if role else outer.hints
    return Frame(
        hints=hints if len(hints) <= MAX_HINTS else outer.hints,
        heading=outer.heading or node.tag in HEADINGS,
        listed=(outer.listed or node.tag == "li") and node.tag != "table",
        linked=outer.linked or node.tag == "a",
    )


def _named_role(node: ElementNode, roles: dict[str, Role]) -> Role | None:
    """Return the role that the parts of class and id names give, the first known."""
    if node.tag in ("body", "html", "main", "article"):
        return None
    names = f"{node.class_name or ''} {node.id or ''}"[:MAX_NAME_CHARS]
    parts = (part.lower() for part in NAME_PART.findall(names))
    return next((roles[part] for part in parts if part in roles), None)


def _flush(run: Run) -> Iterator[Stretch]:
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
