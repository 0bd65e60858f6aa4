"""Group claims about one fact and count where they entered the public record."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tumen.codebook.names import Names, make_names
from tumen.codebook.schema import Codebook
from tumen.corroborate.derived import find_derived, find_garbled, find_twin_series
from tumen.corroborate.grade import grade
from tumen.corroborate.lineage import Material, find_lineages
from tumen.corroborate.relations import (
    Cluster,
    relate_in_time,
    relate_scopes,
    relate_within,
)
from tumen.corroborate.reprints import find_copies
from tumen.corroborate.timing import cluster, place_in_time
from tumen.corroborate.voices import Sources
from tumen.records.amount import Measure
from tumen.records.claim import Claim, Kind
from tumen.records.document import Document
from tumen.records.group import Group, Relation, RelationKind
from tumen.records.ids import CaptureId, GroupId
from tumen.records.reviewed import ReviewedClaim

EITHER_FLAG = "stock_or_flow"

Series = tuple[str, str, str | None, str | None, str | None]


@dataclass(frozen=True, slots=True)
class _Whole:
    """All clusters of a case, with the pairs whose digits broke."""

    clusters: tuple[Cluster, ...]
    corrupted: tuple[Relation, ...]


def group_claims(
    reviewed: Sequence[ReviewedClaim],
    documents: Mapping[CaptureId, Document],
    codebook: Codebook,
) -> tuple[Group, ...]:
    """Return the groups of a case, by element, place, population and time.

    A group holds figures, and events that state a size, of one element, measure,
    population and place about one time (`tumen.corroborate.timing` says when two
    periods are one time). Rejected claims take no part. Groups, and all that is in
    them, do not depend on the order of the input.
    """
    names = make_names(codebook)
    claims = sorted(
        (entry.claim for entry in reviewed if entry.counts and _is_sized(entry.claim)),
        key=lambda claim: (claim.doc, claim.span, claim.id),
    )
    copies = find_copies(documents.values())
    sources = Sources(claims, documents, copies.roots, names)
    bare = Material(sources.of, copies, documents)
    material = Material(sources.of, copies, documents, find_twin_series(claims, bare))
    whole = _clusters(claims, codebook, names, material)
    links = _links(whole, claims, names, material)
    return tuple(
        _group(found, links.get(place, ()))
        for place, found in enumerate(whole.clusters)
    )


def series_of(claim: Claim, codebook: Codebook, names: Names) -> Series:
    """Return element, measure, population, place and iso that a claim is grouped by.

    Where the words read as stock and as flow, the publisher's definition decides:
    the first measure the codebook gives the element. The claim keeps its reading.
    """
    return (
        claim.element,
        _measure(claim, codebook).value,
        names.population(claim.population),
        names.place(claim.place) or names.country(claim.iso),
        claim.iso,
    )


def _is_sized(claim: Claim) -> bool:
    if claim.kind is Kind.FIGURE:
        return True
    return claim.kind is Kind.EVENT and claim.amount.has_value


def _measure(claim: Claim, codebook: Codebook) -> Measure:
    element = codebook.elements.get(claim.element)
    slot = claim.slots.get("measure")
    others = slot.alternatives if slot else ()
    if element and element.measures:
        usual = element.measures[0]
        if usual in others or (
            EITHER_FLAG in claim.flags and usual in ("stock", "flow")
        ):
            return Measure(usual)
    return claim.amount.measure


def _clusters(
    claims: Sequence[Claim], codebook: Codebook, names: Names, material: Material
) -> _Whole:
    by_series: dict[Series, list[Claim]] = {}
    for claim in claims:
        by_series.setdefault(series_of(claim, codebook, names), []).append(claim)
    clusters: list[Cluster] = []
    corrupted: list[Relation] = []
    order = sorted(by_series, key=lambda key: [part or "" for part in key])
    for series in order:
        roots = material.copies.roots
        placed = [
            place_in_time(claim, material.documents, roots)
            for claim in by_series[series]
        ]
        is_flow = series[1] == Measure.FLOW.value
        for members in cluster(placed, flow=is_flow):
            inside = {timed.claim.id: timed.claim for timed in members}
            found = find_lineages(list(inside.values()), material)
            clusters.append(Cluster(series, tuple(members), found.lineages, inside))
            corrupted.extend(
                Relation(copy, original, RelationKind.CORRUPTED)
                for copy, original in found.corrupted
            )
    return _Whole(tuple(clusters), tuple(corrupted))


def _links(
    whole: _Whole, claims: Sequence[Claim], names: Names, material: Material
) -> dict[int, tuple[Relation, ...]]:
    """Return the relations of each cluster, by its place."""
    found: dict[int, list[Relation]] = {}
    home = {
        claim: place
        for place, members in enumerate(whole.clusters)
        for claim in members.claims
    }
    for place, members in enumerate(whole.clusters):
        found[place] = list(relate_within(members, material))
    derived = [
        relation
        for relation in (*find_derived(claims, material), *find_garbled(claims))
        if home[relation.a] != home[relation.b]
    ]
    for relation in (*derived, *whole.corrupted):
        found[home[relation.a]].append(relation)
    for place, changes in _changes(whole.clusters):
        found[place].extend(changes)
    for place, scopes in relate_scopes(whole.clusters, names).items():
        found[place].extend(scopes)
    return {place: tuple(relations) for place, relations in found.items()}


def _changes(
    clusters: Sequence[Cluster],
) -> Iterable[tuple[int, tuple[Relation, ...]]]:
    by_series: dict[tuple[str | None, ...], list[int]] = {}
    for place, members in enumerate(clusters):
        by_series.setdefault(members.series, []).append(place)
    for places in by_series.values():
        changes = relate_in_time([clusters[place] for place in places])
        yield from ((places[step], found) for step, found in changes.items())


def _group(members: Cluster, relations: tuple[Relation, ...]) -> Group:
    element, measure, population, place, iso = members.series
    return Group(
        id=_id(members),
        element=element or "",
        measure=Measure(measure or Measure.NONE),
        population=population,
        place=place,
        iso=iso,
        as_of=members.period,
        lineages=members.lineages,
        relations=relations,
        grade=grade(members.lineages, relations, members.claims),
    )


def _id(members: Cluster) -> GroupId:
    content = repr((members.series, sorted(members.claims)))
    return GroupId(hashlib.sha256(content.encode()).hexdigest()[:16])
