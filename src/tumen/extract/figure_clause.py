"""The shortest clause that carries a number, and the words that say what it counts."""

from collections.abc import Sequence
from dataclasses import dataclass

from tumen.extract.analysis import Analysis, Sentence
from tumen.extract.compiled import of_latest
from tumen.extract.frame import Frame
from tumen.extract.voice_page import voices_of
from tumen.extract.voices import COUNTED
from tumen.records.span import Span

BREAKS = frozenset(',;:—–―"“”()')
VERBAL = frozenset({"VERB", "AUX"})
HALTS = frozenset({";", ":"})
"""Marks behind which a sentence says something else, once it has said something."""
BRACKET = 6
"""Tokens from the opening to the closing mark of a short bracket, at most."""
NOUN_REACH = 9
"""Tokens after a number that may belong to the thing it counts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """Where a number stands.

    Args:
        sentence: the sentence that holds it.
        clause: span of the shortest clause.
        inner: indices of the clause's tokens.
        zone: `inner`, and the part before it where the clause hangs on that.
        outer: indices of the sentence's other tokens that may say what is counted.
        noun: indices of the tokens that name the thing counted.
        first, last: half-open range of the number's own tokens.
        until: end of the tokens that may say so.
        lead: the line above the list that a bare number is an entry of.
    """

    sentence: Sentence
    clause: Span
    inner: tuple[int, ...]
    zone: tuple[int, ...]
    outer: tuple[int, ...]
    noun: tuple[int, ...]
    first: int
    last: int
    until: int
    lead: Sentence | None = None


def surroundings_of(
    frame: Frame, span: Span, value: Span, starts: frozenset[int]
) -> Surroundings:
    """Return where the number at a span stands.

    Args:
        span: of the number with its unit and noun; `value` of the number alone.
        starts: where numbers of the page begin; `and 11 others` begins a clause.
    """
    analysis = frame.analysis
    sentence = analysis.sentence_at(span.start)
    places = analysis.tokens_in(span)
    first = places.start if len(places) else sentence.first
    last = places.stop if len(places) else first + 1
    pieces = _pieces(frame, sentence, starts)
    number = next(
        (n for n, piece in enumerate(pieces) if piece[0] <= first < piece[1]), 0
    )
    begin, end = pieces[number]
    while number + 1 < len(pieces) and (
        end < last or _is_subject_alone(frame, pieces, number, begin)
    ):
        number += 1
        end = pieces[number][1]
    inner = _trimmed(analysis, begin, end, first, last)
    zone = inner
    if number and (_hangs(frame, inner) or _is_fronted(analysis, pieces[number - 1])):
        zone = (*range(pieces[number - 1][0], inner[0]), *inner)
    held = frozenset(zone)
    until = _until(analysis, sentence, inner)
    outer = tuple(i for i in range(sentence.first, until) if i not in held)
    clause = Span(
        min(analysis.tokens[inner[0]].span.start, span.start),
        max(analysis.tokens[inner[-1]].span.end, span.end),
    )
    return Surroundings(
        sentence=sentence,
        clause=clause,
        inner=inner,
        zone=zone,
        outer=outer,
        noun=_noun(analysis, analysis.tokens_in(value).stop, inner),
        first=first,
        last=last,
        until=until,
    )


def _until(analysis: Analysis, sentence: Sentence, inner: tuple[int, ...]) -> int:
    """Return where words that may say what is counted end.

    A clause with a verb is whole before a semicolon: `It had 120; six escaped`.
    """
    if not any(_is_verb(analysis, place) for place in inner):
        return sentence.last
    behind = range(inner[-1] + 1, sentence.last)
    halts = (place for place in behind if analysis.tokens[place].text in HALTS)
    return next(halts, sentence.last)


def _is_subject_alone(
    frame: Frame, pieces: Sequence[tuple[int, int]], number: int, begin: int
) -> bool:
    """Tell whether a subject is cut off: `X in A, B, left`, `X who fled were held`.

    The whole that others are part of is none: `Of the 900, 30 left`.
    """
    tokens = frame.analysis.tokens
    end, following = pieces[number][1], pieces[number + 1][0]
    if any(tokens[i].pos in VERBAL for i in range(begin, end)):
        return False
    describes = tokens[following].lower in frame.language.voices.cues.relatives
    is_whole = tokens[begin].lower in frame.language.voices.part_words
    return describes or (begin == pieces[0][0] and not is_whole)


def _is_fronted(analysis: Analysis, piece: tuple[int, int]) -> bool:
    """Tell whether a piece before the clause has no verb (`By some counts, ...`)."""
    return not any(analysis.tokens[i].pos in VERBAL for i in range(*piece))


@of_latest
def _pieces(
    frame: Frame, sentence: Sentence, starts: frozenset[int]
) -> tuple[tuple[int, int], ...]:
    """Return the clauses of a sentence as token ranges, attributions cut out.

    All numbers of a sentence ask for them: they are cut once.
    """
    cut = _attributing(frame, sentence)
    bracketed = _in_brackets(frame.analysis, sentence)
    edges = {sentence.first}
    for place in range(sentence.first, sentence.last):
        if place in cut:
            if place - 1 not in cut or place == sentence.first:
                edges.add(place)
            if place + 1 not in cut:
                edges.add(place + 1)
        elif place not in bracketed and _breaks(frame, sentence, place, starts):
            edges.add(place)
    ordered = sorted(e for e in edges if e < sentence.last)
    return tuple(zip(ordered, [*ordered[1:], sentence.last], strict=True))


def _attributing(frame: Frame, sentence: Sentence) -> frozenset[int]:
    found: set[int] = set()
    index = frame.analysis.sentence_index(sentence.span.start)
    for speech in voices_of(frame).cited_at.get(index, ()):
        cue = speech.cue
        if cue.rule == COUNTED:
            # `the ministry registered 900`: the verb says what is counted.
            continue
        for span in (cue.anchor, cue.source):
            if span is not None:
                found.update(frame.analysis.tokens_in(span))
    return frozenset(found)


def _breaks(
    frame: Frame, sentence: Sentence, place: int, starts: frozenset[int]
) -> bool:
    tokens = frame.analysis.tokens
    token = tokens[place]
    if token.text in BREAKS:
        return True
    cues = frame.language.voices.cues
    following = range(place + 1, sentence.last)
    if token.lower in cues.joiners:
        begins_number = place + 1 in _token_starts(frame, starts, following)
        return begins_number or (
            _joins_clauses(frame.analysis, place)
            and _has_verb(frame, range(sentence.first, place), back=True)
            and _has_verb(frame, following)
        )
    if token.lower not in cues.clause_breaks or token.pos == "ADP":
        return False
    # `most of which` stays whole.
    after_preposition = place > sentence.first and tokens[place - 1].pos == "ADP"
    return not after_preposition and _has_verb(frame, following)


def _joins_clauses(analysis: Analysis, place: int) -> bool:
    """Tell `left and stayed` from `in China and Russia`."""
    tokens = analysis.tokens
    if analysis.parsed:
        return tokens[tokens[place].head].pos in VERBAL
    around = tokens[max(0, place - 1) : place + 2]
    return not all(t.pos == "PROPN" for t in (around[0], around[-1]))


def _token_starts(
    frame: Frame, starts: frozenset[int], places: range
) -> frozenset[int]:
    tokens = frame.analysis.tokens
    return frozenset(i for i in places[:3] if tokens[i].span.start in starts)


def _has_verb(frame: Frame, places: range, *, back: bool = False) -> bool:
    """Tell whether a verb stands before the next break in that direction."""
    tokens = frame.analysis.tokens
    for place in reversed(places) if back else places:
        token = tokens[place]
        if token.text in BREAKS:
            return False
        if token.pos in VERBAL:
            return True
    return False


def _in_brackets(analysis: Analysis, sentence: Sentence) -> frozenset[int]:
    """Return the marks that open, close or stand in a short bracket."""
    found: set[int] = set()
    opened = None
    for index in range(sentence.first, sentence.last):
        text = analysis.tokens[index].text
        if text == "(":
            opened = index
        elif text == ")" and opened is not None:
            if index - opened <= BRACKET:
                inside = range(opened, index + 1)
                found.update(i for i in inside if analysis.tokens[i].text in BREAKS)
            opened = None
    return frozenset(found)


def _trimmed(
    analysis: Analysis, begin: int, end: int, first: int, last: int
) -> tuple[int, ...]:
    """Return the range without marks and joining words at its ends."""
    while begin < first and _is_edge(analysis, begin):
        begin += 1
    while end > last and _is_edge(analysis, end - 1, closing=True):
        end -= 1
    return tuple(range(min(begin, first), max(end, last)))


def _is_edge(analysis: Analysis, place: int, *, closing: bool = False) -> bool:
    token = analysis.tokens[place]
    if token.text in "()" and closing:
        return False
    return (not token.text[0].isalnum() and token.text not in "$€£¥₽₩([’'") or (
        not closing and token.pos in ("CCONJ", "SCONJ")
    )


def _hangs(frame: Frame, inner: tuple[int, ...]) -> bool:
    """Tell whether a clause needs the one before it: no verb, or `that costs ...`."""
    tokens = frame.analysis.tokens
    before = tokens[inner[0] - 1].lower if inner[0] else ""
    relatives = frame.language.voices.cues.relatives
    leans = relatives | frame.language.voices.leaning
    is_relative = tokens[inner[0]].lower in leans or before in relatives
    return is_relative or not any(_is_verb(frame.analysis, i) for i in inner)


def _is_verb(analysis: Analysis, place: int) -> bool:
    """Tell a verb from a participle that describes a noun (`the surrounding areas`)."""
    token = analysis.tokens[place]
    before = analysis.tokens[place - 1].pos if place else ""
    return token.pos in VERBAL and token.dep != "amod" and before != "DET"


def _noun(analysis: Analysis, last: int, inner: tuple[int, ...]) -> tuple[int, ...]:
    end = inner[-1] + 1
    found: list[int] = []
    for place in range(last, min(end, last + NOUN_REACH)):
        token = analysis.tokens[place]
        if (token.pos in VERBAL and found) or (
            token.text in BREAKS and token.text != ")"
        ):
            break
        found.append(place)
    return tuple(found)
