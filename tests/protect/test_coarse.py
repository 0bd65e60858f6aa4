"""Places and dates become coarser, never finer."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tumen.codebook.load import load_codebook
from tumen.codebook.schema import Codebook
from tumen.protect.coarse import (
    is_national,
    list_places,
    to_country,
    to_month,
    to_region,
    to_year,
)
from tumen.records.period import Period

DAYS = st.dates(date(1990, 1, 1), date(2030, 12, 31))


@given(DAYS, DAYS)
def test_a_coarser_period_holds_the_finer_one(a: date, b: date) -> None:
    period = Period(min(a, b), max(a, b))
    month, year = to_month(period), to_year(period)
    spans = [(p.first or date.max, p.last or date.min) for p in (year, month, period)]
    assert [first for first, _ in spans] == sorted(first for first, _ in spans)
    assert [last for _, last in spans] == sorted(
        (last for _, last in spans), reverse=True
    )


def test_an_open_end_stays_open() -> None:
    assert to_month(Period(date(2024, 2, 3), None)) == Period(date(2024, 2, 1), None)
    assert to_year(Period()) == Period()


@pytest.mark.parametrize(
    ("place", "region"),
    [
        ("Stillport", "North Shire"),
        ("Millbay", "the west"),
        ("Farland", "Farland"),
        ("a yard by the sea", None),
        (None, None),
    ],
)
def test_a_city_becomes_its_region(codebook: Codebook, place: str, region: str) -> None:
    assert to_region(place, list_places(codebook)) == region


@pytest.mark.parametrize(
    ("place", "iso", "country"),
    [
        ("Stillport", "FL", "Farland"),
        ("Farland", None, "Farland"),
        ("Millbay", "FL", "Farland"),
        ("a yard", None, None),
    ],
)
def test_a_place_becomes_its_country(
    codebook: Codebook, place: str, iso: str, country: str
) -> None:
    assert to_country(place, iso, list_places(codebook)) == country


def test_only_countries_are_national(codebook: Codebook) -> None:
    assert is_national("Farland", list_places(codebook))
    assert not is_national("Stillport", list_places(codebook))
    assert not is_national(None, list_places(codebook))


def test_a_town_of_the_gazetteer_is_coarsened_to_its_region() -> None:
    places = list_places(load_codebook("dprk-labour"))
    assert to_region("Surgut", places) == "Khanty-Mansi"
    assert to_country("Surgut", "RU", places) == "Russia"
