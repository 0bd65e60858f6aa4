"""Descriptions that a page gives a name: `a former cook, Mr X`, `whom we call X`."""

import re
from collections.abc import Collection, Iterator, Sequence
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


@dataclass(frozen=True, slots=True)
class Wording:
    """Words that stand between a description and a name.

    Args:
        kind: what the name is.
        is_short: whether one word is name enough.
        may_be_far: whether other nouns may stand between (`a cook at the camp, whom`).
    """

    kind: SpeakerKind
    is_short: bool
    may_be_far: bool
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Naming:
    """Words that describe somebody, and the name that is given beside them.

    Args:
        sentence: index in `Analysis.sentences`.
        described: the noun, or the pronoun, that stands for the person.
        known_as: the description without its determiner, in lower case, where it may
            have been read right before (`the owner`); else empty.
    """

    sentence: int
    described: Span
    name: str
    kind: SpeakerKind
    known_as: str = ""


def join_named(speeches: Sequence[Speech], register: Register) -> list[Speech]:
    """Return the voices of a page, each description with the name given beside it.

    Whoever else is called so keeps what the page calls them: `a worker` elsewhere is
    another one. Later words for the same voice get the name where they are definite.
    """
    joined = list(speeches)
    for naming in find_namings(register):
        meant = {n for n, s in enumerate(joined) if _is_meant(s, naming, register)}
        if not meant:
            continue
        meant |= set(_following(joined, meant, naming, register))
        person = _person(naming, [joined[n].profile for n in sorted(meant)], register)
        joined = [
            replace(speech, profile=person)
            if n in meant or speech.profile.number == person.number
            else speech
            for n, speech in enumerate(joined)
        ]
    return joined


def _person(
    naming: Naming, described: Sequence[Profile], register: Register
) -> Profile:
    """Return the person of a name with all that the descriptions tell."""
    person = register.person_called(naming.name)
    if naming.kind is SpeakerKind.PSEUDONYMOUS:
        person = replace(person, voice=replace(person.voice, kind=naming.kind))
    return replace(
        person,
        roles=person.roles.union(*(profile.roles for profile in described)),
        gender=person.gender or next((p.gender for p in described if p.gender), ""),
    )


def find_namings(register: Register) -> Iterator[Naming]:
    """Yield every place of a page where somebody described is given a name."""
    analysis, sources = register.analysis, register.words.sources
    for index, sentence in enumerate(analysis.sentences):
        text, tokens = sentence.span.quote(analysis.text), analysis.words(sentence)
        for wording in _wordings(sources):
            for found in wording.pattern.finditer(text):
                name = _plain_name(found["name"], register, wording.is_short)
                end = sentence.span.start + found.start()
                before = [t for t in tokens if t.span.end <= end][-LONGEST:]
                told = _description(before, sources, wording) if name else None
                if name and told:
                    yield _naming(index, told, name, wording.kind, register)
        opening = _he_is(sources).match(text)
        if opening is not None and _is_again(opening["name"], analysis.text):
            name = _plain_name(opening["name"], register, False)
            at = sentence.span.start
            if name:
                yield Naming(
                    index, Span(at, at + opening.end("he")), name, SpeakerKind.NAMED
                )


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
def _wordings(sources: SourceWords) -> tuple[Wording, ...]:
    callers = "|".join(map(re.escape, sources.callers))
    naming = "|".join(map(re.escape, sources.naming))
    whom = "|".join(map(re.escape, sources.whom))
    of_people = "|".join(map(re.escape, sources.naming_people))
    called = re.compile(rf",? (?:{whom}) [^,.;:]{{1,40}}? (?:{callers}) {NAME}")
    who = re.compile(rf"(?:,| [-–—])? (?:{of_people}) {NAME}")
    named = re.compile(rf" (?:{naming}) {NAME}")
    beside = re.compile(rf", {NAME}{ENDS}")
    return (
        Wording(SpeakerKind.PSEUDONYMOUS, True, True, called),
        Wording(SpeakerKind.NAMED, True, True, who),
        Wording(SpeakerKind.NAMED, True, False, named),
        Wording(SpeakerKind.NAMED, False, False, beside),
    )


@once
def _he_is(sources: SourceWords) -> re.Pattern[str]:
    pronouns = "|".join(sorted(sources.singular_pronouns))
    being = "|".join(map(re.escape, sources.being))
    return re.compile(rf"(?P<he>(?i:{pronouns})) (?:{being}) {NAME}{ENDS}")


def _is_again(name: str, text: str) -> bool:
    """Tell whether the page uses a name once more: nobody is `Roman Catholic` twice."""
    return text.count(name.rstrip(".").split()[-1]) > 1


def _plain_name(told: str, register: Register, is_short: bool) -> str | None:
    """Return the name of a person without titles; None for any other name.

    One word is enough behind a title.
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
    before: Sequence[Token], sources: SourceWords, wording: Wording
) -> tuple[Token, ...] | None:
    """Return the words right before a name that describe one person, else None.

    They go back to a determiner or to `one of`, over no verb but a participle, and
    over no other noun but a name, unless the wording is only used of people.
    """
    opening = sources.indefinite | sources.definite | sources.possessives
    held: list[Token] = []
    for place in range(len(before) - 1, -1, -1):
        token = before[place]
        if token.text == "," or token.text in MARKS:
            return None
        held.insert(0, token)
        if token.lower in sources.ordinals and len(held) > 1:
            is_far = wording.may_be_far and held[1].lower == "of"
            return tuple(held) if is_far else None
        if token.lower in opening:
            if _is_one(held, sources) and _is_near(held, sources, wording):
                return tuple(held)
            if not wording.may_be_far:
                return None
        if not _goes_on(before, place):
            return None
    return None


def _is_one(tokens: Sequence[Token], sources: SourceWords) -> bool:
    head = head_of(tokens, sources)
    return head.lemma in sources.persons and head.lower == head.lemma


def _is_near(tokens: Sequence[Token], sources: SourceWords, wording: Wording) -> bool:
    """Tell whether no other noun stands between the person and the name."""
    head = head_of(tokens, sources)
    behind = [t for t in tokens if t.span.start > head.span.start]
    return wording.may_be_far or all(t.pos != "NOUN" for t in behind)


def _goes_on(tokens: Sequence[Token], place: int) -> bool:
    token = tokens[place]
    is_participle = token.pos == "VERB" and token.lower.endswith(PARTICIPLES)
    behind_noun = place > 0 and tokens[place - 1].pos in ("NOUN", "PROPN")
    return token.pos in GOES_ON or (is_participle and behind_noun)


def _is_meant(speech: Speech, naming: Naming, register: Register) -> bool:
    """Tell whether the words for a voice are those that get the name."""
    profile, source = speech.profile, speech.cue.source
    if profile.voice.kind not in UNNAMED or profile.group or source is None:
        return False
    if naming.known_as and profile.voice.name.lower() == naming.known_as:
        return _is_right_before(speech, naming, register)
    text, pronouns = register.analysis.text, register.words.sources.singular_pronouns
    if naming.described.quote(text).lower() in pronouns:
        is_he = source.quote(text).lower() in pronouns
        return is_he and naming.sentence == speech.cue.sentence
    if not source.holds(naming.described):
        return False
    phrase = Phrase.read(register.analysis, source, register.words)
    return phrase.head.span == naming.described


def _is_right_before(speech: Speech, naming: Naming, register: Register) -> bool:
    """Tell whether a voice speaks in the paragraph of a naming or the one before."""
    if speech.cue.sentence > naming.sentence:
        return False
    sentences = register.analysis.sentences
    own = sentences[speech.cue.sentence].paragraph
    return sentences[naming.sentence].paragraph - own <= 1


def _following(
    speeches: Sequence[Speech],
    meant: Collection[int],
    naming: Naming,
    register: Register,
) -> Iterator[int]:
    """Yield the places of later words for the same voice: `he`, `the cook`.

    They end where the page calls somebody else the same (`a cook`).
    """
    numbers = {speeches[n].profile.number for n in meant}
    later = [
        (speech.cue.sentence, n)
        for n, speech in enumerate(speeches)
        if n not in meant
        and speech.profile.number in numbers
        and speech.cue.sentence >= naming.sentence
    ]
    for _, place in sorted(later):
        if not _is_definite(speeches[place], register):
            return
        yield place


def _is_definite(speech: Speech, register: Register) -> bool:
    source, sources = speech.cue.source, register.words.sources
    if source is None:
        return False
    first = source.quote(register.analysis.text).split()[0].lower()
    return first in sources.definite | sources.possessives | sources.singular_pronouns
