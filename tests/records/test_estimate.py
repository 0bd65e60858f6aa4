"""A state nobody has counted is empty, not zero."""

from tumen.records.estimate import BoxState


def test_a_box_without_claims_has_no_number() -> None:
    state = BoxState(code="C4", year=2020, low=None, best=None, high=None, unit=None)
    assert (state.low, state.claims, state.origins, state.words) == (None, (), 0, ())
