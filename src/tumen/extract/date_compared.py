"""Times that date one number alone: `fell to 300 from 900 a year earlier`."""

from tumen.codebook.words_voices import VoiceWords
from tumen.extract.analysis import Analysis
from tumen.extract.phrases import find_phrases
from tumen.extract.times import TimeMention

NOUN, BEFORE = 3, 2
"""Tokens between such a number and its time, and between it and the word before it."""
NAMES = frozenset({"NOUN", "PROPN", "ADJ"})
COUNTED = NAMES | {"ADP"}


def number_dated_by(
    analysis: Analysis, mention: TimeMention, words: VoiceWords
) -> int | None:
    """Return the first token of the number that alone a time dates, else None.

    It stands just before the time, and is held against another number (`from 900 in
    2019`), or the time is told by that of another (`900 a year earlier`).
    """
    places = analysis.tokens_in(mention.span)
    if not places:
        return None
    sentence = analysis.sentence_at(mention.span.start)
    last = places.start - 1
    while last > sentence.first and last >= places.start - NOUN:
        if _is_number(analysis, last):
            break
        if analysis.tokens[last].pos not in COUNTED:
            return None
        last -= 1
    if last <= sentence.first or not _is_number(analysis, last):
        return None
    first = last
    while first > sentence.first and _is_number(analysis, first - 1):
        first -= 1
    told = [analysis.tokens[i] for i in places]
    is_told = any(begin == 0 for begin, _ in find_phrases(told, words.elsewhen))
    return first if is_told or _is_compared(analysis, first, last, words) else None


def _is_compared(analysis: Analysis, first: int, last: int, words: VoiceWords) -> bool:
    """Tell `to 300 from 900 in 2019` from `300 men from 9 towns in 2019`."""
    begin = analysis.sentence_at(analysis.tokens[first].span.start).first
    near = range(max(begin, first - BEFORE), first)
    leans = any(analysis.tokens[i].lower in words.compared for i in near)
    is_second = any(_is_number(analysis, i) for i in range(begin, first))
    return leans and is_second and analysis.tokens[last + 1].pos not in NAMES


def _is_number(analysis: Analysis, place: int) -> bool:
    token = analysis.tokens[place]
    return token.text[0].isdigit() or token.pos == "NUM"
