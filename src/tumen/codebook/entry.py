"""The base of every entry of a codebook."""

import msgspec


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Base of all entries: an unknown key is an error."""
