"""Decide which claims of a group are one origin: what counts as an echo, and why.

The rules, in the order in which a reason is given:

1. a table says that both rows are one statement (`origin:` flag);
2. the pages are copies and the claim is the same, or its digits were garbled;
3. the speaker is the same person, institution, or newsroom's own voice;
4. a named voice speaks for the institution that is the other voice;
5. one side is a newsroom's own voice and the number is that newsroom's;
6. two unnamed voices of one newsroom whose descriptions are alike;
7. the numbers are the same to the last of four or more digits, or a whole yearly
   series is: independent counts do not do that;
8. a number without any source repeats one that has a source;
9. the words give one amount in two currencies or units.

Two unnamed voices in outlets that do not share a newsroom or an agency stay apart.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations, product
from typing import TypeVar

from tumen.corroborate.reprints import Copies
from tumen.corroborate.values import (
    has_digits,
    is_garbled,
    numbers,
    signature,
)
from tumen.corroborate.voices import Source
from tumen.records.claim import Claim, SpeakerKind
from tumen.records.document import Document
from tumen.records.group import Echo, Lineage
from tumen.records.ids import CaptureId, ClaimId
from tumen.records.profiles import same_profile

K = TypeVar("K", bound=Hashable)

TWIN_FLAG = "converted_twin"


@dataclass(frozen=True, slots=True)
class Material:
    """What lineages are decided from: the sources, copies and pages of the case.

    Args:
        twins: data series that are the same digit for digit, by voice: the key of
            the voice that heads them.
    """

    sources: Mapping[ClaimId, Source]
    copies: Copies
    documents: Mapping[CaptureId, Document]
    twins: Mapping[tuple[str, ...], tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Found:
    """Lineages of a group, and the pairs (copy, original) whose digits broke."""

    lineages: tuple[Lineage, ...]
    corrupted: tuple[tuple[ClaimId, ClaimId], ...]


class _Origins:
    """Claims joined into origins, with the first reason for each join."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        self.parent = {claim.id: claim.id for claim in claims}
        self.whys: defaultdict[ClaimId, list[tuple[ClaimId, str]]] = defaultdict(list)

    def root(self, claim: ClaimId) -> ClaimId:
        while self.parent[claim] != claim:
            self.parent[claim] = self.parent[self.parent[claim]]
            claim = self.parent[claim]
        return claim

    def join(self, claims: Sequence[Claim], why: str) -> None:
        """Join the claims; every one is given the reason, with the first as partner."""
        for claim in claims[1:]:
            self.whys[claim.id].append((claims[0].id, why))
            self.whys[claims[0].id].append((claim.id, why))
            self.parent[self.root(claim.id)] = self.root(claims[0].id)


def find_lineages(claims: Sequence[Claim], material: Material) -> Found:
    """Return the independent origins of a group's claims.

    The claims of a lineage are the distinct statements of its voice, nearest to the
    fact first; whatever repeats one of them is an echo with its reason.
    """
    ranked = sorted(claims, key=lambda claim: nearness(claim, material))
    origins = _Origins(ranked)
    corrupted = tuple(_broken_copies(ranked, material))
    for joined, why in _same_origins(ranked, material, corrupted):
        origins.join(joined, why)
    members: defaultdict[ClaimId, list[Claim]] = defaultdict(list)
    for claim in ranked:
        members[origins.root(claim.id)].append(claim)
    broken = {copy.id for copy, _ in corrupted}
    lineages = [
        _lineage(group, origins, material, broken) for group in members.values()
    ]
    return Found(
        tuple(sorted(lineages, key=lambda lineage: lineage.origin)),
        tuple((copy.id, original.id) for copy, original in corrupted),
    )


def nearness(claim: Claim, material: Material) -> tuple[object, ...]:
    """Order claims by how near to the fact they stand; the nearest comes first."""
    page = material.documents.get(claim.capture)
    day = page.published.period.last if page and page.published else None
    is_copy = material.copies.roots.get(claim.capture, claim.capture) != claim.capture
    return (
        not material.sources[claim.id].is_sourced,
        is_copy or bool(page and page.reprint_of),
        TWIN_FLAG in claim.flags,
        len(claim.chain),
        day.isoformat() if day else "9999",
        claim.doc,
        claim.span,
        claim.id,
    )


Joined = Iterable[tuple[Sequence[Claim], str]]


def _same_origins(
    claims: Sequence[Claim],
    material: Material,
    corrupted: Sequence[tuple[Claim, Claim]],
) -> Joined:
    yield from _by_table(claims, material)
    yield from (
        ((original, copy), "copy of another page with broken digits")
        for copy, original in corrupted
    )
    yield from _by_copy(claims, material)
    yield from _by_voice(claims, material)
    yield from _by_body(claims, material)
    yield from _by_newsroom(claims, material)
    yield from _by_profile(claims, material)
    yield from _by_digits(claims, material)
    yield from _by_silence(claims, material)
    yield from _by_twin(claims)


def _by_table(claims: Sequence[Claim], material: Material) -> Joined:
    named = _sorted_by(claims, lambda claim: material.sources[claim.id].origin)
    for origin, rows in named.items():
        yield rows, f"the table counts them as one statement: {origin}"


def _by_copy(claims: Sequence[Claim], material: Material) -> Joined:
    """Join the same claim on pages that copy one another."""
    families = _sorted_by(
        claims,
        lambda claim: (
            material.copies.roots.get(claim.capture),
            claim.capture in material.copies.kinds,
            signature(claim),
        ),
    )
    for (_, has_copies, _), found in families.items():
        if has_copies and len({claim.capture for claim in found}) > 1:
            kind = material.copies.kinds[found[-1].capture]
            yield found, f"{kind} of another page"


def _by_voice(claims: Sequence[Claim], material: Material) -> Joined:
    voices = _sorted_by(claims, lambda claim: material.sources[claim.id].key)
    for found in voices.values():
        yield found, material.sources[found[0].id].same


def _by_body(claims: Sequence[Claim], material: Material) -> Joined:
    for claim in claims:
        body = material.sources[claim.id].body
        partners = [
            other
            for other in claims
            if body and material.sources[other.id].key == ("body", body)
        ]
        if partners:
            yield (partners[0], claim), f"speaks for the same institution: {body}"


def _by_newsroom(claims: Sequence[Claim], material: Material) -> Joined:
    """Join a newsroom's own number with the same number it passed on."""
    own = [claim for claim in claims if material.sources[claim.id].is_outlet]
    sizes = _sorted_by(claims, signature)
    for claim in own:
        room = material.sources[claim.id].key[-1]
        for other in sizes[signature(claim)]:
            if other is not claim and room in material.sources[other.id].newsrooms:
                yield (other, claim), f"the same number, reported by {room}"


def _by_profile(claims: Sequence[Claim], material: Material) -> Joined:
    unnamed = _sorted_by(
        [c for c in claims if c.speaker.kind is SpeakerKind.ANONYMOUS],
        lambda claim: material.sources[claim.id].key,
    )
    voices = [found[0] for found in unnamed.values()]
    for a, b in combinations(voices, 2):
        room = material.sources[a.id].key[1]
        is_one_room = room == material.sources[b.id].key[1]
        if is_one_room and same_profile(a.speaker.name, b.speaker.name):
            yield (a, b), "unnamed voices of one profile in one outlet"


def _by_digits(claims: Sequence[Claim], material: Material) -> Joined:
    exact = [claim for claim in claims if has_digits(claim)]
    for found in _sorted_by(exact, signature).values():
        yield found, "the same number to the last digit: one count under two names"
    keys = material.twins
    twins = _sorted_by(
        [c for c in claims if material.sources[c.id].key in keys],
        lambda claim: keys[material.sources[claim.id].key],
    )
    for found in twins.values():
        yield found, "one yearly series, digit for digit, under two names"


def _by_silence(claims: Sequence[Claim], material: Material) -> Joined:
    """Join a number without a source to the nearest claim of the same number."""
    stated = [claim for claim in claims if numbers(claim.amount)]
    for found in _sorted_by(
        stated, lambda claim: (claim.amount.unit, max(numbers(claim.amount)))
    ).values():
        silent = [c for c in found if not material.sources[c.id].is_sourced]
        for claim in silent:
            if claim is not found[0]:
                yield (found[0], claim), "the same number, and no source is named"


def _by_twin(claims: Sequence[Claim]) -> Joined:
    for twin in claims:
        partners = [
            other
            for other in claims
            if other.capture == twin.capture and TWIN_FLAG not in other.flags
        ]
        if TWIN_FLAG in twin.flags and partners:
            nearest = min(
                partners, key=lambda c: (abs(c.span.start - twin.span.start), c.id)
            )
            yield (nearest, twin), "the same amount in another currency or unit"


def _broken_copies(
    claims: Sequence[Claim], material: Material
) -> Iterable[tuple[Claim, Claim]]:
    """Yield (copy, original) whose words are the same but for broken digits."""
    sizes = list(_sorted_by(claims, signature).values())
    for first, second in combinations(sizes, 2):
        for a, b in product(first, second):
            if a.capture == b.capture:
                continue
            if is_garbled(a, b):
                yield b, a
            elif is_garbled(b, a):
                yield a, b
            elif material.copies.are_copies(a.capture, b.capture) and _but_for_digits(
                a, b
            ):
                yield (b, a) if claims.index(a) < claims.index(b) else (a, b)


def _but_for_digits(a: Claim, b: Claim) -> bool:
    return a.quote != b.quote and _masked(a.quote) == _masked(b.quote)


def _masked(quote: str) -> str:
    kept = "".join("#" if char.isdigit() else char for char in quote.casefold())
    return "".join(char for char in kept if char not in "#., ")


def _lineage(
    members: Sequence[Claim],
    origins: _Origins,
    material: Material,
    broken: set[ClaimId],
) -> Lineage:
    head = members[0]
    source = material.sources[head.id]
    said = {signature(head)}
    own, echoes = [head.id], []
    for claim in members[1:]:
        is_own = material.sources[claim.id].key == source.key
        is_new = signature(claim) not in said and TWIN_FLAG not in claim.flags
        if is_own and is_new and claim.id not in broken:
            said.add(signature(claim))
            own.append(claim.id)
        else:
            echoes.append(Echo(claim.id, _why(claim, head, origins)))
    return Lineage(source.label, tuple(own), tuple(echoes))


def _why(claim: Claim, head: Claim, origins: _Origins) -> str:
    """Return the first reason that ties a claim to the head, else its first one."""
    whys = origins.whys[claim.id]
    to_head = [why for partner, why in whys if partner == head.id]
    return (to_head or [why for _, why in whys])[0]


def _sorted_by(
    claims: Sequence[Claim], key: Callable[[Claim], K | None]
) -> dict[K, list[Claim]]:
    """Return the claims by a trait, in their order; claims without it are left out."""
    found: dict[K, list[Claim]] = {}
    for claim in claims:
        trait = key(claim)
        if trait is not None:
            found.setdefault(trait, []).append(claim)
    return found
