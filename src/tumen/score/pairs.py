"""Pair claims with labels, page by page, one to one."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from tumen.records.claim import Kind
from tumen.records.release import ReleasedClaim
from tumen.records.truth import TruthClaim
from tumen.score.names import SameNames
from tumen.score.places import Span, span_of
from tumen.score.slots import accepted, has_value, is_right, shares_value

LEAST_SHARED = 0.5
"""Share of the shorter span that both have in common."""
LONGEST, ROOM = 2.0, 160
"""A claim is at most so many times as long as its label, and so many characters more."""
ALIKE = ("unit", "element", "measure")
ALIKE_WEIGHT = 0.1
SHARE = "share"


@dataclass(frozen=True, slots=True)
class Page:
    """Labels and claims of one page, with what was paired.

    Args:
        pairs: number of the claim that stands for each label that was found.
        extra: claims that no label asks for.
        repeats: figures that only tell a labelled value again elsewhere.
        silent: how many claims touch a part of the page from which none may come.
    """

    doc: str
    labels: tuple[TruthClaim, ...]
    claims: tuple[ReleasedClaim, ...]
    pairs: Mapping[int, int]
    extra: tuple[ReleasedClaim, ...]
    repeats: int
    silent: int

    def found(self) -> Iterator[tuple[TruthClaim, ReleasedClaim]]:
        """Yield every label that was found, with its claim."""
        for label, claim in self.pairs.items():
            yield self.labels[label], self.claims[claim]


def pair_page(
    doc: str,
    labels: Sequence[TruthClaim],
    claims: Sequence[ReleasedClaim],
    silent: Iterable[Span],
    names: SameNames,
) -> Page:
    """Return one page with its pairs.

    A claim stands for a label when they share at least half of the shorter span, the
    claim is not much longer, kinds agree, and for a label with a number one bound
    agrees. The best fit is taken first.
    """
    pairs = _pairs(labels, claims, names)
    used, quiet = set(pairs.values()), tuple(silent)
    left = [claim for j, claim in enumerate(claims) if j not in used]
    extra = tuple(claim for claim in left if not _is_repeat(claim, labels, quiet))
    return Page(
        doc=doc,
        labels=tuple(labels),
        claims=tuple(claims),
        pairs=pairs,
        extra=extra,
        repeats=len(left) - len(extra),
        silent=sum(_touches(claim_span(claim), quiet) for claim in claims),
    )


def by_page(claims: Iterable[ReleasedClaim]) -> dict[str, list[ReleasedClaim]]:
    """Return the claims of each page, by its name."""
    found: defaultdict[str, list[ReleasedClaim]] = defaultdict(list)
    for claim in claims:
        found[claim.doc or ""].append(claim)
    return dict(found)


def claim_span(claim: ReleasedClaim) -> Span:
    """Return where a claim stands, a place that touches nothing when withheld."""
    if claim.start is None or claim.end is None:
        return (-1, -1)
    return claim.start, claim.end


def _pairs(
    labels: Sequence[TruthClaim], claims: Sequence[ReleasedClaim], names: SameNames
) -> dict[int, int]:
    spans = [(j, *claim_span(claim)) for j, claim in enumerate(claims)]
    fits = [
        (-fit, i, j)
        for i, label in enumerate(labels)
        for first, last in [span_of(label)]
        for j, start, end in spans
        if start < last and first < end and (fit := _fit(label, claims[j], names)) > 0
    ]
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in sorted(fits):
        if i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return pairs


def _fit(label: TruthClaim, claim: ReleasedClaim, names: SameNames) -> float:
    """Return how well a claim stands for a label, 0 when it does not."""
    one, other = span_of(label), claim_span(claim)
    size, length = one[1] - one[0], other[1] - other[0]
    shared = min(one[1], other[1]) - max(one[0], other[0])
    if shared <= 0 or length > LONGEST * size + ROOM:
        return 0.0
    if shared < LEAST_SHARED * min(size, length) or not _kinds_agree(label, claim):
        return 0.0
    if (
        label.kind is Kind.FIGURE
        and has_value(label)
        and not shares_value(label, claim)
    ):
        return 0.0
    alike = sum(is_right(label, claim, slot, names) for slot in ALIKE)
    alike += 2 * (has_value(label) == has_value(claim)) + (label.kind == claim.kind)
    return (
        shared / min(size, length) + shared / max(size, length) + ALIKE_WEIGHT * alike
    )


def _kinds_agree(label: TruthClaim, claim: ReleasedClaim) -> bool:
    """Compare kinds; a share in words ("most") may stand as figure or as condition."""
    if claim.kind in (label.kind, *accepted(label, "kind")):
        return True
    if {label.kind, claim.kind} != {Kind.FIGURE, Kind.CONDITION}:
        return False
    in_words = any(
        row.kind == Kind.FIGURE and row.measure == SHARE and not has_value(row)
        for row in (label, claim)
    )
    return in_words and claim.element in accepted(label, "element")


def _is_repeat(
    claim: ReleasedClaim, labels: Iterable[TruthClaim], silent: tuple[Span, ...]
) -> bool:
    """Tell whether a figure states a labelled value again, apart from its labels.

    A second reading of the labelled words themselves is an error, and so is a mention
    where none may be.
    """
    span = claim_span(claim)
    if claim.kind != Kind.FIGURE or not has_value(claim) or _touches(span, silent):
        return False
    same = [
        span_of(label)
        for label in labels
        if label.kind is Kind.FIGURE and has_value(label) and shares_value(label, claim)
    ]
    return bool(same) and not _touches(span, same)


def _touches(span: Span, others: Iterable[Span]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in others)
