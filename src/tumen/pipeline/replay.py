"""Ask the model again: as known on a date, with other official figures, what if."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from tumen.codebook.model import Model, Scenario
from tumen.errors import CaseError, UsageError
from tumen.protect.facts import CaseFacts
from tumen.records.claim import Claim
from tumen.records.document import Document
from tumen.records.estimate import Estimate, Projection

if TYPE_CHECKING:
    from tumen.estimate.answers.weighing import Weighing
    from tumen.pipeline.case import Case

OFFICIAL_FACTORS = (0.7, 1.0, 1.4)
"""What all official figures are multiplied by, to see how much hangs on them."""


def known_on(facts: CaseFacts, case: "Case", day: date) -> CaseFacts:
    """Return a case as it would have been answered on an earlier day.

    A claim is known from the last day on which its page may have been published; one on
    a page without a date, or in a table, from the last day it is about.
    """
    known = tuple(
        entry
        for entry in facts.reviewed
        if (since := known_since(entry.claim, facts.documents.get(entry.claim.capture)))
        and since <= day
    )
    stages = case.stages
    groups = stages.group(known, facts.documents, facts.codebook)
    estimates = stages.estimate(groups, known, facts.documents, facts.codebook, day)
    boxes = stages.boxes(groups, known, facts.documents, facts.codebook, day, estimates)
    return replace(
        facts, reviewed=known, groups=groups, estimates=estimates, boxes=boxes
    )


def known_since(claim: Claim, page: Document | None) -> date | None:
    """Return the day from which a claim was known; None when nothing tells."""
    if page is not None and page.published is not None:
        printed = page.published.period
        if printed.last or printed.first:
            return printed.last or printed.first
    return claim.as_of.last or claim.as_of.first


def model_of(case: "Case") -> Model:
    """Return the model of a case's codebook.

    Raises:
        CaseError: the codebook has none.
    """
    if case.codebook.model is None:
        raise CaseError(
            f"the codebook {case.codebook.name} has no model",
            "Add model.toml to it; docs/howto/add_a_codebook.md tells how.",
        )
    return case.codebook.model


def weigh_case(
    case: "Case", *, today: date, official_factor: float = 1.0
) -> "Weighing":
    """Return the figures of a case, weighed.

    Raises:
        CaseError: the codebook has no model, or no figure speaks about it.
    """
    from tumen.estimate.answers.weighing import weigh

    model = model_of(case)
    with case.store.reading() as reader:
        groups, reviewed = reader.groups(), reader.reviewed()
    found = weigh(
        groups,
        reviewed,
        case.codebook,
        model,
        today=today,
        official_factor=official_factor,
    )
    if found is None:
        raise CaseError(
            "no figure of this case speaks about the model",
            "Add pages or figure tables, then: tumen run CASE",
        )
    return found


def with_official(
    facts: CaseFacts, case: "Case", factor: float, *, today: date
) -> CaseFacts:
    """Return a case answered with all official figures times a factor."""
    from tumen.estimate.answers.series import model_estimates

    weighing = weigh_case(case, today=today, official_factor=factor)
    envelopes = _without_model(facts.estimates)
    return replace(facts, estimates=model_estimates(weighing, envelopes))


def _without_model(estimates: Sequence[Estimate]) -> tuple[Estimate, ...]:
    """Return the envelopes: rows the model has no part in."""
    return tuple(
        replace(row, weighed=None) for row in estimates if row.engine != "model"
    )


def what_if(
    case: "Case", scenarios: Sequence[Scenario], *, today: date, years: int
) -> tuple[Projection, ...]:
    """Return what scenarios would mean, year by year, from the draws of a case."""
    from tumen.estimate.answers.what_if import project

    return project(weigh_case(case, today=today), scenarios, years=years)


def find_scenarios(model: Model, names: Sequence[str]) -> tuple[Scenario, ...]:
    """Return scenarios of a model by name, in the order asked.

    Raises:
        UsageError: no such scenario; the remedy lists those there are.
    """
    known = {scenario.name: scenario for scenario in model.scenarios}
    for name in names:
        if name not in known:
            raise UsageError(
                f"there is no scenario {name!r}",
                f"Use one of: {', '.join(known)}, or a TOML file of your own.",
            )
    return tuple(known[name] for name in names)
