"""Find which of many strings stand in a long text, in one pass.

The first eight bytes of every string are hashed, and those at every place of the text
as well. Where the hash is that of a string, the bytes are compared; only strings whose
beginning does stand there are searched in full.
"""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

KEY_BYTES = 8
CHUNK_BYTES = 1 << 20
TABLE_BITS = 20
SPREAD = np.uint64(0x9E3779B97F4A7C15)
"""Odd number near 2^64 over the golden ratio: multiplying by it spreads keys evenly
(Knuth 1998, The Art of Computer Programming 3, section 6.4)."""

Keys = NDArray[np.uint64]


def find_strings(strings: Iterable[str], body: bytes) -> frozenset[str]:
    """Return the strings that stand in a text in UTF-8; an empty one stands nowhere."""
    encoded = {string: string.encode("utf-8", "replace") for string in strings}
    keyed = {string: code for string, code in encoded.items() if len(code) >= KEY_BYTES}
    begun = _begun({code[:KEY_BYTES] for code in keyed.values()}, body)
    return frozenset(
        string
        for string, code in encoded.items()
        if code and (string not in keyed or code[:KEY_BYTES] in begun) and code in body
    )


def _begun(keys: set[bytes], body: bytes) -> set[bytes]:
    """Return the keys that stand in the text."""
    if not keys:
        return set()
    numbers = np.frombuffer(b"".join(sorted(keys)), dtype="<u8")
    table = np.zeros(1 << TABLE_BITS, dtype=bool)
    table[_hashed(numbers)] = True
    found: set[bytes] = set()
    for start in range(0, len(body) - KEY_BYTES + 1, CHUNK_BYTES):
        windows = _windows(body, start)
        likely = windows[table[_hashed(windows)]]
        found |= {number.tobytes() for number in np.unique(likely)}
    return keys & found


def _windows(body: bytes, start: int) -> Keys:
    """Return eight bytes as a number, at every place of a chunk."""
    count = min(CHUNK_BYTES, len(body) - KEY_BYTES + 1 - start)
    windows: Keys = np.ndarray((count,), "<u8", body, offset=start, strides=(1,))
    return windows.copy()


def _hashed(numbers: Keys) -> Keys:
    return (numbers * SPREAD) >> np.uint64(64 - TABLE_BITS)
