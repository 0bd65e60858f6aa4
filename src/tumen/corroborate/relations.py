"""Say how claims stand to each other: agreement, change, scope, revision."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from tumen.codebook.names import Names
from tumen.corroborate.lineage import Material, nearness
from tumen.corroborate.timing import Timed
from tumen.corroborate.values import agrees, numbers, relative_gap, says_same
from tumen.records.amount import Measure
from tumen.records.claim import Claim, Hedge
from tumen.records.document import Form
from tumen.records.group import Lineage, Relation, RelationKind
from tumen.records.ids import ClaimId
from tumen.records.period import Period

REVISION_SHARE = 0.15
"""Largest change, as a share of the larger number, that is still a revision."""

DATED_MEASURES = frozenset({Measure.STOCK, Measure.FLOW, Measure.COUNT})

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
    contradicts it. Different figures about days that do not overlap are a change over
    time. Plans, denials, forecasts and stated unknowns are not compared.
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
        if verdict:
            yield Relation(a.id, b.id, RelationKind.AGREES)
        elif verdict is False:
            yield from _disagreement(a, b)


def _disagreement(a: Claim, b: Claim) -> Iterable[Relation]:
    """Say that two figures contradict, or that things changed between their days.

    Of a figure without any date neither can be said, unless habits are compared:
    rates, shares and pay are told of no day.
    """
    is_open = a.as_of.is_open or b.as_of.is_open
    if is_open and a.amount.measure in DATED_MEASURES:
        return
    if a.as_of.meets(b.as_of):
        yield Relation(a.id, b.id, RelationKind.CONTRADICTS)
        return
    if (b.as_of.first or date.min) > (a.as_of.first or date.min):
        a, b = b, a
    yield Relation(a.id, b.id, RelationKind.CHANGED)


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
    for place, later in enumerate(clusters):
        before = [c for c in clusters[:place] if _is_before(c, later)]
        sourced = [c for c in before if _is_sourced(c)]
        earlier = dict.fromkeys(id(c) for c in (*before[-1:], *sourced[-1:]))
        changes = [
            relation
            for cluster in before
            if id(cluster) in earlier
            for relation in _changes(later, cluster)
        ]
        if changes:
            found[place] = tuple(dict.fromkeys(changes))
    return found


def _is_before(earlier: Cluster, later: Cluster) -> bool:
    """Tell whether one dated cluster can be compared with a later one.

    Flows must be about periods of about the same length that do not overlap.
    """
    first, second = earlier.period, later.period
    if first.is_open or second.is_open:
        return False
    if earlier.series[1] != "flow":
        return True
    lengths = sorted(max(t.days for t in c.placed) for c in (earlier, later))
    return not first.meets(second) and lengths[1] <= 1.5 * lengths[0]


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
    """Yield a revision, or another way in which an origin differs from itself.

    A revision is a small change of a single number between two pages about days
    that overlap; numbers far apart contradict. On one page a voice that gives two
    numbers speaks of two things.
    """
    gap = relative_gap(a, b)
    is_small = gap is not None and 0 < gap <= REVISION_SHARE
    if is_small and a.capture != b.capture and a.as_of.meets(b.as_of):
        earlier, later = sorted((a, b), key=lambda claim: _said(claim, material))
        yield Relation(later.id, earlier.id, RelationKind.REVISES)
    elif a.capture != b.capture and agrees(a, b) is False:
        yield from _disagreement(a, b)


def _said(claim: Claim, material: Material) -> tuple[object, ...]:
    """Order statements of one origin by when they were published, then dated.

    The body's own series (a table that is no list of quoted figures) is newest: it
    is issued anew with every correction, and pages quote older issues of it.
    """
    page = material.documents.get(claim.capture)
    printed = page.published.period.last if page and page.published else None
    is_table = page is not None and page.form is Form.TABLE
    is_series = is_table and material.sources[claim.id].origin is None
    day = printed or claim.as_of.last or claim.as_of.first
    return (is_series, day.isoformat() if day else "", nearness(claim, material))


def _is_sourced(cluster: Cluster) -> bool:
    return any(claim.speaker.kind.value != "author" for claim in cluster.heads)


def _changes(later: Cluster, earlier: Cluster) -> Iterable[Relation]:
    by_origin = {lineage.origin: lineage for lineage in earlier.lineages}
    pairs = [
        (_newest(later, lineage), _newest(earlier, before))
        for lineage in later.lineages
        if (before := by_origin.get(lineage.origin))
    ]
    if not pairs:
        pairs = [
            (_newest(later, later.lineages[0]), _newest(earlier, earlier.lineages[0]))
        ]
    for a, b in pairs:
        if is_comparable(a) and is_comparable(b) and _has_changed(a, b):
            yield Relation(a.id, b.id, RelationKind.CHANGED)


def _newest(cluster: Cluster, lineage: Lineage) -> Claim:
    """Return what an origin itself said about the newest, then shortest time."""
    own = {claim: cluster.claims[claim] for claim in lineage.claims}
    placed = [timed for timed in cluster.placed if timed.claim.id in own]
    newest = max(placed, key=lambda t: (t.last or date.min, -t.days, t.claim.id))
    return newest.claim


def _has_changed(a: Claim, b: Claim) -> bool:
    if not numbers(a.amount) or not numbers(b.amount):
        return False
    return not says_same(a, b) and agrees(a, b) is not True


def _is_part(inner: Cluster, outer: Cluster, names: Names) -> bool:
    _, measure, people, place, iso = inner.series
    _, _, all_people, whole_place, whole_iso = outer.series
    if iso != whole_iso:
        return False
    if measure == "flow":
        time = _within(inner.period, outer.period)
    else:
        time = 0 if _share_time(inner, outer) else None
    parts = (
        time,
        _rank(people == all_people, is_narrower_population(people, all_people, names)),
        _rank(place == whole_place, names.holds(whole_place, place)),
    )
    return None not in parts and any(parts)


def _rank(is_same: bool, is_part: bool) -> int | None:
    """Return 0 for the same scope, 1 for a part of it, None for neither."""
    return 0 if is_same else (1 if is_part else None)


def _share_time(a: Cluster, b: Cluster) -> bool:
    first, second = a.period, b.period
    return not (first.is_open or second.is_open) and first.meets(second)


def _within(inner: Period, outer: Period) -> int | None:
    if not (inner.first and inner.last and outer.first and outer.last):
        return None
    inside = outer.first <= inner.first and inner.last <= outer.last
    return _rank(inner == outer, inside)
