"""Every voice has a house: its own, its institution's, or that of its kind."""

import pytest

from tests.estimate.observe.conftest import said
from tumen.codebook.model import Model
from tumen.codebook.names import Names
from tumen.codebook.schema import Codebook
from tumen.estimate.observe.houses import Houses, make_houses


@pytest.fixture(scope="module")
def houses(model: Model, codebook: Codebook, names: Names) -> Houses:
    return make_houses(model, codebook, names)


@pytest.mark.parametrize(
    ("name", "kind", "house"),
    [
        ("Bo Placeholder", "named", "ministry"),
        ("bo placeholder", "named", "ministry"),
        ("Island Ministry", "institution", "ministry"),
        ("Island Ministry", "anonymous", "ministry"),
    ],
)
def test_a_voice_that_a_house_lists_belongs_to_it(
    houses: Houses, name: str, kind: str, house: str
) -> None:
    assert houses.of(said(by=(name, kind))).code == house


@pytest.mark.parametrize("name", ["Governor Placeholder", "Placeholder in December"])
def test_a_public_official_is_known_by_the_surname(houses: Houses, name: str) -> None:
    assert houses.of(said(by=(name, "named"))).code == "ministry"


@pytest.mark.parametrize("kind", ["institution", "document"])
def test_a_body_whose_name_begins_with_a_voice_belongs_to_it(
    houses: Houses, kind: str
) -> None:
    assert houses.of(said(by=("Island Ministry of Work", kind))).code == "ministry"


@pytest.mark.parametrize("kind", ["named", "pseudonymous"])
def test_a_person_whose_name_begins_with_a_voice_does_not(
    houses: Houses, kind: str
) -> None:
    assert houses.of(said(by=("Island Ministry of Work", kind))).code == "person"


def test_a_body_that_only_mentions_a_voice_does_not(houses: Houses) -> None:
    speaker = ("Friends of the Island Ministry", "institution")
    assert houses.of(said(by=speaker)).code == "body"


@pytest.mark.parametrize("name", ["Harbour Agency", "H.A.", "the Harbour Agency"])
def test_an_institution_has_the_house_the_codebook_says(
    houses: Houses, name: str
) -> None:
    assert houses.of(said(by=(name, "institution"))).code == "agency"


@pytest.mark.parametrize("name", ["Old Guild", "Far Office"])
def test_an_institution_without_a_known_house_has_that_of_its_kind(
    houses: Houses, name: str
) -> None:
    assert houses.of(said(by=(name, "institution"))).code == "body"


@pytest.mark.parametrize(
    ("kind", "house"),
    [
        ("named", "person"),
        ("pseudonymous", "person"),
        ("anonymous", "unnamed"),
        ("author", "unnamed"),
        ("institution", "body"),
        ("document", "body"),
    ],
)
def test_an_unknown_voice_has_the_house_of_its_kind(
    houses: Houses, kind: str, house: str
) -> None:
    assert houses.of(said(by=("Nobody Known", kind))).code == house


def test_only_houses_of_kinds_have_a_bias_for_each_voice(houses: Houses) -> None:
    kinds = [code for code, house in houses.by_code.items() if houses.is_kind(house)]
    assert kinds == ["body", "person", "unnamed"]
