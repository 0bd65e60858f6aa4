"""Words with a capital that name nobody: places, peoples, days, and listed names."""

from collections.abc import Sequence

from tumen.codebook.schema import Codebook, Institution, Outlet
from tumen.codebook.words_voices import SourceWords
from tumen.extract.analysis import Token
from tumen.extract.compiled import once
from tumen.extract.places import place_words
from tumen.extract.word_sets import voice_pronouns

OPENING = 2
"""A quotation mark and a word open a sentence: that one has a capital anyway."""


@once
def plain_words(codebook: Codebook) -> frozenset[str]:
    """Return the words of a codebook that alone name no body or person it lacks.

    These are the words of places and peoples, in lower case, and names of one word:
    whoever bears one is listed, and is found without a parser.
    """
    entries: tuple[Outlet | Institution, ...]
    entries = (*codebook.outlets, *codebook.institutions)
    listed = (
        name.lower()
        for entry in entries
        for name in (entry.name, *entry.aliases)
        if " " not in name
    )
    words = place_words(codebook)
    return frozenset((*words, *people_words(codebook), *listed))


@once
def people_words(codebook: Codebook) -> frozenset[str]:
    """Return the words of peoples in lower case: `korean`, `koreans`."""
    peoples = {
        word.lower()
        for place in codebook.places
        for adjective in place.adjectives.get("en", ())
        for word in adjective.split()
    }
    return frozenset((*peoples, *(f"{word}s" for word in peoples)))


@once
def _common_words(sources: SourceWords) -> frozenset[str]:
    """Return the common words that may have a capital inside a sentence."""
    articles = sources.definite | sources.indefinite
    spoken = voice_pronouns(sources) | sources.own_pronouns | sources.forms_of_address
    return sources.openings | sources.times | articles | spoken


def may_hold_name(
    tokens: Sequence[Token], plain: frozenset[str], sources: SourceWords
) -> bool:
    """Tell whether a sentence may name a person or a body that no list holds.

    Args:
        tokens: the parsed words of the sentence.
        plain: words that alone name nobody, as `plain_words` gives them.
    """
    common = _common_words(sources)
    return any(
        token.text[0].isupper()
        and (place >= OPENING or token.pos == "PROPN")
        and token.lower not in plain
        and token.lower not in common
        for place, token in enumerate(tokens)
    )
