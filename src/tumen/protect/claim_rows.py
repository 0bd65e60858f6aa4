"""Turn claims into rows that may leave."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from tumen.protect.clear import clear, clear_if
from tumen.protect.coarse import to_country, to_month, to_region, to_year
from tumen.protect.risk import SMALL, Guard
from tumen.protect.voices import may_name
from tumen.records.claim import Claim
from tumen.records.release import Cleared, ReleasedClaim
from tumen.records.reviewed import ReviewedClaim, Status

UNNAMED = "unnamed"
PLAIN_SLOTS = frozenset({"amount", "measure", "unit", "qualifier", "hedge", "kind"})
"""Slots whose other readings can hold no name."""

Alternatives = dict[str, tuple[str | float | None, ...]]


def full_row(reviewed: ReviewedClaim, rules: tuple[str, ...] = ()) -> ReleasedClaim:
    """Return a claim complete; `rules` mark what a public release would take out."""
    claim = reviewed.claim
    amount, as_of = claim.amount, claim.as_of
    return ReleasedClaim(
        id=clear(claim.id),
        doc=clear(claim.doc),
        start=claim.span.start,
        end=claim.span.end,
        quote=clear(claim.quote),
        kind=claim.kind.value,
        element=claim.element,
        measure=amount.measure.value,
        low=amount.low,
        best=amount.best,
        high=amount.high,
        unit=amount.unit,
        qualifier=amount.qualifier.value,
        as_of_start=as_of.first,
        as_of_end=as_of.last,
        place=clear_if(claim.place, allowed=True),
        iso=claim.iso,
        population=clear_if(claim.population, allowed=True),
        speaker=clear(claim.speaker.name),
        speaker_kind=claim.speaker.kind.value,
        via=clear_if(claim.via, allowed=True),
        chain=tuple(clear(name) for name in claim.chain),
        hedge=claim.hedge.value,
        flags=claim.flags,
        confidence=round(claim.confidence, 3),
        inherited=_inherited(claim),
        alternatives=_alternatives(claim),
        rule=claim.rule,
        found_by=clear(claim.found_by),
        auto=reviewed.status is Status.PROPOSED,
        status=reviewed.status.value,
        withheld=rules,
    )


def public_row(reviewed: ReviewedClaim, guard: Guard) -> ReleasedClaim:
    """Return a claim about nobody at risk, with its unlisted names taken out."""
    claim, names = reviewed.claim, guard.names
    rules = guard.rules(claim)
    speaker = may_name(claim.speaker, names, guard.policy)
    place = (
        claim.place
        if names.allows(claim.place)
        else to_region(claim.place, guard.places)
    )
    row = replace(
        full_row(reviewed),
        quote=clear_if(claim.quote, allowed=not rules),
        place=clear_if(place, allowed=names.allows(place)),
        population=clear_if(claim.population, allowed=names.allows(claim.population)),
        speaker=clear_if(claim.speaker.name, allowed=speaker),
        via=clear_if(claim.via, allowed=names.allows_name(claim.via)),
        chain=tuple(_link(name, claim, guard) for name in claim.chain),
        flags=_safe_flags(claim, guard),
        unit=claim.amount.unit if names.allows(claim.amount.unit) else None,
        alternatives=_plain(_alternatives(claim)),
        found_by=_finder(claim),
        withheld=rules if speaker else (*rules, "voice"),
    )
    return _without_value(row) if SMALL in rules else row


def risk_row(reviewed: ReviewedClaim, guard: Guard) -> ReleasedClaim:
    """Return what a claim about a person at risk adds to an aggregate, nothing else.

    No words, page, speaker or rule; hiding and escape by year and country, all else
    by month and region. The id is given later.
    """
    claim = reviewed.claim
    annual = guard.is_annual(claim.element)
    place, iso, first, last = coarse_where_when(claim, guard, annual=annual)
    row = replace(
        full_row(reviewed),
        id=clear(""),
        doc=None,
        start=None,
        end=None,
        quote=None,
        as_of_start=first,
        as_of_end=last,
        place=clear_if(place, allowed=True),
        iso=iso,
        unit=claim.amount.unit if guard.names.allows(claim.amount.unit) else None,
        population=clear_if(
            claim.population,
            allowed=claim.population in {p.name for p in guard.codebook.populations},
        ),
        speaker=None,
        via=None,
        chain=(),
        flags=(),
        confidence=None,
        inherited=(),
        alternatives={},
        rule=None,
        found_by=_finder(claim),
        withheld=guard.rules(claim),
    )
    return _without_value(row) if guard.is_small(claim) else row


def coarse_where_when(
    claim: Claim, guard: Guard, *, annual: bool
) -> tuple[str | None, str | None, date | None, date | None]:
    """Return place, iso, first and last day as coarse as the policy asks."""
    period = to_year(claim.as_of) if annual else to_month(claim.as_of)
    place = (
        to_country(claim.place, claim.iso, guard.places)
        if annual
        else to_region(claim.place, guard.places)
    )
    return place, claim.iso, period.first, period.last


def _without_value(row: ReleasedClaim) -> ReleasedClaim:
    return replace(
        row, low=None, best=None, high=None, alternatives={}, flags=(*row.flags, SMALL)
    )


def _link(name: str, claim: Claim, guard: Guard) -> Cleared:
    if name == claim.speaker.name:
        named = may_name(claim.speaker, guard.names, guard.policy)
    else:
        named = guard.names.allows_name(name)
    return clear(name if named else UNNAMED)


def _safe_flags(claim: Claim, guard: Guard) -> tuple[str, ...]:
    """Return the flags without those in which a reviewer wrote a name."""
    return tuple(
        flag for flag in claim.flags if guard.names.allows(flag.replace("_", " "))
    )


def _finder(claim: Claim) -> Cleared:
    """Return who found a claim, without the name of a reviewer or model."""
    return clear(claim.found_by.partition(" ")[0])


def _inherited(claim: Claim) -> tuple[str, ...]:
    return tuple(name for name, slot in claim.slots.items() if slot.inherited_from)


def _alternatives(claim: Claim) -> Alternatives:
    return {
        n: slot.alternatives for n, slot in claim.slots.items() if slot.alternatives
    }


def _plain(alternatives: Mapping[str, tuple[str | float | None, ...]]) -> Alternatives:
    return {name: kept for name, kept in alternatives.items() if name in PLAIN_SLOTS}
