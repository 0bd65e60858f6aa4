"""Shape of `languages/<language>/places.toml`."""

import msgspec


class PlaceWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Words around place names.

    Args:
        locative: words that, right before a name, say that something is there; a
            capital without one often stands for its government.
        state_nouns: nouns of what a state has or gives; beside a capital they say that it
            stands for its government ("in Moscow's view", "orders from Moscow").
        state_links: words between such a noun and the capital.
        state_endings: what, glued to a capital, says the same ("Moscow-backed").
        town_before: words right before a place of the gazetteer; without one of them,
            or a noun below, its name is taken for something else.
        town_nouns: nouns of such places: `the town of X`.
        not_towns: names that are mostly something else (people, months, words).
    """

    locative: tuple[str, ...]
    state_nouns: tuple[str, ...]
    state_links: tuple[str, ...]
    state_endings: tuple[str, ...]
    town_before: tuple[str, ...]
    town_nouns: tuple[str, ...]
    not_towns: frozenset[str]
