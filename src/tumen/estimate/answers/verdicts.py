"""Decide what an answer is: one band, two conditional estimates, or none."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from tumen.codebook.model import ModelAnswer
from tumen.estimate.answers.conflicts import Conflict
from tumen.estimate.answers.influence import rows_of
from tumen.estimate.answers.people import people_by_answer, people_by_observable
from tumen.estimate.answers.weighing import LEVELS, Weighing
from tumen.estimate.engine.months import month_of
from tumen.estimate.engine.system import Floats
from tumen.estimate.observe.observe import Statement
from tumen.estimate.observe.windows import Window
from tumen.records.estimate import Conditional, Pull, Quantiles, Verdict, Weighed
from tumen.records.ids import ClaimId

INVISIBLE = "A bias that all sources share is invisible to this estimate."
ROUGH = (
    "The band is an approximation (Pareto shape {shape:.1f}; up to 0.7 it is close)."
)
PEAKS = "The figures allow more than one answer here; the band covers them all."
PEAKS_APART = 1.1
"""Factor between the medians of two peaks from which that is worth a word."""
MOST_SHAPE = 0.7
LEAST_PULL = 0.01
"""Pull, in logs, that is worth a line."""
LEAST_NARROWING = 0.01
"""Share of the variance an origin must take away to speak about an answer."""
MUCH_NARROWING = 0.2
MONTHS_APART = 6
"""Two counts of a stock must lie so far apart to tell how many left in between."""
LIKELY = 0.5


@dataclass(frozen=True)
class _Speaker:
    """An origin or a house, and the rows of its statements."""

    kind: str
    name: str
    statements: tuple[int, ...]


@dataclass(frozen=True)
class _Grounds:
    """What an answer stands on: `why` says why there is none, else it is None."""

    conflict: Conflict | None
    origins: list[tuple[str, list[Statement]]]
    learnt: float
    why: str | None


class Judge:
    """Says of every target of a weighing what kind of answer it is."""

    def __init__(self, weighing: Weighing) -> None:
        self.weighing = weighing
        self._found: dict[int, _Grounds] = {}
        self.by_answer = people_by_answer(weighing.model)
        self.by_observable = people_by_observable(weighing.model)
        self.flow_observables = {o.name for o in weighing.model.observables if o.flow}
        self.origins = self._speakers("origin")
        # A house with one origin pulls as its origin does, and would say who that is.
        self.houses = tuple(h for h in self._speakers("house") if self._is_shared(h))
        influence, term = weighing.influence, weighing.posterior.figures.term
        rows = [rows_of(term, speaker.statements) for speaker in self.origins]
        self.narrowing = np.array([influence.narrowing(held) for held in rows])
        speakers = (*self.origins, *self.houses)
        self.pulls = np.array(
            [influence.pull(rows_of(term, each.statements)) for each in speakers]
        )

    def is_silent(self, target: int) -> bool:
        """Tell whether there is no estimate of a target."""
        return self._grounds(target).why is not None

    def weighed(self, target: int) -> Weighed:
        """Return what the model says about a target, beside its quantiles."""
        weighing = self.weighing
        grounds = self._grounds(target)
        conflict, origins = grounds.conflict, grounds.origins
        learnt, why = grounds.learnt, grounds.why
        verdict = Verdict.BAND
        if why is not None:
            verdict = Verdict.NONE
        elif conflict is not None:
            verdict = Verdict.CONDITIONAL
        return Weighed(
            verdict=verdict,
            why=why,
            evidence=learnt,
            prior=Quantiles(*map(float, weighing.prior_quantiles[:, target])),
            origins=tuple(name for name, _ in origins),
            claims=tuple(
                dict.fromkeys(
                    claim.id
                    for _, statements in origins
                    for said in statements
                    for claim in said.claims
                )
            ),
            conditionals=self._conditionals(conflict, target)
            if verdict is Verdict.CONDITIONAL and conflict
            else (),
            pulls=() if verdict is Verdict.NONE else self._pulls(target),
            outliers=tuple(dict.fromkeys(said.origin for said in self._odd(target))),
            notes=self._notes(target),
        )

    def _is_shared(self, house: _Speaker) -> bool:
        said = [self.weighing.observed.statements[n] for n in house.statements]
        return len({statement.origin for statement in said}) > 1

    def _grounds(self, target: int) -> "_Grounds":
        """Return what an answer stands on; found once for each target."""
        if target not in self._found:
            conflict = self._conflict(target)
            origins = self._speaking(target, conflict)
            learnt = float(self.weighing.learnt[target])
            if conflict is not None:
                learnt = self.weighing.learnt_if(conflict, target)
            # That two origins disagree is no lack of evidence: each is told as it is.
            least = 0.0 if conflict else self.weighing.model.rules.least_evidence
            why = self._why_none(len(origins), learnt, least)
            self._found[target] = _Grounds(conflict, origins, learnt, why)
        return self._found[target]

    def _speakers(self, kind: str) -> tuple[_Speaker, ...]:
        found: dict[str, list[int]] = {}
        for number, said in enumerate(self.weighing.observed.statements):
            name = said.origin if kind == "origin" else said.house
            found.setdefault(name, []).append(number)
        return tuple(
            _Speaker(kind, name, tuple(numbers))
            for name, numbers in sorted(found.items())
        )

    def _speaking(
        self, target: int, conflict: Conflict | None
    ) -> list[tuple[str, list[Statement]]]:
        """Return the origins that count for an answer, and what they say about it.

        They speak about the people it counts and narrow it, and lie together within so
        many months that hold its date; of all such stretches the fullest is taken. Both
        sides of a conflict count, though the peak may take one for an outlier.
        """
        statements = self.weighing.observed.statements
        sides = (conflict.a, conflict.b) if conflict else ()
        torn = {statements[side].origin for side in sides}
        span = self.weighing.model.rules.origin_months
        at = self.weighing.targets.listed[target].month
        heard = [
            (speaker.name, near)
            for number, speaker in enumerate(self.origins)
            if speaker.name in torn or self.narrowing[number, target] >= LEAST_NARROWING
            if (near := self._about(number, target, at - span + 1, at + span))
        ]
        found: list[tuple[str, list[Statement]]] = []
        for begin in range(at - span + 1, at + 1) if heard else ():
            here = [
                (name, [s for s in said if _meets(s.window, begin, begin + span)])
                for name, said in heard
            ]
            found = max(found, [pair for pair in here if pair[1]], key=len)
        return found if self._can_tell(found, target) else []

    def _can_tell(
        self, found: Sequence[tuple[str, list[Statement]]], target: int
    ) -> bool:
        """Tell whether counts of a stock lie far enough apart to tell of a flow."""
        answer = self.weighing.targets.listed[target].answer
        said = [statement for _, statements in found for statement in statements]
        is_direct = any(
            self._counts(name, self.by_answer[answer.code], answer)
            for statement in said
            for name in statement.observables
        )
        if is_direct or not said:
            return True
        ends = [statement.window.last for statement in said]
        return max(ends) - min(ends) >= MONTHS_APART

    def _about(self, number: int, target: int, first: int, end: int) -> list[Statement]:
        """Return what an origin says about the people of an answer in some months.

        A count of some of them speaks about them, a count of more people than them does
        not; nor does a count of who is there about who came. Two counts of those present
        tell how many went home, though: who counts the people a flow comes from speaks
        about it when that narrows the answer by a fifth.
        """
        answer = self.weighing.targets.listed[target].answer
        counted = self.by_answer[answer.code]
        leave = {f.name: f.source for f in self.weighing.model.flows}
        left = {leave[name] for name in answer.flow}
        tells_much = self.narrowing[number, target] >= MUCH_NARROWING
        statements = self.weighing.observed.statements
        return [
            statements[n]
            for n in self.origins[number].statements
            if _meets(statements[n].window, first, end)
            and any(
                self._counts(name, counted, answer)
                or (tells_much and self.by_observable[name] <= left)
                for name in statements[n].observables
            )
        ]

    def _counts(
        self, observable: str, counted: frozenset[str], answer: ModelAnswer
    ) -> bool:
        is_flow = observable in self.flow_observables
        return self.by_observable[observable] <= counted and (
            is_flow or bool(answer.stock)
        )

    def _why_none(self, origins: int, learnt: float, least: float) -> str | None:
        rules = self.weighing.model.rules
        if origins < rules.least_origins:
            return (
                f"{origins} independent origin{'s' if origins != 1 else ''} within "
                f"{rules.origin_months} months; {rules.least_origins} are needed"
            )
        if learnt < least:
            return (
                f"the figures take away {learnt:.0%} of what was unknown before; "
                f"{least:.0%} is needed"
            )
        return None

    def _conflict(self, target: int) -> Conflict | None:
        """Return the conflict that splits a target most, None without one."""
        found = [c for c in self.weighing.conflicts if target in c.split]
        if not found:
            return None
        return max(found, key=lambda c: c.apart(target))

    def _conditionals(
        self, conflict: Conflict | None, target: int
    ) -> tuple[Conditional, ...]:
        if conflict is None:
            return ()
        statements = self.weighing.observed.statements
        sides = (
            (conflict.a, conflict.b, conflict.if_a),
            (conflict.b, conflict.a, conflict.if_b),
        )
        return tuple(
            Conditional(
                origin=statements[right].origin,
                claims=tuple(claim.id for claim in statements[right].claims),
                against=statements[wrong].origin,
                quantiles=quantiles_of(values[:, target]),
                counted=self._counted(statements[right]),
            )
            for right, wrong, values in sides
        )

    def _counted(self, statement: Statement) -> str:
        """Return what a statement counts, as the model calls it."""
        asked = self.weighing.model.observables
        labels = {observable.name: observable.label for observable in asked}
        return " and ".join(labels[name] for name in statement.observables)

    def _pulls(self, target: int) -> tuple[Pull, ...]:
        speakers = (*self.origins, *self.houses)
        found = []
        for number, speaker in enumerate(speakers):
            moved = float(self.pulls[number, target])
            if abs(moved) >= LEAST_PULL:
                found.append((speaker, moved))
        found.sort(key=lambda pair: (-abs(pair[1]), pair[0].kind, pair[0].name))
        return tuple(
            Pull(
                kind=speaker.kind,
                name=self._label(speaker),
                factor=float(np.exp(moved)),
                claims=self._claims(speaker) if speaker.kind == "origin" else (),
            )
            for speaker, moved in found
        )

    def _label(self, speaker: _Speaker) -> str:
        if speaker.kind == "origin":
            return speaker.name
        houses = {house.code: house.label for house in self.weighing.model.houses}
        return houses[speaker.name]

    def _claims(self, speaker: _Speaker) -> tuple[ClaimId, ...]:
        said = [self.weighing.observed.statements[n] for n in speaker.statements]
        return tuple(claim.id for statement in said for claim in statement.claims)

    def _notes(self, target: int) -> tuple[str, ...]:
        """Return what to know with the number; that bias can be invisible, always."""
        weighing = self.weighing
        notes = [INVISIBLE]
        if weighing.draws.shape > MOST_SHAPE:
            notes.append(ROUGH.format(shape=weighing.draws.shape))
        # Two answers have no band that could cover them.
        if self._is_split(target) and self._conflict(target) is None:
            notes.append(PEAKS)
        month = weighing.targets.listed[target].month
        counted = self.by_answer[weighing.targets.listed[target].answer.code]
        people = self.by_observable
        for change in weighing.model.breaks:
            is_after = month_of(change.first, weighing.model.first) <= month
            if is_after and counted & people[change.observable]:
                notes.append(
                    f"Counted otherwise before {change.first}: {change.source}."
                )
        notes += [
            f"{seen.label}: {seen.note}."
            for seen in weighing.model.observables
            if (seen.first or seen.last)
            and counted & people[seen.name]
            and any(seen.name in s.observables for s in self._near(month))
        ]
        return tuple(dict.fromkeys(notes))

    def _is_split(self, target: int) -> bool:
        """Tell whether the peaks that were drawn from differ about a target."""
        draws, values = self.weighing.draws.mode, self.weighing.values[:, target]
        medians = [float(np.median(values[draws == n])) for n in np.unique(draws)]
        return max(medians) > PEAKS_APART * min(medians)

    def _near(self, month: int) -> list[Statement]:
        months = self.weighing.model.rules.origin_months / 2
        return [
            said
            for said in self.weighing.observed.statements
            if said.window.first - months <= month <= said.window.last + months
        ]

    def _odd(self, target: int) -> list[Statement]:
        """Return statements near a time, about these people, that are taken for outliers."""
        weighing = self.weighing
        month = weighing.targets.listed[target].month
        people = self.by_observable
        counted = self.by_answer[weighing.targets.listed[target].answer.code]
        near = self._near(month)
        return [
            said
            for said, inside in zip(
                weighing.observed.statements, weighing.inside, strict=True
            )
            if inside < LIKELY
            and said in near
            and any(counted & people[name] for name in said.observables)
        ]


def _meets(window: Window, first: int, end: int) -> bool:
    return window.first < end and first <= window.last


def quantiles_of(values: Floats) -> Quantiles:
    """Return the quantiles of draws."""
    return Quantiles(*(float(v) for v in np.quantile(values, LEVELS)))
