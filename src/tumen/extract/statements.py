"""Events, conditions and policies of the running text made into claims."""

from collections.abc import Iterator, Sequence

from tumen.extract.clauses import clause_span, runs_of
from tumen.extract.frame import Frame
from tumen.extract.hedges import HedgeReading, hedge_at
from tumen.extract.phrases import find_phrases
from tumen.extract.statement_choice import choose_statements
from tumen.extract.statement_dates import Asking
from tumen.extract.statement_matches import Match
from tumen.extract.statement_rules import FITTED, Found, attributing
from tumen.extract.statement_slots import StatementSlots
from tumen.extract.topic import is_about
from tumen.extract.voice_choice import said_at
from tumen.extract.voice_features import Said
from tumen.extract.voices import Attribution
from tumen.records.amount import Amount
from tumen.records.claim import Claim, Hedge, Kind, Slot
from tumen.records.ids import ClaimId
from tumen.records.span import Span

RULES = "statements.1"
"""Version of the statement rules; enters each claim."""

UNHEDGED = ("cond.", "policy.")
"""Elements in which what people can or must do is the statement itself."""


def find_statements(frame: Frame, figures: Sequence[Claim]) -> Iterator[Claim]:
    """Yield a claim for each clause of the body that fits an element's cues.

    Args:
        frame: the page, taken apart.
        figures: claims with numbers of the same page: `the number` alone stands for
            the last of them, and no condition repeats what one of them says.
    """
    if not is_about(frame):
        return
    slots = StatementSlots.of(frame)
    aside = attributing(frame)
    before: Said | None = None
    for found in choose_statements(frame, figures, aside, slots):
        span = _without_attribution(frame, found.match, aside)
        if _tells_a_route(frame, span):
            continue
        said, before = said_at(frame, span, before)
        claim = _claim(frame, found, span, slots, said)
        if not _repeats(claim, figures):
            yield claim


def _without_attribution(frame: Frame, match: Match, aside: frozenset[int]) -> Span:
    """Return the span of a match without the words that say who said it."""
    kept = match.tokens - aside
    if not set(match.fitted) & match.tokens <= kept:
        return match.span
    words = frame.language.statements
    return clause_span(frame.analysis, kept, words) or match.span


def _tells_a_route(frame: Frame, span: Span) -> bool:
    """Tell whether words say how to reach or hand over people; nobody may store them."""
    tokens = [frame.analysis.tokens[i] for i in frame.analysis.tokens_in(span)]
    return any(find_phrases(tokens, frame.language.statements.route_details))


def _claim(
    frame: Frame, found: Found, span: Span, slots: StatementSlots, said: Attribution
) -> Claim:
    hedge = _hedge(frame, found.match, span, said)
    element = frame.codebook.elements[found.element]
    place = slots.place(span, element)
    asking = Asking(
        own=found.match.clause.own,
        anchor=found.match.fitted[0],
        span=span,
        kind=found.kind,
        element=element,
        hedge=hedge.hedge,
        voice=said.voice,
    )
    dated = slots.as_of(asking)
    population = slots.population(span, element)
    evidence = {
        "element": Slot(
            rule=found.match.rule,
            confidence=found.chance,
            span=_fitted(frame, found),
            alternatives=found.others,
        ),
        "speaker": said.slot,
        "hedge": hedge.slot,
        "place": place.slot,
        "as_of": dated.slot,
        "population": population.slot,
    }
    forecast = ("forecast",) if hedge.is_forecast else ()
    flags = (*found.flags, *forecast, *_phrases(frame, span), *said.flags, *dated.flags)
    return Claim(
        id=ClaimId(""),
        capture=frame.document.capture,
        doc=frame.document.name,
        span=span,
        quote=span.quote(frame.document.text),
        kind=found.kind,
        element=found.element,
        amount=Amount(),
        as_of=dated.period,
        place=place.name,
        iso=place.iso,
        population=population.name,
        speaker=said.voice,
        via=said.via,
        chain=said.chain,
        hedge=hedge.hedge,
        flags=tuple(dict.fromkeys(flags)),
        slots=evidence,
        rule=f"{RULES} {found.match.rule}",
        confidence=round(found.chance * said.slot.confidence, 3),
    )


def _fitted(frame: Frame, found: Found) -> Span:
    tokens = frame.analysis.tokens
    return tokens[found.match.fitted[0]].span


def _hedge(frame: Frame, match: Match, span: Span, said: Attribution) -> HedgeReading:
    """Return the hedge of the words, then of the clause above, then of the cue."""
    reading = hedge_at(frame, span, said)
    if _is_ability(frame, match, reading):
        slot = Slot(rule="hedge.ability", confidence=FITTED)
        return HedgeReading(Hedge.ASSERTED, slot, reading.is_forecast)
    if reading.hedge is not Hedge.ASSERTED:
        return reading
    for outer in _readings_above(frame, match, said):
        if outer.hedge in (Hedge.ESTIMATED, Hedge.ALLEGED):
            return outer
    implied = Hedge.PLANNED if _is_to_come(frame, match) else match.hedge
    if implied is not None:
        slot = Slot(rule="hedge.cue", confidence=FITTED)
        return HedgeReading(implied, slot, reading.is_forecast)
    return reading


def _is_to_come(frame: Frame, match: Match) -> bool:
    """Tell whether a clause tells of an event that is still to come."""
    words = {frame.analysis.tokens[i].lower for i in match.clause.own}
    futures = frame.language.statements.futures
    return match.element.code.startswith("event.") and bool(words & futures)


def _is_ability(frame: Frame, match: Match, reading: HedgeReading) -> bool:
    """Tell whether the hedge of a condition or rule is only what can or must be."""
    if reading.slot.span is None or not match.element.code.startswith(UNHEDGED):
        return False
    word = reading.slot.span.quote(frame.document.text).lower()
    return word in frame.language.statements.abilities


def _readings_above(
    frame: Frame, match: Match, said: Attribution
) -> Iterator[HedgeReading]:
    """Yield the hedges of the governing clause, run by run."""
    words = frame.language.statements
    for run in runs_of(frame.analysis, match.above - match.tokens, words):
        span = clause_span(frame.analysis, run, words)
        if span is not None:
            yield hedge_at(frame, span, said)


def _phrases(frame: Frame, span: Span) -> Iterator[str]:
    """Yield flags that stand in the words themselves."""
    words = frame.language.statements
    sentence = frame.analysis.sentence_at(span.start)
    inside = [frame.analysis.tokens[i] for i in frame.analysis.tokens_in(span)]
    if any(find_phrases(frame.analysis.words(sentence), words.superlatives)):
        yield "superlative"
    if any(find_phrases(inside, words.conclusions)):
        yield "inference"


def _repeats(claim: Claim, figures: Sequence[Claim]) -> bool:
    """Tell whether a figure already says what a condition without value says."""
    size = claim.span.end - claim.span.start
    return (
        claim.kind is Kind.CONDITION
        and not claim.flags
        and any(
            figure.element == claim.element
            and _shared(figure.span, claim.span) > size / 2
            for figure in figures
        )
    )


def _shared(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))
