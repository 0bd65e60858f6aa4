"""Shape of `languages/<language>/pages.toml`."""

import msgspec


class PageWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Tables of `pages.toml`; each field is one key."""
