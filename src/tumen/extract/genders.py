"""Whether a voice is a `he` or a `she`, as far as the page tells."""

from collections.abc import Iterable

from tumen.codebook.words_voices import SourceWords
from tumen.extract.source_phrase import Phrase
from tumen.extract.voices import Profile

UNTOLD = ""


def gender_of_words(words: Iterable[str], sources: SourceWords) -> str:
    """Return the gender of the last word that tells one, empty when none does.

    Args:
        words: in lower case.
    """
    told = [
        gender
        for word in words
        for gender, held in sources.genders.items()
        if word.rstrip(".") in held
    ]
    return told[-1] if told else UNTOLD


def gender_of_phrase(phrase: Phrase) -> str:
    """Return the gender that the words for a voice tell: `she`, `the waitress`.

    In `his lawyer` the word for the owner tells nothing.
    """
    owners = phrase.words.possessives if len(phrase.tokens) > 1 else frozenset()
    told = (t for t in phrase.tokens if t.span.start <= phrase.head.span.start)
    return gender_of_words(
        (t.lower for t in told if t.lower not in owners), phrase.words
    )


def gender_of(profile: Profile, sources: SourceWords) -> str:
    """Return the gender of a voice: what was told, else by the form of its name."""
    if profile.gender:
        return profile.gender
    words = profile.voice.name.lower().split()
    by_words = gender_of_words((*words, *sorted(profile.roles)), sources)
    if by_words or len(words) < 2:
        return by_words
    return next(
        (
            gender
            for gender, endings in sources.gender_endings.items()
            if words[-1].endswith(endings)
        ),
        UNTOLD,
    )


def may_be(profile: Profile, gender: str, sources: SourceWords) -> bool:
    """Tell whether a pronoun of some gender may stand for a voice."""
    return gender_of(profile, sources) in (gender, UNTOLD) or not gender
