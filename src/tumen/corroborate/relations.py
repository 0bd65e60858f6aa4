"""Say how claims stand to each other: agreement, change, scope, revision."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from tumen.codebook.names import Names
from tumen.corroborate.lineage import Material, nearness
from tumen.corroborate.timing import SLACK_DAYS, Timed
from tumen.corroborate.values import agrees, numbers, relative_gap, says_same
from tumen.records.claim import Claim, Hedge
from tumen.records.group import Lineage, Relation, RelationKind
from tumen.records.ids import ClaimId
from tumen.records.period import Period

REVISION_SHARE = 0.15
"""Largest change, as a share of the larger number, that is still a revision."""

SILENT_FLAGS = frozenset({"forecast", "unknown"})

# A population role and the wider one that contains it.
WIDER_ROLES = {
    "own_workers": "own_nationals",
    "managers": "own_nationals",
    "escaped": "own_nationals",
    "refugees": "own_nationals",
}


@dataclass(frozen=True, slots=True)
class Cluster:
    """Claims of one series about one time, with their lineages.

    Args:
        series: element, measure, population, place and iso, as grouped.
    """

    series: tuple[str | None, ...]
    placed: tuple[Timed, ...]
    lineages: tuple[Lineage, ...]
    claims: Mapping[ClaimId, Claim]

    @property
    def heads(self) -> tuple[Claim, ...]:
        """The nearest claim of each lineage."""
        return tuple(self.claims[lineage.claims[0]] for lineage in self.lineages)

    @property
    def period(self) -> Period:
        """From the first to the last day the claims' own words give."""
        return days_of([timed for timed in self.placed if timed.own])


def days_of(placed: Sequence[Timed]) -> Period:
    """Return the days that placed claims cover; open where none is dated."""
    firsts = [timed.first for timed in placed if timed.first]
    lasts = [timed.last for timed in placed if timed.last]
    return Period(min(firsts, default=None), max(lasts, default=None))


def relate_within(cluster: Cluster, material: Material) -> Iterable[Relation]:
    """Yield how the statements of one cluster stand to each other.

    Statements of different origins agree or contradict; a later, slightly different
    number of the same origin revises the earlier one, and a very different one
    contradicts it. Plans, denials, forecasts and stated unknowns are not compared.
    """
    spoken = [
        (lineage, cluster.claims[claim])
        for lineage in cluster.lineages
        for claim in lineage.claims
        if is_comparable(cluster.claims[claim])
    ]
    for (mine, a), (other, b) in combinations(spoken, 2):
        if mine is other:
            yield from _within_origin(a, b, material)
            continue
        verdict = agrees(a, b)
        if verdict is not None:
            kind = RelationKind.AGREES if verdict else RelationKind.CONTRADICTS
            yield Relation(a.id, b.id, kind)


def is_comparable(claim: Claim) -> bool:
    """Tell whether a claim states how things are, rather than will or might be."""
    if claim.hedge in (Hedge.DENIED, Hedge.PLANNED):
        return False
    return SILENT_FLAGS.isdisjoint(claim.flags)


def relate_in_time(clusters: Sequence[Cluster]) -> Mapping[int, tuple[Relation, ...]]:
    """Return changes over time of one series, by the place of the later cluster.

    Each dated cluster is compared with the one before; when that one rests on no
    named source, also with the last one that does. The same origin is compared with
    itself where it spoke both times, else the nearest statements are.
    """
    found: dict[int, tuple[Relation, ...]] = {}
    dated = [
        (place, cluster)
        for place, cluster in enumerate(clusters)
        if any(timed.own for timed in cluster.placed)
    ]
    for step, (place, later) in enumerate(dated):
        before = [cluster for _, cluster in dated[:step]]
        earlier = before[-1:] + [c for c in before[:-1] if _is_sourced(c)][-1:]
        if before and _is_sourced(before[-1]):
            earlier = earlier[:1]
        changes = [r for cluster in earlier for r in _changes(later, cluster)]
        if changes:
            found[place] = tuple(dict.fromkeys(changes))
    return found


def relate_scopes(
    clusters: Sequence[Cluster], names: Names
) -> Mapping[int, tuple[Relation, ...]]:
    """Return differences in scope, by the place of the narrower cluster.

    Two clusters of one element and measure, about one time, differ in scope when
    the place, population or period of one is a part of the other's.
    """
    found: dict[int, list[Relation]] = {}
    by_topic: dict[tuple[str | None, ...], list[int]] = {}
    for place, cluster in enumerate(clusters):
        by_topic.setdefault(cluster.series[:2], []).append(place)
    for places in by_topic.values():
        for a, b in combinations(places, 2):
            for inner, outer in ((a, b), (b, a)):
                if _is_part(clusters[inner], clusters[outer], names):
                    pair = (clusters[inner].heads[0].id, clusters[outer].heads[0].id)
                    relation = Relation(*pair, RelationKind.SCOPE)
                    found.setdefault(inner, []).append(relation)
    return {place: tuple(relations) for place, relations in found.items()}


def is_narrower_population(inner: str | None, outer: str | None, names: Names) -> bool:
    """Tell whether one population is a part of another.

    Known from the codebook's roles (workers are nationals), or from the name: what
    follows a comma narrows what stands before it.
    """
    if not inner or not outer or inner == outer:
        return False
    if inner.casefold().startswith(outer.casefold() + ","):
        return True
    inner_role = names.role(inner) or names.role(names.population(_base(inner)))
    return WIDER_ROLES.get(inner_role or "") == (names.role(outer) or "-")


def _base(population: str) -> str:
    return population.split(",", maxsplit=1)[0].strip()


def _within_origin(a: Claim, b: Claim, material: Material) -> Iterable[Relation]:
    gap = relative_gap(a, b)
    if not gap or a.capture == b.capture:
        verdict = agrees(a, b)
        if verdict is False:
            yield Relation(a.id, b.id, RelationKind.CONTRADICTS)
        return
    later, earlier = sorted((a, b), key=lambda c: _said(c, material), reverse=True)
    kind = RelationKind.REVISES if gap <= REVISION_SHARE else RelationKind.CONTRADICTS
    yield Relation(later.id, earlier.id, kind)


def _said(claim: Claim, material: Material) -> tuple[object, ...]:
    """Order statements of one origin by when they were published, then dated."""
    page = material.documents.get(claim.capture)
    printed = page.published.period.last if page and page.published else None
    day = printed or claim.as_of.last or claim.as_of.first
    return (day.isoformat() if day else "", nearness(claim, material))


def _is_sourced(cluster: Cluster) -> bool:
    return any(claim.speaker.kind.value != "author" for claim in cluster.heads)


def _changes(later: Cluster, earlier: Cluster) -> Iterable[Relation]:
    by_origin = {lineage.origin: lineage for lineage in earlier.lineages}
    pairs = [
        (later.claims[lineage.claims[0]], earlier.claims[before.claims[0]])
        for lineage in later.lineages
        if (before := by_origin.get(lineage.origin))
    ]
    if not pairs:
        pairs = [(later.heads[0], earlier.heads[0])]
    for a, b in pairs:
        if is_comparable(a) and is_comparable(b) and _has_changed(a, b):
            yield Relation(a.id, b.id, RelationKind.CHANGED)


def _has_changed(a: Claim, b: Claim) -> bool:
    if not numbers(a.amount) or not numbers(b.amount):
        return False
    return not says_same(a, b) and agrees(a, b) is not True


def _is_part(inner: Cluster, outer: Cluster, names: Names) -> bool:
    _, measure, *mine = inner.series
    _, _, *other = outer.series
    people, place, iso = mine
    all_people, whole_place, whole_iso = other
    if iso != whole_iso or not _share_time(inner, outer):
        return False
    narrower = (
        is_narrower_population(people, all_people, names),
        names.holds(whole_place, place),
        measure == "flow" and _is_shorter(inner.period, outer.period),
    )
    same = (
        people == all_people,
        names.place(place) == names.place(whole_place),
        True,
    )
    fits = all(part or equal for part, equal in zip(narrower, same, strict=True))
    return any(narrower) and fits


def _share_time(a: Cluster, b: Cluster) -> bool:
    first, second = a.period, b.period
    return not (first.is_open or second.is_open) and first.meets(second, SLACK_DAYS)


def _is_shorter(inner: Period, outer: Period) -> bool:
    if not (inner.first and inner.last and outer.first and outer.last):
        return False
    inside = outer.first <= inner.first and inner.last <= outer.last
    return inside and inner != outer
