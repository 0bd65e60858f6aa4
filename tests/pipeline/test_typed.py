"""What a person writes gets the type of its slot; what cannot have it stays text."""

import pytest

from tumen.pipeline.typed import typed


@pytest.mark.parametrize(
    ("slot", "text", "value"),
    [
        ("best", "3,420", 3420.0),
        ("best", "3 420", 3420.0),
        ("best", "many", "many"),
        ("high", "inf", "inf"),
        ("start", "12", 12),
        ("start", "9" * 30, "9" * 30),
        ("chain", "a foreman < Example Radio", ["a foreman", "Example Radio"]),
        ("flags", "trend, superlative", ["trend", "superlative"]),
        ("flags", None, []),
        ("flags", ["trend"], ["trend"]),
        ("place", "12", "12"),
        ("place", None, None),
        ("low", 3, 3),
    ],
)
def test_a_value_has_the_type_of_its_slot(
    slot: str, text: object, value: object
) -> None:
    assert typed({slot: text}) == {slot: value}
