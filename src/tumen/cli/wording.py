"""Say a figure, a period and a voice the way they were claimed, in one short cell."""

import datetime

from tumen.records.release import ReleasedClaim, ReleasedEstimate

# How each qualifier is written before a number.
BEFORE = {
    "about": "about ",
    "over": "over ",
    "at_least": "at least ",
    "up_to": "up to ",
    "under": "under ",
}
VAGUE = {
    "vague_dozens": "dozens",
    "vague_hundreds": "hundreds",
    "vague_thousands": "thousands",
}


MOST_LETTERS = 160
"""Longest quote in a table; machine answers have it whole."""


def number(value: float) -> str:
    """Return a number with thousands separated and no needless decimals."""
    return f"{value:,.0f}" if value == round(value) else f"{value:,.4g}"


def figure(claim: ReleasedClaim) -> str:
    """Return the value of a claim as stated, e.g. `over 20,000 persons`."""
    unit = f" {claim.unit}" if claim.unit else ""
    if claim.qualifier in VAGUE:
        return f"{VAGUE[claim.qualifier]} of{unit}" if unit else VAGUE[claim.qualifier]
    if claim.low is not None and claim.high is not None and claim.low != claim.high:
        return f"{number(claim.low)} to {number(claim.high)}{unit}"
    values = [v for v in (claim.best, claim.low, claim.high) if v is not None]
    if not values:
        return "in words" if claim.kind == "figure" else ""
    return f"{BEFORE.get(claim.qualifier or '', '')}{number(values[0])}{unit}"


def band(estimate: ReleasedEstimate) -> str:
    """Return the lowest and highest origin of an answer."""
    low, high = estimate.q05, estimate.q95
    if low is None or high is None:
        return "no number"
    return number(low) if low == high else f"{number(low)} to {number(high)}"


def days(first: datetime.date | None, last: datetime.date | None) -> str:
    """Return a period as short as it can be said: a year, a month, a day or both ends."""
    if first is None or last is None:
        ends = (f"from {first}" if first else "", f"to {last}" if last else "")
        return " ".join(end for end in ends if end)
    if first == last:
        return str(first)
    day_after = last + datetime.timedelta(days=1)
    if (first.month, first.day, day_after.month, day_after.day) == (1, 1, 1, 1):
        years = (first.year, last.year)
        return " to ".join(str(year) for year in sorted(set(years)))
    is_month = first.day == 1 and day_after.day == 1 and first.month == last.month
    if is_month and first.year == last.year:
        return f"{first:%Y-%m}"
    return f"{first} to {last}"


def shorten(text: str, most: int = MOST_LETTERS) -> str:
    """Return a text in one line, cut between words with an ellipsis when too long."""
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    return line[: most - 1].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"


def quoted(claim: ReleasedClaim) -> str:
    """Return the words of a claim in quotation marks, empty when they are withheld."""
    return f"“{shorten(claim.quote)}”" if claim.quote else ""


def voice(claim: ReleasedClaim) -> str:
    """Return who said it, the voice first and the page's outlet last, and how surely."""
    who = " < ".join(claim.chain) or claim.speaker or claim.speaker_kind
    return f"{who} ({claim.hedge})"


def fact(claim: ReleasedClaim) -> str:
    """Return value, period and place of a claim in one cell."""
    when = days(claim.as_of_start, claim.as_of_end)
    return ", ".join(part for part in (figure(claim), when, claim.place) if part)
