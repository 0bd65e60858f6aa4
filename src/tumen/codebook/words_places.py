"""Shape of `languages/<language>/places.toml`."""

import msgspec


class PlaceWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Words around place names.

    Args:
        locative: words that, right before a name, say that something is there; a
            capital without one often stands for its government.
        after: words that, right after a capital, say that it stands for a
            government all the same ("in Moscow's view").
    """

    locative: tuple[str, ...]
    after: tuple[str, ...]
