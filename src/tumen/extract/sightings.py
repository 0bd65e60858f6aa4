"""Cues as first seen in a sentence, and the words each of them vouches for."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tumen.codebook.words_voices import VoiceWords
from tumen.extract.analysis import Token
from tumen.extract.noun_phrases import FINITE
from tumen.extract.voices import ADDING
from tumen.records.claim import Hedge
from tumen.records.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """A cue before its scope is known; `first` and `end` are token places."""

    first: int
    end: int
    source: Span | None
    rule: str
    trails: bool = False
    hedge: Hedge | None = None
    via: Span | None = None
    origin: Span | None = None
    relay: Span | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """The tokens of one sentence, and which of them stand in direct speech.

    Args:
        first: index of its first token on the page.
        parsed: True when the heads of the tokens come from a parser.
    """

    tokens: Sequence[Token]
    quoted: Sequence[bool]
    words: VoiceWords
    first: int = 0
    parsed: bool = False

    def is_free(self, place: int) -> bool:
        """Tell whether the token belongs to the article's own words."""
        return not self.quoted[place]

    def lower(self, place: int) -> str:
        """Return the word at a place in lower case, empty outside the sentence."""
        return self.tokens[place].lower if 0 <= place < len(self.tokens) else ""

    def dependents(self, place: int, labels: frozenset[str]) -> list[int]:
        """Return the places of what hangs on a token with one of some labels."""
        if not self.parsed:
            return []
        return [
            i
            for i, token in enumerate(self.tokens)
            if token.dep in labels and token.head - self.first == place
        ]

    def subtree(self, place: int) -> tuple[int, int]:
        """Return the range from the first to behind the last token under a token."""
        held, grown = {place}, True
        while grown:
            more = {
                i
                for i, token in enumerate(self.tokens)
                if i not in held and token.head - self.first in held
            }
            grown = bool(more)
            held |= more
        return min(held), max(held) + 1


def anchor(line: Line, sighting: Sighting) -> Span:
    """Return the span of the report verb or phrase."""
    tokens = line.tokens
    return Span(tokens[sighting.first].span.start, tokens[sighting.end - 1].span.end)


def with_scopes(
    found: Sequence[Sighting], sentence: Span, line: Line
) -> Iterator[tuple[Sighting, tuple[Span, ...]]]:
    """Yield each cue with the words it vouches for: up to its neighbours."""
    edges = _edges(found, sentence, line)
    for sighting, (start, end) in zip(found, edges, strict=True):
        holes = [anchor(line, sighting)]
        holes += [s for s in (sighting.source, sighting.origin) if s]
        yield sighting, _without(Span(start, end), holes)


def _edges(
    found: Sequence[Sighting], sentence: Span, line: Line
) -> list[tuple[int, int]]:
    starts = [_opening(found[0], sentence, line)]
    for last, following in pairwise(found):
        region = [anchor(line, following)]
        region += [following.source] if following.source else []
        left = min(span.start for span in region)
        done = [anchor(line, last), *([last.source] if last.source else [])]
        right = max(span.end for span in done)
        starts.append(right if last.trails and right < left else max(left, right))
    ends = [*starts[1:], sentence.end]
    return [
        (start, max(end, start + 1)) for start, end in zip(starts, ends, strict=True)
    ]


def _opening(first: Sighting, sentence: Span, line: Line) -> int:
    """Return where the words of the first cue begin.

    A clause of its own before the voice is not its words (`The men left, and the
    ministry said that ...`), unless the voice is put in (`The men, it said, left`).
    """
    if first.rule == ADDING:
        return anchor(line, first).end
    if first.trails or first.source is None:
        return sentence.start
    voices = (first.source, first.relay, anchor(line, first))
    start = min(span.start for span in voices if span)
    before = [i for i, t in enumerate(line.tokens) if t.span.end <= start]
    if not before or not line.is_free(before[-1]) or line.lower(before[-1]) == ",":
        return sentence.start
    has_clause = any(line.tokens[i].pos in FINITE for i in before)
    return start if has_clause else sentence.start


def _without(whole: Span, holes: Sequence[Span]) -> tuple[Span, ...]:
    """Return what is left of a stretch after cutting out the holes."""
    pieces: list[Span] = []
    start = whole.start
    for hole in sorted(holes):
        if start < min(hole.start, whole.end):
            pieces.append(Span(start, min(hole.start, whole.end)))
        start = max(start, hole.end)
    if start < whole.end:
        pieces.append(Span(start, whole.end))
    return tuple(pieces)
