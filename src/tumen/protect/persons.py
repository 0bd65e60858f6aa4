"""Find named people on a page whose names must be masked."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from tumen.protect.names import ListedNames, NameRun
from tumen.protect.policy import Policy, PolicyWords
from tumen.records.document import Document, Role

SENTENCE = re.compile(
    r"(?:[^.!?\n]|[.!?](?!['\"”’)\]]*(?:\s+['\"“‘(\[]?[A-Z]|\s*$)))+[.!?]?"
)
AGE = re.compile(r"\b(\d{1,2})[- ]year[- ]old\b|,\s(\d{1,2}),\s")
INSERTED = re.compile(r",[^,]*,|\([^)]*\)")
WORDS = re.compile(r"[^\W_]+")
JOINED = 60
"""Letters around a name in which words of risk may be joined to it."""
ROLES = (Role.HEADLINE, Role.BODY, Role.CAPTION)

PSEUDONYM = "pseudonym; stays a pseudonym and is never joined across pages"
ARRESTED = "named person under arrest, expelled or held"
FLED = "named person who fled, hides or asked for refuge"
MINOR = "minor"
HELPER = "named person who helps people at risk"
SHORT = "short form of the same name"


@dataclass(frozen=True, slots=True)
class Mask:
    """A name that may not leave, as first printed, and why."""

    start: int
    quote: str
    why: str


def find_masks(
    document: Document, policy: Policy, names: ListedNames
) -> tuple[Mask, ...]:
    """Return the names of a page that may not leave, in order of the text.

    A name is masked when it is stated to be a pseudonym, or stands in one sentence
    with words that put its bearer at risk and with none of a public role; where those
    words are joined to the name, no role helps. Each comes once, as first printed; a
    short form that also stands alone follows it.
    """
    found: dict[str, Mask] = {}
    for mask in _all_masks(document, policy, names):
        found.setdefault(mask.quote, mask)
    full = sorted(found.values(), key=lambda mask: (mask.start, mask.quote))
    masked: dict[str, Mask] = {}
    for mask in full:
        masked.setdefault(mask.quote, mask)
        for short in _short_forms(document, mask, names):
            masked.setdefault(short.quote, short)
    return tuple(masked.values())


def _all_masks(
    document: Document, policy: Policy, names: ListedNames
) -> Iterator[Mask]:
    yield from _risky_authors(document, policy)
    authors = {author.name.casefold() for author in document.authors}
    for block in document.blocks_of(*ROLES):
        text = block.span.quote(document.text)
        for sentence in SENTENCE.finditer(text):
            start = block.span.start + sentence.start()
            for mask in _masks_in(sentence[0], policy, names):
                if mask.why == PSEUDONYM or mask.quote.casefold() not in authors:
                    yield Mask(start + mask.start, mask.quote, mask.why)


def _risky_authors(document: Document, policy: Policy) -> Iterator[Mask]:
    """Yield the authors of whom their own line tells flight, arrest or a pseudonym."""
    byline, words = document.byline_quote or "", policy.words
    told = (
        (words.pseudonym_after, PSEUDONYM),
        (words.fled, FLED),
        (words.arrested, ARRESTED),
    )
    why = next((why for cues, why in told if _has(byline, cues)), None)
    for author in document.authors if why else ():
        yield Mask(max(0, document.text.find(author.name)), author.name, why or "")


def _masks_in(sentence: str, policy: Policy, names: ListedNames) -> Iterator[Mask]:
    runs = tuple(names.runs(sentence))
    for run in runs:
        why = _why(sentence, run, policy)
        if why:
            yield Mask(run.start, run.text, why)


def _why(sentence: str, run: NameRun, policy: Policy) -> str | None:
    """Return why a name must be masked, None when nothing says so."""
    words = policy.words
    after = sentence[run.end : run.end + 40].casefold()
    before = sentence[max(0, run.start - 50) : run.start].casefold()
    if _begins(after, words.pseudonym_after) or _ends(before, words.pseudonym_before):
        return PSEUDONYM
    if run.words < 2:
        return None
    close = sentence[max(0, run.start - policy.near) : run.end + policy.near]
    if _is_minor(sentence[max(0, run.start - 30) : run.end + 20], policy.minor_age):
        return MINOR
    endangered = (words.arrested, ARRESTED), (words.fled, FLED), (words.helping, HELPER)
    found = next((why for cues, why in endangered if _has(close, cues)), None)
    excused = _has(close, words.public_roles) and not _is_joined(sentence, run, words)
    return None if excused else found


def _is_joined(sentence: str, run: NameRun, words: PolicyWords) -> bool:
    """Tell whether words of risk are said of the name itself, not of others near it."""
    after = sentence[run.end : run.end + JOINED].casefold()
    before = sentence[max(0, run.start - JOINED) : run.start].casefold()
    risk = (*words.arrested, *words.fled)
    begun = _any_of(risk).search(after)
    ended = list(_any_of(words.arrested).finditer(before))
    gaps = [after[: begun.start()]] if begun else []
    gaps += [before[ended[-1].end() :]] if ended else []
    return any(_only(gap, words.joining) for gap in gaps)


def _only(gap: str, joining: tuple[str, ...]) -> bool:
    """Tell whether a gap holds joining words only; an inserted role is passed over."""
    plain = INSERTED.sub(" ", gap)
    return all(word in joining for word in WORDS.findall(plain))


def _short_forms(document: Document, mask: Mask, names: ListedNames) -> Iterator[Mask]:
    """Yield first or last words of a name that also stand alone on the page."""
    parts = mask.quote.split()
    if len(parts) < 2 or mask.why == PSEUDONYM:
        return
    alone = {
        run.text
        for block in document.blocks_of(*ROLES)
        for run in names.runs(block.span.quote(document.text))
        if run.words == 1
    }
    for part in dict.fromkeys((parts[0], parts[-1])):
        if part in alone:
            yield Mask(mask.start, part, SHORT)


def _begins(after: str, cues: tuple[str, ...]) -> bool:
    bare = after.lstrip(" ,(–—-[“\"'‘")
    return any(bare.startswith(cue) for cue in cues)


def _ends(before: str, cues: tuple[str, ...]) -> bool:
    bare = before.rstrip(" ,:“\"'‘")
    return any(bare.endswith(cue) for cue in cues)


def _has(text: str, cues: tuple[str, ...]) -> bool:
    return _any_of(cues).search(text.casefold()) is not None


def has_any(text: str, cues: tuple[str, ...]) -> bool:
    """Tell whether one of the lower-case cues stands in the text as whole words."""
    return _has(text, cues)


@cache
def _any_of(cues: tuple[str, ...]) -> re.Pattern[str]:
    choices = "|".join(re.escape(cue) for cue in cues) or r"(?!)"
    return re.compile(rf"(?<!\w)(?:{choices})(?!\w)")


def _is_minor(around: str, minor_age: int) -> bool:
    ages = (found[1] or found[2] for found in AGE.finditer(around))
    return any(int(age) < minor_age for age in ages)


def names_minor(text: str, minor_age: int) -> bool:
    """Tell whether an age below `minor_age` years stands in the text."""
    return _is_minor(text, minor_age)
