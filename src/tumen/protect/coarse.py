"""Make places and dates coarser."""

import calendar
from datetime import date

from tumen.codebook.schema import Codebook, Place
from tumen.records.period import Period


def to_month(period: Period) -> Period:
    """Return the period widened to whole months."""
    first, last = period.first, period.last
    return Period(
        first=first.replace(day=1) if first else None,
        last=_month_end(last) if last else None,
    )


def to_year(period: Period) -> Period:
    """Return the period widened to whole years."""
    first, last = period.first, period.last
    return Period(
        first=date(first.year, 1, 1) if first else None,
        last=date(last.year, 12, 31) if last else None,
    )


def to_region(place: str | None, codebook: Codebook) -> str | None:
    """Return the region or country a place lies in; None when it is not listed."""
    known = _by_name(codebook)
    found = known.get(place or "")
    while found is not None:
        if found.region:
            return found.region
        if found.level in ("region", "country", "world"):
            return found.name
        found = known.get(found.within or "")
    return None


def to_country(place: str | None, iso: str | None, codebook: Codebook) -> str | None:
    """Return the country a place lies in; None when it is not listed."""
    known = _by_name(codebook)
    found = known.get(place or "")
    while found is not None:
        if found.level in ("country", "world"):
            return found.name
        found = known.get(found.within or "")
    countries = (
        p.name for p in codebook.places if p.level == "country" and p.iso == iso
    )
    return next(countries, None) if iso else None


def is_national(place: str | None, codebook: Codebook) -> bool:
    """Tell whether a place is a whole country or the world, as listed."""
    found = _by_name(codebook).get(place or "")
    return found is not None and found.level in ("country", "world")


def _by_name(codebook: Codebook) -> dict[str, Place]:
    known: dict[str, Place] = {}
    for place in codebook.places:
        for name in (place.name, *(n for names in place.names.values() for n in names)):
            known.setdefault(name, place)
    return known


def _month_end(day: date) -> date:
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])
