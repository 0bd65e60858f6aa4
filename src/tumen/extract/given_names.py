"""Names that a page gives to people whose real ones it keeps to itself."""

import re
from dataclasses import dataclass

from tumen.codebook.words_voices import SourceWords
from tumen.extract.source_phrase import NAME_RUN

OPENING_MARKS = " \"“‘'«"
NAME = re.compile(r"[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,2}")


@dataclass(frozen=True, slots=True)
class GivenName:
    """A name that is not somebody's own; `at` is where the words that say so begin."""

    name: str
    at: int


def given_name(sentence: str, sources: SourceWords) -> GivenName | None:
    """Return the name that a sentence gives to somebody, None without one.

    It follows (`a man I will call Cheol`) or stands before (`Nam (a pseudonym)`).
    """
    lower = sentence.lower()
    for mark in sources.pseudonym:
        at = lower.find(mark)
        behind = sentence[at + len(mark) :].lstrip(OPENING_MARKS) if at >= 0 else ""
        # `We call him X`: the one who bears the name stands between.
        first, _, rest = behind.partition(" ")
        behind = rest.lstrip(OPENING_MARKS) if first in sources.objects else behind
        found = NAME_RUN.match(behind)
        if found is not None and found.group().lower() not in sources.openings:
            return GivenName(found.group().rstrip("."), at)
    for mark in sources.pseudonym_behind:
        at = lower.find(mark)
        names = NAME.findall(sentence[:at]) if at > 0 else []
        free = [n for n in names if n.lower() not in _no_names(sources)]
        if free:
            return GivenName(free[-1].rstrip(".,"), at)
    return None


def _no_names(sources: SourceWords) -> frozenset[str]:
    pronouns = sources.singular_pronouns | sources.own_pronouns
    return pronouns | sources.openings | sources.definite | sources.indefinite
