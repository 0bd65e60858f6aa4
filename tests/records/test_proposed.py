"""A row of others: what it must say, and what it may leave to the page."""

import msgspec
import pytest

from tumen.records.proposed import ProposedClaim

LEAST = {
    "quote": "40 men",
    "kind": "figure",
    "element": "people.present",
    "speaker": "article",
    "speaker_kind": "author",
    "hedge": "asserted",
}


def test_what_is_left_out_is_left_to_the_page() -> None:
    row = msgspec.convert(LEAST, ProposedClaim)
    assert (row.start, row.best, row.as_of_start, row.place) == (None,) * 4


@pytest.mark.parametrize("name", LEAST)
def test_what_nobody_may_guess_has_to_be_said(name: str) -> None:
    row = {key: value for key, value in LEAST.items() if key != name}
    with pytest.raises(msgspec.ValidationError, match=name):
        msgspec.convert(row, ProposedClaim)


@pytest.mark.parametrize(
    ("name", "value"),
    [("hedge", "certain"), ("kind", "fact"), ("speaker_kind", "god"), ("best", "40")],
)
def test_closed_lists_and_types_are_kept(name: str, value: str) -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert({**LEAST, name: value}, ProposedClaim)
