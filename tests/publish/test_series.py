"""A series is found by its origins; a box by what its codebook says it counts."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import msgspec
import pytest

from tumen.codebook.load import load_codebook
from tumen.codebook.schema import Codebook, Place
from tumen.publish.series import (
    answer_of,
    claims_of_part,
    coarsen,
    find_claims,
    find_part,
    find_roles,
    find_series,
    series_of_part,
)
from tumen.records.release import Release, ReleasedClaim, ReleasedEstimate

Estimates = Callable[..., ReleasedEstimate]
Claims = Callable[..., ReleasedClaim]


@pytest.fixture
def counting(codebook: Codebook) -> Codebook:
    """The codebook with boxes that name what they count."""
    boxes = {box.code: box for box in codebook.boxes}
    change = msgspec.structs.replace
    boxes["Pw"] = change(
        boxes["Pw"],
        elements=("people.present",),
        measures=("stock",),
        populations=("builders",),
        isos=("FL",),
    )
    boxes["F"] = change(boxes["F"], elements=("people.hiding",), annual=True)
    farland = Place(
        name="Farland", level="country", within=None, names={}, lat=None, lon=None
    )
    return change(codebook, boxes=tuple(boxes.values()), places=(farland,))


def test_the_series_with_most_origins_is_chosen(
    release: Release, make_estimate: Estimates
) -> None:
    shire = make_estimate(2023, place="North Shire", lineages=("a", "b", "c", "d"))
    both = replace(release, estimates=(*release.estimates, shire))
    assert {e.place for e in find_series(both, "people.present")} == {"North Shire"}
    assert {e.place for e in find_series(both, "people.present", "Farland")} == {
        "Farland"
    }


def test_an_element_nobody_answers_has_no_series(release: Release) -> None:
    assert find_series(release, "people.hiding") == ()


def test_a_box_has_the_series_of_its_people(
    release: Release, counting: Codebook, make_estimate: Estimates
) -> None:
    cooks = make_estimate(2023, population="cooks", lineages=("a", "b", "c", "d"))
    both = replace(release, estimates=(*release.estimates, cooks))
    found = series_of_part(both, counting, "Pw")
    assert {e.population for e in found} == {"builders"}


def test_what_the_model_answers_for_a_box_comes_first(
    release: Release, make_estimate: Estimates
) -> None:
    russia = make_estimate(population="NK workers", place="Russia", iso="RU")
    others = make_estimate(
        population="North Koreans", place="Russia", iso="RU", lineages=("a", "b", "c")
    )
    both = replace(release, estimates=(others, russia))
    found = series_of_part(both, load_codebook("dprk-labour"), "C3")
    assert [e.population for e in found] == ["NK workers"]


def test_an_unknown_box_has_no_series(release: Release, codebook: Codebook) -> None:
    assert find_part(codebook, "nothing") is None
    assert series_of_part(release, codebook, "nothing") == ()


def test_the_last_answer_of_a_year_is_taken(make_estimate: Estimates) -> None:
    early = make_estimate(2024, date=date(2024, 3, 1))
    late = make_estimate(2024)
    assert answer_of((early, late), 2024) == late
    assert answer_of((early, late), 2023) is None


def test_claims_without_a_day_are_not_drawn(
    release: Release, make_claim: Claims
) -> None:
    undated = replace(release, claims=(make_claim(as_of_start=None, as_of_end=None),))
    series = find_series(undated, "people.present")
    assert find_claims(undated, "people.present", series) == ()


def test_a_box_without_a_series_has_its_own_claims(
    release: Release, codebook: Codebook
) -> None:
    assert [c.id for c in claims_of_part(release, codebook, "P")] == ["c1", "c2"]


def test_a_box_with_a_series_has_the_claims_of_all_its_years(
    release: Release, counting: Codebook
) -> None:
    assert {c.id for c in claims_of_part(release, counting, "Pw")} >= {"c1", "c3"}


def test_a_figure_about_something_else_is_weighed_but_no_origin(
    release: Release, codebook: Codebook, make_claim: Claims
) -> None:
    flow = replace(release, claims=(make_claim("c1", measure="flow"),))
    roles = find_roles(flow, codebook, find_series(flow, "people.present"))
    assert roles["c1"] == "other"


def test_a_figure_about_other_people_is_weighed_but_no_origin(
    release: Release, counting: Codebook, make_claim: Claims
) -> None:
    claims = (make_claim("c1", population="cooks"), make_claim("c3"))
    both = replace(release, claims=claims)
    roles = find_roles(both, counting, find_series(both, "people.present"))
    assert roles["c1"] == "other"
    assert roles.get("c3") != "other"


def test_hiding_is_placed_in_whole_years_whatever_the_view(
    counting: Codebook, make_claim: Claims
) -> None:
    spring = make_claim(
        element="people.hiding",
        as_of_start=date(2024, 3, 5),
        as_of_end=date(2024, 3, 5),
    )
    (placed,) = coarsen([spring], counting)
    assert (placed.as_of_start, placed.as_of_end) == (
        date(2024, 1, 1),
        date(2024, 12, 31),
    )


def test_hiding_in_one_town_is_not_drawn_at_all(
    counting: Codebook, make_claim: Claims
) -> None:
    town = make_claim(element="people.hiding", place="North Shire")
    assert coarsen([town], counting) == ()


def test_an_open_end_stays_open_in_whole_years(
    counting: Codebook, make_claim: Claims
) -> None:
    since = make_claim(element="people.hiding", as_of_start=None)
    assert coarsen([since], counting)[0].as_of_start is None


def test_other_claims_keep_their_day(counting: Codebook, make_claim: Claims) -> None:
    claim = make_claim(as_of_start=date(2024, 3, 5))
    assert coarsen([claim], counting) == (claim,)
