"""Shape of `languages/<language>/numbers.toml`."""

import msgspec


class NumberWords(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True
):
    """Tables of `numbers.toml`; each field is one key."""
