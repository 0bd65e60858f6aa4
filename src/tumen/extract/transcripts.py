"""Printed talks: who says a paragraph that begins with a name and a colon."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from tumen.codebook.words_voices import SourceWords, VoiceWords
from tumen.extract.analysis import Analysis
from tumen.extract.quotes import find_quotes, quote_around
from tumen.extract.register import Register
from tumen.extract.source_phrase import is_abbreviation
from tumen.extract.voices import LABELLED, Called, Cue, Profile, Speech
from tumen.records.claim import SpeakerKind, Voice
from tumen.records.span import Span

LABEL = re.compile(
    r"(?P<names>[A-Z][A-Z.'’-]*(?:,?[ ][A-Z][A-Z.'’-]*){0,7})(?:[ ]?\([^)\n]{1,40}\))?:\s"
)
"""`ADA EXAMPLE:`, `HOST (X):`, `SOUND BITE, FORMER COOK:`."""
TURN = re.compile(r"(?P<names>[A-Z])\.\s(?=\S)")
"""`Q.` and `A.` before a turn."""
ALONE = re.compile(r"\[(?P<name>[A-Z][A-Z.'’ -]{2,30})\]\s*$")
"""`[NAME]` on a line of its own."""
PERSONS = (SpeakerKind.NAMED, SpeakerKind.PSEUDONYMOUS)
FEWEST = 2
"""One name and a colon is a heading; two are a talk."""
FEWEST_QUESTIONS, LONGEST_QUESTION = 3, 30
"""Questions of an interview without labels, and words of one."""


@dataclass(frozen=True, slots=True)
class Turn:
    """What one person says in a printed talk, label left out."""

    label: Span
    said: Span


def find_turns(analysis: Analysis, words: VoiceWords) -> tuple[Turn, ...]:
    """Return the turns of a printed talk; a paragraph without a label goes on.

    A page with fewer than two labels is no talk and gives none.
    """
    turns: list[Turn] = []
    label: Span | None = None
    labels = 0
    for window in analysis.paragraphs:
        match = _label_of(analysis.text, window, words)
        alone = ALONE.match(analysis.text, window.start, window.end)
        if alone is not None:
            labels += 1
            label = Span(*alone.span("name"))
        elif match is not None and match.end() < window.end:
            labels += 1
            label = _name_in(match, words)
            turns.append(Turn(label, Span(match.end(), window.end)))
        elif label is not None:
            turns.append(Turn(label, window))
    return tuple(turns) if labels >= FEWEST else ()


def _label_of(text: str, window: Span, words: VoiceWords) -> re.Match[str] | None:
    """Return the label before a turn."""
    match = LABEL.match(text, window.start, window.end)
    if match is not None:
        return match
    sources = words.sources
    match = TURN.match(text, window.start, window.end)
    is_turn = (
        match and match["names"] in sources.question_labels | sources.answer_labels
    )
    return match if is_turn else None


def _name_in(match: re.Match[str], words: VoiceWords) -> Span:
    """Return which part of a label names who speaks: `SOUND BITE, FORMER COOK`."""
    at = match.start("names")
    parts: list[Span] = []
    for part in match["names"].split(","):
        start = at + len(part) - len(part.lstrip())
        if part.strip().lower() not in words.sources.clip_labels:
            parts.append(Span(start, at + len(part)))
        at += len(part) + 1
    return parts[0] if parts else Span(*match.span("names"))


def find_answers(analysis: Analysis) -> tuple[Span, ...]:
    """Return the paragraphs that answer the questions of an interview without labels.

    A page asks when paragraphs end with a question mark and others follow them; one
    with fewer than three such questions is no interview and gives none.
    """
    windows = analysis.paragraphs
    asks = [_is_question(window.quote(analysis.text)) for window in windows]
    asked = [
        place for place, (ask, other) in enumerate(pairwise(asks)) if ask and not other
    ]
    if len(asked) < FEWEST_QUESTIONS:
        return ()
    return tuple(
        window
        for window, ask in zip(windows[asked[0] :], asks[asked[0] :], strict=True)
        if not ask
    )


def _is_question(paragraph: str) -> bool:
    words = paragraph.strip()
    return words.endswith("?") and len(words.split()) <= LONGEST_QUESTION


def find_turn_speeches(
    analysis: Analysis, register: Register, words: VoiceWords
) -> Iterator[Speech]:
    """Yield a speech for each turn of a guest; the host speaks for the page."""
    turns = find_turns(analysis, words)
    asked = False
    for turn in turns:
        label = turn.label.quote(analysis.text)
        asked = asked or label in words.sources.question_labels
        if label in words.sources.answer_labels and not asked:
            # `A.` before any `Q.` is a letter of a list.
            continue
        guest = _guest(label, analysis, register, words)
        if guest is not None:
            yield _speech(analysis, turn.label, turn.said, guest)
    if not turns:
        yield from _unlabelled(analysis, register)


def _unlabelled(analysis: Analysis, register: Register) -> Iterator[Speech]:
    """Yield the answers of an interview without labels, for the one named before."""
    answers = find_answers(analysis)
    if not answers or not _is_interview(analysis, answers, register.words.sources):
        return
    before = analysis.text[: answers[0].start]
    interviewed = next(
        (
            (profile, before.index(profile.voice.name))
            for profile in register.roll.profiles
            if profile.voice.kind in PERSONS and profile.voice.name in before
        ),
        None,
    )
    if interviewed is None:
        return
    guest, at = interviewed
    named = Span(at, at + len(guest.voice.name))
    for answer in answers:
        yield _speech(analysis, named, answer, guest)


def _is_interview(
    analysis: Analysis, answers: tuple[Span, ...], sources: SourceWords
) -> bool:
    """Tell an interview from a page that answers its own questions.

    Somebody speaks of himself in an answer, quotes aside, or the lines before tell
    of a talk (`spoke with us`, `we talked`).
    """
    quotes = find_quotes(analysis.text, analysis.paragraphs)
    lead = Span(0, answers[0].start)
    spoken = [t for t in analysis.tokens if quote_around(quotes, t.span.start) is None]
    tells = any(
        token.lower in sources.host_pronouns and not is_abbreviation(token)
        for token in spoken
        if lead.holds(token.span)
    )
    return tells or any(
        token.lower in sources.guest_pronouns
        for token in spoken
        if any(answer.holds(token.span) for answer in answers)
    )


def _speech(analysis: Analysis, label: Span, said: Span, guest: Profile) -> Speech:
    cue = Cue(
        sentence=analysis.sentence_index(said.start),
        anchor=label,
        source=None,
        scope=(said,),
        rule=LABELLED,
    )
    return Speech(cue=cue, profile=guest)


def _guest(
    label: str, analysis: Analysis, register: Register, words: VoiceWords
) -> Profile | None:
    """Return who speaks a turn, None for the host; `A:` is who was introduced first."""
    sources = words.sources
    if label in sources.question_labels:
        return None
    if label in sources.answer_labels:
        return next(
            (p for p in register.roll.profiles if p.voice.kind in PERSONS), None
        )
    name = _full_name(label, analysis)
    if len(label) == 1 or _is_host(label, name, analysis, words):
        return None
    return _with_role(label.lower(), register) or register.person_called(name)


def _with_role(label: str, register: Register) -> Profile | None:
    """Return whom a label without a name means (`former cook`), None for a name."""
    role = label.split()[-1]
    if role not in register.words.sources.persons:
        return None
    known = register.roll.known(
        lambda p: role in p.roles and not p.group and not p.voice.name.isupper()
    )
    return known or register.roll.new(
        Called(Voice(label, SpeakerKind.ANONYMOUS), roles=frozenset({role}))
    )


def _full_name(label: str, analysis: Analysis) -> str:
    """Return the name as the page spells it out elsewhere, else the label."""
    last = label.split()[-1].capitalize()
    spelled = re.search(
        rf"(?:[A-Z][\w’'-]+[ ])+{re.escape(last)}\b|\b{re.escape(last)}(?:[ ][A-Z][\w-]+)+",
        analysis.text,
    )
    return spelled.group() if spelled else label.title()


def _is_host(label: str, name: str, analysis: Analysis, words: VoiceWords) -> bool:
    """Tell whether the page calls a speaker its host (`Presenter: X`, `HOST (X)`)."""
    hosts = words.sources.hosts
    if set(label.lower().split()) & hosts:
        return True
    titles = "|".join(sorted(hosts))
    signing = "|".join(sorted(words.sources.signing))
    last = re.escape(label.split()[-1])
    called = rf"\b(?:{titles})\b[ ]?[:(][^\n)]{{0,40}}\b{last}\b"
    signed = rf"\b(?:{signing})\b[^.\n]{{0,30}}\b{last}\b"
    return re.search(f"{called}|{signed}", analysis.text, re.IGNORECASE) is not None
