"""How a page words a voice: `40 men` are counted, `a trader` may tell something."""

from collections.abc import Iterator

from tumen.codebook.words_voices import SourceWords
from tumen.extract.analysis import Token
from tumen.extract.frame import Frame
from tumen.extract.voices import MENTIONED, SUBJECT, Speech

CITED = "cited"
ALIKE = frozenset({"NUM", "PROPN"})
"""Parts of speech that open the words for a voice, told apart from one another."""
LEADS = frozenset({"ADP", "SCONJ"})
MANY = 3
"""Words farther behind the beginning of a sentence are not told apart."""


def named(frame: Frame, speech: Speech, place: str) -> Iterator[str]:
    """Yield how the words for a voice begin and end, and what stands before them.

    Args:
        place: where the voice stands towards the words that are asked about.
    """
    analysis, cue = frame.analysis, speech.cue
    held = analysis.tokens_in(cue.source or cue.anchor)
    if not held:
        return
    tokens = analysis.tokens
    rule = cue.rule if cue.rule in (MENTIONED, SUBJECT) else CITED
    opening = _opening(tokens[held.start], frame.language.voices.sources)
    yield f"named:{opening}/{rule}"
    if held.start:
        yield f"led:{_lead(tokens[held.start - 1])}"
    behind = held.start - analysis.sentences[cue.sentence].first
    yield f"named-at:{min(MANY, behind)}/{place}/{rule}"
    yield f"named:{opening}/plural:{_is_plural(tokens[held.stop - 1])}"


def _opening(token: Token, sources: SourceWords) -> str:
    if token.text[0].isdigit():
        return "digits"
    if token.pos in ALIKE:
        return token.pos
    if token.lower in sources.indefinite:
        return "a"
    return "the" if token.lower in sources.definite else token.pos


def _lead(token: Token) -> str:
    """Return a preposition or joining word itself, of other words their kind."""
    return token.lower if token.pos in LEADS else token.pos


def _is_plural(token: Token) -> bool:
    return token.pos == "NOUN" and token.lower != token.lemma
