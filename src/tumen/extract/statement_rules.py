"""What clauses state by the rules alone: the cues of elements, and what verbs say."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from tumen.codebook.schema import Codebook, Element
from tumen.extract.compiled import once
from tumen.extract.frame import LANGUAGE, Frame
from tumen.extract.statement_cues import Classes
from tumen.extract.statement_matches import CueTable, Match, find_matches, make_table
from tumen.extract.statement_moods import Mood, mood_of
from tumen.extract.statement_trends import (
    TREND,
    UNKNOWN,
    counted_element,
    trend_elements,
)
from tumen.records.claim import Claim, Kind

FITTED = 0.7
"""Chance that a clause which fits a cue states its element; to be measured."""

KINDS = {"event": Kind.EVENT, "policy": Kind.POLICY}


@dataclass(frozen=True, slots=True)
class Found:
    """A match with the element and kind it is a claim about.

    Args:
        chance: that the element is right; `others` what else it may be.
        is_real: False for an event that was only possible, wanted or denied.
    """

    match: Match
    element: str
    kind: Kind
    flags: tuple[str, ...]
    chance: float = FITTED
    others: tuple[str, ...] = ()
    is_real: bool = True


@once
def tools_of(codebook: Codebook) -> tuple[Classes, CueTable]:
    """Return the word classes of a codebook and the cues of its elements."""
    classes = Classes.of(codebook.classes.get(LANGUAGE, {}))
    stand_ins = trend_elements(codebook.languages[LANGUAGE].statements)
    elements = (*codebook.elements.values(), *stand_ins)
    return classes, make_table(elements, classes)


def find_by_rules(
    frame: Frame, figures: Sequence[Claim], aside: frozenset[int]
) -> Iterator[Found]:
    """Yield every clause that fits an element's cues, in order of the text."""
    words = frame.language.statements
    classes, table = tools_of(frame.codebook)
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
        yield found_of(frame, match, mood)


def found_of(frame: Frame, match: Match, mood: Mood) -> Found:
    """Return a match with its kind: what is unknown is a condition."""
    code = match.element.code
    if mood is Mood.UNKNOWN:
        return Found(match, code, Kind.CONDITION, ("unknown",))
    kind = kind_of(match.element, frame, match)
    return Found(match, code, kind, (), is_real=mood is Mood.REAL)


@cache
def named_kind(code: str) -> Kind:
    """Return the kind that a code names; a condition unless it names another."""
    return KINDS.get(code.partition(".")[0], Kind.CONDITION)


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


def attributing(frame: Frame) -> frozenset[int]:
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
