"""Shape of `languages/<language>/voices.toml`."""

import msgspec


class VoiceWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Tables of `voices.toml`; each field is one key."""
