"""Ask of somebody else's claim whether the words of the page have its voice say it.

A voice that stands on the page but is not heard there is kept, with a note: rules miss
voices too. What the rules read is offered beside it.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tumen.codebook.words_voices import SourceWords
from tumen.extract.frame import Frame
from tumen.extract.proposed_page import ProposedPage
from tumen.extract.voice_choice import said_at
from tumen.extract.voice_page import voices_of
from tumen.extract.voices import Attribution, Speech
from tumen.records.claim import ARTICLE_VOICE, SpeakerKind
from tumen.records.proposed import ProposedClaim
from tumen.records.span import Span

WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Heard:
    """How the voices of a row stand to what the rules hear.

    Args:
        notes: where they differ.
        instead: the voice that the rules hear, when it is another.
    """

    notes: tuple[str, ...] = ()
    instead: str | None = None


def hear(row: ProposedClaim, span: Span, page: ProposedPage) -> Heard:
    """Return where the words of a page give other voices than a row does.

    Of a page in a language that is not read nothing can be told.
    """
    frame = page.frame
    if frame is None:
        return Heard()
    said = said_at(frame, span)[0] if _is_read(frame, span) else None
    instead = _instead(row.speaker, said, span, frame)
    notes = (
        instead
        and f"speaker: the words give {instead!r}, the row {row.speaker!r}; kept, look "
        "at it",
        _kind_note(row, said, frame) if instead is None else None,
        _via_note(row.via, said, page, frame),
    )
    return Heard(tuple(note for note in notes if note), instead)


def _is_read(frame: Frame, span: Span) -> bool:
    """Tell whether a span lies in the running text, and not in a headline."""
    return any(paragraph.holds(span) for paragraph in frame.analysis.paragraphs)


def _instead(
    name: str, said: Attribution | None, span: Span, frame: Frame
) -> str | None:
    """Return who is heard instead of a voice, None when that one may be meant."""
    if said is None:
        named = name == ARTICLE_VOICE or _is_among(name, frame.speeches, frame)
        return None if named else ARTICLE_VOICE
    sources = frame.language.voices.sources
    own = (said.voice.name, *map(str, said.slot.alternatives))
    if any(_is_same(name, other, sources) for other in own):
        return None
    return None if _is_among(name, _near(span, frame), frame) else said.voice.name


def _near(span: Span, frame: Frame) -> Iterator[Speech]:
    """Yield what is cited for some words, or in their sentences."""
    first = frame.analysis.sentence_index(span.start)
    last = frame.analysis.sentence_index(span.end - 1)
    yield from voices_of(frame).vouching_for(span)
    yield from voices_of(frame).cited_in(range(first, last + 1))


def _is_among(name: str, speeches: Iterable[Speech], frame: Frame) -> bool:
    """Tell whether a name or description means one of some voices."""
    sources = frame.language.voices.sources
    words = _words(name, sources)
    return any(
        name.lower() in speech.profile.names
        or not words.isdisjoint(speech.profile.roles)
        or _is_same(name, speech.profile.voice.name, sources)
        for speech in speeches
    )


def _is_same(one: str, other: str, sources: SourceWords) -> bool:
    """Tell whether one name is the other, or says it with more words."""
    if ARTICLE_VOICE in (one, other):
        return one == other
    ours, theirs = _words(one, sources), _words(other, sources)
    return bool(ours and theirs) and (ours <= theirs or theirs <= ours)


def _words(name: str, sources: SourceWords) -> frozenset[str]:
    words = frozenset(word.lower() for word in WORD.findall(name))
    return words - sources.definite - sources.indefinite


def _kind_note(
    row: ProposedClaim, said: Attribution | None, frame: Frame
) -> str | None:
    sources = frame.language.voices.sources
    if said is None or not _is_same(row.speaker, said.voice.name, sources):
        return None
    kind = said.voice.kind
    if kind is row.speaker_kind or SpeakerKind.AUTHOR in (kind, row.speaker_kind):
        return None
    return (
        f"speaker_kind: the words give {kind}, the row {row.speaker_kind}; kept, look "
        "at it"
    )


def _via_note(
    via: str | None, said: Attribution | None, page: ProposedPage, frame: Frame
) -> str | None:
    """Return a note where no sentence that cites somebody names who passed words on."""
    if via is None or via in page.bodies:
        return None
    sources, cited = frame.language.voices.sources, voices_of(frame).cited_at
    if said is not None and any(_is_same(via, link, sources) for link in said.chain):
        return None
    places = (frame.analysis.sentence_index(s.start) for s in page.words.find(via))
    if any(place in cited for place in places):
        return None
    return f"via: no words of the page have {via!r} pass anything on; kept, look at it"
