"""Outlets are found by name, abbreviation and domain."""

import pytest

from tumen.codebook.load import load_codebook
from tumen.codebook.schema import Codebook, Outlet
from tumen.read.outlet_names import find_names


@pytest.mark.parametrize(
    "text",
    [
        "told The Lantern Gazette.",
        "see WWW.LanternGazette.example/a",
        "(Lantern Gazette)",
    ],
)
def test_every_name_leads_to_the_canonical_one(text: str, codebook: Codebook) -> None:
    hits = find_names(codebook.outlets).find_in(text)
    assert [hit.name for hit in hits] == ["Lantern Gazette"]


def test_a_name_inside_a_word_is_no_mention(codebook: Codebook) -> None:
    assert find_names(codebook.outlets).find_in("Laternenfest") == ()


def test_affiliates_share_a_newsroom(codebook: Codebook) -> None:
    names = find_names(codebook.outlets)
    assert names.share_newsroom("Laterne", "Lantern Gazette")


def test_a_name_nobody_listed_stays_as_it_is(codebook: Codebook) -> None:
    assert find_names(codebook.outlets).canonical_of(" Valley Star ") == "Valley Star"


def test_no_alias_of_the_built_in_codebook_means_two_outlets() -> None:
    outlets = load_codebook("dprk-labour").outlets
    owners = [(n.lower(), o.name) for o in outlets for n in {o.name, *o.aliases}]
    names = {name for name, _ in owners}
    assert len(names) == len({*owners})


def test_affiliates_of_the_built_in_codebook_are_listed() -> None:
    outlets = load_codebook("dprk-labour").outlets
    known = {outlet.name for outlet in outlets}
    assert {o.affiliate_of for o in outlets if o.affiliate_of} <= known


def test_of_two_names_at_one_place_the_longer_is_meant() -> None:
    names = find_names(
        [Outlet(name="Bell", kind="paper"), Outlet(name="Bell Star", kind="paper")]
    )
    assert [hit.name for hit in names.find_in("Bell Star and Bell")] == [
        "Bell Star",
        "Bell",
    ]
