"""Words of one language, shared by all codebooks; each table is one TOML file.

A table is typed by the module of the same name: `numbers.toml` by
`tumen.codebook.words_numbers`, and so on.
"""

import msgspec

from tumen.codebook.weights import Weights
from tumen.codebook.words_numbers import NumberWords
from tumen.codebook.words_pages import PageWords
from tumen.codebook.words_places import PlaceWords
from tumen.codebook.words_statements import StatementWords
from tumen.codebook.words_times import TimeWords
from tumen.codebook.words_voices import VoiceWords


class Language(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """All word tables of a language.

    Args:
        numbers: number words, qualifiers, units (`numbers.toml`).
        times: months, weekdays, relative expressions (`times.toml`).
        voices: report verbs and nouns, hedges, verb classes (`voices.toml`).
        pages: bylines, datelines, menus, comments (`pages.toml`).
        places: words around place names (`places.toml`).
        statements: clauses, trends, stated unknowns (`statements.toml`).
        senses: words of one meaning, by name of the sense (`senses.toml`).
        learned: weights of models that know no codebook (`learned/*.json`).
    """

    numbers: NumberWords
    times: TimeWords
    voices: VoiceWords
    pages: PageWords
    places: PlaceWords
    statements: StatementWords
    senses: dict[str, tuple[str, ...]]
    learned: dict[str, Weights] = {}
