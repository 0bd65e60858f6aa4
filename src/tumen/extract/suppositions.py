"""Numbers that hold only if something happens: `If 500 men came, it would earn ...`."""

from collections.abc import Iterator, Sequence

from tumen.codebook.schema import Element
from tumen.codebook.words_voices import VoiceWords
from tumen.extract.analysis import Analysis, Sentence, Token
from tumen.extract.figure_clause import BREAKS, VERBAL, Surroundings
from tumen.extract.frame import Frame
from tumen.extract.hedges import IMPLIED, HedgeReading
from tumen.extract.phrases import find_phrases
from tumen.records.amount import Measure
from tumen.records.claim import Hedge, Slot

ENDS = BREAKS | {".", "!", "…"}
LASTING = ("cond.", "meta.")
"""Elements of what holds as a rule: `if a man is late, he loses 30 percent`."""
DESCRIBED = 3
"""Tokens before a number among which a determiner is looked for."""
NAMED = 4
"""Tokens between a verb of asking and `if` that may name who is asked, at most."""


def supposed(
    frame: Frame,
    around: Surroundings,
    element: Element,
    measure: Measure,
    reading: HedgeReading,
) -> HedgeReading:
    """Return the hedge of a number, which is no count where it is only supposed.

    People who would come or go are planned; whatever else would be is estimated. What
    hangs on a condition is a forecast as well.
    """
    analysis, words = frame.analysis, frame.language.voices
    is_lasting = element.code.startswith(LASTING)
    conditions = tuple(find_conditions(analysis, around.sentence, words))
    if any(around.first in clause for clause in conditions):
        is_forecast = not is_lasting and not is_given(analysis, around, words)
    else:
        is_forecast = bool(conditions) and _helped(
            analysis, around, words.hanging, words
        )
    would = not is_lasting and _helped(analysis, around, words.would, words)
    if not is_forecast and not would:
        return reading
    if reading.hedge is not Hedge.ASSERTED:
        return HedgeReading(
            reading.hedge, reading.slot, reading.is_forecast or is_forecast
        )
    hedge = Hedge.PLANNED if measure is Measure.FLOW else Hedge.ESTIMATED
    slot = Slot(rule="hedge.supposed", confidence=IMPLIED)
    return HedgeReading(hedge, slot, reading.is_forecast or is_forecast)


def find_conditions(
    analysis: Analysis, sentence: Sentence, words: VoiceWords
) -> Iterator[range]:
    """Yield the clauses of a sentence that are conditions, as ranges of tokens."""
    tokens = analysis.words(sentence)
    if tokens[-1].text == "?":
        return
    for first, end in find_phrases(tokens, words.suppositions):
        if any(begin == 0 for begin, _ in find_phrases(tokens[first:], words.tallies)):
            continue
        if asks_for(tokens, first, words):
            continue
        clause = range(first, _end(tokens, end))
        if any(tokens[i].pos in VERBAL for i in range(end, clause.stop)):
            yield range(sentence.first + first, sentence.first + clause.stop)
    if _is_inverted(tokens, words):
        yield range(sentence.first, sentence.first + _end(tokens, 1))


def asks_for(tokens: Sequence[Token], first: int, words: VoiceWords) -> bool:
    """Tell whether the words before `if` make it a question (`asked him if`)."""
    if not first:
        return False
    if {tokens[first - 1].lower, tokens[first - 1].lemma} & words.asking:
        return True
    for token in reversed(tokens[max(0, first - NAMED - 1) : first]):
        if token.text in ENDS:
            return False
        if token.pos in VERBAL:
            return token.lemma in words.asking_whom
    return False


def is_given(
    analysis: Analysis, around: Surroundings, words: VoiceWords, since: int = 0
) -> bool:
    """Tell whether a number is told as known: `if the 500 workers leave`.

    Args:
        since: first token that may tell it.
    """
    first = max(around.sentence.first, around.first - DESCRIBED, since)
    known = words.sources.definite - words.cues.relatives
    return any(
        analysis.tokens[i].lower in known | words.sources.possessives
        for i in range(first, around.first)
    )


def _is_inverted(tokens: Sequence[Token], words: VoiceWords) -> bool:
    """Tell `Should the quota rise, ...` and `Had 500 come, ...` from a statement."""
    is_opening = tokens[0].lower in words.inverted and len(tokens) > 2
    end = _end(tokens, 1)
    return (
        is_opening
        and tokens[1].pos not in VERBAL
        and end < len(tokens)
        and tokens[end].text == ","
    )


def _end(tokens: Sequence[Token], first: int) -> int:
    """Return where a clause that begins at a place is over."""
    ends = (i for i in range(first, len(tokens)) if tokens[i].text in ENDS)
    return next(ends, len(tokens))


def _helped(
    analysis: Analysis,
    around: Surroundings,
    helpers: frozenset[str],
    words: VoiceWords,
) -> bool:
    """Tell whether a clause says what would be of a number, and not what would not.

    Behind the number the helping verb is the first: `Of 640 who replied, all would`.
    """
    tokens = analysis.tokens
    if tokens[around.sentence.last - 1].text == "?":
        return False
    behind = [i for i in around.inner if i >= around.last and tokens[i].pos in VERBAL]
    before = [i for i in around.inner if i < around.first]
    return any(
        tokens[i].lower in helpers and tokens[i + 1].lower not in words.cues.negations
        for i in (*before, *behind[:1])
        if i + 1 < len(tokens)
    )
