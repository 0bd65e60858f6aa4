"""Every claim is drawn in its own form."""

import xml.etree.ElementTree as ET
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from tumen.codebook.schema import Codebook
from tumen.publish.figures_svg import draw_figures, find_claims, find_series
from tumen.records.release import Release, ReleasedClaim, ReleasedEstimate


@pytest.fixture
def drawn(release: Release) -> Release:
    used = tuple(
        claim.id for claim in release.claims if claim.id in ("c1", "c3", "c4", "c5")
    )
    series = tuple(replace(e, claims=used) for e in release.estimates)
    return replace(release, estimates=series)


@pytest.fixture
def svg(drawn: Release, codebook: Codebook) -> str:
    return draw_figures(drawn, codebook, "people.present", link="#claim-")


def test_the_chart_is_well_formed(svg: str) -> None:
    assert ET.fromstring(svg).tag.endswith("svg")  # noqa: S314  # our own text


@pytest.mark.parametrize(
    ("claim", "role"),
    [("c1", "origin"), ("c2", "echo"), ("c5", "origin"), ("c6", "excluded")],
)
def test_each_claim_has_its_role_and_link(svg: str, claim: str, role: str) -> None:
    assert f'<a href="#claim-{claim}" class="mark {role}">' in svg


def test_the_hover_text_says_value_period_voice_and_words(svg: str) -> None:
    assert "about 3,000 (2024), Harbour Ministry: about 3,000 builders" in svg


def test_names_are_escaped(svg: str) -> None:
    assert "<b>" not in svg
    assert "Union &lt;b&gt;" in svg


def test_withheld_words_are_said_to_be_withheld(svg: str) -> None:
    assert "quote withheld" in svg


def test_the_carried_band_is_apart(svg: str) -> None:
    assert 'class="band"' in svg
    assert 'class="band carried"' in svg


def test_a_series_without_figures_is_not_drawn(
    release: Release, codebook: Codebook
) -> None:
    assert draw_figures(release, codebook, "people.hiding") == ""


def test_without_estimates_the_claims_of_the_element_are_drawn(
    release: Release, codebook: Codebook
) -> None:
    bare = replace(release, estimates=(), origins=())
    assert 'class="mark excluded"' in draw_figures(bare, codebook, "people.visa_issued")


def test_a_single_day_has_a_band_too(
    release: Release, codebook: Codebook, make_estimate: Callable[..., ReleasedEstimate]
) -> None:
    one = replace(release, estimates=(make_estimate(2024),))
    assert draw_figures(one, codebook, "people.present").count('class="band"') == 2


def test_the_series_with_most_origins_is_chosen(
    release: Release, make_estimate: Callable[..., ReleasedEstimate]
) -> None:
    shire = make_estimate(2023, place="North Shire", lineages=("a", "b", "c", "d"))
    both = replace(release, estimates=(*release.estimates, shire))
    assert {e.place for e in find_series(both, "people.present")} == {"North Shire"}
    assert {e.place for e in find_series(both, "people.present", "Farland")} == {
        "Farland"
    }


def test_claims_without_a_day_are_not_drawn(
    release: Release, make_claim: Callable[..., ReleasedClaim]
) -> None:
    undated = replace(release, claims=(make_claim(as_of_start=None, as_of_end=None),))
    assert (
        find_claims(undated, "people.present", find_series(undated, "people.present"))
        == ()
    )


def test_an_open_period_stands_at_its_known_end(
    release: Release, codebook: Codebook, make_claim: Callable[..., ReleasedClaim]
) -> None:
    claim = make_claim(as_of_start=None, as_of_end=date(2022, 2, 23))
    assert "until 2022-02-23" in draw_figures(
        replace(release, claims=(claim,)), codebook, "people.present"
    )


def test_crowded_names_give_way_to_marks(
    drawn: Release, codebook: Codebook, make_claim: Callable[..., ReleasedClaim]
) -> None:
    many = tuple(make_claim(f"c1{'x' * n}") for n in range(12))
    crowd = replace(drawn, claims=many, estimates=(), origins=())
    svg = draw_figures(crowd, codebook, "people.present")
    assert svg.count('class="mark') == 12
    assert svg.count('class="name') < 12
