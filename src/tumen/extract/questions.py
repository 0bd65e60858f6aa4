"""Numbers that are only asked about: `asked whether 500 lived there` counts nobody."""

from collections.abc import Iterator, Sequence

from tumen.codebook.words_voices import VoiceWords
from tumen.extract.analysis import Analysis, Sentence, Token
from tumen.extract.figure_clause import VERBAL, Surroundings
from tumen.extract.frame import Frame
from tumen.extract.phrases import find_phrases
from tumen.extract.suppositions import ENDS, asks_for, is_given

UNKNOWN = "unknown"
"""Flag of what the words do not tell."""


def asked(frame: Frame, around: Surroundings) -> tuple[str, ...]:
    """Return the flag of a number that only a question holds, else nothing.

    What is known before it is asked about is none: `asked if the 500 men were paid`.
    """
    analysis, words = frame.analysis, frame.language.voices
    for clause in find_questions(analysis, around.sentence, words):
        if around.first in clause:
            is_known = is_given(analysis, around, words, clause.start)
            return () if is_known else (UNKNOWN,)
    return ()


def find_questions(
    analysis: Analysis, sentence: Sentence, words: VoiceWords
) -> Iterator[range]:
    """Yield the clauses of a sentence that ask whether something is so."""
    tokens = analysis.words(sentence)
    for _, end in find_phrases(tokens, words.open_questions):
        yield _clause(sentence, tokens, end)
    for first, end in find_phrases(tokens, words.suppositions):
        if asks_for(tokens, first, words):
            yield _clause(sentence, tokens, end)


def _clause(sentence: Sentence, tokens: Sequence[Token], first: int) -> range:
    """Return a clause up to a mark, or to what another verb goes on with."""
    end = next(
        (i for i in range(first, len(tokens)) if _is_over(tokens, i)), len(tokens)
    )
    return range(sentence.first + first, sentence.first + end)


def _is_over(tokens: Sequence[Token], at: int) -> bool:
    token, behind = tokens[at], tokens[at + 1 : at + 2]
    goes_on = token.pos == "CCONJ" and any(each.pos in VERBAL for each in behind)
    return token.text in ENDS or goes_on
