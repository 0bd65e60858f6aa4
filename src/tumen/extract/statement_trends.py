"""Statements about a number of people that state no number: trends and unknowns."""

from collections.abc import Iterable, Sequence

from tumen.codebook.schema import Element
from tumen.codebook.words_statements import StatementWords
from tumen.extract.analysis import Analysis
from tumen.extract.statement_cues import Classes, compile_cue, fits_anywhere
from tumen.extract.statement_matches import Match
from tumen.extract.statement_words import read_words
from tumen.records.claim import Claim, Kind

TREND, UNKNOWN = "people:trend", "people:unknown"
"""Codes of the stand-ins below; no claim ever carries them."""


def trend_elements(words: StatementWords) -> tuple[Element, ...]:
    """Return stand-ins through which trends and unknowns are asked like elements."""
    cues = {TREND: words.trends, UNKNOWN: words.unknowns}
    return tuple(
        Element(
            code=code,
            kinds=(Kind.CONDITION,),
            label=code,
            definition="",
            cues={"loose": asked},
            examples=(),
            counter_examples=(),
        )
        for code, asked in cues.items()
    )


def counted_element(
    analysis: Analysis,
    match: Match,
    words: StatementWords,
    classes: Classes,
    figures: Sequence[Claim],
) -> str | None:
    """Return the code of what a trend or unknown counts, None when nobody can tell.

    `The number` alone stands for the last figure on people before it; `figures` are
    the page's, in order of the text.
    """
    sentence = analysis.sentences[match.sentence]
    row = read_words(analysis, sentence, words)
    inside = [i for i, word in enumerate(row) if word.token in match.tokens]
    before = _latest(figures, match.span.start)
    anaphors = (compile_cue(text, classes) for text in words.anaphors)
    if before and any(fits_anywhere(cue, row, inside) for cue in anaphors):
        return before
    for text, code in words.counted.items():
        if fits_anywhere(compile_cue(text, classes), row, inside):
            return code
    return before


def _latest(figures: Iterable[Claim], position: int) -> str | None:
    """Return the element of the last figure on people that begins before."""
    before = [
        figure
        for figure in figures
        if figure.element.startswith("people.") and figure.span.start < position
    ]
    return max(before, key=lambda figure: figure.span.start).element if before else None
