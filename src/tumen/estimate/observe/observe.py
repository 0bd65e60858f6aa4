"""Turn the claims of a case into terms, one for each statement of each origin.

What is no evidence about the model is refused with its reason: plans, quotas and
capacities, repeats and derived numbers, soldiers, other nationalities, places the model
knows nothing of. Permits, visas, registrations and crossings are never people present;
where the model has an observable for them, they are terms of their own, tied to people
by an uncertain definition effect.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import log

from tumen.codebook.model import House, Model, Observable
from tumen.estimate.engine.forms import Form
from tumen.estimate.engine.months import month_of
from tumen.estimate.engine.posterior import Figures
from tumen.estimate.engine.system import System
from tumen.estimate.engine.terms import Reading, Sum, Term, stack_terms
from tumen.estimate.evidence import Evidence, is_figure
from tumen.estimate.observe.bounds import Bounds, bounds_of, highest, roof
from tumen.estimate.observe.effects import Effect, EffectBook
from tumen.estimate.observe.houses import Houses, make_houses
from tumen.estimate.observe.observables import observables_of, unit_factor
from tumen.estimate.observe.sights import Sight, said_once
from tumen.estimate.observe.windows import (
    Window,
    cut_by_cliff,
    mean_stock,
    tried_months,
    whole_flow,
    window_of,
)
from tumen.records.claim import Claim
from tumen.records.estimate import Excluded
from tumen.records.reviewed import ReviewedClaim

SMALLEST_SD = 1e-9
WHOLE = (0.0, 0.0)
"""Log share and its sd of a claim about the whole country."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What one origin said once, as the model sees it.

    Args:
        origin: name of the lineage; house: code of its house.
        claims: those that say it; the first gives the numbers shown.
        observables: names of what it speaks about.
        window: months it speaks about.
    """

    term: Term
    origin: str
    house: str
    claims: tuple[Claim, ...]
    observables: tuple[str, ...]
    window: Window


@dataclass(frozen=True, slots=True)
class Observed:
    """The figures of a case, ready to be weighed.

    Args:
        statements: in the order of their names.
        refused: claims that are no evidence about the model, and why.
    """

    statements: tuple[Statement, ...]
    effects: tuple[Effect, ...]
    refused: tuple[Excluded, ...]
    width: float

    def figures(self) -> Figures:
        """Return the statements as arrays."""
        terms = [statement.term for statement in self.statements]
        return stack_terms(terms, len(self.effects), self.width)

    def without(self, left_out: Sequence[int]) -> "Observed":
        """Return the same figures without some statements, by number; effects stay."""
        kept = tuple(
            s for number, s in enumerate(self.statements) if number not in set(left_out)
        )
        return replace(self, statements=kept)


def observe(
    reviewed: Sequence[ReviewedClaim],
    evidence: Evidence,
    model: Model,
    system: System,
    *,
    official_factor: float = 1.0,
) -> Observed:
    """Return what the claims of a case say about a model.

    Args:
        official_factor: multiplies all figures of official houses, to see how much
            hangs on them.
    """
    observer = _Observer(
        evidence,
        model,
        system,
        make_houses(model, evidence.codebook, evidence.names),
        official_factor,
    )
    refused: list[Excluded] = []
    seen: dict[tuple[object, ...], list[Sight]] = {}
    for entry in sorted(reviewed, key=lambda each: each.claim.id):
        if not is_figure(entry.claim):
            continue
        sight = observer.see(entry)
        if isinstance(sight, str):
            refused.append(Excluded(entry.claim.id, sight))
        else:
            seen.setdefault(sight.key, []).append(sight)
    book = EffectBook()
    groups = [said_once(group) for group in seen.values()]
    statements = [
        observer.statement(said, book)
        for said in sorted(
            (said for group in groups for said in group), key=lambda said: said[0].name
        )
    ]
    return Observed(
        tuple(statements),
        tuple(book),
        tuple(refused),
        model.rules.outlier_width,
    )


@dataclass(frozen=True, slots=True)
class _Observer:
    evidence: Evidence
    model: Model
    system: System
    houses: Houses
    official_factor: float

    def see(self, entry: ReviewedClaim) -> Sight | str:
        """Return what a claim speaks about, or why it is no evidence."""
        claim, evidence = entry.claim, self.evidence
        reason = evidence.why_not_weighed(entry)
        if reason is not None:
            return reason
        house = self.houses.of(claim)
        options = observables_of(claim, house.code, self.model, evidence.names)
        if not options:
            return (
                evidence.why_other(claim)
                if self._is_foreign(claim)
                else ("the model has no part that such a figure counts")
            )
        window = window_of(claim.as_of, self.model, self.system.months)
        if window is None:
            return "it lies outside the years of the model"
        known = [pair for pair in options if self._part(claim, pair[0]) is not None]
        if not known:
            return f"the model knows no share of {claim.place} in the whole"
        bounds = [
            (observable, weight, found)
            for observable, weight in known
            if (found := self._bounds(claim, observable, house)) is not None
        ]
        if not bounds:
            return self._why_no_size(claim, known)
        names = evidence.names
        is_whole = names.is_national(claim.place, claim.iso)
        return Sight(
            claim=claim,
            place=None if is_whole else names.place(claim.place),
            origin=evidence.origins.get(claim.id, claim.id),
            order=evidence.order.get(claim.id, 0),
            house=house,
            window=window,
            options=tuple(bounds),
        )

    def _why_no_size(
        self, claim: Claim, known: Sequence[tuple[Observable, float]]
    ) -> str:
        if all(unit_factor(claim, observable) is None for observable, _ in known):
            return f"its unit {claim.amount.unit!r} is none the model counts in"
        return "it states no size that could be true"

    def _is_foreign(self, claim: Claim) -> bool:
        element = self.evidence.codebook.elements.get(claim.element)
        return element is None or element.evidence_for is None

    def _part(self, claim: Claim, observable: Observable) -> tuple[float, float] | None:
        """Return log share and its sd of a claim's place in the country; None: unknown."""
        names = self.evidence.names
        if names.is_national(claim.place, claim.iso):
            return WHOLE
        place = names.place(claim.place)
        for part in self.model.parts:
            if part.place == place and observable.name in part.observables:
                return log(part.median), part.log_sd
        return None

    def _bounds(
        self, claim: Claim, observable: Observable, house: House
    ) -> Bounds | None:
        factor = unit_factor(claim, observable)
        if factor is None:
            return None
        if house.official:
            factor *= self.official_factor
        rules = tuple(d for d in self.model.disclosures if d.house == house.code)
        found = bounds_of(claim.amount, factor, self.model.words, rules)
        top = highest(claim.amount)
        if found is not None and observable.bound == "ceiling" and top:
            return roof(top, factor)
        is_size = found is not None and found.form in (Form.INTERVAL, Form.OVER)
        if found is not None and is_size and self._is_batch(claim, observable):
            return replace(found, form=Form.AT_LEAST)
        return found

    def _is_batch(self, claim: Claim, observable: Observable) -> bool:
        """Tell whether people who came are one batch, and others may have come too."""
        if not observable.flow or claim.amount.unit != "persons":
            return False
        window = window_of(claim.as_of, self.model, self.system.months)
        return window is not None and window.is_batch

    def statement(self, said: Sequence[Sight], book: EffectBook) -> Statement:
        """Return one statement as a term, with a reading for all that its words allow."""
        distinct = {sight.said: sight for sight in reversed(said)}
        share = 1 / len(distinct)
        readings = [
            reading
            for sight in distinct.values()
            for observable, weight, bounds in sight.options
            for reading in self._readings(
                sight, observable, bounds, weight * share, book
            )
        ]
        total = sum(reading.weight for reading in readings)
        first = said[0]
        term = Term(
            name=" ".join(map(str, first.name)),
            readings=tuple(
                replace(reading, weight=reading.weight / total) for reading in readings
            ),
            outlier=self.model.rules.outlier,
        )
        return Statement(
            term=term,
            origin=first.origin,
            house=first.house.code,
            claims=tuple(sight.claim for sight in said),
            observables=tuple(
                dict.fromkeys(o.name for sight in said for o, _, _ in sight.options)
            ),
            window=first.window,
        )

    def _readings(
        self,
        sight: Sight,
        observable: Observable,
        bounds: Bounds,
        weight: float,
        book: EffectBook,
    ) -> list[Reading]:
        loadings, offset = self._effects(sight, observable, book)
        noise = (sight.house.noise**2 + 1 / max(bounds.size, 1.0)) ** 0.5
        if observable.of_stock:
            noise = sight.house.noise
        sums = self._sums(sight, observable)
        return [
            Reading(
                above=above,
                below=below,
                weight=weight / len(sums),
                form=bounds.form,
                low=bounds.low,
                high=bounds.high,
                noise=noise,
                scale=bounds.scale,
                effects=loadings,
                offset=offset,
            )
            for above, below in sums
        ]

    def _sums(self, sight: Sight, observable: Observable) -> list[tuple[Sum, Sum]]:
        window, system = sight.window, self.system
        months = range(window.first, window.last + 1)
        if observable.flow:
            whole = whole_flow(system, observable.flow, months)
            is_rate = "/" in (sight.claim.amount.unit or "")
            each = 1 / window.months if is_rate else 1.0
            return [({place: each * weight for place, weight in whole.items()}, {})]
        spans: list[Sequence[int]] = [months]
        if cut_by_cliff(window, self.model):
            spans = [(month,) for month in tried_months(window)]
        return [
            (
                mean_stock(system, observable.stock, span),
                mean_stock(system, observable.of_stock, span),
            )
            for span in spans
        ]

    def _effects(
        self, sight: Sight, observable: Observable, book: EffectBook
    ) -> tuple[Mapping[int, float], float]:
        """Return the loadings on the effects a figure shares, and the sum of their means."""
        house = sight.house
        own = self.houses.is_kind(house)
        kind, name = ("voice", sight.origin) if own else ("house", house.code)
        shared = [Effect(kind, name, house.bias_mean, house.bias_sd)]
        shared.append(
            Effect("definition", observable.name, observable.mean, observable.log_sd)
        )
        for change in self.model.breaks:
            is_before = sight.window.last < month_of(change.first, self.model.first)
            whose = not change.houses or house.code in change.houses
            if change.observable == observable.name and whose and is_before:
                shared.append(Effect("break", change.name, 0.0, change.log_sd))
        for record in self.model.records:
            if house.code in record.houses and observable.name in record.observables:
                shared.append(Effect("record", record.name, 0.0, record.log_sd))
        part = self._part(sight.claim, observable)
        if part and part != WHOLE:
            shared.append(Effect("part", str(sight.place), *part))
        loadings: dict[int, float] = {}
        for effect in shared:
            if effect.sd > SMALLEST_SD:
                loadings[book.number(effect)] = effect.sd
        return loadings, sum(effect.mean for effect in shared)
