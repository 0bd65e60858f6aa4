"""Which voices may vouch for a stretch of text, and what speaks for each."""

from collections.abc import Iterator
from dataclasses import dataclass

from tumen.extract.attribution import Link
from tumen.extract.compiled import latest
from tumen.extract.frame import Frame
from tumen.extract.genders import UNTOLD, gender_of
from tumen.extract.ranking import Evidence, present
from tumen.extract.voice_asked import Asked, asked_of, shared_with
from tumen.extract.voice_beside import beside
from tumen.extract.voice_named import named
from tumen.extract.voice_page import voices_of
from tumen.extract.voice_paragraph import in_paragraph, own_in_paragraph
from tumen.extract.voices import MENTIONED, PEOPLE, SUBJECT, Speech
from tumen.records.claim import SpeakerKind
from tumen.records.span import Span

BACK, AHEAD, FAR_BACK = 8, 2, 40
"""Sentences before and after the words in which a voice is looked for; the last for
people who are named."""
FAR, MANY = 5, 3
"""Greater distances, and more voices between, are not told apart."""
FEW = 1
"""Voices cited in between across which a named person may still be the one."""
PRONOUNS = ("he", "his", "I")
PERSONS = (SpeakerKind.NAMED, SpeakerKind.PSEUDONYMOUS)


@dataclass(frozen=True, slots=True)
class VoiceCandidate:
    """A voice that may vouch for some words, None for the page's own."""

    speech: Speech | None
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Said:
    """Who vouches for the words asked about last.

    Args:
        number: of the voice's profile, None for the page itself.
        words: where they stand.
    """

    number: int | None
    words: Span


def voice_candidates(
    frame: Frame, span: Span, link: Link, before: Said | None
) -> tuple[VoiceCandidate, ...]:
    """Return the voices that may vouch for a span, the page's own last.

    A named person is never a candidate across the cues of two other voices, unless the
    rules say so or a pronoun stands for the voice.

    Args:
        link: the voice that the rules choose.
        before: who vouches for the words before: an account goes on.
    """
    asked = asked_of(frame, span)
    nearest: dict[int, Speech] = {}
    around = range(asked.index - FAR_BACK, asked.index + AHEAD + 1)
    for speech in voices_of(frame).told_near(around, link.speech):
        back = FAR_BACK if speech.profile.voice.kind in PERSONS else BACK
        is_near = -back <= speech.cue.sentence - asked.index <= AHEAD
        if is_near or speech is link.speech:
            known = nearest.get(speech.profile.number)
            if known is None or _rank(speech, asked, link) <= _rank(known, asked, link):
                nearest[speech.profile.number] = speech
    found = [
        VoiceCandidate(
            speech,
            present(
                (
                    *_of_voice(frame, speech, asked, link),
                    *_again(frame, speech, asked, before),
                )
            ),
        )
        for speech in nearest.values()
        if speech is link.speech or not _is_barred(frame, speech, asked)
    ]
    own = VoiceCandidate(
        None,
        present((*_of_page(frame, asked, link), *_again(frame, None, asked, before))),
    )
    return (*found, own)


def _rank(speech: Speech, asked: Asked, link: Link) -> tuple[bool, bool, int]:
    """Order the cues of one voice: that of the rules, one with a scope, the nearest."""
    distance = abs(speech.cue.sentence - asked.index)
    is_named = speech.cue.rule in (MENTIONED, SUBJECT)
    return speech is not link.speech, not _share(speech, asked), distance + is_named


def _share(speech: Speech, asked: Asked) -> float:
    """Return the part of the words that lies in what a cue vouches for."""
    return shared_with(speech.cue, asked.span) / max(
        1, asked.span.end - asked.span.start
    )


def _between(frame: Frame, speech: Speech, asked: Asked) -> int:
    """Count the other voices cited between a cue and the words."""
    page = voices_of(frame)
    first, last = sorted((speech.cue.sentence, asked.index))
    own, anchor = speech.profile.number, speech.cue.anchor
    beside = {
        other.profile.number
        for other in page.cited_at.get(first, ())
        if other.cue.anchor > anchor
    }
    return len((beside | page.cited_between(first, last + 1)) - {own})


def _is_barred(frame: Frame, speech: Speech, asked: Asked) -> bool:
    is_person = speech.profile.voice.kind in PERSONS
    is_told = asked.pronoun or asked.opening in PRONOUNS
    is_before = speech.cue.sentence < asked.index and not is_told
    return is_person and is_before and _between(frame, speech, asked) > FEW


def _of_voice(frame: Frame, speech: Speech, asked: Asked, link: Link) -> Iterator[str]:
    distance = max(-FAR, min(AHEAD, speech.cue.sentence - asked.index))
    place = "here" if distance == 0 else ("before" if distance < 0 else "after")
    if speech is link.speech:
        yield from ("rules", f"rules:{link.how}", f"rules:{speech.cue.rule}")
    yield f"distance:{distance}"
    yield from _of_cue(frame, speech, asked, place)
    yield from _of_who(frame, speech, asked, place)
    if place == "here":
        yield from beside(frame, speech, asked)
    yield from _around(frame, speech, asked, place)
    yield from in_paragraph(
        frame, asked, speech.profile.number, _sort_of(speech), place
    )
    paragraphs = _paragraphs(frame, speech, asked)
    yield f"paragraphs:{min(MANY, paragraphs)}"
    yield f"paragraphs:{min(MANY, paragraphs)}/quoted:{asked.is_quoted}"


def _of_cue(frame: Frame, speech: Speech, asked: Asked, place: str) -> Iterator[str]:
    """Yield how the page names a voice, and where."""
    person, rule = _sort_of(speech), speech.cue.rule
    share = _share(speech, asked)
    scope = "all" if share > 0.9 else ("part" if share > 0 else "none")
    yield f"scope:{scope}"
    yield f"scope:{scope}/{place}"
    yield f"cue:{rule}/{place}"
    yield f"between:{min(MANY, _between(frame, speech, asked))}/{place}"
    yield f"quoted:{asked.is_quoted}/{place}"
    yield f"cue-here:{asked.has_cue}/{place}"
    yield f"new:{asked.is_new}/{place}/{person}"
    if asked.pronoun:
        yield f"pronoun:{asked.pronoun}/{person}/{place}/scope:{scope}"
        yield f"pronoun:{asked.pronoun}/cue:{rule}/{place}"
    yield from named(frame, speech, place)
    if rule == SUBJECT:
        yield from _does(frame, speech, place)


def _of_who(frame: Frame, speech: Speech, asked: Asked, place: str) -> Iterator[str]:
    """Yield who a voice is, and how much the page is about it."""
    voice, person = speech.profile.voice, _sort_of(speech)
    page = voices_of(frame)
    later = min(MANY, _later(frame, speech, asked))
    times = page.times.get(speech.profile.number, 0)
    yield f"kind:{voice.kind}/{place}"
    yield f"hearsay:{voice.first_hand is False}/{place}"
    yield f"person:{person}/opens:{asked.opening}/{place}"
    yield f"recency:{later}/{person}"
    yield f"cited:{min(FAR, times)}/{person}"
    if times == page.most:
        yield f"cited:most/{person}"
    for role in sorted(speech.profile.roles)[:MANY]:
        yield f"role:{role}"
        yield f"role:{role}/{place}"
    if asked.gender and person == "person":
        yield from _of_gender(frame, speech, asked, place)
    for word in asked.inside:
        yield f"inside:{word}/{person}/{place}"
        yield f"inside:{word}/recency:{later}/{person}"


def _of_gender(frame: Frame, speech: Speech, asked: Asked, place: str) -> Iterator[str]:
    """Yield whether the `he` or `she` of the sentence may be a voice."""
    own = _genders(frame).get(speech.profile.number, UNTOLD)
    fits = "untold" if own == UNTOLD else str(own == asked.gender)
    yield f"gender:{fits}"
    yield f"gender:{fits}/{place}/opens:{asked.opening}"


@latest
def _genders(frame: Frame) -> dict[int, str]:
    """Return the gender of each voice of which the page tells one."""
    sources = frame.language.voices.sources
    told = {
        s.profile.number: gender_of(s.profile, sources)
        for s in sorted(
            (*frame.mentions, *frame.speeches), key=lambda s: bool(s.profile.gender)
        )
    }
    return {number: gender for number, gender in told.items() if gender}


def _sort_of(speech: Speech) -> str:
    if speech.profile.group:
        return "group"
    return "person" if speech.profile.voice.kind in PEOPLE else "body"


def _does(frame: Frame, speech: Speech, place: str) -> Iterator[str]:
    """Yield what a voice does in the sentence that names it."""
    cues, analysis = frame.language.voices.cues, frame.analysis
    end = analysis.sentences[speech.cue.sentence].last
    behind = range(analysis.tokens_in(speech.cue.anchor).stop, end)
    verb = next((i for i in behind if analysis.tokens[i].pos == "VERB"), None)
    if verb is None:
        return
    lemma = analysis.tokens[verb].lemma
    yield f"does:{lemma}"
    if lemma in cues.report_verbs:
        yield f"does:reports/{place}"
    if lemma in cues.weak_report_verbs | cues.strict_report_verbs:
        yield f"does:may-report/{place}"


def _around(frame: Frame, speech: Speech, asked: Asked, place: str) -> Iterator[str]:
    """Yield whether a voice is the one cited last before the words, and next behind."""
    number = speech.profile.number
    last = asked.last if _is_voice(asked.last, number) else None
    following = asked.following if _is_voice(asked.following, number) else None
    order = f"{last is not None}/{following is not None}/{asked.has_cue}"
    yield f"order:{order}/{place}"
    yield f"order:{order}/{_sort_of(speech)}"
    if last is not None:
        distance = min(FAR, asked.index - last.cue.sentence)
        yield f"last:{distance}/{_paragraphs(frame, last, asked)}"
    if following is not None:
        distance = min(FAR, following.cue.sentence - asked.index)
        paragraphs = min(MANY, _paragraphs(frame, following, asked))
        yield f"following:{distance}/{paragraphs}"


def _is_voice(speech: Speech | None, number: int) -> bool:
    return speech is not None and speech.profile.number == number


def _again(
    frame: Frame, speech: Speech | None, asked: Asked, before: Said | None
) -> Iterator[str]:
    """Yield how a voice goes on with the one before."""
    number = speech.profile.number if speech else None
    if before is None or before.number != number:
        return
    sentences = frame.analysis.sentences
    index = frame.analysis.sentence_index(before.words.start)
    distance = min(FAR, asked.index - index)
    paragraphs = sentences[asked.index].paragraph - sentences[index].paragraph
    who = "page" if speech is None else "voice"
    sort = "page" if speech is None else _sort_of(speech)
    yield f"again:{who}"
    yield f"again:{who}/{distance}/{min(MANY, paragraphs)}"
    yield f"again:{who}/cue-here:{asked.has_cue}"
    yield f"again:{who}/quoted:{asked.is_quoted}"
    yield f"again:{who}/opens:{asked.opening}"
    yield f"again:{sort}/opens:{asked.opening}/{min(MANY, paragraphs)}"
    yield f"again:{sort}/cue-here:{asked.has_cue}/{distance}"
    page = voices_of(frame)
    since = page.cited_from(before.words.end, asked.span.start)
    fresh = any(s.profile.number != number for s in since)
    scoped = any(s.profile.number != number for s in page.vouching_for(asked.span))
    yield f"again:{who}/fresh:{fresh}/{min(1, distance)}"
    yield f"again:{who}/scoped:{scoped}/{min(1, distance)}"
    yield f"again:{who}/fresh:{fresh}/scoped:{scoped}"


def _later(frame: Frame, speech: Speech, asked: Asked) -> int:
    """Count the other voices named after this one and before the words."""
    named = voices_of(frame).named_between(speech.cue.sentence, asked.index)
    return len(named - {speech.profile.number})


def _paragraphs(frame: Frame, speech: Speech, asked: Asked) -> int:
    sentences = frame.analysis.sentences
    return abs(
        sentences[asked.index].paragraph - sentences[speech.cue.sentence].paragraph
    )


def _of_page(frame: Frame, asked: Asked, link: Link) -> Iterator[str]:
    is_after = asked.index - 1 in voices_of(frame).cited_at
    after = "cited" if is_after else "uncited"
    yield "own"
    yield from own_in_paragraph(frame, asked)
    yield f"own/rules:{link.speech is None}"
    yield f"own/rules:{link.how}"
    yield f"own/opens:{asked.opening}"
    yield f"own/cue-here:{asked.has_cue}"
    yield f"own/new:{asked.is_new}/{after}"
    last, following = asked.last, asked.following
    same = last and following and _is_voice(following, last.profile.number)
    ends = f"{last is None}/{following is None}/{bool(same)}"
    yield f"own/order:{ends}/{asked.has_cue}"
    yield f"own/quoted:{asked.is_quoted}"
