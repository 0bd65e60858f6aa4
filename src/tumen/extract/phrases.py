"""Find fixed phrases among tokens."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from tumen.extract.analysis import Token
from tumen.extract.compiled import once


def find_phrases(
    tokens: Sequence[Token], phrases: Collection[str]
) -> Iterator[tuple[int, int]]:
    """Yield (first, end) of each phrase; the longest wins where several begin."""
    by_first = _by_first(phrases)
    lowers = tuple([token.lower for token in tokens])
    if by_first.keys().isdisjoint(lowers):
        return
    place = 0
    while place < len(lowers):
        fitting = [
            words
            for words in by_first.get(lowers[place], ())
            if lowers[place : place + len(words)] == words
        ]
        if not fitting:
            place += 1
            continue
        end = place + max(len(words) for words in fitting)
        yield place, end
        place = end


@once
def _by_first(phrases: Collection[str]) -> Mapping[str, Sequence[tuple[str, ...]]]:
    """Return the phrases as words, by their first word."""
    by_first: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases:
        words = tuple(phrase.split())
        by_first.setdefault(words[0], []).append(words)
    return by_first
