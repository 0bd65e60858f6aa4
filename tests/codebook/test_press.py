"""The shape of the press rules: names that stand for many, and what is left out."""

import msgspec
import pytest

from tumen.codebook.press import GROUPS, SPANS, TIMES, PressFact


def test_the_past_holds_every_time_that_is_over() -> None:
    assert set(GROUPS["past"]) < set(TIMES)
    assert not {"now", "next_year", "habit"} & set(GROUPS["past"])


def test_a_fact_is_a_figure_about_the_host_unless_it_says_otherwise() -> None:
    fact = PressFact(name="x", topic="count", element="people.present", span="stock")
    assert (fact.kind, fact.where, fact.factor) == ("figure", "host", 1.0)
    assert fact.span in SPANS


def test_an_unknown_key_is_an_error() -> None:
    row = {"name": "x", "topic": "y", "element": "z", "span": "stock", "colour": "red"}
    with pytest.raises(msgspec.ValidationError, match="colour"):
        msgspec.convert(row, PressFact)
