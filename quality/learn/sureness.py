"""How often slots and claims of a chance were right, and the weights that follow."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from quality.learn.fit import Decided, fit_weights
from tumen.codebook.weights import Weights
from tumen.extract.confidence import claim_evidence, slot_evidence
from tumen.extract.ranking import Evidence, chances_of
from tumen.records.claim import Claim, Kind
from tumen.records.truth import TruthClaim
from tumen.score.names import SameNames
from tumen.score.pairs import Page
from tumen.score.slots import ESTIMATE_READY, all_right, is_asked, is_right

SLOTS_OF = {
    "amount": ("range",),
    "measure": ("measure",),
    "element": ("element",),
    "speaker": ("speaker",),
    "hedge": ("hedge",),
    "population": ("population",),
    "place": ("iso",),
    "as_of": ("as_of",),
}
"""Slots of a claim and what the scorer calls them; the place counts by country."""
OF_STATEMENTS = ("element", "speaker", "iso", "as_of")
PULL = 2.0
BLANK = 0.35
"""A place, time or group less sure than this is left out."""


@dataclass(frozen=True, slots=True)
class Read:
    """A claim that was read, and the label it stands for, None for none."""

    claim: Claim
    label: TruthClaim | None
    page: Page
    number: int

    def is_right(self, names: SameNames) -> bool:
        """Tell whether every slot that an estimate uses is right."""
        if self.label is None:
            return False
        figure = self.label.kind is Kind.FIGURE and self.claim.kind is Kind.FIGURE
        slots = ESTIMATE_READY if figure else OF_STATEMENTS
        return all_right(self.label, self.page.claims[self.number], slots, names)


def reads_of(page: Page, claims: Sequence[Claim]) -> Iterator[Read]:
    """Yield every claim of a page that was compared, in the order of its rows.

    A figure that only tells a labelled value again is neither right nor wrong.
    """
    by_claim = {claim: label for label, claim in page.pairs.items()}
    extra = {row.id for row in page.extra}
    for number, claim in enumerate(claims):
        label = by_claim.get(number)
        if label is None and page.claims[number].id not in extra:
            continue
        yield Read(
            claim, page.labels[label] if label is not None else None, page, number
        )


def slot_cases(reads: Iterable[Read], names: SameNames) -> Iterator[Decided]:
    """Yield every slot of claims that stand for a label: right or wrong."""
    for read in reads:
        if read.label is None:
            continue
        row = read.page.claims[read.number]
        for name, scored in SLOTS_OF.items():
            slot = read.claim.slots.get(name)
            if slot is None or not is_asked(read.label, scored[0]):
                continue
            good = all(is_right(read.label, row, each, names) for each in scored)
            yield _binary(slot_evidence(name, slot, read.claim), good, read.page.doc)


def claim_cases(reads: Iterable[Read], names: SameNames) -> Iterator[Decided]:
    """Yield every claim, right or wrong; one that no label asks for is wrong."""
    for read in reads:
        yield _binary(claim_evidence(read.claim), read.is_right(names), read.page.doc)


def _binary(evidence: Evidence, good: bool, text: str) -> Decided:
    return Decided((evidence, {}), frozenset({0 if good else 1}), text)


def weights_of(cases: Sequence[Decided], threshold: float) -> Weights:
    """Return weights fitted to cases."""
    texts = len({case.text for case in cases})
    return Weights(
        learned_from=f"{len(cases)} cases of {texts} texts",
        features=fit_weights(cases, PULL),
        threshold=threshold,
    )


def chance_of(case: Decided, weights: Weights) -> float:
    """Return the chance that the first candidate is right."""
    return chances_of(case.candidates, weights)[0]
