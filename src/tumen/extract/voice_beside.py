"""How a voice stands to words of the same sentence."""

from collections.abc import Iterator

from tumen.extract.frame import Frame
from tumen.extract.voice_asked import Asked
from tumen.extract.voice_page import voices_of
from tumen.extract.voices import Speech
from tumen.records.span import Span

MANY = 2
"""More voices between a voice and the words are not told apart."""
PARTS = (";", "–", "—")
"""Marks that part a sentence in two."""


def beside(frame: Frame, speech: Speech, asked: Asked) -> Iterator[str]:
    """Yield where a voice stands towards the words of the same sentence."""
    cue = speech.cue
    named = cue.source or cue.anchor
    side = _side(named, asked.span)
    yield f"side:{side}/{cue.rule}"
    if _is_doer(named, asked):
        cues = frame.language.voices.cues
        yield f"doer:{cue.rule}"
        yield f"doer:{asked.verb}"
        yield f"doer:counts:{asked.verb in cues.counting_verbs}"
    else:
        yield f"doer:other:{asked.doer is not None}/{side}"
    between = _between(named, asked.span)
    others = _cited_within(frame, speech, between)
    yield f"apart:{others}/{side}/{cue.rule}"
    yield f"parted:{_parted(frame, between)}/{others}/{side}"
    if (
        not others
        and cue.rule.startswith("voice.")
        and _is_nearest(frame, speech, asked)
    ):
        yield f"nearest:{side}/{cue.rule}"


def _side(named: Span, span: Span) -> str:
    if named.start < span.end and span.start < named.end:
        return "around"
    return "before" if named.end <= span.start else "behind"


def _is_doer(named: Span, asked: Asked) -> bool:
    """Tell whether a voice does what the verb before the words says."""
    doer = asked.doer
    return doer is not None and doer.start < named.end and named.start < doer.end


def _between(named: Span, span: Span) -> range:
    """Return the letters between a voice and the words; none where they touch."""
    first, last = sorted((named, span), key=lambda s: s.start)
    return range(first.end, last.start)


def _cited_within(frame: Frame, speech: Speech, between: range) -> int:
    """Count the other voices cited between a voice and the words."""
    cited = voices_of(frame).named_from(between.start, between.stop)
    found = {other.profile.number for other in cited} - {speech.profile.number}
    return min(MANY, len(found))


def _parted(frame: Frame, between: range) -> str:
    """Return what parts a voice from the words: a mark, a joining word, nothing."""
    if not between:
        return "nothing"
    held = frame.analysis.tokens_in(Span(between.start, between.stop))
    tokens = [frame.analysis.tokens[i] for i in held]
    if any(token.text in PARTS for token in tokens):
        return "mark"
    breaks = frame.language.voices.cues.clause_starts
    if any(token.lower in breaks for token in tokens):
        return "clause"
    return "comma" if any(token.text == "," for token in tokens) else "nothing"


def _is_nearest(frame: Frame, speech: Speech, asked: Asked) -> bool:
    """Tell whether no other voice of the sentence is cited nearer to the words."""
    here = voices_of(frame).cited_at.get(asked.index, ())
    gaps = [(_gap(s, asked), s.profile.number) for s in here]
    return bool(gaps) and min(gaps)[1] == speech.profile.number


def _gap(speech: Speech, asked: Asked) -> int:
    named = speech.cue.source or speech.cue.anchor
    return len(_between(named, asked.span))
