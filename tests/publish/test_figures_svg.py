"""Every claim is drawn in its own form."""

import xml.etree.ElementTree as ET
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from tumen.codebook.schema import Codebook
from tumen.publish.figures_svg import draw_figures, draw_part
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
    assert 'class="band envelope"' in svg
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
    assert (
        draw_figures(one, codebook, "people.present").count('class="band envelope"')
        == 1
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


def test_an_unsure_figure_is_drawn_as_one(release: Release, codebook: Codebook) -> None:
    first, *others = release.claims
    unsure = replace(release, claims=(replace(first, confidence=0.374), *others))
    svg = draw_figures(unsure, codebook, "people.present")
    assert svg.count(' unsure">') == 1
    assert "; unsure, 37 %), Harbour Ministry: about" in svg
    assert "likelier misread than not</text>" in svg


def test_sure_figures_need_no_key_for_unsure_ones(svg: str) -> None:
    assert "likelier misread" not in svg


def test_behind_the_claims_lies_the_band_of_the_model(
    modelled: Release, codebook: Codebook
) -> None:
    svg = draw_figures(modelled, codebook, "people.present")
    assert svg.count('<polygon class="band90"') == 2
    assert svg.count('<polygon class="band50"') == 2


def test_the_envelope_stands_only_where_there_is_no_estimate(
    modelled: Release, codebook: Codebook
) -> None:
    svg = draw_figures(modelled, codebook, "people.present")
    assert svg.count('class="band envelope"') == 1


def test_a_conflict_is_two_bars_with_their_labels_and_never_a_band(
    modelled: Release, codebook: Codebook
) -> None:
    split = [e for e in modelled.estimates if e.conditionals]
    only = replace(modelled, estimates=tuple(split))
    svg = draw_figures(only, codebook, "people.present")
    assert "<polygon" not in svg
    assert ">if Union of Builders</text>" in svg
    assert ">if Harbour Ministry</text>" in svg
    assert "if Harbour Ministry is right" in svg


def test_the_figure_itself_says_what_it_cannot_see(
    modelled: Release, codebook: Codebook
) -> None:
    svg = draw_figures(modelled, codebook, "people.present")
    assert "A bias that all sources share is invisible to this estimate.</text>" in svg


def test_without_a_model_the_figure_does_not_speak_of_an_estimate(svg: str) -> None:
    assert "invisible to this estimate" not in svg


def test_far_values_of_the_model_make_the_scale_one_by_tens(
    modelled: Release, codebook: Codebook, make_band: Callable[..., ReleasedEstimate]
) -> None:
    wide = replace(modelled, estimates=(make_band(2023, q05=40.0),), claims=())
    svg = draw_figures(wide, codebook, "people.present")
    assert all(f">{number}</text>" in svg for number in ("100", "1,000", "10,000"))


def test_a_figure_about_others_is_drawn_as_one(
    modelled: Release, codebook: Codebook, make_claim: Callable[..., ReleasedClaim]
) -> None:
    entries = make_claim("c1", element="people.entries", measure="flow")
    weighed = replace(modelled, claims=(entries,))
    svg = draw_figures(weighed, codebook, "people.present")
    assert 'class="mark other"' in svg
    assert "about other people, but weighed" in svg


def test_the_chart_of_a_box_is_named_after_it(
    modelled: Release, codebook: Codebook
) -> None:
    # This box names no element: its own claims are drawn.
    assert ">Present</text>" in draw_part(modelled, codebook, "P")


def test_an_unknown_box_draws_nothing(modelled: Release, codebook: Codebook) -> None:
    assert draw_part(modelled, codebook, "nothing") == ""
