"""What stands before the words of somebody in a printed talk: `ADA:`, `[Clip: X]`."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tumen.codebook.words_voices import SourceWords
from tumen.extract.compiled import once
from tumen.extract.quotes import OPENING
from tumen.records.span import Span

ASIDE = r"(?:[ ]?\([^)\n]{1,60}\))?"
END = r"(?:\s|$)"
CAPITALS = re.compile(
    r"[\"“]?(?P<names>[A-Z][A-Z.'’-]*(?:,?[ ][A-Z][A-Z.'’-]*){0,7})[\"”]?"
    rf"{ASIDE}:{END}"
)
"""`ADA EXAMPLE:`, `HOST (X):`, `SOUND BITE, FORMER COOK:`, `"MS. EX" (HER VOICE):`."""
TURN = re.compile(r"(?P<names>[A-Z])\.\s(?=\S)")
"""`Q.` and `A.` before a turn."""
ALONE = re.compile(r"\[(?P<names>[A-Z][\w.'’ -]{2,30})\]\s*$")
"""`[NAME]` or `[Reporter]` on a line of its own."""
MIXED = re.compile(
    r"(?P<names>[A-Z][\w.'’-]*?(?:[ ][A-Z][\w.'’-]*?){0,4})"
    rf"(?:,[ ][A-Z][\w ]{{2,30}})?{ASIDE}(?::|\.?[ ]?[.:][ ]?[–—-]){END}"
)
"""`Ada Example:`, `Mr EXAMPLE, Member:`, `Ms Example. -`."""
NAME_ENDS = re.compile(r"[,/(]|\s[–—-]\s|\s\d")
MARKS = " \"“”'‘’«»"
FEWEST_AGAIN = 2
"""A name in small letters before a colon is a label when it comes again."""


@dataclass(frozen=True, slots=True)
class Label:
    """Words before a turn.

    Args:
        name: what names who speaks.
        whole: the label with its marks.
        end: where the words of the turn begin; they may follow in the next paragraph.
        is_clip: True when a recording is played: it is over with its quotation.
        is_alone: True for `[NAME]` on a line of its own, which may be a note.
        is_mixed: True when the name is not in capitals, as many a heading is.
    """

    name: Span
    whole: Span
    end: int
    is_clip: bool = False
    is_alone: bool = False
    is_mixed: bool = False


def find_labels(
    text: str, paragraphs: Sequence[Span], sources: SourceWords
) -> tuple[Label | None, ...]:
    """Return the label of each paragraph, None for one without."""
    starts = (0, *(window.end for window in paragraphs))
    labels = [
        _label_of(text, window, sources) or _label_above(text, start, window, sources)
        for start, window in zip(starts, paragraphs, strict=False)
    ]
    times = Counter(_key(text, label) for label in labels if label is not None)
    return tuple(
        label
        if label and (not label.is_mixed or _is_sure(text, label, times, sources))
        else None
        for label in labels
    )


def _label_above(
    text: str, start: int, window: Span, sources: SourceWords
) -> Label | None:
    """Return the label in brackets on a line between two paragraphs."""
    lines = list(re.finditer(r"\[[^\]\n]+\]", text[start : window.start]))
    for line in reversed(lines):
        above = Span(start + line.start(), start + line.end())
        label = _label_in_brackets(text, above, sources)
        if label is not None:
            return replace(label, end=window.start)
    return None


def _label_in_brackets(text: str, window: Span, sources: SourceWords) -> Label | None:
    clip = _clips(sources).match(text, window.start, window.end)
    if clip is not None:
        is_quoted = text[clip.end() : clip.end() + 1] in OPENING
        is_clip = text[window.start] == "[" or is_quoted
        name = _name_in(clip, sources)
        if not name.quote(text).strip():
            return None  # `[Clip: - 40 s]` names nobody
        return Label(name, Span(*clip.span()), clip.end(), is_clip=is_clip)
    alone = ALONE.match(text, window.start, window.end)
    words = set(alone["names"].lower().split()) if alone else set()
    if alone and (alone["names"].isupper() or words & sources.hosts):
        return Label(_names(alone), window, alone.end(), is_alone=True)
    return None


def _is_sure(
    text: str, label: Label, times: Counter[str], sources: SourceWords
) -> bool:
    words = label.name.quote(text).lower().replace(".", "").split()
    is_called = bool(sources.hosts.intersection(words))
    is_called = is_called or (len(words) > 1 and words[0] in sources.titles)
    return is_called or times[_key(text, label)] >= FEWEST_AGAIN


def _key(text: str, label: Label) -> str:
    """Return by what a label is known again: the last word, or the first (`Kang`)."""
    return label.name.quote(text).lower().split()[-1]


def _label_of(text: str, window: Span, sources: SourceWords) -> Label | None:
    """Return the label before a turn, the plainest kind first."""
    label = _label_in_brackets(text, window, sources)
    if label is not None:
        return label
    match = CAPITALS.match(text, window.start, window.end)
    if match is not None:
        return Label(_name_in(match, sources), Span(*match.span()), match.end())
    match = TURN.match(text, window.start, window.end)
    if match and match["names"] in sources.question_labels | sources.answer_labels:
        return Label(_names(match), Span(*match.span()), match.end())
    match = MIXED.match(text, window.start, window.end)
    return match and Label(
        _names(match), Span(*match.span()), match.end(), is_mixed=True
    )


def _names(match: re.Match[str]) -> Span:
    return Span(*match.span("names"))


@once
def _clips(sources: SourceWords) -> re.Pattern[str]:
    """Match `[Sound bite: Ada Example, lawyer]` and `SOUND BITE, Ada Example:`.

    Brackets may hold who speaks, or in which language: `SOUND BITE (Ada Example):`.
    """
    clips = "|".join(sorted(map(re.escape, sources.clip_labels), reverse=True))
    own = "|".join(sorted(map(re.escape, sources.bracket_clips), reverse=True))
    return re.compile(
        rf"\[(?i:{clips}|{own})\b[,:]?[ ](?P<names>[^\]\n]{{2,90}})\]{END}"
        rf"|(?i:{clips})[ ]\((?P<inside>[^)\n]{{2,90}})\):{END}"
        rf"|(?i:{clips})\b[,:]?[ ](?:\([^)\n]*\)[ ])?(?P<bare>[^:\n]{{2,90}}?):{END}"
    )


def _name_in(match: re.Match[str], sources: SourceWords) -> Span:
    """Return which part of a label names who speaks: `SOUND BITE, FORMER COOK`."""
    groups = match.groupdict()
    group = next(g for g in ("names", "inside", "bare") if groups.get(g))
    start, end = match.span(group)
    while True:
        cut = NAME_ENDS.search(match.string, start, end)
        last = cut.start() if cut else end
        name = match.string[start:last]
        if cut is None or name.strip(MARKS).lower() not in sources.clip_labels:
            break
        start = cut.end()
    left = start + len(name) - len(name.lstrip(MARKS))
    return Span(left, left + max(1, len(name.strip(MARKS))))
