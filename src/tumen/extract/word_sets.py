"""Word lists that are asked together, joined once per word table."""

from tumen.codebook.words_voices import SourceWords
from tumen.extract.compiled import once


@once
def cited_things(sources: SourceWords) -> frozenset[str]:
    """Return the words for what is cited and no person: documents, data, bodies."""
    return sources.documents | sources.data | sources.institutions


@once
def cited_words(sources: SourceWords) -> frozenset[str]:
    """Return the words for whatever is cited, people among them."""
    return cited_things(sources) | sources.persons


@once
def written_words(sources: SourceWords) -> frozenset[str]:
    """Return the words for documents and data."""
    return sources.documents | sources.data


@once
def body_words(sources: SourceWords) -> frozenset[str]:
    """Return the words of which one is in the name of most bodies."""
    return sources.institutions | sources.organisation_words


@once
def voice_pronouns(sources: SourceWords) -> frozenset[str]:
    """Return the pronouns that stand for a voice other than the speaker."""
    people = sources.singular_pronouns | sources.plural_pronouns
    return people | sources.thing_pronouns


@once
def roles_before_names(sources: SourceWords) -> frozenset[str]:
    """Return the words that a name follows: titles, and what people are."""
    return sources.titles | sources.persons
