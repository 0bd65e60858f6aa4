"""Compare the origins a run counts with those there are, over the claims it found."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from math import comb

from tumen.records.claim import Kind
from tumen.records.release import ReleasedGroup
from tumen.records.score import OriginScores
from tumen.records.truth import TruthClaim, TruthOrigin
from tumen.score.claims import Matched
from tumen.score.shares import make_found
from tumen.score.slots import has_value

Line = tuple[str, ...]
"""What a claim counts as: group and number of its origin, or the claim alone."""
Told = tuple[Hashable, str, Line]
"""A found claim: what it is about, its origin in truth, its origin in the run."""

ALONE = "alone"


def score_origins(
    matched: Matched,
    origins: Sequence[TruthOrigin],
    groups: Iterable[ReleasedGroup],
) -> OriginScores:
    """Return how well claims are sorted by where they entered the public record.

    Statements without a size are left out: no run groups them. A found claim that
    stands in no group counts as an origin of its own. Pairs are counted from how many
    claims each origin has, so that a large case stays quick.

    Args:
        origins: what `claims.jsonl` does not say about the origin of a claim.
    """
    told = list(_told(matched, origins, _lines(groups)))
    pairs = _pairs(Counter((origin, line) for _, origin, line in told))
    there = _pairs(Counter(origin for _, origin, _ in told))
    ours = _pairs(Counter(line for _, _, line in told))
    facts: defaultdict[Hashable, tuple[set[str], set[Line]]]
    facts = defaultdict(lambda: (set(), set()))
    for fact, origin, line in told:
        facts[fact][0].add(origin)
        facts[fact][1].add(line)
    counts = [(len(known), len(counted)) for known, counted in facts.values()]
    return OriginScores(
        claims=len(told),
        ungrouped=sum(line[0] == ALONE for _, _, line in told),
        pairs=make_found(pairs, there - pairs, ours - pairs),
        facts=len(counts),
        origins=sum(known for known, _ in counts),
        counted=sum(counted for _, counted in counts),
        right=sum(known == counted for known, counted in counts),
        over=sum(counted > known for known, counted in counts),
        under=sum(counted < known for known, counted in counts),
    )


def _told(
    matched: Matched, origins: Iterable[TruthOrigin], lines: Mapping[str, Line]
) -> Iterator[Told]:
    named = {claim: row.origin for row in origins for claim in row.claims}
    for page in matched.pages:
        for label, claim in page.found():
            origin = label.origin or named.get(label.claim_id or "")
            if origin and (label.kind is Kind.FIGURE or has_value(label)):
                line = lines.get(claim.id, (ALONE, claim.id))
                yield _fact(label), origin, line


def _fact(label: TruthClaim) -> Hashable:
    """Return what a label is about."""
    where = (label.population, label.place, label.iso)
    return (label.element, *where, label.as_of_start, label.as_of_end)


def _lines(groups: Iterable[ReleasedGroup]) -> dict[str, Line]:
    """Return the origin of every claim that stands in a group, echoes too."""
    found: dict[str, Line] = {}
    for group in groups:
        for number, line in enumerate(group.lineages):
            ids = (*line.claims, *(echo["id"] for echo in line.echoes))
            found.update(dict.fromkeys(ids, (group.group, str(number))))
    return found


def _pairs(sizes: Counter[Hashable]) -> int:
    return sum(comb(size, 2) for size in sizes.values())
