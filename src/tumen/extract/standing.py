"""How a mention stands to the words of a claim: in its clause, before it, far off."""

from collections.abc import Iterator
from dataclasses import dataclass

from tumen.extract.analysis import Analysis
from tumen.records.span import Span

NAMING = ("NOUN", "PROPN", "ADJ")
FAR, MANY = 4, 3
"""Greater distances and numbers are not told apart."""


@dataclass(frozen=True, slots=True)
class Claimed:
    """The words of a claim that something is asked for.

    Args:
        span: of its clause.
        anchor: of its number; of the whole clause when it has none.
        index: number of its sentence; `paragraph` that of the paragraph.
    """

    span: Span
    anchor: Span
    sentence: Span
    index: int
    paragraph: int

    @property
    def number(self) -> Span | None:
        """Where its number stands, None when it has none."""
        return None if self.anchor == self.span else self.anchor

    @classmethod
    def at(cls, analysis: Analysis, span: Span, anchor: Span) -> "Claimed":
        """Return where the words of a claim stand."""
        index = analysis.sentence_index(anchor.start)
        sentence = analysis.sentences[index]
        return cls(span, anchor, sentence.span, index, sentence.paragraph)


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a mention stands.

    Args:
        where: `clause`, `sentence`, `before` or `after` it.
        side: `left` or `right` of the anchor, `in` it.
        distance: in sentences, less than zero before the claim.
        paragraphs: between them, less than zero behind the claim.
    """

    where: str
    side: str
    distance: int
    paragraphs: int

    @property
    def rank(self) -> tuple[int, int]:
        """Return how near it stands, the nearest first."""
        order = ("clause", "sentence", "before", "after")
        return order.index(self.where), abs(self.distance)

    def names(self) -> Iterator[str]:
        """Yield the standing as names of features."""
        if self.distance == 0:
            yield f"{self.where}/{self.side}"
            return
        near = min(FAR, abs(self.distance))
        paragraphs = min(MANY, abs(self.paragraphs))
        yield self.where
        yield f"{self.where}:{near}"
        yield f"{self.where}/paragraphs:{paragraphs}"


def standing_of(analysis: Analysis, claimed: Claimed, span: Span) -> Standing:
    """Return how a mention stands to the words of a claim."""
    index = analysis.sentence_index(span.start)
    distance = index - claimed.index
    paragraphs = claimed.paragraph - analysis.sentences[index].paragraph
    side = "left" if span.end <= claimed.anchor.start else "right"
    if span.meets(claimed.anchor):
        side = "in"
    if distance == 0:
        where = "clause" if claimed.span.holds(span) else "sentence"
    else:
        where = "before" if distance < 0 else "after"
    return Standing(where, side, distance, paragraphs)


def describes_noun(analysis: Analysis, span: Span) -> bool:
    """Tell `a Polish yard` from `a Pole`."""
    place = analysis.tokens_in(span).stop
    return place < len(analysis.tokens) and analysis.tokens[place].pos in NAMING
