from collections.abc import Callable

import pytest

from tumen.extract.frame import Frame
from tumen.extract.place_marks import (
    country_of_body,
    country_of_outlet,
    currency_country,
    find_marks,
)

FrameOf = Callable[[str], Frame]


def test_money_points_to_its_country(frame_of: FrameOf) -> None:
    found = find_marks(frame_of("They are paid in rubles."))
    assert [(mark.iso, mark.kind) for mark in found] == [("RU", "money")]


def test_a_body_points_to_its_country(frame_of: FrameOf) -> None:
    found = find_marks(frame_of("The National Intelligence Service saw that."))
    assert [(mark.iso, mark.kind) for mark in found] == [("KR", "body")]


@pytest.mark.parametrize(
    ("unit", "iso"),
    [("RUB/month", "RU"), ("CNY", "CN"), ("EUR", None), ("hours/day", None), (None, None)],
)  # fmt: skip
def test_the_country_of_an_amount(
    frame_of: FrameOf, unit: str | None, iso: str | None
) -> None:
    assert currency_country(unit, frame_of("A word.").codebook) == iso


def test_a_voice_the_codebook_does_not_list_has_no_country(frame_of: FrameOf) -> None:
    assert country_of_body("Ada Example", frame_of("A word.").codebook) is None


def test_an_unknown_outlet_has_no_country(frame_of: FrameOf) -> None:
    assert country_of_outlet(frame_of("A word.")) is None
