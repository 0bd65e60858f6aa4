"""Days a statement is about; either end may be open."""

from dataclasses import dataclass
from datetime import date, timedelta

from tumen.errors import FigureError


@dataclass(frozen=True, slots=True)
class Period:
    """First and last possible day, both included; None leaves an end open.

    Raises:
        FigureError: the period ends before it begins.
    """

    first: date | None = None
    last: date | None = None

    def __post_init__(self) -> None:
        if self.first and self.last and self.first > self.last:
            raise FigureError(
                f"period {self.first} to {self.last} ends before it begins",
                "Swap both days, or leave one end open.",
            )

    @property
    def is_open(self) -> bool:
        """True when neither end is known."""
        return self.first is None and self.last is None

    def meets(self, other: "Period", slack_days: int = 0) -> bool:
        """Tell whether both periods overlap or lie within `slack_days` of each other.

        An open end reaches without limit, so an open period meets every other.
        """
        slack = timedelta(days=slack_days)
        begins_late = self.first and other.last and self.first - slack > other.last
        ends_early = self.last and other.first and other.first - slack > self.last
        return not (begins_late or ends_early)
