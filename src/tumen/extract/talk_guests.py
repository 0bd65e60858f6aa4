"""Whom the label of a turn means: a guest, or the host, who speaks for the page."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tumen.codebook.words_voices import SourceWords
from tumen.extract.analysis import Analysis
from tumen.extract.compiled import latest, of_latest, once
from tumen.extract.page_lines import lines_of
from tumen.extract.register import Register
from tumen.extract.talk_labels import Label
from tumen.extract.voices import Called, Profile, Speech
from tumen.records.claim import SpeakerKind, Voice
from tumen.records.span import Span

PERSONS = (SpeakerKind.NAMED, SpeakerKind.PSEUDONYMOUS)
WORD = r"[A-Z](?:\.|[\w'’-]*)"
NAMES = re.compile(rf"(?=\b({WORD}(?: {WORD})+))")
MOST_INITIALS = 3
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
        return interviewed(talk.register, mark.name.start)
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


def interviewed(register: Register, before: int) -> Profile | None:
    """Return who is introduced before a talk: a person of the page, else a name.

    Args:
        before: where the talk begins.
    """
    text, sources = register.analysis.text, register.words.sources
    people = (p for p in register.roll.profiles if p.voice.kind in PERSONS)
    for person in people:
        name = person.voice.name
        is_named = 0 <= _first_end(text, name, None) <= before
        if is_named and not _is_credited(text, name, sources, before):
            return person
    names = (name for name in _presented_before(text, before))
    free = (n for n in names if not _is_credited(text, n, sources, before))
    presented = next(free, None)
    return register.person_called(presented) if presented else None


@of_latest
def _first_end(text: str, name: str, _: None) -> int:
    """Return where a page has first told a name, -1 where it never does."""
    start = text.find(name)
    return start + len(name) if start >= 0 else start


def _presented_before(text: str, place: int) -> Iterator[str]:
    """Yield whom a text presents up to a place, in order."""
    page = lines_of(text)
    number = page.number_at(place)
    yield from (name for line, name in _presented(text) if line < number)
    begun = text[page.starts[number] : place]
    yield from (match.group(1) for match in PRESENTED.finditer(begun))


@latest
def _presented(text: str) -> tuple[tuple[int, str], ...]:
    """Return whom a text presents, each with the number of the line."""
    return tuple(
        (number, match.group(1))
        for number, line in enumerate(lines_of(text).lines)
        for match in PRESENTED.finditer(line)
    )


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
    is_told = is_only and _is_told(talk.analysis.text, role)
    if role not in talk.sources.persons and not is_told:
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


def _is_told(text: str, role: str) -> bool:
    whole, page = re.compile(rf"\b{re.escape(role)}\b"), lines_of(text)
    return any(whole.search(page.lines[n]) for n in page.with_name(role))


@of_latest
def _full_name(text: str, label: str, sources: SourceWords) -> str | None:
    """Return the name as the page spells it out elsewhere, None where it does not."""
    if INITIALS.fullmatch(label):
        return _of_initials(label, text, sources)
    last, page = label.split()[-1], lines_of(text)
    word = re.escape(last)
    spelled = re.compile(rf"(?:{WORD}[ ])+(?i:{word})\b|\b(?i:{word})(?:[ ]{WORD})+")
    names = (
        _trimmed(match.group(), sources)
        for number in page.with_name(last)
        for match in spelled.finditer(page.lines[number])
    )
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
    page = lines_of(text)
    legend = re.compile(
        rf"({WORD}(?: {WORD})+)[^.;:()\n]{{0,120}}\({re.escape(label)}\)"
    )
    told = (legend.search(page.lines[number]) for number in page.with_name(label))
    first = next((match for match in told if match is not None), None)
    if first is not None:
        return first.group(1)
    letters = re.sub(r"[^A-Z]", "", label)
    return _by_initials(text).get(letters) if len(letters) > 1 else None


@latest
def _by_initials(text: str) -> Mapping[str, str]:
    """Return the names of a text by their first letters, the first of each."""
    found: dict[str, str] = {}
    for line in lines_of(text).lines:
        for match in NAMES.finditer(line):
            words = match.group(1).split()
            for count in range(2, min(len(words), MOST_INITIALS) + 1):
                letters = "".join(word[0] for word in words[:count])
                found.setdefault(letters, " ".join(words[:count]))
    return found


def _is_host(label: str, text: str, sources: SourceWords) -> bool:
    """Tell whether a page calls a speaker its host or its own reporter."""
    if set(label.lower().replace(".", "").split()) & sources.hosts:
        return True
    return _is_credited(text, label, sources, len(text))


def _is_credited(text: str, name: str, sources: SourceWords, before: int) -> bool:
    """Tell whether a text says up to a place that somebody makes the page."""
    last, page = name.split()[-1], lines_of(text)
    number = page.number_at(before)
    if _credit_of(text, last, sources) < number:
        return True
    begun = text[page.starts[number] : before]
    return _credits(sources).match(f"{last}\n{begun}") is not None


@of_latest
def _credit_of(text: str, last: str, sources: SourceWords) -> int:
    """Return the number of the first line that credits a name, by its last word.

    The number of lines where none does.
    """
    credits, page = _credits(sources), lines_of(text)
    credited = (
        number
        for number in page.with_name(last)
        if credits.match(f"{last}\n{page.lines[number]}")
    )
    return next(credited, len(page.lines))


@once
def _credits(sources: SourceWords) -> re.Pattern[str]:
    """Match a name, and below it a line that credits it.

    `Presenter: X`, `our reporter X`, `X reports`, `From Riga, X`. The name stands in
    what is searched, not in the pattern, which is made once for all names.
    """
    hosts = sorted(sources.hosts | sources.interviewing, reverse=True)
    tables = (hosts, sources.on_air, sources.signing, sources.signing_places)
    titles, reports, signing, places = ("|".join(map(re.escape, t)) for t in tables)
    last = r"(?i:(?P=last))"
    who = rf"(?:{WORD} ){{0,3}}{last}\b(?: {WORD})?"
    credited = rf"(?i:\b(?:{titles}))[ ]?(?::[ ]*|\()(?:{who})(?=[ ]*(?:[).;|/\n]|$))"
    called = rf"(?i:\b(?:{titles}))[ ]{who}"
    handed = rf"\b{last} (?:{reports})(?!\w)"
    signed = rf"(?i:\b(?:{signing})) {who}|\b(?:{places})\b[^.,\n]{{2,30}}, {who}"
    ended = rf"(?:^|[.!?”\"])[ ]*(?:{WORD} ){{1,3}}{last},(?: {WORD},?)+[.]?[ ]*$"
    told = "|".join((credited, called, handed, signed, ended))
    return re.compile(rf"(?P<last>[^\n]+)\n.*?(?:{told})", re.MULTILINE)
