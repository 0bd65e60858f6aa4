"""A claim whose days are looked for, and what stands around it."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from tumen.codebook.schema import Element
from tumen.extract.analysis import Analysis, Token
from tumen.extract.attribution import link_at
from tumen.extract.date_mentions import (
    OWN_VOICE,
    Placed,
    quote_start,
    tense_of,
    verb_of,
)
from tumen.extract.figure_clause import VERBAL, Surroundings
from tumen.extract.frame import Frame
from tumen.records.amount import Measure
from tumen.records.claim import Hedge, Kind
from tumen.records.span import Span

NOW = "now"
"""Role of words for the present."""
BACK, AHEAD = 12, 4
"""Times before and after the sentence of a claim that may date it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A claim whose days are looked for.

    Args:
        span: the words of its clause.
        anchor: index of the token that carries it: its number, or its verb.
        form: the measure of a figure, the kind of a statement.
        number: the tokens of its number, None for a statement.
    """

    span: Span
    anchor: int
    form: str
    element: Element
    hedge: Hedge
    number: range | None = None

    @classmethod
    def of_statement(
        cls, analysis: Analysis, span: Span, kind: Kind, element: Element, hedge: Hedge
    ) -> "Asked":
        """Ask for the days of a statement, which its first free verb carries."""
        own = analysis.tokens_in(span)
        verbs = [i for i in own if analysis.tokens[i].pos in VERBAL]
        free = [
            i
            for i in verbs
            if analysis.tokens[i].head not in own or _is_root(analysis, i)
        ]
        anchor = next(iter((*free, *verbs, own.start)))
        return cls(span=span, anchor=anchor, form=kind, element=element, hedge=hedge)

    @classmethod
    def of_figure(
        cls, around: Surroundings, element: Element, measure: Measure, hedge: Hedge
    ) -> "Asked":
        """Ask for the days of a number."""
        return cls(
            span=around.clause,
            anchor=around.first,
            form=measure,
            element=element,
            hedge=hedge,
            number=range(around.first, around.last),
        )


def _is_root(analysis: Analysis, place: int) -> bool:
    return analysis.tokens[place].head == place


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around a claim.

    Args:
        index: number of its sentence.
        placed: the times that may date it, `inside` those of its own sentence.
        gaps: tokens between each of the latter and what carries the claim, in order.
        verb: index of the verb it hangs on, None when there is none; `tense` of that.
        said: `own`, `cited` or `quoted`: whose words they are.
        near: where the nearest time stands: `clause`, `sentence`, `report`, `none`.
        voice: number of the voice whose words they are, `OWN_VOICE` for the page.
        quote: start of the quotation around it, None outside of one.
        words: tokens of its clause.
    """

    frame: Frame
    asked: Asked
    index: int
    placed: tuple[Placed, ...]
    inside: tuple[Placed, ...]
    gaps: tuple[int, ...]
    verb: int | None
    tense: str
    said: str
    voice: int
    quote: int | None
    near: str
    words: tuple[Token, ...]

    @classmethod
    def of(cls, frame: Frame, placed: Sequence[Placed], asked: Asked) -> "Around":
        """Look around a claim.

        Args:
            placed: all times of the page, in order of the text.
        """
        analysis = frame.analysis
        index = analysis.sentence_index(asked.span.start)
        link = link_at(frame, asked.span)
        quote = quote_start(frame, asked.span.start)
        verb = verb_of(analysis, asked.anchor)
        inside = tuple(_here(placed, index))
        said = "quoted" if quote is not None else ("cited" if link.speech else "own")
        words = analysis.tokens_in(asked.span)
        return cls(
            frame=frame,
            asked=asked,
            index=index,
            placed=_nearest(placed, index),
            inside=inside,
            gaps=tuple(sorted(abs(p.token - asked.anchor) for p in inside)),
            verb=verb,
            tense=tense_of(analysis, verb, frame.language.statements),
            said=said,
            voice=link.speech.profile.number if link.speech else OWN_VOICE,
            quote=quote,
            near=_near(inside, asked.span),
            words=tuple(analysis.tokens[i] for i in words),
        )


def _nearest(placed: Sequence[Placed], index: int) -> tuple[Placed, ...]:
    """Return the times around a sentence; `now` dates its own sentence alone."""
    first = bisect_left(placed, index, key=_sentence)
    last = bisect_right(placed, index, key=_sentence)
    back, ahead = range(first - 1, -1, -1), range(last, len(placed))
    before = (placed[n] for n in back if placed[n].mention.role != NOW)
    after = (placed[n] for n in ahead if placed[n].mention.role != NOW)
    return (
        *reversed([*islice(before, BACK)]),
        *placed[first:last],
        *islice(after, AHEAD),
    )


def _here(placed: Sequence[Placed], index: int) -> Sequence[Placed]:
    """Return the times of a sentence."""
    first = bisect_left(placed, index, key=_sentence)
    return placed[first : bisect_right(placed, index, key=_sentence)]


def _sentence(placed: Placed) -> int:
    return placed.sentence


def _near(inside: Sequence[Placed], span: Span) -> str:
    if any(span.holds(p.mention.span) and not p.is_report for p in inside):
        return "clause"
    if any(not p.is_report for p in inside):
        return "sentence"
    return "report" if inside else "none"
