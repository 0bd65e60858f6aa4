"""The words whose voice is looked for, and what stands around them."""

from collections.abc import Iterator
from dataclasses import dataclass

from tumen.codebook.words_voices import SourceWords
from tumen.extract import noun_phrases
from tumen.extract.analysis import Sentence, Token
from tumen.extract.compiled import once
from tumen.extract.frame import Frame
from tumen.extract.genders import UNTOLD, gender_of_words
from tumen.extract.quotes import is_speech, quote_around
from tumen.extract.source_phrase import is_abbreviation
from tumen.extract.voice_page import voices_of
from tumen.extract.voices import Cue, Speech
from tumen.records.span import Span

OWN = "I"
OF_A_VOICE = ("he", "they", "it")
PRONOUNS = (*OF_A_VOICE, "his", OWN)
"""Classes of words, by one of them."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The words whose voice is looked for.

    Args:
        index: number of their sentence.
        opening: class of the sentence's first word.
        is_new: True when the sentence begins a paragraph.
        is_quoted: True when the words stand in a quotation.
        has_cue: True when somebody is cited in the sentence.
        pronoun: the one that stands for the voice there (`he said`), else empty.
        inside: classes of the pronouns before the words in their sentence.
        gender: `he` or `she` when the sentence speaks of one such person, else empty.
        doer: what stands before the verb that governs the words, None without.
        verb: base form of that verb, else empty.
        last: what is cited last in the sentences before, None without.
        following: what is cited first in the sentences behind, None without.
    """

    span: Span
    index: int
    opening: str
    is_new: bool
    is_quoted: bool
    has_cue: bool
    pronoun: str
    inside: tuple[str, ...]
    gender: str
    doer: Span | None
    verb: str
    last: Speech | None
    following: Speech | None


def asked_of(frame: Frame, span: Span) -> Asked:
    """Return what stands around the words of a span."""
    analysis = frame.analysis
    index = analysis.sentence_index(span.start)
    sentence = analysis.sentences[index]
    before = analysis.sentences[index - 1] if index else None
    quote = quote_around(frame.quotes, span.start)
    doer, verb = _doer(frame, span, sentence)
    page = voices_of(frame)
    return Asked(
        span=span,
        index=index,
        opening=_opening(frame, index),
        is_new=before is None or before.paragraph != sentence.paragraph,
        is_quoted=quote is not None and is_speech(quote),
        has_cue=index in page.cited_at,
        pronoun=_pronoun(frame, span, index),
        inside=_inside(frame, span, index),
        gender=_gender(frame, sentence),
        doer=doer,
        verb=verb,
        last=page.turns.before(index),
        following=page.turns.behind(index),
    )


def _doer(frame: Frame, span: Span, sentence: Sentence) -> tuple[Span | None, str]:
    """Return the words before the last verb in front of a span, and the verb."""
    tokens = frame.analysis.words(sentence)
    verbs = [
        i for i, t in enumerate(tokens) if t.pos == "VERB" and t.span.end <= span.start
    ]
    if not verbs or not verbs[-1]:
        return None, ""
    words = frame.language.voices
    return noun_phrases.before(tokens, verbs[-1], words), tokens[verbs[-1]].lemma


def _gender(frame: Frame, sentence: Sentence) -> str:
    """Return which of `he` and `she` a sentence uses, empty for none or both."""
    sources = frame.language.voices.sources
    words = {token.lower for token in frame.analysis.words(sentence)}
    told = {
        gender_of_words((word,), sources)
        for word in words & (sources.singular_pronouns | sources.owners.keys())
    } - {UNTOLD}
    return told.pop() if len(told) == 1 else UNTOLD


def _inside(frame: Frame, span: Span, index: int) -> tuple[str, ...]:
    """Return the classes of the pronouns of a sentence up to the end of some words."""
    sources = frame.language.voices.sources
    tokens = frame.analysis.words(frame.analysis.sentences[index])
    before = [token for token in tokens if token.span.start < span.end]
    found = {name for token in before for name in _classes_of(token, sources)}
    return tuple(name for name in PRONOUNS if name in found)


def _pronoun(frame: Frame, span: Span, index: int) -> str:
    """Return `he`, `they` or `it` when such a word names the voice of a span."""
    classes = _classes(frame.language.voices.sources)
    for speech in voices_of(frame).cited_at.get(index, ()):
        cue = speech.cue
        if cue.source is None or not shared_with(cue, span):
            continue
        word = cue.source.quote(frame.document.text).lower()
        for name in OF_A_VOICE:
            if word in classes[name]:
                return name
    return ""


def _opening(frame: Frame, index: int) -> str:
    """Return what kind of word opens a sentence."""
    token = frame.analysis.words(frame.analysis.sentences[index])[0]
    other = "number" if token.text[0].isdigit() else token.pos
    return next(_classes_of(token, frame.language.voices.sources), other)


def _classes_of(token: Token, sources: SourceWords) -> Iterator[str]:
    """Yield the classes of a word; `US` is no pronoun."""
    for name, words in _classes(sources).items():
        if token.lower in words and not (name == OWN and is_abbreviation(token)):
            yield name


@once
def _classes(sources: SourceWords) -> dict[str, frozenset[str]]:
    """Return words of classes; an opening is of the first that holds it."""
    return {
        "he": sources.singular_pronouns,
        "they": sources.plural_pronouns,
        "it": sources.thing_pronouns,
        "his": sources.possessives,
        "the": sources.definite,
        "a": sources.indefinite,
        OWN: sources.own_pronouns,
    }


def shared_with(cue: Cue, span: Span) -> int:
    """Return how many letters of a span a cue vouches for."""
    return sum(
        max(0, min(scope.end, span.end) - max(scope.start, span.start))
        for scope in cue.scope
    )
