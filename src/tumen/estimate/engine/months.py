"""Months of a model: numbers counted from its first month, and back to days."""

import calendar
from datetime import date

MONTHS = 12


def month_number(day: date, first: str) -> int:
    """Return how many months lie between a model's first month and the month of a day.

    Args:
        first: first month of the model (`2005-01`); its own number is 0.
    """
    year, month = (int(part) for part in first.split("-"))
    return (day.year - year) * MONTHS + day.month - month


def month_of(text: str, first: str) -> int:
    """Return the number of a month written as `2017-09`."""
    year, month = (int(part) for part in text.split("-"))
    return month_number(date(year, month, 1), first)


def last_day_of(number: int, first: str) -> date:
    """Return the last day of a month of a model."""
    year, month = (int(part) for part in first.split("-"))
    year, month = divmod(year * MONTHS + month - 1 + number, MONTHS)
    return date(year, month + 1, calendar.monthrange(year, month + 1)[1])
