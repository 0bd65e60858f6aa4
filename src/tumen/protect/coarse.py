"""Make places and dates coarser."""

import calendar
from collections.abc import Mapping
from datetime import date

from tumen.codebook.place_index import known_places
from tumen.codebook.schema import Codebook, Place
from tumen.records.period import Period

Places = Mapping[str, Place]


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


def to_region(place: str | None, known: Places) -> str | None:
    """Return the region or country a place lies in; None when it is not listed."""
    found = known.get(place or "")
    while found is not None:
        if found.region:
            return found.region
        if found.level in ("region", "country", "world"):
            return found.name
        found = known.get(found.within or "")
    return None


def to_country(place: str | None, iso: str | None, known: Places) -> str | None:
    """Return the country a place lies in; None when it is not listed."""
    found = known.get(place or "")
    while found is not None:
        if found.level in ("country", "world"):
            return found.name
        found = known.get(found.within or "")
    countries = (
        p.name for p in known.values() if p.level == "country" and p.iso == iso
    )
    return next(countries, None) if iso else None


def is_national(place: str | None, known: Places) -> bool:
    """Tell whether a place is a whole country or the world, as listed."""
    found = known.get(place or "")
    return found is not None and found.level in ("country", "world")


def list_places(codebook: Codebook) -> Places:
    """Return the places of a codebook by every name they have."""
    known: dict[str, Place] = {}
    for place in codebook.places:
        for name in (place.name, *(n for names in place.names.values() for n in names)):
            known.setdefault(name, place)
    # A town of the gazetteer is known so that it can be coarsened, never to be let out.
    return {**known_places(codebook), **known}


def _month_end(day: date) -> date:
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])
