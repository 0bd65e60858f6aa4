"""Answer who vouches for a stretch of the text, and how the words reached the page."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tumen.extract.compiled import latest
from tumen.extract.frame import Frame
from tumen.extract.phrases import find_phrases
from tumen.extract.quotes import is_speech, quote_around
from tumen.extract.voice_page import Turns, voices_of
from tumen.extract.voices import AUTHOR, COUNTED, LABELLED, PEOPLE, Attribution, Speech
from tumen.records.claim import Slot, SpeakerKind
from tumen.records.span import Span

SAME_SENTENCE, IN_QUOTE, NOBODY, CARRIED = 0.9, 0.85, 0.7, 0.6
"""Chances that a voice is right, by how it was found; first guesses, to be measured."""

BODIES = (SpeakerKind.INSTITUTION, SpeakerKind.DOCUMENT)

INDIRECT = frozenset({"voice.x_said", "voice.said_x", "voice.according"})

FARTHEST = 3
"""An account is not carried over more sentences than this."""


@dataclass(frozen=True, slots=True)
class Link:
    """A voice that rules tie to a stretch of text; `speech` is None for the page's own.

    Args:
        how: `scope`, `quote`, `carried`, or `own` when nobody is cited.
        chance: that the voice is right.
    """

    speech: Speech | None
    how: str
    chance: float


def attribution_at(frame: Frame, span: Span) -> Attribution:
    """Return who vouches for the words of a span, by the rules alone."""
    return attribution_of(frame, span, link_at(frame, span))


def attribution_of(frame: Frame, span: Span, link: Link) -> Attribution:
    """Return what a span owes to a voice; the page itself when nobody is cited."""
    if link.speech is None:
        return _own_voice(frame, link.chance)
    if link.how == "scope":
        return _attribution(frame, link.speech, link.chance, None, 0)
    index = frame.analysis.sentence_index(span.start)
    return _carry(frame, link.speech, index, link.chance)


def link_at(frame: Frame, span: Span) -> Link:
    """Return the voice that the rules tie to a span."""
    links = _links_of(frame)
    if span not in links:
        links[span] = _link_at(frame, span)
    return links[span]


@latest
def _links_of(_: Frame) -> dict[Span, Link]:
    """Return the links of a page as they are found: each slot asks for them again."""
    return {}


def _link_at(frame: Frame, span: Span) -> Link:
    speech = _scoping(frame, span)
    if speech is not None:
        return Link(speech, "scope", SAME_SENTENCE)
    index = frame.analysis.sentence_index(span.start)
    if _is_description(frame, span):
        return NO_LINK
    quoted = _quoted(frame, span, index)
    if quoted is not None:
        return Link(quoted, "quote", IN_QUOTE)
    carried = _continued(frame, index)
    if carried is not None:
        return Link(carried, "carried", CARRIED)
    return NO_LINK


NO_LINK = Link(None, "own", NOBODY)


def _scoping(frame: Frame, span: Span) -> Speech | None:
    """Return the speech whose scope holds most of the span, else None."""
    best, most = None, (False, 0)
    for speech in voices_of(frame).vouching_for(span):
        shared = sum(_shared(scope, span) for scope in speech.cue.scope)
        rank = (speech.cue.rule != LABELLED, shared)
        if shared and rank > most:
            best, most = speech, rank
    return best


def _shared(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def _is_description(frame: Frame, span: Span) -> bool:
    return voices_of(frame).sources.holding(span)


def _quoted(frame: Frame, span: Span, index: int) -> Speech | None:
    """Return who speaks the quote around a span that has no cue in its sentence."""
    quote = quote_around(frame.quotes, span.start)
    if quote is None or not is_speech(quote):
        return None
    sentences = range(
        frame.analysis.sentence_index(quote.start),
        frame.analysis.sentence_index(quote.end - 1) + 1,
    )
    own = voices_of(frame).cited_in(sentences)
    if own:
        return own[0]
    paragraph = frame.analysis.sentences[index].paragraph
    turns = _turns_of(frame)
    near = (
        turns.first_hand_in.get(paragraph, NOTHING).before(sentences.start),
        turns.cited_in.get(paragraph, NOTHING).behind(sentences.stop - 1),
    )
    same = next((speech for speech in near if speech is not None), None)
    if same is not None:
        return same
    earlier = turns.first_hand.before(sentences.start)
    is_near = earlier is not None and _is_near(frame, earlier, paragraph)
    return earlier if is_near else None


NOTHING = Turns.of(())


@dataclass(frozen=True, slots=True)
class _Turns:
    """What a page cites, and what of it is no hearsay; on the whole or by paragraph."""

    first_hand: Turns
    first_hand_in: Mapping[int, Turns]
    cited_in: Mapping[int, Turns]


@latest
def _turns_of(frame: Frame) -> _Turns:
    first_hand = _first_hand(frame.speeches)
    return _Turns(
        first_hand=Turns.of(first_hand),
        first_hand_in=_by_paragraph(frame, first_hand),
        cited_in=_by_paragraph(frame, frame.speeches),
    )


def _by_paragraph(frame: Frame, speeches: Sequence[Speech]) -> dict[int, Turns]:
    found: defaultdict[int, list[Speech]] = defaultdict(list)
    for speech in speeches:
        found[_paragraph(frame, speech)].append(speech)
    return {paragraph: Turns.of(cited) for paragraph, cited in found.items()}


def _first_hand(speeches: Sequence[Speech]) -> list[Speech]:
    """Leave out what somebody was told: only its own words are hearsay."""
    return [s for s in speeches if s.profile.voice.first_hand is not False]


def _paragraph(frame: Frame, speech: Speech) -> int:
    return frame.analysis.sentences[speech.cue.sentence].paragraph


def _is_near(frame: Frame, speech: Speech, paragraph: int) -> bool:
    return paragraph - _paragraph(frame, speech) <= 1


def _continued(frame: Frame, index: int) -> Speech | None:
    """Return the voice of the sentences before, while the words go on with them."""
    sentences = frame.analysis.sentences
    for back in range(1, FARTHEST + 1):
        here = index - back + 1
        if here < 1 or sentences[here].paragraph != sentences[here - 1].paragraph:
            return None
        cited = voices_of(frame).cited_at.get(here - 1)
        told = (
            cited[-1] if cited else _quoted(frame, sentences[here - 1].span, here - 1)
        )
        if told is not None and _is_same_person(frame, here, told):
            return told
        if told is None and not (
            _goes_on(frame, here, None) or _opens_with_person(frame, here)
        ):
            return None
        if told is not None:
            return told if _goes_on(frame, here, told) else None
    return None


def _opens_with_person(frame: Frame, index: int) -> bool:
    sources = frame.language.voices.sources
    opening = frame.analysis.words(frame.analysis.sentences[index])[0].lower
    return opening in sources.singular_pronouns | sources.plural_pronouns


def _goes_on(frame: Frame, index: int, told: Speech | None) -> bool:
    """Tell whether a sentence continues the account before it.

    Statistics also go on with `In 2019 ...` and another number.
    """
    tokens = frame.analysis.words(frame.analysis.sentences[index])
    continuers = frame.language.voices.cues.continuers
    if any(first == 0 for first, _ in find_phrases(tokens, continuers)):
        return True
    counts = told is None or told.profile.voice.kind in BODIES
    numbers = sum(t.text[0].isdigit() or t.pos == "NUM" for t in tokens)
    if told is not None and numbers and _shows_counts(frame, told):
        return True
    return counts and numbers > 1 and tokens[0].pos == "ADP"


def _shows_counts(frame: Frame, told: Speech) -> bool:
    """Tell whether a body gives its own count (`registered`, `the tables show`)."""
    if told.cue.rule == COUNTED:
        return True
    verbs = frame.language.voices.cues.evidence_verbs
    lemmas = {frame.analysis.tokens[i].lemma for i in _anchor(frame, told)}
    return told.profile.voice.kind in BODIES and bool(lemmas & verbs)


def _anchor(frame: Frame, speech: Speech) -> range:
    return frame.analysis.tokens_in(speech.cue.anchor)


def _is_same_person(frame: Frame, index: int, speech: Speech) -> bool:
    """Tell whether a sentence goes on about the person who was speaking."""
    sources = frame.language.voices.sources
    opening = frame.analysis.words(frame.analysis.sentences[index])[0].lower
    if speech.profile.voice.kind not in PEOPLE:
        return False
    wanted = (
        sources.plural_pronouns if speech.profile.group else sources.singular_pronouns
    )
    if opening in wanted:
        return True
    # A witness goes on about what was seen: `They slept in shifts.`
    goes_on = sources.plural_pronouns | sources.possessives | sources.definite
    return _is_told_indirectly(frame, speech) and opening in goes_on


def _is_told_indirectly(frame: Frame, speech: Speech) -> bool:
    return speech.cue.rule in INDIRECT and not any(
        quote.start < scope.end and scope.start < quote.end
        for quote in frame.quotes
        if is_speech(quote)
        for scope in speech.cue.scope
    )


def _carry(frame: Frame, speech: Speech, index: int, chance: float) -> Attribution:
    distance = abs(index - speech.cue.sentence)
    source = frame.analysis.sentences[speech.cue.sentence].span if distance else None
    return _attribution(frame, speech, chance, source, distance)


def _attribution(
    frame: Frame, speech: Speech, chance: float, source: Span | None, distance: int
) -> Attribution:
    voice = speech.profile.voice
    outlet = speech.via if speech.via not in (*frame.tail, voice.name) else None
    slot = Slot(
        rule=speech.cue.rule,
        confidence=chance - 0.25 * bool(speech.read_as),
        span=None if source else (speech.cue.source or speech.cue.anchor),
        inherited_from=source,
        distance=distance,
        alternatives=(speech.read_as.name,) if speech.read_as else (),
    )
    names = [voice.name, *speech.relayers, *([outlet] if outlet else []), *frame.tail]
    flags = tuple(f for f in speech.flags if outlet or f != "via_inferred")
    return Attribution(
        voice=voice,
        via=outlet or frame.copied_from,
        chain=_without_doubles(names),
        hedge=speech.cue.hedge,
        flags=flags,
        slot=slot,
    )


def _without_doubles(names: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))


def _own_voice(frame: Frame, chance: float) -> Attribution:
    return Attribution(
        voice=AUTHOR,
        via=frame.copied_from,
        chain=frame.tail,
        hedge=None,
        flags=(),
        slot=Slot(rule="voice.article", confidence=chance),
    )
