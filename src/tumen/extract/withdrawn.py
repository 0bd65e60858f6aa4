"""Numbers that a page takes back: `an earlier version said 900`, `46, not 64`."""

from collections.abc import Sequence

from tumen.codebook.words_voices import Withdrawals
from tumen.extract.analysis import Analysis, Sentence, Token
from tumen.extract.figure_clause import VERBAL, Surroundings
from tumen.extract.frame import LANGUAGE, Frame
from tumen.extract.hedges import SEEN, HedgeReading
from tumen.extract.phrases import find_phrases
from tumen.extract.times import find_times
from tumen.records.claim import Hedge, Slot

NEAR, NAMED = 8, 3
"""Tokens of the next sentence among which a number is called wrong, and tokens before
a number among which it is called one (`the figure of 900`)."""


def withdrawn(
    frame: Frame, around: Surroundings, reading: HedgeReading
) -> HedgeReading:
    """Return the hedge of a number, which is denied where its words take it back."""
    if reading.hedge is Hedge.DENIED or not _is_withdrawn(frame, around):
        return reading
    slot = Slot(rule="hedge.withdrawn", confidence=SEEN)
    return HedgeReading(Hedge.DENIED, slot, reading.is_forecast)


def _is_withdrawn(frame: Frame, around: Surroundings) -> bool:
    words = frame.language.voices.withdrawals
    tokens = frame.analysis.tokens
    before = tokens[around.sentence.first : around.first]
    behind = tokens[around.last : around.sentence.last]
    return (
        (_is_ruled_out(before, words) and not _is_one(frame, around))
        or _is_replaced(before, words)
        or (
            _is_taken_back(frame, around.sentence, before, words)
            and not _is_of_another_time(frame, around.sentence)
        )
        or _is_called_wrong(frame, before, behind)
        or _is_wrong_figure(frame, around.sentence)
    )


def _is_ruled_out(before: Sequence[Token], words: Withdrawals) -> bool:
    """Tell `46, not 64` from `hundreds, if not 900`."""
    left = list(before)
    while left and left[-1].pos == "DET":
        left.pop()
    if not left or left[-1].lower not in words.ruling_out:
        return False
    return len(left) < 2 or left[-2].lower not in words.allowing


def _is_replaced(before: Sequence[Token], words: Withdrawals) -> bool:
    """Tell whether a number is the one `corrected from`."""
    is_from = bool(before) and before[-1].lower in words.replaced
    return is_from and any(token.lemma in words.correcting for token in before)


def _is_taken_back(
    frame: Frame, sentence: Sentence, before: Sequence[Token], words: Withdrawals
) -> bool:
    """Tell whether words such as `an earlier version said` stand before a number."""
    phrases = words.taking_back
    found = [end for _, end in find_phrases(before, phrases)]
    if not found and _is_note(frame, sentence, words):
        found = [end for _, end in find_phrases(before, words.written)]
    if not found:
        return False
    return next(find_phrases(before[found[-1] :], words.turns), None) is None


def _is_of_another_time(frame: Frame, sentence: Sentence) -> bool:
    """Tell whether the next sentence says when the number was the count: it stands."""
    following = _next(frame.analysis, sentence)
    if following is None:
        return False
    tokens, voices = frame.analysis.words(following), frame.language.voices
    opens = next(find_phrases(tokens, voices.withdrawals.vouching), None)
    if opens is None or opens[0]:
        return False
    if any(token.lower in voices.cues.negations for token in tokens):
        return False
    counts = any(token.lower in voices.totals for token in tokens[:NEAR])
    return counts and bool(
        find_times(
            frame.analysis.text,
            following.span.start,
            following.span.end,
            frame.published,
            frame.language.times,
            frame.codebook.calendar,
            LANGUAGE,
        )
    )


def _is_note(frame: Frame, sentence: Sentence, words: Withdrawals) -> bool:
    """Tell whether a paragraph, or the headline, says that something is corrected."""
    around = (
        token
        for each in frame.analysis.sentences_of(sentence.paragraph)
        for token in frame.analysis.words(each)
    )
    title = (frame.document.title or "").lower().split()
    tokens = tuple(around)
    return (
        any(token.lower in words.notes for token in tokens)
        or bool(words.notes & {word.strip(".,:;!?") for word in title})
        or next(find_phrases(tokens, words.wrong), None) is not None
    )


def _is_one(frame: Frame, around: Surroundings) -> bool:
    """Tell whether `one` is all that is ruled out: `not one of them`, `not one in ten`."""
    first = frame.analysis.tokens[around.first].lower
    return frame.language.numbers.ones.get(first) == 1


def _is_called_wrong(
    frame: Frame, before: Sequence[Token], behind: Sequence[Token]
) -> bool:
    """Tell whether a number is the subject of `was wrong`: `the figure of 900`."""
    voices = frame.language.voices
    if not any(token.lower in voices.totals for token in before[-NAMED:]):
        return False
    first = next(find_phrases(behind, voices.withdrawals.wrong), None)
    return first is not None and not any(t.pos in VERBAL for t in behind[: first[0]])


def _is_wrong_figure(frame: Frame, sentence: Sentence) -> bool:
    """Tell whether the next sentence says that the figure was wrong."""
    analysis, voices = frame.analysis, frame.language.voices
    following = _next(analysis, sentence)
    opening = analysis.words(following)[:NEAR] if following else ()
    names_it = any(token.lower in voices.totals for token in opening[:2])
    return names_it and any(find_phrases(opening, voices.withdrawals.wrong))


def _next(analysis: Analysis, sentence: Sentence) -> Sentence | None:
    index = analysis.sentence_index(sentence.span.start) + 1
    following = analysis.sentences[index : index + 1]
    same = [s for s in following if s.paragraph == sentence.paragraph]
    return same[0] if same else None
