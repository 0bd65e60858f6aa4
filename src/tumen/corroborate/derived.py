"""Find numbers made from other numbers: they are no origins of their own.

The machine suggests; a reviewer who knows better rejects the suggestion by correcting
the speaker or the period of the claim.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from itertools import combinations, product

from tumen.corroborate.lineage import Material, nearness
from tumen.corroborate.values import (
    DIGITS,
    has_digits,
    is_garbled,
    numbers,
    signature,
    tolerance,
)
from tumen.records.amount import Measure, Qualifier
from tumen.records.claim import Claim
from tumen.records.group import Relation, RelationKind

STALE_DAYS = 5 * 366
"""For how long a number without a source is taken for the old one repeated."""
EDGE_DAYS = 62
"""How far from the ends of a flow's period the two stocks may be dated."""
LEAST = 1000
"""Differences of smaller numbers meet by chance."""
SERIES_LENGTH = 3
"""How many exact figures must be equal before two series are one."""

Key = tuple[str, ...]


def find_derived(claims: Sequence[Claim], material: Material) -> tuple[Relation, ...]:
    """Return suggestions: claim a is derived from claim b.

    - a number without a source repeats an older one of the same series, even when
      a bound ("at most 37,000 ever") has become a plain number;
    - a flow of 1,000 or more equals, within its rounding and half a percent, the
      difference of two stocks of one element at its start and at its end: 18,500
      returned in 2018 is 30,023 less 11,490 permits.
    """
    return tuple(
        dict.fromkeys([*_stale(claims, material), *_differences(claims, material)])
    )


def find_twin_series(claims: Iterable[Claim], material: Material) -> Mapping[Key, Key]:
    """Return voices whose yearly series are one, each with the voice that heads it.

    Two voices that give the same three or more exact numbers for the same years of
    one element, country and population, and differ in at most a fifth of what both give, read
    from one register.
    """
    series: defaultdict[tuple[object, ...], dict[Key, dict[object, float]]]
    series = defaultdict(dict)
    for claim in claims:
        key = material.sources[claim.id].key
        value = claim.amount.best
        if claim.amount.qualifier is Qualifier.EXACT and value is not None:
            topic = (claim.element, claim.iso, claim.population, claim.amount.unit)
            years = series[topic].setdefault(key, {})
            years.setdefault(_year(claim), value)
    found: dict[Key, Key] = {}
    for voices in series.values():
        for a, b in combinations(sorted(voices), 2):
            if _is_one_series(voices[a], voices[b]):
                head = found.get(a, a)
                found[a], found[b] = head, head
    return found


def _is_one_series(a: Mapping[object, float], b: Mapping[object, float]) -> bool:
    common = [year for year in a if year in b and year is not None]
    equal = [year for year in common if a[year] == b[year]]
    return len(equal) >= SERIES_LENGTH and 5 * len(equal) >= 4 * len(common)


def _year(claim: Claim) -> tuple[str, int] | None:
    first, last = claim.as_of.first, claim.as_of.last
    if first is None or last is None or first.year != last.year:
        return None
    return claim.amount.measure.value, first.year


def _stale(claims: Sequence[Claim], material: Material) -> Iterable[Relation]:
    series: defaultdict[tuple[object, ...], list[Claim]] = defaultdict(list)
    for claim in claims:
        topic = (claim.element, claim.population, claim.iso, claim.amount.unit)
        for number in numbers(claim.amount):
            series[*topic, number].append(claim)
    for found in series.values():
        for claim in found:
            if material.sources[claim.id].is_sourced:
                continue
            older = [o for o in found if _is_older_source(o, claim, material)]
            if older:
                newest = max(older, key=lambda o: (o.as_of.last or date.min, o.id))
                yield Relation(claim.id, newest.id, RelationKind.DERIVED)


def _is_older_source(old: Claim, new: Claim, material: Material) -> bool:
    first, last = new.as_of.first, old.as_of.last
    if first is None or last is None or not material.sources[old.id].is_sourced:
        return False
    return last <= first <= last + timedelta(days=STALE_DAYS)


def find_garbled(claims: Sequence[Claim]) -> Iterable[Relation]:
    """Yield claims that hold the broken digits of another one, dated or not."""
    topics: defaultdict[tuple[object, ...], list[Claim]] = defaultdict(list)
    for claim in claims:
        topics[claim.element, claim.iso].append(claim)
    for found in topics.values():
        whole = {
            signature(claim): claim for claim in reversed(found) if has_digits(claim)
        }
        split = [claim for claim in found if len(DIGITS.findall(claim.quote)) > 1]
        for original, copy in product(whole.values(), split):
            if original.capture != copy.capture and is_garbled(original, copy):
                yield Relation(copy.id, original.id, RelationKind.CORRUPTED)


def _differences(claims: Sequence[Claim], material: Material) -> Iterable[Relation]:
    stocks: defaultdict[tuple[object, ...], list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.amount.measure is Measure.STOCK and claim.amount.best is not None:
            topic = (claim.iso, claim.element, claim.population)
            stocks[topic].append(claim)
    for flow in claims:
        value = flow.amount.best
        if flow.amount.measure is not Measure.FLOW or value is None or value < LEAST:
            continue
        made_of = [
            after
            for (iso, *_), known in stocks.items()
            if iso == flow.iso
            for after in _made_of(flow, value, known)
        ]
        if made_of:
            nearest = min(made_of, key=lambda claim: nearness(claim, material))
            yield Relation(flow.id, nearest.id, RelationKind.DERIVED)


def _made_of(flow: Claim, value: float, stocks: Sequence[Claim]) -> Iterable[Claim]:
    slack = tolerance(value, flow)
    for before in stocks:
        for after in stocks:
            fits = _near(before.as_of.last, flow.as_of.first) and _near(
                after.as_of.last, flow.as_of.last
            )
            gap = abs((before.amount.best or 0.0) - (after.amount.best or 0.0))
            if fits and abs(gap - value) <= min(slack, 0.005 * value):
                yield after


def _near(a: date | None, b: date | None) -> bool:
    return a is not None and b is not None and abs((a - b).days) <= EDGE_DAYS
