"""Events, conditions and policies of the running text made into claims."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tumen.codebook.schema import Codebook, Element
from tumen.extract.clauses import clause_span, runs_of
from tumen.extract.compiled import once
from tumen.extract.frame import LANGUAGE, Frame
from tumen.extract.hedges import HedgeReading, hedge_at
from tumen.extract.phrases import find_phrases
from tumen.extract.statement_cues import Classes
from tumen.extract.statement_dates import Asking
from tumen.extract.statement_matches import CueTable, Match, find_matches, make_table
from tumen.extract.statement_moods import Mood, mood_of
from tumen.extract.statement_slots import StatementSlots
from tumen.extract.statement_trends import (
    TREND,
    UNKNOWN,
    counted_element,
    trend_elements,
)
from tumen.extract.voice_choice import said_at
from tumen.extract.voices import Attribution
from tumen.records.amount import Amount
from tumen.records.claim import Claim, Hedge, Kind, Slot
from tumen.records.ids import ClaimId
from tumen.records.span import Span

RULES = "statements.1"
"""Version of the statement rules; enters each claim."""

FITTED = 0.7
"""Chance that a clause which fits a cue states its element; to be measured."""

UNHEDGED = ("cond.", "policy.")
"""Elements in which what people can or must do is the statement itself."""

KINDS = {"event": Kind.EVENT, "policy": Kind.POLICY}


@dataclass(frozen=True, slots=True)
class Found:
    """A match with the element and kind it is a claim about."""

    match: Match
    element: str
    kind: Kind
    flags: tuple[str, ...]


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
    aside = _attributing(frame)
    for found in _found(frame, figures, aside):
        span = _without_attribution(frame, found.match, aside)
        if _tells_a_route(frame, span):
            continue
        claim = _claim(frame, found, span, slots)
        if not _repeats(claim, figures):
            yield claim


def is_about(frame: Frame) -> bool:
    """Tell whether the headline or the body names what the codebook is about.

    `Police arrested a man` is a statement on a page about these workers, and news of
    no concern on every other.
    """
    text = frame.document.text
    parts = (
        frame.document.title or "",
        *(p.quote(text) for p in frame.analysis.paragraphs),
    )
    terms = frame.codebook.terms.get(LANGUAGE, ())
    return any(term in part for part in parts for term in terms)


@once
def _tools(codebook: Codebook) -> tuple[Classes, CueTable]:
    classes = Classes.of(codebook.classes.get(LANGUAGE, {}))
    stand_ins = trend_elements(codebook.languages[LANGUAGE].statements)
    elements = (*codebook.elements.values(), *stand_ins)
    return classes, make_table(elements, classes)


def _found(
    frame: Frame, figures: Sequence[Claim], aside: frozenset[int]
) -> Iterator[Found]:
    words = frame.language.statements
    classes, table = _tools(frame.codebook)
    naming = _naming(frame)
    for match in find_matches(frame.analysis, table, words, aside):
        code = match.element.code
        if naming.issuperset(match.fitted):
            continue
        if code in (TREND, UNKNOWN):
            counted = counted_element(frame.analysis, match, words, classes, figures)
            if counted in frame.codebook.elements:
                flag = code.partition(":")[2]
                yield Found(match, counted, Kind.CONDITION, (flag,))
            continue
        mood = mood_of(frame.analysis, match, words)
        if mood is Mood.UNREAL:
            continue
        unknown = mood is Mood.UNKNOWN
        kind = Kind.CONDITION if unknown else kind_of(match.element, frame, match)
        yield Found(match, code, kind, ("unknown",) if unknown else ())


def kind_of(element: Element, frame: Frame, match: Match) -> Kind:
    """Return the kind of a statement: that of its code, or what its verb says.

    An element that allows both events and conditions is an event when its clause
    tells of the past and no helping verb makes that last until now.
    """
    kinds = [Kind(kind) for kind in element.kinds if kind != Kind.FIGURE]
    named = KINDS.get(element.code.partition(".")[0])
    if named in kinds or len(kinds) == 1:
        return named if named in kinds else kinds[0]
    if {Kind.EVENT, Kind.CONDITION} <= set(kinds):
        return Kind.EVENT if _is_past(frame, match) else Kind.CONDITION
    return kinds[0] if kinds else Kind.CONDITION


def _is_past(frame: Frame, match: Match) -> bool:
    tokens = [frame.analysis.tokens[i] for i in sorted(match.clause.own)]
    words = frame.language.statements
    if any(token.lower in words.lasting for token in tokens):
        return False
    verbs = [t for t in tokens if t.pos == "VERB" or not frame.analysis.parsed]
    return any(verb.lower.endswith(words.past_endings) for verb in verbs)


def _attributing(frame: Frame) -> frozenset[int]:
    """Return the tokens that say who said something."""
    spans = [
        span
        for speech in frame.speeches
        for span in (speech.cue.anchor, speech.cue.source)
        if span is not None
    ]
    return frozenset(i for span in spans for i in frame.analysis.tokens_in(span))


def _naming(frame: Frame) -> frozenset[int]:
    """Return the tokens that report or name a voice: `Labour Monitor recalled`.

    What a voice did before it spoke (`a cook who fled said`) is a statement.
    """
    tokens = frame.analysis.tokens
    anchors, sources = set[int](), set[int]()
    for speech in frame.speeches:
        anchors.update(frame.analysis.tokens_in(speech.cue.anchor))
        if speech.cue.source is not None:
            sources.update(frame.analysis.tokens_in(speech.cue.source))
    return frozenset(anchors | {i for i in sources if tokens[i].pos != "VERB"})


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


def _claim(frame: Frame, found: Found, span: Span, slots: StatementSlots) -> Claim:
    said = said_at(frame, span)
    hedge = _hedge(frame, found.match, span, said)
    place = slots.place(span, frame.codebook.elements[found.element])
    asking = Asking(found.match, span, found.kind, hedge.hedge, said.voice)
    dated = slots.as_of(asking)
    population = slots.population(span)
    evidence = {
        "element": Slot(
            rule=found.match.rule, confidence=FITTED, span=_fitted(frame, found)
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
        confidence=round(FITTED * said.slot.confidence, 3),
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
