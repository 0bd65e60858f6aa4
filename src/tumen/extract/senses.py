"""What a word means in the talk of the beat: `vanish` and `run off` are one thing."""

from collections.abc import Mapping, Sequence

from tumen.extract.analysis import Token
from tumen.extract.compiled import once

JOIN = "_"
"""Stands between a word and the one behind it."""

Senses = Mapping[str, Sequence[str]]
"""Base forms by name of the sense, as `senses.toml` lists them."""


def senses_at(senses: Senses, tokens: Sequence[Token], place: int) -> tuple[str, ...]:
    """Return the senses of a word, alone or with the word behind it; may be none."""
    index = _index(senses)
    token = tokens[place]
    found = index.get(token.lemma, ()) or index.get(token.lower, ())
    if place + 1 < len(tokens):
        pair = f"{token.lemma}{JOIN}{tokens[place + 1].lower}"
        found = (*found, *index.get(pair, ()))
    return found


@once
def _index(senses: Senses) -> dict[str, tuple[str, ...]]:
    """Return the senses of each word."""
    found: dict[str, tuple[str, ...]] = {}
    for sense, words in senses.items():
        for word in words:
            found[word] = (*found.get(word, ()), sense)
    return found
