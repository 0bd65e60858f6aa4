"""Descriptions that a page gives a name: `a former cook, Mr X`, `whom we call X`."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tumen.codebook.words_voices import SourceWords
from tumen.extract.analysis import Token
from tumen.extract.compiled import once
from tumen.extract.noun_phrases import MARKS
from tumen.extract.register import Register
from tumen.extract.source_phrase import Phrase, head_of
from tumen.extract.voices import Profile, Speech
from tumen.records.claim import SpeakerKind
from tumen.records.span import Span

NAME = r"(?P<name>[A-Z][\w’'-]*\.?(?: [A-Z][\w’'-]*\.?){0,3})"
ENDS = r"(?=[,;:)—–”\"]|\s-\s|\.?$)"
"""What stands behind a name that was put beside a description."""
LONGEST = 14
"""Words of a description."""
GOES_ON = frozenset({"NOUN", "PROPN", "ADJ", "ADV", "ADP", "DET", "NUM", "PART", "X"})
PARTICIPLES = ("ed", "en", "wn")
UNNAMED = (SpeakerKind.ANONYMOUS, SpeakerKind.PSEUDONYMOUS)

Pattern = tuple[SpeakerKind, bool, re.Pattern[str]]
"""What a name is, whether one word is enough, and the words around it."""


@dataclass(frozen=True, slots=True)
class Naming:
    """Words that describe somebody, and the name that is given beside them.

    Args:
        sentence: index in `Analysis.sentences`.
        described: the noun, or the pronoun, that stands for the person.
        known_as: the description without its determiner, in lower case, where it may
            have been read before (`the owner`); else empty.
    """

    sentence: int
    described: Span
    name: str
    kind: SpeakerKind
    known_as: str = ""


def join_named(speeches: Sequence[Speech], register: Register) -> list[Speech]:
    """Return the voices of a page, each description with the name given beside it."""
    named: dict[int, Profile] = {}
    for naming in find_namings(register):
        meant = [s.profile for s in speeches if _is_meant(s, naming, register)]
        if not meant:
            continue
        person = register.person_called(naming.name)
        person = named.get(person.number, person)
        if naming.kind is SpeakerKind.PSEUDONYMOUS:
            person = replace(person, voice=replace(person.voice, kind=naming.kind))
        whole = replace(
            person,
            roles=person.roles.union(*(p.roles for p in meant)),
            gender=person.gender or next((p.gender for p in meant if p.gender), ""),
        )
        named |= dict.fromkeys((person.number, *(p.number for p in meant)), whole)
    return [
        replace(s, profile=named.get(s.profile.number, s.profile)) for s in speeches
    ]


def find_namings(register: Register) -> Iterator[Naming]:
    """Yield every place of a page where somebody described is given a name."""
    analysis, sources = register.analysis, register.words.sources
    for index, sentence in enumerate(analysis.sentences):
        text, tokens = sentence.span.quote(analysis.text), analysis.words(sentence)
        for kind, is_short, pattern in _patterns(sources):
            for found in pattern.finditer(text):
                name = _plain_name(found["name"], register, is_short=is_short)
                end = sentence.span.start + found.start()
                before = [t for t in tokens if t.span.end <= end][-LONGEST:]
                told = _description(before, sources) if name else None
                if name and told:
                    yield _naming(index, told, name, kind, register)


def _naming(
    index: int,
    told: Sequence[Token],
    name: str,
    kind: SpeakerKind,
    register: Register,
) -> Naming:
    sources = register.words.sources
    head = told[0] if told[0].lower in sources.ordinals else head_of(told, sources)
    is_again = told[0].lower in sources.definite and told[0] is not head
    words = Span(told[1].span.start, head.span.end) if is_again else None
    known_as = words.quote(register.analysis.text).lower() if words else ""
    return Naming(index, head.span, name, kind, known_as)


@once
def _patterns(sources: SourceWords) -> tuple[Pattern, ...]:
    callers = "|".join(map(re.escape, sources.callers))
    naming = "|".join(map(re.escape, sources.naming))
    called = re.compile(rf",? whom [^,.;:]{{1,40}}? (?:{callers}) {NAME}")
    given = re.compile(rf"(?:,| [-–—])? (?:{naming}) {NAME}")
    beside = re.compile(rf", {NAME}{ENDS}")
    is_he = re.compile(rf" (?:is|was) {NAME}{ENDS}")
    return (
        (SpeakerKind.PSEUDONYMOUS, True, called),
        (SpeakerKind.NAMED, True, given),
        (SpeakerKind.NAMED, False, beside),
        (SpeakerKind.NAMED, False, is_he),
    )


def _plain_name(told: str, register: Register, *, is_short: bool) -> str | None:
    """Return the name of a person without titles; None for any other name.

    Args:
        is_short: whether one word is enough; it always is behind a title.
    """
    sources = register.words.sources
    words = told.rstrip(".").split()
    titles = sources.titles | sources.forms_of_address | sources.ranks.keys()
    first = next(
        (n for n, w in enumerate(words) if w.lower().rstrip(".") not in titles), None
    )
    if first is None:
        return None
    name = " ".join(words[first:])
    lower = {word.lower() for word in words[first:]}
    nobody = register.places | sources.times | sources.openings
    nobody |= sources.organisation_words | sources.persons
    if lower & nobody or register.known.has(name):
        return None
    return name if first or is_short or len(words) > 1 else None


def _description(
    before: Sequence[Token], sources: SourceWords
) -> tuple[Token, ...] | None:
    """Return the words right before a name that describe one person, else None.

    They go back to a determiner or to `one of`, over no verb but a participle.
    """
    if before and before[-1].lower in sources.singular_pronouns:
        return (before[-1],) if len(before) == 1 else None
    opening = sources.indefinite | sources.definite | sources.possessives
    held: list[Token] = []
    for place in range(len(before) - 1, -1, -1):
        token = before[place]
        if token.text == "," or token.text in MARKS:
            return None
        held.insert(0, token)
        if token.lower in sources.ordinals and len(held) > 1:
            return tuple(held) if held[1].lower == "of" else None
        if token.lower in opening and _is_one(held, sources):
            return tuple(held)
        if not _goes_on(before, place):
            return None
    return None


def _is_one(tokens: Sequence[Token], sources: SourceWords) -> bool:
    head = head_of(tokens, sources)
    return head.lemma in sources.persons and head.lower == head.lemma


def _goes_on(tokens: Sequence[Token], place: int) -> bool:
    token = tokens[place]
    is_participle = token.pos == "VERB" and token.lower.endswith(PARTICIPLES)
    behind_noun = place > 0 and tokens[place - 1].pos in ("NOUN", "PROPN")
    return token.pos in GOES_ON or (is_participle and behind_noun)


def _is_meant(speech: Speech, naming: Naming, register: Register) -> bool:
    """Tell whether a voice is the one that gets the name."""
    profile, source = speech.profile, speech.cue.source
    if profile.voice.kind not in UNNAMED or profile.group or source is None:
        return False
    if naming.known_as and profile.voice.name.lower() == naming.known_as:
        return True
    text, pronouns = register.analysis.text, register.words.sources.singular_pronouns
    if naming.described.quote(text).lower() in pronouns:
        is_he = source.quote(text).lower() in pronouns
        return is_he and naming.sentence == speech.cue.sentence
    if not source.holds(naming.described):
        return False
    phrase = Phrase.read(register.analysis, source, register.words)
    return phrase.head.span == naming.described
