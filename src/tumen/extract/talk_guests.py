"""Whom the label of a turn means: a guest, or the host, who speaks for the page."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tumen.codebook.words_voices import SourceWords
from tumen.extract.analysis import Analysis
from tumen.extract.compiled import of_latest, once
from tumen.extract.register import Register
from tumen.extract.talk_labels import Label
from tumen.extract.voices import Called, Profile, Speech
from tumen.records.claim import SpeakerKind, Voice
from tumen.records.span import Span

PERSONS = (SpeakerKind.NAMED, SpeakerKind.PSEUDONYMOUS)
WORD = r"[A-Z](?:\.|[\w'’-]*)"
INITIALS = re.compile(r"(?:[A-Z]\.?-?){1,3}")
PRESENTED = re.compile(
    rf"({WORD}(?: {WORD}){{1,2}}),? (?:an?|the|who|is|was|has|had)\b"
)
"""`Ada Example, a lawyer`, `Ada Example has represented`."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A paragraph that one person says in a printed talk, label left out."""

    mark: Label
    said: Span

    @property
    def label(self) -> Span:
        """Return the words that name who speaks."""
        return self.mark.name


@dataclass(frozen=True, slots=True)
class Talk:
    """A printed talk and who is known from its page.

    Args:
        mentions: voices that the page names, in order of the text.
        turns: what is said, in order; empty for a page that prints no talk.
        askers: labels of those who ask.
    """

    analysis: Analysis
    register: Register
    sources: SourceWords
    mentions: Sequence[Speech]
    turns: tuple[Turn, ...]
    askers: frozenset[str]


def guest_of(talk: Talk, mark: Label) -> Profile | None:
    """Return who speaks a turn, None for the host; `A:` is who was introduced first.

    Nobody plays a recording of the host. What may be a heading, or a note in brackets,
    needs a name that the page tells.
    """
    text, sources = talk.analysis.text, talk.sources
    called = mark.name.quote(text)
    if called in sources.question_labels or called in talk.askers:
        return None
    if called in sources.answer_labels:
        return interviewed(talk.register, text[: mark.name.start])
    heard = called.lower() in sources.heard_voices and _heard_before(talk, mark.name)
    if heard:
        return heard
    needs_name = mark.is_mixed or mark.is_alone
    name = _full_name(text, called, sources) or _known_name(talk, called)
    is_host = not mark.is_clip and _is_host(called, text, sources)
    if is_host or (name is None and needs_name):
        return None
    return _with_role(talk, called, is_only=mark.is_clip and name is None) or (
        talk.register.person_called(name or called.title())
    )


def remember(talk: Talk, mark: Label) -> None:
    """Cite a guest who was heard, with what the label tells: `the professor` follows."""
    guest = guest_of(talk, mark)
    if guest is None:
        return
    told = re.findall(r"[\w-]+", mark.whole.quote(talk.analysis.text).lower())
    words = {talk.sources.ranks.get(word, word) for word in told}
    talk.register.roll.enrich(guest, frozenset(words & talk.sources.persons))
    talk.register.roll.cite(guest)


def _known_name(talk: Talk, label: str) -> str | None:
    """Return the name of a label that the page spells no further.

    It is that of a person met before (`Lau` for `DR LAU SIEW HONG`), or has a title.
    """
    words = label.lower().replace(".", "").split()
    roll = talk.register.roll
    met = (roll.named(word) for word in words)
    names = (p.voice.name for p in met if p and p.voice.kind in PERSONS)
    fit = (n for n in names if set(n.lower().split()) <= set(words) and not n.isupper())
    known = next(fit, None)
    has_title = len(words) > 1 and words[0] in talk.sources.titles
    is_told = label.isupper() and label.title() in talk.analysis.text
    if known is None and (has_title or is_told):
        return label.title() if label.isupper() else label
    return known


def interviewed(register: Register, before: str) -> Profile | None:
    """Return who is introduced before a talk: a person of the page, else a name."""
    sources = register.words.sources
    people = [p for p in register.roll.profiles if p.voice.kind in PERSONS]
    named = [p for p in people if p.voice.name in before]
    free = [p for p in named if not _is_credited(before, p.voice.name, sources)]
    if free:
        return free[0]
    names = (match.group(1) for match in PRESENTED.finditer(before))
    name = next((n for n in names if not _is_credited(before, n, sources)), None)
    return register.person_called(name) if name else None


def _heard_before(talk: Talk, label: Span) -> Profile | None:
    """Return whose `VOICE` is heard: somebody without a name, named last before."""
    before = (
        s.profile
        for s in reversed(talk.mentions)
        if s.cue.anchor.end <= label.start
        and s.profile.voice.kind is SpeakerKind.ANONYMOUS
        and not s.profile.group
    )
    return next(before, None)


def _with_role(talk: Talk, label: str, *, is_only: bool) -> Profile | None:
    """Return whom a label without a name means (`former cook`), None for a name.

    Args:
        is_only: True when the page tells no name for the label.
    """
    role = label.lower().split()[-1]
    is_word = re.search(rf"\b{re.escape(role)}\b", talk.analysis.text) is not None
    if role not in talk.sources.persons and not (is_only and is_word):
        return None
    roll = talk.register.roll
    known = roll.known(
        lambda p: (
            (role in p.roles or role in p.voice.name.lower().split())
            and not p.group
            and not p.voice.name.isupper()
        )
    )
    voice = Voice(label.lower(), SpeakerKind.ANONYMOUS)
    return known or roll.new(Called(voice, roles=frozenset({role})))


@of_latest
def _full_name(text: str, label: str, sources: SourceWords) -> str | None:
    """Return the name as the page spells it out elsewhere, None where it does not."""
    if INITIALS.fullmatch(label):
        return _of_initials(label, text, sources)
    last = re.escape(label.split()[-1])
    spelled = re.finditer(
        rf"(?:{WORD}[ ])+(?i:{last})\b|\b(?i:{last})(?:[ ]{WORD})+", text
    )
    names = (_trimmed(match.group(), sources) for match in spelled)
    told = (n for n in names if " " in n and not n.isupper() and _is_name(n))
    return next(told, None)


def _is_name(words: str) -> bool:
    return not words.split()[-1].islower()


def _trimmed(name: str, sources: SourceWords) -> str:
    """Leave out what stands before a name: `Reporter Ada Example`, `I'm Ada`."""
    words = name.rstrip(".:,").split()
    before = sources.titles | sources.hosts | sources.persons | sources.openings
    while words and (
        words[0].lower().rstrip(".") in before or "'" in words[0] or "’" in words[0]
    ):
        words = words[1:]
    return " ".join(words)


def _of_initials(label: str, text: str, sources: SourceWords) -> str | None:
    """Return whose initials a label is: `Ada Example, lawyer (A.)`, `Ada Example`."""
    legend = re.search(
        rf"({WORD}(?: {WORD})+)[^.;:()\n]{{0,120}}\({re.escape(label)}\)", text
    )
    if legend is not None:
        return legend.group(1)
    letters = re.sub(r"[^A-Z]", "", label)
    names = (m.group(1) for m in re.finditer(rf"(?=\b({WORD}(?: {WORD})+))", text))
    for name in names:
        words = name.split()[: len(letters)]
        if len(letters) > 1 and [w[0] for w in words] == list(letters):
            return " ".join(words)
    return None


def _is_host(label: str, text: str, sources: SourceWords) -> bool:
    """Tell whether a page calls a speaker its host or its own reporter."""
    if set(label.lower().replace(".", "").split()) & sources.hosts:
        return True
    return _is_credited(text, label, sources)


@of_latest
def _is_credited(text: str, name: str, sources: SourceWords) -> bool:
    """Tell whether somebody makes the page: `Presenter: X`, `our reporter X`, `X reports`."""
    titles, reports, signing, places = _credits(sources)
    last = re.escape(name.split()[-1])
    who = rf"(?:{WORD} ){{0,3}}(?i:{last})\b(?: {WORD})?"
    credited = rf"(?i:\b(?:{titles}))[ ]?(?::[ ]*|\()(?:{who})(?=[ ]*(?:[).;|/\n]|$))"
    called = rf"(?i:\b(?:{titles}))[ ]{who}"
    handed = rf"\b(?i:{last}) (?:{reports})(?!\w)"
    signed = rf"(?i:\b(?:{signing})) {who}|\b(?:{places})\b[^.,\n]{{2,30}}, {who}"
    ended = rf"(?:^|[.!?”\"])[ ]*(?:{WORD} ){{1,3}}(?i:{last}),(?: {WORD},?)+[.]?[ ]*$"
    patterns = (credited, called, handed, signed, ended)
    return any(re.search(pattern, text, re.MULTILINE) for pattern in patterns)


@once
def _credits(sources: SourceWords) -> tuple[str, ...]:
    """Return what stands around the names of those who make a page, as patterns."""
    hosts = sorted(sources.hosts | sources.interviewing, reverse=True)
    tables = (hosts, sources.on_air, sources.signing, sources.signing_places)
    return tuple("|".join(map(re.escape, table)) for table in tables)
