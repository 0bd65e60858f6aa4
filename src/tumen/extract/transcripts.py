"""Printed talks: who says a paragraph that begins with a name and a colon."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tumen.codebook.words_voices import VoiceWords
from tumen.extract.analysis import Analysis
from tumen.extract.register import Register
from tumen.extract.voices import LABELLED, Cue, Speech
from tumen.records.span import Span

LABEL = re.compile(
    r"(?P<name>[A-Z][A-Z.'’-]+(?:[ ][A-Z][A-Z.'’-]*){0,3})(?:[ ]?\([^)\n]{1,40}\))?:\s"
)
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
    labels = 0
    for window in analysis.paragraphs:
        match = LABEL.match(analysis.text, window.start, window.end)
        if match is not None and match.end() < window.end:
            labels += 1
            name = Span(*match.span("name"))
            turns.append(Turn(name, Span(match.end(), window.end)))
        elif turns:
            turns.append(Turn(turns[-1].label, window))
    return tuple(turns) if labels >= FEWEST else ()


def find_turn_speeches(
    analysis: Analysis, register: Register, words: VoiceWords
) -> Iterator[Speech]:
    """Yield a speech for each turn of a guest; the host speaks for the page."""
    for turn in find_turns(analysis):
        label = turn.label.quote(analysis.text)
        name = _full_name(label, analysis)
        if _is_host(label, name, analysis, words):
            continue
        yield Speech(
            cue=Cue(
                sentence=analysis.sentence_index(turn.said.start),
                anchor=turn.label,
                source=None,
                scope=(turn.said,),
                rule=LABELLED,
            ),
            profile=register.person_called(name),
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
    last = re.escape(label.split()[-1])
    said = rf"\b(?:{titles})\b[ ]?[:(][^\n)]{{0,40}}\b{last}\b"
    return re.search(said, analysis.text, re.IGNORECASE) is not None
