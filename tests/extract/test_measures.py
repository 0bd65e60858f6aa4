import pytest

from tumen.extract.amounts import Quantity
from tumen.extract.measures import EITHER, Reading, possible_measures
from tumen.records.amount import Measure
from tumen.records.span import Span


def quantity(kind: str | None, form: str = "plain", per: str | None = None) -> Quantity:
    return Quantity(
        span=Span(0, 1), value_span=Span(0, 1), kind=kind, form=form, per=per
    )


@pytest.mark.parametrize(
    ("found", "measures"),
    [
        (quantity("percent", "share"), {Measure.SHARE}),
        (quantity("percent", "share_words"), {Measure.SHARE}),
        (quantity("time", "age"), {Measure.NONE}),
        (quantity("time", "rate", "day"), {Measure.RATE}),
        (quantity("money", "money", "month"), {Measure.MONEY}),
        (quantity("distance"), {Measure.NONE}),
        (
            quantity("people"),
            {Measure.STOCK, Measure.FLOW, Measure.COUNT, Measure.NONE},
        ),
        (quantity("time"), {Measure.DURATION, Measure.RATE}),
    ],
)
def test_form_and_unit_bound_the_measure(
    found: Quantity, measures: set[Measure]
) -> None:
    assert possible_measures(found) == measures


def test_only_an_open_reading_is_stock_or_flow() -> None:
    assert Reading(Measure.STOCK, (Measure.FLOW,), EITHER, 0.6).is_either


def test_a_decided_reading_is_not() -> None:
    assert not Reading(Measure.STOCK, (Measure.FLOW,), "measure.stative", 0.6).is_either
