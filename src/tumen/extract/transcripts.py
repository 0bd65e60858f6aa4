"""Printed talks: who says a paragraph that begins with a name and a colon."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tumen.codebook.words_voices import VoiceWords
from tumen.extract.analysis import Analysis
from tumen.extract.register import Register
from tumen.extract.voices import LABELLED, Cue, Profile, Speech
from tumen.records.claim import SpeakerKind
from tumen.records.span import Span

LABEL = re.compile(
    r"(?P<name>[A-Z][A-Z.'’-]*(?:[ ][A-Z][A-Z.'’-]*){0,3})(?:[ ]?\([^)\n]{1,40}\))?:\s"
)
ALONE = re.compile(r"\[(?P<name>[A-Z][A-Z.'’ -]{2,30})\]\s*$")
"""`[NAME]` on a line of its own."""
PERSONS = (SpeakerKind.NAMED, SpeakerKind.PSEUDONYMOUS)
FEWEST = 2
"""One name and a colon is a heading; two are a talk."""


@dataclass(frozen=True, slots=True)
class Turn:
    """What one person says in a printed talk, label left out."""

    label: Span
    said: Span


def find_turns(analysis: Analysis) -> tuple[Turn, ...]:
    """Return the turns of a printed talk; a paragraph without a label goes on.

    A page with fewer than two labels is no talk and gives none.
    """
    turns: list[Turn] = []
    label: Span | None = None
    labels = 0
    for window in analysis.paragraphs:
        match = LABEL.match(analysis.text, window.start, window.end)
        alone = ALONE.match(analysis.text, window.start, window.end)
        if alone is not None:
            labels += 1
            label = Span(*alone.span("name"))
        elif match is not None and match.end() < window.end:
            labels += 1
            label = Span(*match.span("name"))
            turns.append(Turn(label, Span(match.end(), window.end)))
        elif label is not None:
            turns.append(Turn(label, window))
    return tuple(turns) if labels >= FEWEST else ()


def find_turn_speeches(
    analysis: Analysis, register: Register, words: VoiceWords
) -> Iterator[Speech]:
    """Yield a speech for each turn of a guest; the host speaks for the page."""
    for turn in find_turns(analysis):
        label = turn.label.quote(analysis.text)
        guest = _guest(label, analysis, register, words)
        if guest is None:
            continue
        yield Speech(
            cue=Cue(
                sentence=analysis.sentence_index(turn.said.start),
                anchor=turn.label,
                source=None,
                scope=(turn.said,),
                rule=LABELLED,
            ),
            profile=guest,
        )


def _guest(
    label: str, analysis: Analysis, register: Register, words: VoiceWords
) -> Profile | None:
    """Return who speaks a turn, None for the host; `A:` is who was introduced first."""
    sources = words.sources
    if label in sources.question_labels:
        return None
    if label in sources.answer_labels:
        return next((p for p in register.profiles if p.voice.kind in PERSONS), None)
    name = _full_name(label, analysis)
    if len(label) == 1 or _is_host(label, name, analysis, words):
        return None
    return register.person_called(name)


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
