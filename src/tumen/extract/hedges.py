"""How surely something is said."""

from dataclasses import dataclass

from tumen.extract.analysis import Token
from tumen.extract.figure_clause import VERBAL
from tumen.extract.frame import Frame
from tumen.extract.phrases import find_phrases
from tumen.extract.voices import Attribution
from tumen.records.claim import Hedge, Slot
from tumen.records.span import Span

ABOVE = 14
"""Words before `that` among which a hedge is looked for."""
LEAD = 7
"""`It is widely thought that` has at most so many tokens."""

STRONGEST_FIRST = (Hedge.DENIED, Hedge.PLANNED, Hedge.ALLEGED, Hedge.ESTIMATED)
SEEN, IMPLIED, HEARSAY, PLAIN = 0.85, 0.8, 0.7, 0.8
"""Chances that a hedge is right, by how it was found; first guesses, to be measured."""


@dataclass(frozen=True, slots=True)
class HedgeReading:
    """A hedge, how it was found, and whether the words look ahead."""

    hedge: Hedge
    slot: Slot
    is_forecast: bool = False


def hedge_at(frame: Frame, span: Span, attribution: Attribution) -> HedgeReading:
    """Return how surely the words of a span are said.

    Words of the span itself decide, then a denial that it hangs on, the verb of
    attribution, other words that it hangs on, and hearsay.
    """
    indices = frame.analysis.tokens_in(span)
    first = indices.start - _lead(frame, span, indices.start)
    voices = frame.language.voices
    tokens = [
        token
        for token in frame.analysis.tokens[first : indices.stop]
        if not _is_month(frame, token)
    ]
    is_forecast = next(find_phrases(tokens, voices.forecasts), None) is not None
    for hedge in STRONGEST_FIRST:
        for first, end in find_phrases(tokens, voices.hedges[hedge.value]):
            words = Span(tokens[first].span.start, tokens[end - 1].span.end)
            slot = Slot(rule=f"hedge.{hedge.value}", confidence=SEEN, span=words)
            return HedgeReading(hedge, slot, is_forecast)
    above = _said_of_it(frame, indices)
    if above is Hedge.DENIED or (above and attribution.hedge is None):
        slot = Slot(rule=f"hedge.{above.value}", confidence=IMPLIED)
        return HedgeReading(above, slot, is_forecast)
    if attribution.hedge is not None:
        slot = Slot(rule="hedge.verb", confidence=IMPLIED, span=attribution.slot.span)
        return HedgeReading(attribution.hedge, slot, is_forecast)
    is_here = attribution.slot.inherited_from is None
    if attribution.voice.first_hand is False and is_here:
        slot = Slot(rule="hedge.hearsay", confidence=HEARSAY)
        return HedgeReading(Hedge.ALLEGED, slot, is_forecast)
    return HedgeReading(
        Hedge.ASSERTED, Slot(rule="hedge.none", confidence=PLAIN), is_forecast
    )


def _is_month(frame: Frame, token: Token) -> bool:
    """Tell `in May` from `they may`; a sentence may open with either."""
    if token.lower not in frame.language.voices.months_too or token.text.islower():
        return False
    sentence = frame.analysis.sentence_at(token.span.start)
    return token.span.start > sentence.span.start


def _said_of_it(frame: Frame, words: range) -> Hedge | None:
    """Return what is said of a clause: `rejected the claim by X that` denies it.

    Args:
        words: tokens of the clause. Between it and what is said of it no other verb
            may stand.
    """
    analysis, voices = frame.analysis, frame.language.voices
    sentence = analysis.sentence_at(analysis.tokens[words.start].span.start)
    begin = max(sentence.first, words.start - ABOVE)
    tokens, first = analysis.tokens[begin : words.stop], words.start - begin
    joins = {token.lower for token in tokens[max(0, first - 1) : first + 1]}
    hangs_on = bool(joins & voices.cues.relatives)
    for hedge in (Hedge.DENIED, Hedge.ALLEGED):
        for start, end in find_phrases(tokens, voices.hedges[hedge.value]):
            is_near = not any(token.pos in VERBAL for token in tokens[end:first])
            if start < first and is_near and (hangs_on or end > first):
                return hedge
    return None


def _lead(frame: Frame, span: Span, first: int) -> int:
    """Return how many tokens stand before a span as `It is thought that`, else 0."""
    analysis, voices = frame.analysis, frame.language.voices
    begin = analysis.sentence_at(span.start).first
    if not 0 < first - begin <= LEAD:
        return 0
    nobody = voices.sources.thing_pronouns | voices.pointers
    leads = (
        analysis.tokens[begin].lower in nobody
        and analysis.tokens[first - 1].lower in voices.cues.relatives
    )
    return first - begin if leads else 0
