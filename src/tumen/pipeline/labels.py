"""Gather the labelled rows that reviewers made, all from one moment."""

from typing import TYPE_CHECKING

from tumen.pipeline.waiting import documents_of_added
from tumen.review.labels import LabelRow, label_rows

if TYPE_CHECKING:
    from tumen.pipeline.case import Case


def gather_labels(case: "Case") -> tuple[LabelRow, ...]:
    """Return a row for every decision that was not taken back, in their order.

    A decision on a claim that is no longer in the case gives none.
    """
    with case.store.reading() as reader:
        decisions = reader.decisions()
        return label_rows(
            (*reader.proposals(), *reader.claims()),
            decisions,
            documents_of_added(reader, decisions),
        )
