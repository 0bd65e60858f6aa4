"""Cut text into the small pieces that the number grammar reads."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Generic, NamedTuple, TypeVar

V = TypeVar("V")

PIECE = re.compile(
    r"(?P<number>\d{1,3}(?:[,'’\u00a0\u202f\u2009]\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?"
    r"|(?<![\w.,])\.\d+)"
    r"|(?P<word>(?:[^\W\d_]\.){2,}|[^\W\d_]+(?:['’][^\W\d_]+)*)"
    r"|(?P<sign>\S)"
)


class Piece(NamedTuple):
    """A number in digits, a word, or one other sign.

    `lower` is the text in lower case with straight apostrophes; `kind` is number,
    word or sign; `start` and `end` count characters of the document.
    """

    text: str
    lower: str
    start: int
    end: int
    kind: str

    @property
    def is_capital(self) -> bool:
        """True when it begins with a capital letter."""
        return self.text[:1].isupper()


Pieces = Sequence[Piece]


def cut(text: str, start: int, end: int) -> tuple[Piece, ...]:
    """Return the pieces of a window of the text, in order."""
    return tuple(
        Piece(
            found[0],
            found[0].lower().replace("’", "'"),
            found.start(),
            found.end(),
            found.lastgroup or "sign",
        )
        for found in PIECE.finditer(text, start, end)
    )


def is_glued(pieces: Pieces, at: int) -> bool:
    """Tell whether a piece follows the one before it without space."""
    return 0 < at < len(pieces) and pieces[at - 1].end == pieces[at].start


class Phrases(Generic[V]):
    """Phrases and what they stand for, found before or behind a place; longest first.

    Args:
        meanings: value by phrase; phrases are cut like any text.
    """

    def __init__(self, meanings: Mapping[str, V]) -> None:
        """Sort the phrases by their first and last words."""
        self._by_first: dict[str, list[tuple[tuple[str, ...], V]]] = {}
        self._by_last: dict[str, list[tuple[tuple[str, ...], V]]] = {}
        cut_up = [
            (tuple(piece.lower for piece in cut(phrase, 0, len(phrase))), value)
            for phrase, value in meanings.items()
        ]
        for words, value in sorted(cut_up, key=lambda pair: -len(pair[0])):
            self._by_first.setdefault(words[0], []).append((words, value))
            self._by_last.setdefault(words[-1], []).append((words, value))

    @property
    def openers(self) -> frozenset[str]:
        """All words that open a phrase."""
        return frozenset(self._by_first)

    def ahead(self, pieces: Pieces, at: int) -> tuple[int, V] | None:
        """Return the end and value of the phrase that begins at a place."""
        if not 0 <= at < len(pieces):
            return None
        for words, value in self._by_first.get(pieces[at].lower, ()):
            end = at + len(words)
            if tuple(piece.lower for piece in pieces[at:end]) == words:
                return end, value
        return None

    def behind(self, pieces: Pieces, at: int) -> tuple[int, V] | None:
        """Return the begin and value of the phrase that ends before a place."""
        if not 0 < at <= len(pieces):
            return None
        for words, value in self._by_last.get(pieces[at - 1].lower, ()):
            begin = at - len(words)
            if begin < 0:
                continue
            if tuple(piece.lower for piece in pieces[begin:at]) == words:
                return begin, value
        return None


def phrase_set(words: Iterable[str]) -> Phrases[str]:
    """Return phrases that stand for themselves."""
    return Phrases({word: word for word in words})
