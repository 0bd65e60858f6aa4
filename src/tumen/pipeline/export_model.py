"""Hand the numbers of a case's model to other tools."""

from datetime import date
from typing import TYPE_CHECKING

from tumen.pipeline.replay import weigh_case

if TYPE_CHECKING:
    from tumen.pipeline.case import Case


def export_model(case: "Case", *, today: date, observations: bool) -> dict[str, bytes]:
    """Return priors, draws and, if asked for, observations as files by name.

    Raises:
        CaseError: the codebook has no model, or no figure speaks about it.
    """
    from tumen.estimate.answers.exported import export_weighing
    from tumen.protect.policy import load_policy

    return export_weighing(
        weigh_case(case, today=today),
        annual_elements(case),
        small=load_policy().small_cell,
        observations=observations,
    )


def annual_elements(case: "Case") -> frozenset[str]:
    """Return elements of people who hide, flee or ask for refuge."""
    boxes = (box.elements for box in case.codebook.boxes if box.annual)
    arrows = (arrow.elements for arrow in case.codebook.arrows if arrow.annual)
    return frozenset(code for codes in (*boxes, *arrows) for code in codes)
