"""The line that a list hangs on: what its entries count is said above them."""

import re

from tumen.extract.analysis import Analysis, Sentence
from tumen.extract.compiled import latest

COUNT = re.compile(r"(?<!\d)(?!(?:19|20)\d\d(?!\d))\d[\d., ]*")
"""Any number but a year alone."""
ENDS = (".", "!", "?", ":")
CLOSING = ")]”’\"'"
"""Marks that may stand behind the end of a sentence."""
VERBAL = frozenset({"VERB", "AUX"})
MOST_TOKENS = 30
"""Longer paragraphs are no entries of a list."""


def lead_in(analysis: Analysis, sentence: Sentence) -> Sentence | None:
    """Return the last sentence above the list that a sentence is an entry of.

    An entry is a short paragraph of one sentence with a number that does not end as
    sentences do: `Turkey 803`. None for running text, for a list on top and for one
    below a question: `Where do they live?` counts nothing new.
    """
    above = _tops(analysis)[sentence.paragraph]
    if above < 0 or above == sentence.paragraph:
        return None
    if _words(analysis, above).endswith("?"):
        return None
    index = analysis.sentence_index(analysis.paragraphs[above].end - 1)
    last, before = analysis.sentences[index], analysis.sentences[index - 1]
    if before.paragraph == last.paragraph and not _has_verb(analysis, last):
        # `The order of countries:` says nothing of its own.
        return before
    return last


@latest
def _tops(analysis: Analysis) -> tuple[int, ...]:
    """Return the paragraph above the list that each paragraph is of.

    It is -1 for a list on top, and the paragraph itself where that is no entry.
    """
    found: list[int] = []
    for paragraph in range(len(analysis.paragraphs)):
        before = found[-1] if found else -1
        found.append(before if _is_entry(analysis, paragraph) else paragraph)
    return tuple(found)


def _has_verb(analysis: Analysis, sentence: Sentence) -> bool:
    return any(token.pos in VERBAL for token in analysis.words(sentence))


def _is_entry(analysis: Analysis, paragraph: int) -> bool:
    span = analysis.paragraphs[paragraph]
    words = _words(analysis, paragraph)
    return (
        not words.endswith(ENDS)
        and len(analysis.tokens_in(span)) <= MOST_TOKENS
        and COUNT.search(words) is not None
    )


def _words(analysis: Analysis, paragraph: int) -> str:
    """Return a paragraph up to its last mark that closes nothing."""
    return analysis.paragraphs[paragraph].quote(analysis.text).rstrip(CLOSING)
