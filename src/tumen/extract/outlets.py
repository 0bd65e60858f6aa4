"""The outlets that words came through."""

from tumen.codebook.words_voices import VoiceWords
from tumen.extract.analysis import Analysis
from tumen.extract.known_names import KnownNames
from tumen.extract.source_phrase import Phrase
from tumen.records.span import Span


def outlet_of(
    source: Span | None, analysis: Analysis, known: KnownNames, words: VoiceWords
) -> str | None:
    """Return the outlet a phrase names, canonical when listed, else None.

    Media without a name are kept as written (`Russian media`).
    """
    if source is None:
        return None
    phrase = Phrase.read(analysis, source, words)
    listed = [each for each in known.find(phrase.text) if each.is_outlet]
    if listed:
        return listed[0].name
    unlisted = phrase.outlet_name()
    if unlisted:
        return unlisted
    names_media = phrase.head.lower in words.sources.media
    return phrase.name if names_media and not phrase.is_definite else None
