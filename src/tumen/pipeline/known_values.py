"""Hold what a person types into a claim against the lists and the page.

What neither knows is refused. What only the page knows is taken, and it is said what
that means.
"""

import difflib
from collections.abc import Callable, Iterable, Mapping
from datetime import date

from tumen.codebook.gazetteer import open_towns
from tumen.codebook.place_index import known_places
from tumen.codebook.schema import Codebook
from tumen.corroborate.voices import ORIGIN_FLAG
from tumen.errors import DecisionError
from tumen.extract.anchors import cuts_words
from tumen.extract.compiled import once
from tumen.extract.frame import LANGUAGE
from tumen.extract.populations import find_populations
from tumen.extract.proposed_page import ProposedPage
from tumen.extract.proposed_slots import FLAGS
from tumen.records.claim import ARTICLE_VOICE, Claim
from tumen.records.document import Document
from tumen.records.span import Span
from tumen.score.slots import DATE_FROM_REPRINT, TRUNCATED

KNOWN_FLAGS = (*FLAGS, TRUNCATED, DATE_FROM_REPRINT)
"""What a claim may be flagged as, besides where a row of a table is from."""

FIRST_YEAR, LAST_YEAR = 1900, 2100
"""No page speaks of workers rented out in other years."""

ENDS = ("as_of_start", "as_of_end")
NEAR = 0.7
"""Likeness from which on a listed name may be meant."""

MOST_NEAR = 3

Check = Callable[[str, ProposedPage], str | None]


def check_values(
    slots: Mapping[str, object], document: Document, codebook: Codebook
) -> tuple[str, ...]:
    """Return what is taken though no list has it, in words for the reader.

    Args:
        slots: what a person sets, by JSON slot names; one that is cleared is not asked.

    Raises:
        DecisionError: neither a list nor the page knows a place, group or country; a
            year is none that a page speaks of; a flag is in no list.
    """
    page = ProposedPage(document, codebook)
    _check_flags(slots.get("flags"))
    given = {name: value for name, value in slots.items() if isinstance(value, str)}
    notes = [check(given[name], page) for name, check in CHECKS if name in given]
    days = [given[name] for name in ENDS if name in given]
    return tuple(note for note in (*notes, _days_note(days, page)) if note)


def check_country(claim: Claim, codebook: Codebook) -> None:
    """Raise DecisionError for a listed place in another country than the claim says.

    A place in several countries, or one without a known country, contradicts none.
    """
    place = known_places(codebook).get(claim.place or "")
    if place is None or None in (place.iso, claim.iso) or place.iso == claim.iso:
        return
    raise DecisionError(
        f"{claim.doc}, {claim.quote!r}: {place.name} lies in {place.iso}, "
        f"not in {claim.iso}",
        f"Leave the country at {place.iso}, or change or clear the place as well.",
    )


def _check_flags(flags: object) -> None:
    """Raise DecisionError for a flag that no list has and no rule knows."""
    for flag in flags if isinstance(flags, list | tuple) else ():
        text = str(flag)
        is_origin = text.startswith(ORIGIN_FLAG) and text != ORIGIN_FLAG
        if text in KNOWN_FLAGS or is_origin or not text.strip():
            continue
        near = [repr(each) for each in _near(text, KNOWN_FLAGS)]
        meant = f"Did you mean {_or(near)}?" if near else ""
        listed = f"Use one of: {', '.join(KNOWN_FLAGS)}."
        raise DecisionError(f"no flag is called {text!r}", meant or listed)


def _place(name: str, page: ProposedPage) -> str | None:
    known = known_places(page.codebook)
    if name in known:
        return None
    meant = _spellings(page.codebook).get(name.casefold())
    if meant is None and name in _small_places(page.codebook):
        regions = _small_places(page.codebook)[name]
        raise DecisionError(
            f"{name} is a small place: claims name the region it lies in",
            f"Write {_or(regions)}.",
        )
    if meant is None and _is_on(name, page):
        return (
            f"{name!r} is in no list of places: it is taken as the page writes it, and "
            "nothing tells where it lies."
        )
    near = [meant] if meant else _near(name, known)
    raise _unknown("a place", name, near)


def _group(name: str, page: ProposedPage) -> str | None:
    listed = [people.name for people in page.codebook.populations]
    if name in listed:
        return None
    whole = Span(0, len(name))
    found = find_populations(name, 0, len(name), page.codebook, LANGUAGE)
    meant = [mention.name for mention in found if mention.span == whole]
    if not meant and _is_on(name, page):
        return (
            f"{name!r} is in no list of groups: it is taken as the page writes it, and "
            "answers about a listed group leave it out."
        )
    raise _unknown("a group", name, meant or _near(name, listed))


def _country(code: str, page: ProposedPage) -> str | None:
    countries = {
        place.iso: place.name.casefold()
        for place in page.codebook.places
        if place.iso and place.level == "country"
    }
    if code in countries:
        return None
    wanted = code.casefold()
    for iso, name in countries.items():
        if wanted in (iso.casefold(), name):
            raise DecisionError(f"{code!r} is no country code", f"Write {iso}.")
    return f"{code!r} is the code of no country that is listed."


def _voice(name: str, page: ProposedPage) -> str | None:
    unnamed = page.codebook.languages[LANGUAGE].voices.unnamed_voice
    known = {ARTICLE_VOICE, unnamed, *page.bodies, *page.voices}
    if name in known or page.span_of(name, 0) is not None:
        return None
    return f"{name!r} does not stand on the page: it is taken as you wrote it."


def _year(day: str, page: ProposedPage) -> str | None:
    try:
        year = date.fromisoformat(day).year
    except ValueError:
        return None  # refused by name where the slot is filled
    if FIRST_YEAR <= year <= LAST_YEAR:
        return None
    raise DecisionError(
        f"{page.document.name} cannot speak of the year {year}",
        f"Give a year from {FIRST_YEAR} to {LAST_YEAR}.",
    )


CHECKS: tuple[tuple[str, Check], ...] = (
    ("place", _place),
    ("population", _group),
    ("iso", _country),
    ("speaker", _voice),
    ("via", _voice),
    *((end, _year) for end in ENDS),
)


def _days_note(days: Iterable[str], page: ProposedPage) -> str | None:
    wanted = dict.fromkeys(days)
    if not wanted:
        return None
    known = {str(end) for period in page.periods for end in (period.first, period.last)}
    unread = [day for day in wanted if day not in known]
    if not unread:
        return None
    return f"No words of the page read as {_or(unread)}: taken as you wrote it."


def _unknown(what: str, name: str, near: Iterable[str]) -> DecisionError:
    listed = [repr(each) for each in near]
    return DecisionError(
        f"neither a list nor the page knows {name!r} as {what}",
        (f"Did you mean {_or(listed)}? Else w" if listed else "W")
        + "rite it as the page does, or leave it empty.",
    )


def _near(name: str, listed: Iterable[str]) -> list[str]:
    small = {each.casefold(): each for each in listed}
    near = difflib.get_close_matches(name.casefold(), small, n=MOST_NEAR, cutoff=NEAR)
    return [small[each] for each in near]


def _or(names: Iterable[str]) -> str:
    return " or ".join(names)


def _is_on(name: str, page: ProposedPage) -> bool:
    """Tell whether a name stands on a page, in a menu or caption as well."""
    text = page.document.text
    return any(not cuts_words(span, text) for span in page.words.find(name))


@once
def _spellings(codebook: Codebook) -> dict[str, str]:
    """Return the names of places by all their spellings in small letters."""
    found = {name.casefold(): name for name in known_places(codebook)}
    for place in codebook.places:
        for names in place.names.values():
            for name in names:
                found.setdefault(name.casefold(), place.name)
    return found


@once
def _small_places(codebook: Codebook) -> dict[str, list[str]]:
    """Return where the places lie that claims do not name, by their names.

    That is a region, or a country where no region is known.
    """
    if codebook.gazetteer is None:
        return {}
    countries = {
        place.iso: place.name for place in codebook.places if place.level == "country"
    }
    found: dict[str, list[str]] = {}
    for names in open_towns(codebook.gazetteer.packed).by_name.values():
        for name, towns in names.items():
            regions = (town.region or countries.get(town.iso) for town in towns)
            found[name] = list(dict.fromkeys(r for r in regions if r))
    return found
