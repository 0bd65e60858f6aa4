"""How far two readers agree about the claims that both decided on."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from tumen.review.readings import Outcome, Reading, differing
from tumen.review.slots import SLOT_NAMES, shown_slots

Pair = tuple[Outcome, Outcome]


@dataclass(frozen=True, slots=True)
class SlotAgreement:
    """Of `both` claims that both readers kept, `same` have one value in this slot.

    Args:
        slot: as the desk shows it: `number` stands for low, best and high, `as_of` for
            both ends of a period.
    """

    slot: str
    both: int
    same: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """Two readers beside each other.

    Args:
        first, second: their names, in alphabetical order.
        both: claims on which both decided; `same` of them with the same outcome.
        share: same / both.
        kappa: agreement beyond chance, None where chance alone would agree always.
        slots: over the claims that neither holds for wrong.
    """

    first: str
    second: str
    both: int
    same: int
    share: float
    kappa: float | None
    slots: tuple[SlotAgreement, ...]


def measure_agreement(
    claims: Iterable[Mapping[str, Reading]],
) -> tuple[Agreement, ...]:
    """Return the agreement of every two readers with a claim in common.

    Args:
        claims: for each claim the first reading of each reader, by name. The first
            one is taken because it was made alone; what was agreed on later would
            count as agreement that was not there.
    """
    shared: dict[tuple[str, str], list[tuple[Reading, Reading]]] = {}
    for readings in claims:
        for first, second in combinations(sorted(readings), 2):
            pair = (readings[first], readings[second])
            shared.setdefault((first, second), []).append(pair)
    return tuple(_agreement(*names, shared[names]) for names in sorted(shared))


def cohens_kappa(pairs: Sequence[Pair]) -> float | None:
    """Return (p - e) / (1 - e): agreement beyond chance, from -1 to 1.

    p is the share of claims with the same outcome; e is the share to be expected if
    both handed out their outcomes blindly, the sum over outcomes of the product of how
    often each used it. None when e is 1. Source: Cohen, A Coefficient of Agreement for
    Nominal Scales, Educational and Psychological Measurement 20 (1960), page 40.

    By hand: of 10 claims both call 6 right and 2 wrong, and differ on 2 (right, wrong).
    p = 0.8; the first calls 8 right, the second 6: e = 0.8 * 0.6 + 0.2 * 0.4 = 0.56;
    kappa = 0.24 / 0.44 = 0.545.
    """
    total = len(pairs)
    if not total:
        return None
    by_first = Counter(first for first, _ in pairs)
    by_second = Counter(second for _, second in pairs)
    chance = sum(by_first[o] * by_second[o] for o in Outcome) / total**2
    same = sum(first is second for first, second in pairs) / total
    return None if chance >= 1 else (same - chance) / (1 - chance)


def _agreement(
    first: str, second: str, pairs: Sequence[tuple[Reading, Reading]]
) -> Agreement:
    outcomes = [(_verdict(a), _verdict(b)) for a, b in pairs]
    same = sum(a is b for a, b in outcomes)
    return Agreement(
        first=first,
        second=second,
        both=len(pairs),
        same=same,
        share=same / len(pairs),
        kappa=cohens_kappa(outcomes),
        slots=_by_slot(pairs),
    )


def _verdict(reading: Reading) -> Outcome:
    """Who adds a claim holds it for right as it stands."""
    missed = reading.outcome is Outcome.MISSED
    return Outcome.RIGHT if missed else reading.outcome


def _by_slot(pairs: Sequence[tuple[Reading, Reading]]) -> tuple[SlotAgreement, ...]:
    kept = [(a, b) for a, b in pairs if Outcome.WRONG not in (a.outcome, b.outcome)]
    apart = Counter(name for a, b in kept for name in shown_slots(differing(a, b)))
    return tuple(
        SlotAgreement(name, len(kept), len(kept) - apart[name])
        for name in shown_slots(SLOT_NAMES)
        if kept
    )
