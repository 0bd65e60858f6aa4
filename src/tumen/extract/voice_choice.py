"""Choose who vouches for a stretch of text: by rules alone, or with learned weights."""

from dataclasses import replace

from tumen.extract.attribution import Link, attribution_of, link_at
from tumen.extract.frame import Frame
from tumen.extract.ranking import chances_of
from tumen.extract.voice_features import Said, VoiceCandidate, voice_candidates
from tumen.extract.voices import AUTHOR, TOLD, Attribution, Speech
from tumen.records.span import Span

MODEL = "voices"
LEARNED = "learned"
PAGE = "page"
"""Stands for the page itself among the voices."""
OVERRULES = 0.45
"""Chance from which on another voice than that of the rules is taken."""
WORTH_NOTING = 0.15
"""Chance from which on another voice is named beside the chosen one."""


def said_at(
    frame: Frame, span: Span, before: Said | None = None, *, is_number: bool = False
) -> tuple[Attribution, Said]:
    """Return who vouches for the words of a span, who else may, and what to go on with.

    Args:
        before: who vouches for the words asked about last, None at the beginning.
        is_number: whether the words are a number, which an encoder may read too.
    """
    by_rules = link_at(frame, span)
    weights = frame.language.learned.get(MODEL)
    if weights is None or not frame.speeches or _is_told_outright(by_rules):
        by_rule = Said(_number(by_rules.speech), span)
        return attribution_of(frame, span, by_rules), by_rule
    candidates = voice_candidates(frame, span, by_rules, before)
    chances = chances_of([c.evidence for c in candidates], weights)
    if is_number and frame.encoded is not None:
        told = [c.speech.cue.anchor if c.speech else PAGE for c in candidates]
        chances = frame.encoded.pointed(MODEL, span, told, chances)
    ranked = sorted(
        zip(chances, range(len(candidates)), strict=True),
        key=lambda pair: (-pair[0], pair[1]),
    )
    chance, number = ranked[0]
    speech = candidates[number].speech
    if speech is not by_rules.speech and chance < OVERRULES:
        number = next(
            n for n, c in enumerate(candidates) if c.speech is by_rules.speech
        )
        chance, speech = chances[number], by_rules.speech
    how = by_rules.how if speech is by_rules.speech else LEARNED
    said = attribution_of(frame, span, Link(speech, how, chance))
    others = tuple(
        _name(candidates[n])
        for p, n in ranked[:3]
        if p >= WORTH_NOTING and _name(candidates[n]) != said.voice.name
    )
    slot = replace(
        said.slot, alternatives=tuple(dict.fromkeys((*said.slot.alternatives, *others)))
    )
    return replace(said, slot=slot), Said(_number(speech), span)


def _is_told_outright(link: Link) -> bool:
    """Tell whether a sentence says who told what it says (`X was told by Y that`)."""
    is_told = link.speech is not None and link.speech.cue.rule == TOLD
    return is_told and link.how == "scope"


def _number(speech: Speech | None) -> int | None:
    return speech.profile.number if speech else None


def _name(candidate: VoiceCandidate) -> str:
    voice = candidate.speech.profile.voice if candidate.speech else AUTHOR
    return voice.name
