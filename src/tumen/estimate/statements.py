"""What each origin says about one series in one year."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from tumen.records.amount import Amount, Measure
from tumen.records.claim import Claim
from tumen.records.ids import ClaimId

WHOLE_YEAR_DAYS = 330
"""A flow over fewer days than this speaks only about a part of the year."""


@dataclass(frozen=True, slots=True)
class Statement:
    """The one value an origin gives for one year.

    `low` and `high` are what the words say, None where they leave a side open; for a
    single number both are that number. `day` is the last one it is about, `days` the
    length of its period.
    """

    origin: str
    claim: ClaimId
    low: float | None
    high: float | None
    day: date
    days: int = 1

    @property
    def is_closed(self) -> bool:
        """True when both sides are stated."""
        return self.low is not None and self.high is not None

    @property
    def is_single(self) -> bool:
        """True when the origin states a single number."""
        return self.is_closed and self.low == self.high


def speaks_about(claim: Claim, year: int) -> bool:
    """Tell whether a claim's period touches a calendar year.

    A period open at both ends touches none; one open at one end only the year of
    the end that is known. A flow must lie within the year: what came over two years
    cannot be split.
    """
    first = claim.as_of.first or claim.as_of.last
    last = claim.as_of.last or claim.as_of.first
    if first is None or last is None:
        return False
    if claim.amount.measure is Measure.FLOW:
        return first.year == last.year == year
    return first.year <= year <= last.year


def last_day(claim: Claim) -> date | None:
    """Return the last day a claim is about, as far as it is known."""
    return claim.as_of.last or claim.as_of.first


def years_of(claims: Sequence[Claim]) -> tuple[int, ...]:
    """Return the calendar years that claims touch, oldest first."""
    found: set[int] = set()
    for claim in claims:
        first = claim.as_of.first or claim.as_of.last
        last = last_day(claim)
        if first and last:
            years = range(first.year, last.year + 1)
            found.update(year for year in years if speaks_about(claim, year))
    return tuple(sorted(found))


def one_per_origin(
    claims: Sequence[Claim], origins: Mapping[ClaimId, str], year: int
) -> tuple[Statement, ...]:
    """Return one statement per origin about a year, in the order of their names.

    Where an origin spoke more than once about the year, its newest statement with a
    value counts (by the last day it is about); of equally new ones the one about the
    shortest time, then the one nearest to the fact (first in `claims`).
    """
    best: dict[str, tuple[tuple[date, int, int], Statement]] = {}
    for place, claim in enumerate(claims):
        day = last_day(claim)
        if day is None or not claim.amount.has_value or not speaks_about(claim, year):
            continue
        low, high = _sides(claim)
        origin = origins[claim.id]
        rank = (day, -_days(claim), -place)
        statement = Statement(origin, claim.id, low, high, day, _days(claim))
        if origin not in best or rank > best[origin][0]:
            best[origin] = (rank, statement)
    return tuple(best[origin][1] for origin in sorted(best))


def _sides(claim: Claim) -> tuple[float | None, float | None]:
    """Return low and high as stated; a flow over part of a year has no high."""
    low, high = _stated(claim.amount)
    is_part = claim.amount.measure is Measure.FLOW and _days(claim) < WHOLE_YEAR_DAYS
    return (low, None) if is_part else (low, high)


def _stated(amount: Amount) -> tuple[float | None, float | None]:
    if amount.best is not None:
        return amount.best, amount.best
    return amount.low, amount.high


def _days(claim: Claim) -> int:
    first, last = claim.as_of.first, claim.as_of.last
    return (last - first).days + 1 if first and last else 1
