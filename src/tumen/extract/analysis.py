"""A stretch of text taken apart: paragraphs, sentences, tokens, names."""

from bisect import bisect_right
from dataclasses import dataclass, field

from tumen.records.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """A word or mark.

    Args:
        span: where it stands in `Document.text`.
        text: exactly its letters; `lower` the same in lower case.
        lemma: base form in lower case; a guess when nothing is parsed.
        pos: universal part of speech (`NOUN`, `PROPN`, `VERB`, `AUX`, `NUM`, `ADP`,
            `DET`, `PRON`, `CCONJ`, `SCONJ`, `PUNCT`, `X`); a guess from closed word
            lists when nothing is parsed.
        head: index in `Analysis.tokens` of its head; its own index for a root, and
            for every token when nothing is parsed.
        dep: label of the arc to its head, empty when nothing is parsed.
    """

    span: Span
    text: str
    lower: str
    lemma: str
    pos: str
    head: int
    dep: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence; `first` and `last` are the half-open range of its tokens.

    `paragraph` counts from 0 over the windows that were analysed.
    """

    span: Span
    first: int
    last: int
    paragraph: int


@dataclass(frozen=True, slots=True)
class Entity:
    """A name; `label` is PERSON, ORG, PLACE or MISC."""

    span: Span
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysis:
    """All sentences of the analysed windows, in order of the text.

    Args:
        text: the whole `Document.text`, every space in it a plain one; all spans
            count its code points.
        paragraphs: the windows.
        parsed: True when heads and labels come from a parser.
    """

    text: str
    paragraphs: tuple[Span, ...]
    sentences: tuple[Sentence, ...]
    tokens: tuple[Token, ...]
    entities: tuple[Entity, ...] = ()
    parsed: bool = False
    _starts: tuple[int, ...] = field(init=False, repr=False, compare=False)
    _token_starts: tuple[int, ...] = field(init=False, repr=False, compare=False)
    _children: dict[int, tuple[int, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        starts = tuple(sentence.span.start for sentence in self.sentences)
        object.__setattr__(self, "_starts", starts)
        token_starts = tuple(token.span.start for token in self.tokens)
        object.__setattr__(self, "_token_starts", token_starts)
        object.__setattr__(self, "_children", self._dependents())

    def _dependents(self) -> dict[int, tuple[int, ...]]:
        found: dict[int, tuple[int, ...]] = {}
        for sentence in self.sentences:
            for i in range(sentence.first, sentence.last):
                head = self.tokens[i].head
                if head != i and sentence.first <= head < sentence.last:
                    found[head] = (*found.get(head, ()), i)
        return found

    def sentence_index(self, position: int) -> int:
        """Return the index of the sentence at or before a position; 0 at least."""
        return max(0, bisect_right(self._starts, position) - 1)

    def sentence_at(self, position: int) -> Sentence:
        """Return the sentence at or before a position."""
        return self.sentences[self.sentence_index(position)]

    def words(self, sentence: Sentence) -> tuple[Token, ...]:
        """Return the tokens of a sentence."""
        return self.tokens[sentence.first : sentence.last]

    def tokens_in(self, span: Span) -> range:
        """Return the indices of the tokens that begin inside a span."""
        first = bisect_right(self._token_starts, span.start - 1)
        return range(first, bisect_right(self._token_starts, span.end - 1))

    def sentences_of(self, paragraph: int) -> tuple[Sentence, ...]:
        """Return the sentences of one paragraph."""
        return tuple(s for s in self.sentences if s.paragraph == paragraph)

    def children(self, index: int) -> tuple[int, ...]:
        """Return the indices of the direct dependents of a token."""
        return self._children.get(index, ())

    def subtree(self, index: int) -> tuple[int, ...]:
        """Return a token and everything that hangs on it, in order of the text."""
        found, queue = {index}, [index]
        while queue:
            for child in self.children(queue.pop()):
                if child not in found:
                    found.add(child)
                    queue.append(child)
        return tuple(sorted(found))

    def ancestors(self, index: int) -> tuple[int, ...]:
        """Return the heads above a token, the nearest first."""
        found: list[int] = []
        while self.tokens[index].head != index and len(found) < len(self.tokens):
            index = self.tokens[index].head
            found.append(index)
        return tuple(found)
