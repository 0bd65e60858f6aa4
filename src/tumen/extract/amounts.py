"""Find quantities in a window of text: values, bounds, units, and what they count.

Everything about words is data (`numbers.toml`); nothing here knows a language. The
same reading serves the exact-words gate, so a figure can always be read again from
its own words.
"""

from dataclasses import replace
from functools import lru_cache

from tumen.codebook.words_numbers import NumberWords
from tumen.extract.amounts_changes import lend_changes
from tumen.extract.amounts_clock import read_clock
from tumen.extract.amounts_grammar import Grammar, grammar_of
from tumen.extract.amounts_groups import join_pieces
from tumen.extract.amounts_numbers import read_numbers
from tumen.extract.amounts_quantity import Quantity, Reading
from tumen.extract.amounts_rates import lend_rates
from tumen.extract.amounts_tokens import Pieces, cut
from tumen.extract.amounts_words import read_words
from tumen.extract.compiled import once
from tumen.extract.number_words import read_number

__all__ = ["Quantity", "find_amounts", "find_numbers"]

KEPT = 256
"""Windows whose quantities are kept: the gate reads again what a page was read from."""


def find_amounts(
    text: str, start: int, end: int, words: NumberWords
) -> tuple[Quantity, ...]:
    """Return the quantities of `text[start:end]` in order; spans count `text`.

    Left out, as the annotation guide asks: dates and years, ordinals, ages of single
    people, `one of`, clock times that are no working hours, telephone, resolution
    and list numbers, and number words that only date something (`two years ago`).
    """
    return _read(text, start, end, _Words(words))


class _Words:
    """Let the cache know number words by identity; their dictionaries have no hash."""

    def __init__(self, words: NumberWords) -> None:
        self.words = words

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Words) and other.words is self.words

    def __hash__(self) -> int:
        return id(self.words)


@lru_cache(maxsize=KEPT)
def _read(text: str, start: int, end: int, key: _Words) -> tuple[Quantity, ...]:
    words = key.words
    grammar = grammar_of(words)
    pieces = join_pieces(cut(text, start, end), grammar, text)
    openers = _openers(words)
    found: list[Quantity] = []
    at = 0
    while at < len(pieces):
        if pieces[at].kind != "number" and pieces[at].lower not in openers:
            at += 1
            continue
        reading = (
            read_clock(pieces, at, grammar)
            or read_words(pieces, at, grammar, text)
            or read_numbers(pieces, at, grammar, text)
        )
        if reading is None:
            at += 1
            continue
        found.extend(_numbered(reading, len(found)))
        at = max(reading.end, at + 1)
    return tuple(lend_changes(lend_rates(found, words, text), grammar, text))


@once
def _openers(words: NumberWords) -> frozenset[str]:
    """Return all words and signs with which a quantity without digits can begin."""
    grammar = grammar_of(words)
    tables = (
        grammar.ages,
        grammar.decades,
        grammar.vague,
        grammar.shares,
        grammar.fractions,
        grammar.units,
        grammar.signs,
        grammar.clock_names,
        grammar.clock_parts,
        grammar.repeats,
    )
    numbers = (words.ones, words.tens, words.scales, words.unit_one)
    return frozenset().union(*(table.openers for table in tables), *numbers)


def _numbered(reading: Reading, before: int) -> list[Quantity]:
    """Return the quantities with `twin_of` counted from the first of the window."""
    return [
        quantity
        if quantity.twin_of is None
        else replace(quantity, twin_of=quantity.twin_of + before)
        for quantity in reading.quantities
    ]


def find_numbers(
    text: str, start: int, end: int, words: NumberWords
) -> frozenset[float]:
    """Return every value that can be read in a window, whether it counts or not.

    This is what a person's own claim is held against: ages, years and `one` too.
    """
    grammar = grammar_of(words)
    pieces = join_pieces(cut(text, start, end), grammar, text)
    plain = _plain_values(pieces, grammar)
    for quantity in find_amounts(text, start, end, words):
        plain |= {
            v for v in (quantity.low, quantity.best, quantity.high) if v is not None
        }
    return frozenset(plain)


def _plain_values(pieces: Pieces, grammar: Grammar) -> set[float]:
    values = set()
    for at in range(len(pieces)):
        for signed in (False, True):
            number = read_number(pieces, at, grammar, signed=signed)
            if number is not None and at == number.begin:
                values.add(number.value)
    return values
