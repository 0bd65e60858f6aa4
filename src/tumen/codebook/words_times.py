"""Shape of `languages/<language>/times.toml`."""

import msgspec


class TimeWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Tables of `times.toml`; each field is one key."""
