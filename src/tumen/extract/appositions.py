"""Voices that a page names and describes side by side: `Open Ledger, a research group`."""

import re
from collections.abc import Sequence

from tumen.extract.analysis import Token
from tumen.extract.noun_phrases import FINITE
from tumen.extract.phrases import find_phrases
from tumen.extract.register import Register
from tumen.extract.source_phrase import Phrase
from tumen.extract.voices import Called, Profile, names_of
from tumen.records.claim import SpeakerKind, Voice
from tumen.records.span import Span

NAME = r"[A-Z][\w.&’'-]*(?: (?:of |for |and |the )?[A-Z][\w.&’'-]*)*"
NAMED_BEFORE = re.compile(rf"({NAME}),\s$")
NAMED_BEHIND = re.compile(rf",\s({NAME})(?=[,.;:])")
REACH = 80
"""Letters before a description in which its name is looked for."""
OPENS_ASIDE = frozenset({"ADP", "SCONJ"})
"""`Unlike X, a cook saw it`: what opens with these ends at a comma."""
SUBJECT = frozenset({"nsubj", "nsubjpass"})


def apposed(register: Register, span: Span) -> Profile | None:
    """Return the voice whose name stands beside its description, with what it is.

    None when no name does, or the description fits neither a person nor a body.
    """
    phrase = Phrase.read(register.analysis, span, register.words)
    analysis, sources = register.analysis, register.words.sources
    text = analysis.text
    sentence = analysis.sentences[analysis.sentence_index(span.start)]
    words = analysis.words(sentence)
    first = max(sentence.span.start, span.start - REACH)
    before = NAMED_BEFORE.search(text, first, span.start)
    behind = NAMED_BEHIND.match(text, span.end)
    is_open = phrase.tokens[0].lower in sources.indefinite
    named = before if before and is_open else behind
    if named is None or phrase.is_plural or _acts(phrase, words, register):
        return None
    name = named[1]
    if set(name.lower().split()) & (register.places | sources.times | sources.openings):
        return None
    profile = register.roll.named(name) or _new(register, phrase, name)
    roles = phrase.roles | {phrase.head.lemma} | phrase.modifiers
    return register.roll.enrich(profile, roles) if profile else None


def _acts(phrase: Phrase, sentence: Sequence[Token], register: Register) -> bool:
    """Tell whether a description begins a clause: `Unlike X, a cook counted them`."""
    end = phrase.tokens[-1].span.end
    behind = next((t for t in sentence if t.span.start >= end), None)
    if behind is None or behind.pos not in FINITE:
        return False
    if phrase.head.dep:
        return phrase.head.dep in SUBJECT
    cues, opening = register.words.cues, sentence[0]
    is_aside = opening.pos in OPENS_ASIDE or any(find_phrases(sentence, cues.according))
    return is_aside or behind.lemma in cues.report_verbs


def _new(register: Register, phrase: Phrase, name: str) -> Profile | None:
    sources = register.words.sources
    lemma = phrase.head.lemma
    if lemma in sources.institutions:
        listed = register.bodies_called(name)
        return listed or register.roll.same_or_new(
            Called(
                Voice(name, SpeakerKind.INSTITUTION), names=frozenset({name.lower()})
            )
        )
    if lemma in sources.persons:
        return register.roll.same_or_new(
            Called(Voice(name, SpeakerKind.NAMED), names=names_of(name))
        )
    return None
