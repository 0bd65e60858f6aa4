"""Whom a figure or an answer counts: people in compartments, or coming into them."""

from collections.abc import Sequence

from tumen.codebook.model import Model


def counted_people(
    model: Model, stock: Sequence[str], flow: Sequence[str]
) -> frozenset[str]:
    """Return the compartments of a stock, or those that flows lead into."""
    into = {f.name: f.target for f in model.flows}
    return frozenset((*stock, *(into[name] for name in flow)))


def people_by_observable(model: Model) -> dict[str, frozenset[str]]:
    """Return whom each observable counts."""
    return {
        seen.name: counted_people(model, seen.stock, seen.flow)
        for seen in model.observables
    }


def people_by_answer(model: Model) -> dict[str, frozenset[str]]:
    """Return whom each answer counts, by its code."""
    return {
        answer.code: counted_people(model, answer.stock, answer.flow)
        for answer in model.answers
    }
