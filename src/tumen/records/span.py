"""Where words stand in a document."""

from dataclasses import dataclass

from tumen.errors import ClaimRefused


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch of text, counted in code points of `Document.text`.

    Args:
        start: first code point, >= 0.
        end: one past the last code point, > start.

    Raises:
        ClaimRefused: the stretch is empty or begins before the text.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ClaimRefused(
                f"span {self.start}-{self.end} is empty or begins before the text",
                "Give a start of 0 or more and an end after it.",
            )

    def quote(self, text: str) -> str:
        """Return the exact words; raise ClaimRefused when the text is shorter."""
        if self.end > len(text):
            raise ClaimRefused(
                f"span {self.start}-{self.end} ends after the text "
                f"({len(text)} characters)",
                "The page was read again since. Run: tumen run CASE",
            )
        return text[self.start : self.end]

    def holds(self, other: "Span") -> bool:
        """Tell whether the other span lies inside this one."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: "Span") -> bool:
        """Tell whether both spans share at least one character."""
        return self.start < other.end and other.start < self.end
