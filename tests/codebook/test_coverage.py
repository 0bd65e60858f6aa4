"""A coverage tells which elements belong to a text, and which name a part."""

import msgspec
import pytest

from tumen.codebook.coverage import Coverage, CoveredElement, CoveredText, Handling

OWN = Coverage(
    text=(
        CoveredText(code="S0", label="one", elements=1),
        CoveredText(code="S1", label="another", elements=2),
    ),
    element=(
        CoveredElement(id="S1-02", title="b", handled=(Handling.CLAIM,), refs=("C4",)),
        CoveredElement(id="S0-01", title="a", handled=(Handling.CLAIM,), refs=("T9",)),
        CoveredElement(id="S1-01", title="c", handled=(Handling.CLAIM,), refs=("C4",)),
    ),
    part=(),
)


def test_elements_of_a_text_stand_in_order_of_the_file() -> None:
    assert [element.id for element in OWN.of_text("S1")] == ["S1-02", "S1-01"]


def test_a_part_knows_the_elements_that_name_it() -> None:
    assert OWN.telling_of("C4") == ("S1-02", "S1-01")
    assert OWN.telling_of("C5") == ()


def test_an_unknown_handling_is_an_error() -> None:
    with pytest.raises(msgspec.ValidationError, match="guessed"):
        msgspec.convert(
            {"id": "a", "title": "b", "handled": ["guessed"]}, CoveredElement
        )
