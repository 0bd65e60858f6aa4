"""Find fixed phrases among tokens."""

from collections.abc import Iterable, Iterator, Sequence

from tumen.extract.analysis import Token


def find_phrases(
    tokens: Sequence[Token], phrases: Iterable[str]
) -> Iterator[tuple[int, int]]:
    """Yield (first, end) of each phrase; the longest wins where several begin."""
    by_first: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases:
        words = tuple(phrase.split())
        by_first.setdefault(words[0], []).append(words)
    lowers = tuple(token.lower for token in tokens)
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
