"""Give the slots that a person writes the types of the record."""

import math
import re
from collections.abc import Mapping

POSITIONS = ("start", "end")
MOST_DIGITS = 18
"""Of a position; no page is longer."""
GROUPED = re.compile(r"(?<=\d)[, ](?=\d{3}(?!\d))")
"""What parts the digits of a number as pages print it: `3,420`."""
NUMBERS = ("low", "best", "high")
SEPARATORS = {"chain": "<", "flags": ","}
"""What stands between the parts of a list where it is written as text."""


def typed(slots: Mapping[str, object]) -> dict[str, object]:
    """Return slots with the types of the record where a form or command gave text."""
    return {name: _value(name, value) for name, value in slots.items()}


def _value(name: str, value: object) -> object:
    """Return one value; text that is no number stays, and is refused by name later."""
    if name in SEPARATORS:
        text = "" if value is None else value
        return _parts(text, SEPARATORS[name]) if isinstance(text, str) else value
    if not isinstance(value, str):
        return value
    if name in POSITIONS and value.isdecimal() and len(value) <= MOST_DIGITS:
        return int(value)
    return _number(value) if name in NUMBERS else value


def _number(text: str) -> float | str:
    try:
        number = float(GROUPED.sub("", text))
    except ValueError:
        return text
    return number if math.isfinite(number) else text


def _parts(text: str, separator: str) -> list[str]:
    return [part.strip() for part in text.split(separator) if part.strip()]
