"""What a model says before any figure."""

from datetime import date

from tumen.codebook.model import Model
from tumen.estimate.answers.prior import prior_bands
from tumen.records.estimate import PriorBand

TODAY = date(2006, 12, 31)


def bands(model: Model) -> dict[tuple[str, int], PriorBand]:
    return {(b.code, b.year): b for b in prior_bands(model, today=TODAY)}


def test_every_answer_has_a_band_in_every_year(model: Model) -> None:
    assert len(bands(model)) == 2 * len(model.answers)


def test_quantiles_rise(model: Model) -> None:
    q = bands(model)["C3", 2006].quantiles
    assert q.q05 < q.q25 < q.q50 < q.q75 < q.q95


def test_the_first_stock_is_near_its_median(model: Model) -> None:
    work = next(c for c in model.compartments if c.name == "work")
    q = bands(model)["C3w", 2005].quantiles
    assert q.q05 < work.median < q.q95


def test_compartments_that_only_collect_grow(model: Model) -> None:
    found = bands(model)
    assert found["C11", 2006].quantiles.q50 > found["C11", 2005].quantiles.q50
