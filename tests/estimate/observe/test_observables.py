"""What of the model a claim counts, and in which unit."""

import pytest

from tests.estimate.observe.conftest import said
from tumen.codebook.model import Model
from tumen.codebook.names import Names
from tumen.estimate.observe.observables import observables_of, unit_factor
from tumen.records.claim import Claim


def seen(claim: Claim, house: str, model: Model, names: Names) -> dict[str, float]:
    """Return the weights of the observables of a claim, by their names."""
    found = observables_of(claim, house, model, names)
    return {observable.name: weight for observable, weight in found}


@pytest.mark.parametrize(
    ("change", "name"),
    [
        ({}, "present"),
        ({"population": "NK labourers"}, "present"),
        ({"measure": "share", "unit": "percent"}, "share_student"),
        ({"measure": "flow"}, "sent"),
        ({"measure": "rate", "unit": "persons/month"}, "sent"),
        ({"element": "people.hiding", "population": None}, "hiding"),
        ({"element": "people.permit_valid", "unit": "permits"}, "permits"),
        ({"element": "people.visa_issued", "measure": "flow"}, "visas"),
        ({"element": "people.entries", "measure": "flow"}, "entries"),
        ({"element": "people.dispatched", "measure": "rate"}, "sent"),
    ],
)
def test_what_a_claim_counts(
    model: Model, names: Names, change: dict[str, object], name: str
) -> None:
    assert seen(said(**change), "agency", model, names) == {name: 1.0}  # type: ignore[arg-type]  # as given


@pytest.mark.parametrize(
    "change",
    [
        {"population": "fishermen"},
        {"population": None},
        {"iso": "KP"},
        {"iso": None},
        {"element": "people.repatriated", "measure": "flow"},
        {"measure": "duration"},
        {"element": "people.hiding", "measure": "flow"},
    ],
)
def test_what_the_model_does_not_count(
    model: Model, names: Names, change: dict[str, object]
) -> None:
    assert seen(said(**change), "agency", model, names) == {}  # type: ignore[arg-type]  # as given


@pytest.mark.parametrize(
    ("house", "first", "last", "name"),
    [
        ("ministry", "2024-12-01", "2024-12-31", "present"),
        ("ministry", "2025-01-01", "2025-01-31", "officially"),
        ("ministry", "2024-06-01", "2025-01-15", "officially"),
        ("ministry", "2025-02-01", None, "officially"),
        ("agency", "2025-01-01", "2025-01-31", "present"),
    ],
)
def test_a_house_may_count_otherwise_from_a_month_on(
    model: Model, names: Names, house: str, first: str, last: str | None, name: str
) -> None:
    claim = said(first=first, last=last)
    assert list(seen(claim, house, model, names)) == [name]


def test_an_undated_claim_fits_what_is_always_counted(
    model: Model, names: Names
) -> None:
    claim = said(first=None, last=None)
    assert list(seen(claim, "ministry", model, names)) == ["present"]


@pytest.mark.parametrize(
    ("measure", "weights"),
    [
        ("stock", {"present": 2 / 3, "sent": 1 / 3}),
        ("flow", {"sent": 2 / 3, "present": 1 / 3}),
    ],
)
@pytest.mark.parametrize("change", [{"flags": ("stock_or_flow",)}, {"either": None}])
def test_words_that_allow_both_speak_about_both(
    model: Model,
    names: Names,
    measure: str,
    weights: dict[str, float],
    change: dict[str, object],
) -> None:
    other = {"stock": "flow", "flow": "stock"}[measure]
    both = {key: value or other for key, value in change.items()}
    claim = said(measure=measure, **both)  # type: ignore[arg-type]  # as given
    assert seen(claim, "agency", model, names) == pytest.approx(weights)


def test_a_reading_that_counts_nothing_leaves_the_other_whole(
    model: Model, names: Names
) -> None:
    claim = said(element="people.hiding", population=None, flags=("stock_or_flow",))
    assert seen(claim, "agency", model, names) == {"hiding": 1.0}


def test_a_reading_that_is_no_measure_is_left_out(model: Model, names: Names) -> None:
    assert seen(said(either="heaps"), "agency", model, names) == {"present": 1.0}


@pytest.mark.parametrize(
    ("measure", "unit", "factor"),
    [
        ("stock", "persons", 1.0),
        ("stock", "permits", 1.0),
        ("stock", "percent", None),
        ("stock", "persons/month", None),
        ("rate", "persons/month", 1.0),
        ("rate", "persons/year", 1 / 12),
        ("rate", "persons/day", 365.25 / 12),
        ("rate", "persons/week", 365.25 / 7 / 12),
        ("rate", "persons/century", None),
        ("rate", "persons", None),
        ("flow", "persons", 1.0),
        ("flow", "percent", None),
    ],
)
def test_what_turns_a_number_into_the_unit_of_the_model(
    model: Model, measure: str, unit: str, factor: float | None
) -> None:
    plain = model.observables[1]
    assert unit_factor(said(measure=measure, unit=unit), plain) == pytest.approx(factor)


@pytest.mark.parametrize(("unit", "factor"), [("percent", 0.01), ("persons", None)])
def test_a_share_is_a_part_of_a_hundred(
    model: Model, unit: str, factor: float | None
) -> None:
    share = model.observables[2]
    assert unit_factor(said(measure="share", unit=unit), share) == factor


def test_a_claim_without_a_unit_counts_one_by_one(model: Model) -> None:
    assert unit_factor(said(unit=None), model.observables[1]) == 1.0
