"""An entry of a codebook takes the keys it knows, and stays as it is."""

import msgspec
import pytest

from tumen.codebook.entry import Entry


class Tool(Entry, frozen=True, kw_only=True):
    name: str
    weight_kg: float = 1.0


def test_what_is_left_out_takes_its_default() -> None:
    assert msgspec.convert({"name": "spade"}, Tool).weight_kg == 1.0


def test_an_unknown_key_is_refused_by_name() -> None:
    with pytest.raises(msgspec.ValidationError, match="colour"):
        msgspec.convert({"name": "spade", "colour": "red"}, Tool)


def test_a_missing_key_is_refused_by_name() -> None:
    with pytest.raises(msgspec.ValidationError, match="name"):
        msgspec.convert({}, Tool)


def test_an_entry_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        Tool(name="spade").name = "saw"  # type: ignore[misc]  # that is the point


def test_values_are_given_by_name_only() -> None:
    with pytest.raises(TypeError):
        Tool("spade")  # type: ignore[call-arg]  # that is the point
