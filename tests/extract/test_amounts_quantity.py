import pytest

from tumen.extract.amounts_quantity import bounded, span_of
from tumen.extract.amounts_tokens import cut
from tumen.records.amount import Amount, Measure, Qualifier


@pytest.mark.parametrize("qualifier", list(Qualifier))
def test_what_is_filled_makes_an_amount(qualifier: Qualifier) -> None:
    low, best, high = bounded(qualifier, 3.0, 5.0)

    assert Amount(
        measure=Measure.STOCK, low=low, best=best, high=high, qualifier=qualifier
    )


def test_a_span_runs_from_the_first_piece_to_before_the_last() -> None:
    text = "over 20 men"
    span = span_of(cut(text, 0, len(text)), 0, 2)

    assert span.quote(text) == "over 20"
