"""Tell whether two unnamed voices could be one."""

import re
from collections.abc import Iterable
from itertools import combinations

from tumen.records.claim import Claim, SpeakerKind

WORD = re.compile(r"\w+")
SHARED = 0.5
"""Smallest share of common words (Jaccard) of two profiles that are alike."""


def profile_words(name: str) -> frozenset[str]:
    """Return the words that describe an unnamed voice."""
    return frozenset(WORD.findall(name.casefold()))


def same_profile(first: str, second: str) -> bool:
    """Tell whether two descriptions are too alike to be told apart.

    They are when one says nothing more than the other, or when at least half of
    their words are the same: "a resident of Tomsk" and "second source, a resident
    of Tomsk" may be two people or one.
    """
    a, b = profile_words(first), profile_words(second)
    if not a or not b:
        return True
    return a <= b or b <= a or len(a & b) >= SHARED * len(a | b)


def sources_independent(claims: Iterable[Claim]) -> str | None:
    """Return `unknown` when a page cites two unnamed voices of one profile.

    Args:
        claims: all claims of one document.

    Returns:
        None when the page raises no such question; the answer is never yes: two
        voices alike on one page may be one, two friends, or two strangers.
    """
    unnamed = sorted(
        {c.speaker.name for c in claims if c.speaker.kind is SpeakerKind.ANONYMOUS}
    )
    pairs = combinations(unnamed, 2)
    return "unknown" if any(same_profile(a, b) for a, b in pairs) else None
