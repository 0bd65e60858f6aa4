"""Whom and what a sentence names: anybody who may vouch for words nearby."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from tumen.codebook.words_voices import SourceWords, VoiceWords
from tumen.extract.analysis import Token
from tumen.extract.compiled import once
from tumen.extract.noun_phrases import span_of
from tumen.extract.word_sets import cited_words
from tumen.records.span import Span

INSIDE = frozenset({"ADJ", "NOUN", "PROPN", "NUM", "PART"})
VERBAL = frozenset({"VERB", "AUX"})
LONGEST, TAIL = 6, 8
"""Words before the noun, and behind it, that may belong to its phrase."""


@dataclass(frozen=True, slots=True)
class Bystander:
    """Words that name somebody or something.

    Args:
        is_subject: True when a verb follows them.
        is_name: True for a single capitalised word.
    """

    span: Span
    is_subject: bool
    is_name: bool


def find_bystanders(
    tokens: tuple[Token, ...], words: VoiceWords
) -> Iterator[Bystander]:
    """Yield the phrases of a sentence that are about a person, a body or a document.

    Who `is believed to` do a thing does not say so.
    """
    sources, reports = words.sources, words.cues.report_verbs
    at = 0
    while at < len(tokens):
        if not _is_voice(tokens, at, sources):
            at += 1
            continue
        end = _end_of(tokens, at, sources)
        first = _first_of(tokens, at, sources)
        span = span_of(tokens[first:end])
        if span is not None and not _is_believed(tokens, end, reports):
            is_name = end - first == 1 and tokens[at].pos == "PROPN"
            yield Bystander(span, _verb_follows(tokens, end), is_name)
        at = end


def _is_voice(tokens: tuple[Token, ...], at: int, sources: SourceWords) -> bool:
    """Tell whether a noun may speak and is the last one of its phrase."""
    token = tokens[at]
    if token.pos not in ("NOUN", "PROPN"):
        return False
    follows = tokens[at + 1] if at + 1 < len(tokens) else None
    if follows is not None and follows.pos in ("NOUN", "PROPN"):
        return False
    return token.pos == "PROPN" or token.lemma in cited_words(sources)


def _first_of(tokens: tuple[Token, ...], at: int, sources: SourceWords) -> int:
    """Return where a phrase begins: at its determiner, if it has one."""
    first = at
    while first > max(0, at - LONGEST) and _goes_before(tokens, first - 1, sources):
        first -= 1
        if tokens[first].lower in _determiners(sources):
            break
    return first


@once
def _determiners(sources: SourceWords) -> frozenset[str]:
    return sources.indefinite | sources.definite | sources.possessives


def _goes_before(tokens: tuple[Token, ...], place: int, sources: SourceWords) -> bool:
    token = tokens[place]
    return token.pos in INSIDE or token.lower in _determiners(sources)


def _end_of(tokens: tuple[Token, ...], at: int, sources: SourceWords) -> int:
    """Return the end of a phrase with what follows a preposition: `a clerk of the mine`."""
    end = at + 1
    if tokens[at].pos == "PROPN":
        return end
    while end + 1 < min(len(tokens), at + TAIL) and tokens[end].pos == "ADP":
        stop = end + 1
        while stop < len(tokens) and _goes_before(tokens, stop, sources):
            stop += 1
        if stop == end + 1:
            break
        end = stop
    return _past_name(tokens, end, at, sources)


def _past_name(
    tokens: tuple[Token, ...], end: int, at: int, sources: SourceWords
) -> int:
    """Return the end of a role and its name: `the chief physician, Ada Example`."""
    follows = tokens[end : end + 3]
    is_name = all(token.pos == "PROPN" for token in follows[1:])
    is_named = len(follows) == 3 and follows[0].text == "," and is_name
    return end + 3 if is_named and tokens[at].lemma in sources.persons else end


def _is_believed(tokens: tuple[Token, ...], end: int, reports: Collection[str]) -> bool:
    """Tell whether `is believed to` stands behind a phrase."""
    verb = tokens[end : end + 3]
    return (
        len(verb) == 3
        and verb[0].lemma == "be"
        and verb[1].lemma in reports
        and verb[2].lower == "to"
    )


def _verb_follows(tokens: tuple[Token, ...], end: int) -> bool:
    """Tell whether a verb stands behind a phrase, or behind what is put in commas."""
    if end < len(tokens) and tokens[end].text == ",":
        closing = (i for i in range(end + 1, len(tokens)) if tokens[i].text == ",")
        end = next(closing, end) + 1
    return end < len(tokens) and tokens[end].pos in VERBAL
