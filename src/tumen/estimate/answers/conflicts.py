"""Find figures of which only one can be right, and what follows from each.

A candidate is a pair of origins that pull one answer hard in opposite directions, or a
figure taken for an outlier and the one that pulls hardest against it. Each pair is tried
out: the figures are fitted again without the one and without the other. Where the two
medians differ by more than the model's `conflict_factor`, the answer is two estimates
("if A is right", "if B is right"), never one band. A figure that several origins agree
against stays an outlier when one of them is left out, and makes no conflict.

Each side is also a path to another peak of the whole posterior; peaks that differ are
mixed by their evidence.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from math import log

import numpy as np

from tumen.codebook.model import Model
from tumen.estimate.answers.influence import Influence, measure_influence, rows_of
from tumen.estimate.answers.people import people_by_answer, people_by_observable
from tumen.estimate.answers.targets import Targets
from tumen.estimate.engine.draws import draw_bent
from tumen.estimate.engine.fit import Mode, find_mode
from tumen.estimate.engine.posterior import FLOOR, Posterior
from tumen.estimate.engine.sites import center
from tumen.estimate.engine.system import Floats
from tumen.estimate.observe.observe import Observed

HARD = log(1.15)
"""Pull, in logs, from which an origin counts as pulling hard; both sides must."""
NEAR_MONTHS = 24
"""A statement can only be in conflict about answers so near to its own time."""
MOST_PAIRS = 2
SIDE_STAGES = (2.2, 1.0)
SIDE_DRAWS = 250
SIDE_BENDS = 1
SAME_PEAK = 0.05
"""Peaks whose log density differs by less are one."""
LIKELY = 0.5


@dataclass(frozen=True)
class Conflict:
    """Two statements of which only one can be right.

    Args:
        a, b: numbers of the statements.
        if_a, if_b: draws of every target without the other, shape (n, targets).
        split: targets whose medians differ by more than the allowed factor.
    """

    a: int
    b: int
    if_a: Floats
    if_b: Floats
    split: tuple[int, ...]

    def apart(self, target: int) -> float:
        """Return how far both medians of a target lie from one another, in logs."""
        medians = (_log_median(values[:, target]) for values in (self.if_a, self.if_b))
        return float(abs(next(medians) - next(medians)))


def find_conflicts(
    posterior: Posterior,
    highest: Mode,
    observed: Observed,
    targets: Targets,
    model: Model,
    seed: int,
) -> tuple[tuple[Conflict, ...], tuple[Mode, ...]]:
    """Return the conflicts that split answers, and all peaks, the highest first."""
    influence = measure_influence(posterior, highest, targets.weights)
    speakers = _Speakers(observed, targets, model)
    pairs = _candidates(posterior, highest, observed, targets, influence, speakers)
    trials = _Trials(posterior, highest, observed, targets, seed)
    found = (_compare(a, b, trials, model) for a, b in pairs)
    conflicts = tuple(conflict for conflict in found if conflict is not None)
    sides = dict.fromkeys(n for conflict in conflicts for n in (conflict.a, conflict.b))
    others = [
        find_mode(posterior, trials.side(side).mode.theta, (1.0,)) for side in sides
    ]
    return conflicts, _distinct([highest, *others])


@dataclass(frozen=True)
class _Side:
    """The peak without one statement, and what it says about every target."""

    mode: Mode
    posterior: Posterior
    at_peak: Floats


@dataclass
class _Trials:
    """Fits without one statement each; none is made twice."""

    posterior: Posterior
    highest: Mode
    observed: Observed
    targets: Targets
    seed: int
    sides: dict[int, _Side] = field(default_factory=dict)
    drawn: dict[int, Floats] = field(default_factory=dict)

    def side(self, left_out: int) -> _Side:
        """Return the peak without a statement."""
        if left_out not in self.sides:
            alone = Posterior(
                self.posterior.system, self.observed.without([left_out]).figures()
            )
            mode = find_mode(alone, self.highest.theta, SIDE_STAGES)
            levels = self.targets.weights.sums(mode.look.vector) + FLOOR
            self.sides[left_out] = _Side(mode, alone, np.log(levels))
        return self.sides[left_out]

    def draws(self, left_out: int) -> Floats:
        """Return draws of every target without a statement, shape (n, targets)."""
        if left_out not in self.drawn:
            side = self.side(left_out)
            rng = np.random.default_rng(self.seed)
            bell = center(side.posterior, side.mode)
            thetas = draw_bent(side.posterior, bell, SIDE_DRAWS, rng, SIDE_BENDS)
            self.drawn[left_out] = side.posterior.predict_many(
                thetas, self.targets.weights
            )
        return self.drawn[left_out]


def _compare(a: int, b: int, trials: _Trials, model: Model) -> Conflict | None:
    limit = log(model.rules.conflict_factor)
    near = _near(a, b, trials.observed, trials.targets)
    at_peak = trials.side(b).at_peak - trials.side(a).at_peak
    if not near or np.abs(at_peak[near]).max() < limit / 2:
        return None
    if_a, if_b = trials.draws(b), trials.draws(a)
    apart = np.abs(_log_median(if_a) - _log_median(if_b))
    split = tuple(number for number in near if apart[number] > limit)
    return Conflict(a, b, if_a, if_b, split) if split else None


def _log_median(values: Floats) -> Floats:
    """Return the log of the median over draws."""
    logs: Floats = np.log(np.median(values, axis=0) + FLOOR)
    return logs


def _near(a: int, b: int, observed: Observed, targets: Targets) -> list[int]:
    windows = [observed.statements[number].window for number in (a, b)]
    first = min(window.first for window in windows) - 1
    last = max(window.last for window in windows) + NEAR_MONTHS
    return [
        number
        for number, target in enumerate(targets.listed)
        if first <= target.month <= last
    ]


def _candidates(
    posterior: Posterior,
    mode: Mode,
    observed: Observed,
    targets: Targets,
    influence: Influence,
    speakers: "_Speakers",
) -> list[tuple[int, int]]:
    """Return pairs of statements worth a trial, those that pull hardest first."""
    term = posterior.figures.term
    terms = range(posterior.figures.terms)
    pulls = np.array([influence.pull(rows_of(term, [n])) for n in terms])
    strength: dict[tuple[int, int], float] = {}
    found = (
        *_opposed(pulls, observed, targets, speakers),
        *_outliers(posterior, mode, pulls, targets, speakers),
    )
    for pair, hard in found:
        strength[pair] = max(strength.get(pair, 0.0), hard)
    ranked = sorted(strength, key=lambda pair: (-strength[pair], pair))
    return ranked[:MOST_PAIRS]


Found = Iterator[tuple[tuple[int, int], float]]


def _opposed(
    pulls: Floats, observed: Observed, targets: Targets, speakers: "_Speakers"
) -> Found:
    for number in range(len(targets.listed)):
        near = speakers.about(number)
        if len(near) < 2:
            continue
        here = pulls[near, number]
        up, down = near[int(here.argmax())], near[int(here.argmin())]
        hard = min(here.max(), -here.min())
        if (
            hard > HARD
            and observed.statements[up].origin != observed.statements[down].origin
        ):
            yield (up, down), float(hard)


def _outliers(
    posterior: Posterior,
    mode: Mode,
    pulls: Floats,
    targets: Targets,
    speakers: "_Speakers",
) -> Found:
    term = posterior.figures.term
    inside = np.bincount(term, weights=mode.look.share)
    for odd in np.flatnonzero(inside < 1 - LIKELY):
        rows = rows_of(term, [int(odd)])
        wants = float(np.sign(mode.look.slope[rows].sum()))
        for number in range(len(targets.listed)):
            about = speakers.about(number)
            near = [n for n in about if n != odd]
            if not near or odd not in about:
                continue
            against = -wants * pulls[near, number]
            rival = near[int(against.argmax())]
            if against.max() > HARD:
                pair = (int(odd), rival) if wants > 0 else (rival, int(odd))
                yield pair, float(against.max())


class _Speakers:
    """Knows which statements speak about which targets.

    Those do that are about a time near it and about people it counts: whoever is in
    its compartments, or comes into them.
    """

    def __init__(self, observed: Observed, targets: Targets, model: Model) -> None:
        by_observable = people_by_observable(model)
        by_answer = people_by_answer(model)
        about: dict[str, list[tuple[int, int, int]]] = {
            code: [
                (number, said.window.first - 1, said.window.last + NEAR_MONTHS)
                for number, said in enumerate(observed.statements)
                if any(counted & by_observable[name] for name in said.observables)
            ]
            for code, counted in by_answer.items()
        }
        self._about = [
            [n for n, first, last in about[t.answer.code] if first <= t.month <= last]
            for t in targets.listed
        ]

    def about(self, number: int) -> list[int]:
        """Return the statements about a target."""
        return self._about[number]


def _distinct(peaks: list[Mode]) -> tuple[Mode, ...]:
    """Return peaks that differ, the one with most evidence first."""
    kept: list[Mode] = []
    for peak in sorted(peaks, key=lambda mode: -mode.log_evidence):
        same = (
            abs(peak.look.log_density - other.look.log_density) < SAME_PEAK
            and float(np.abs(peak.theta - other.theta).max()) < SAME_PEAK
            for other in kept
        )
        if not any(same):
            kept.append(peak)
    return tuple(kept)
