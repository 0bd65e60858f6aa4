"""Ask a case for every month: bands of stocks by month and of flows by year."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from quality.loop.simple import Band, simple_bands, sizes_by_code
from quality.loop.truth import Wanted, make_wanted
from tumen.codebook.names import make_names
from tumen.estimate.answers.targets import Targets, months_until
from tumen.estimate.answers.verdicts import Judge
from tumen.estimate.answers.weighing import Weighing, weigh_figures
from tumen.estimate.engine.months import last_day_of
from tumen.estimate.engine.system import compile_system
from tumen.estimate.evidence import gather
from tumen.estimate.observe.observe import observe
from tumen.pipeline.case import Case
from tumen.pipeline.replay import model_of
from tumen.records.estimate import Quantiles, Verdict
from tumen.records.world import World


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What the chain says about one number, and what it was in the world.

    Args:
        code: of the answer; `at`: last day of the month or year.
        band: 5, 50 and 95 % of the draws, whatever the verdict.
        sides: bands of two conditional answers, else empty.
        simple: bands of the simple answers by name; those without are missing.
    """

    code: str
    at: date
    is_stock: bool
    truth: float
    verdict: Verdict
    band: Band
    sides: tuple[Band, ...]
    simple: dict[str, Band]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """All answers of a case, and how many figures they stand on."""

    answers: tuple[Answer, ...]
    statements: int
    refused: int


def ask_case(case: Case, world: World, today: date) -> Asked:
    """Return the answers of a case that has been run, from its first figure on."""
    model = model_of(case)
    system = compile_system(model, months_until(model, today))
    groups, reviewed = case.groups(), case.reviewed()
    evidence = gather(groups, reviewed, case.codebook, make_names(case.codebook))
    observed = observe(reviewed, evidence, model, system)
    if not observed.statements:
        return Asked(answers=(), statements=0, refused=len(observed.refused))
    begins = min(said.window.first for said in observed.statements)
    wanted = [
        each
        for each in make_wanted(model, system, world)
        if each.target.month >= begins
    ]
    targets = Targets(tuple(each.target for each in wanted))
    weighing = weigh_figures(observed, model, system, targets, {})
    return Asked(
        answers=read_answers(weighing, wanted),
        statements=len(observed.statements),
        refused=len(observed.refused),
    )


def read_answers(weighing: Weighing, wanted: Sequence[Wanted]) -> tuple[Answer, ...]:
    """Return what a weighing says about everything that was asked of it."""
    judge = Judge(weighing)
    sizes = sizes_by_code(weighing.model, weighing.observed.statements)
    found = []
    for number, each in enumerate(wanted):
        weighed, target = judge.weighed(number), each.target
        low, _, middle, _, high = map(float, weighing.quantiles[:, number])
        found.append(
            Answer(
                code=target.answer.code,
                at=last_day_of(target.month, weighing.model.first),
                is_stock=each.is_stock,
                truth=each.truth,
                verdict=weighed.verdict,
                band=(low, middle, high),
                sides=tuple(_band(s.quantiles) for s in weighed.conditionals),
                simple=simple_bands(target, sizes[target.answer.code]),
            )
        )
    return tuple(found)


def _band(quantiles: Quantiles) -> Band:
    return quantiles.q05, quantiles.q50, quantiles.q95
