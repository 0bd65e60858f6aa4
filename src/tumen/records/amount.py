"""A figure as written: its bounds are never invented."""

from dataclasses import dataclass
from enum import StrEnum

from tumen.errors import FigureError


class Measure(StrEnum):
    """What a number measures."""

    STOCK = "stock"
    FLOW = "flow"
    RATE = "rate"
    SHARE = "share"
    MONEY = "money"
    DURATION = "duration"
    COUNT = "count"
    NONE = "none"


class Qualifier(StrEnum):
    """How the words bound a number."""

    EXACT = "exact"
    ABOUT = "about"
    OVER = "over"
    AT_LEAST = "at_least"
    UP_TO = "up_to"
    UNDER = "under"
    BETWEEN = "between"
    VAGUE_DOZENS = "vague_dozens"
    VAGUE_HUNDREDS = "vague_hundreds"
    VAGUE_THOUSANDS = "vague_thousands"
    NONE = "none"


BOUNDS = ("low", "best", "high")

# Which of low, best, high each qualifier fills; the others stay empty.
FILLED: dict[Qualifier, tuple[bool, bool, bool]] = {
    Qualifier.EXACT: (True, True, True),
    Qualifier.ABOUT: (False, True, False),
    Qualifier.OVER: (True, False, False),
    Qualifier.AT_LEAST: (True, False, False),
    Qualifier.UP_TO: (False, False, True),
    Qualifier.UNDER: (False, False, True),
    Qualifier.BETWEEN: (True, False, True),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """The value of a claim; events, conditions and policies carry an empty one.

    Args:
        low, best, high: filled as the qualifier says, in `unit`; None when unsaid.
        unit: plural English noun or ISO currency, then `/` and a singular period or
            thing (`persons`, `hours/day`, `USD/month`); percent runs from 0 to 100.

    Raises:
        FigureError: bounds that the qualifier does not allow, or low above high.
    """

    measure: Measure = Measure.NONE
    low: float | None = None
    best: float | None = None
    high: float | None = None
    unit: str | None = None
    qualifier: Qualifier = Qualifier.NONE

    def __post_init__(self) -> None:
        values = (self.low, self.best, self.high)
        expected = FILLED.get(self.qualifier, (False, False, False))
        if tuple(value is not None for value in values) != expected:
            given = [
                f"{n} {v:g}"
                for n, v in zip(BOUNDS, values, strict=True)
                if v is not None
            ]
            wanted = [n for n, fills in zip(BOUNDS, expected, strict=True) if fills]
            raise FigureError(
                f"the numbers ({' and '.join(given) or 'none'}) do not fit the "
                f"qualifier {self.qualifier}",
                f"It goes with {' and '.join(wanted) or 'no number'}: fill what the "
                "words say and nothing else.",
            )
        if self.low is not None and self.high is not None and self.low > self.high:
            raise FigureError(
                f"low {self.low:g} is above high {self.high:g}",
                "Read both numbers again.",
            )

    @property
    def has_value(self) -> bool:
        """True when the words state at least one number."""
        return any(v is not None for v in (self.low, self.best, self.high))
