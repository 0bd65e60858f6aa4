"""A text under construction that tells where each part stands."""

from tumen.records.span import Span


class Canvas:
    """A text under construction; parts are written one after the other."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0

    def write(self, part: str, before: str) -> Span:
        """Append a part after a separator and return where it stands."""
        lead = before if self._length else ""
        self._parts += [lead, part]
        start = self._length + len(lead)
        self._length = start + len(part)
        return Span(start, self._length)

    @property
    def text(self) -> str:
        """Return what was written so far."""
        return "".join(self._parts)
