import pytest

from tumen.codebook.schema import Codebook
from tumen.extract.known_names import KnownNames


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("data from the U.N. refugee agency", "UNHCR"),
        ("South Korea’s spy agency", "National Intelligence Service"),
        ("the KINU", "Korea Institute for National Unification"),
    ],
)
def test_aliases_lead_to_the_canonical_name(
    codebook: Codebook, phrase: str, name: str
) -> None:
    assert [k.name for k in KnownNames(codebook).find(phrase)] == [name]


def test_an_abbreviation_stands_for_a_report(codebook: Codebook) -> None:
    found = KnownNames(codebook).find("Korea Institute for National Unification")
    assert found[0].short == "KINU"


def test_a_body_without_abbreviation_keeps_its_name(codebook: Codebook) -> None:
    assert KnownNames(codebook).find("Sejong Institute")[0].short == "Sejong Institute"


def test_outlets_are_told_from_institutions(codebook: Codebook) -> None:
    found = KnownNames(codebook).find("Yonhap asked UNHCR")
    assert [k.is_outlet for k in found] == [True, False]


def test_a_name_inside_a_word_is_none(codebook: Codebook) -> None:
    assert KnownNames(codebook).find("the unison of INSSIDERS") == ()


def test_who_gains_from_a_figure_is_known(codebook: Codebook) -> None:
    assert KnownNames(codebook).find("Interior Ministry")[0].stake == "low"


SHARED = frozenset({"foreign ministry", "labour ministry"})


@pytest.mark.parametrize(
    ("phrase", "country", "names"),
    [
        ("Kuwait's labour ministry", "RU", []),
        ("the labour ministry of Qatar", "RU", []),
        ("Russia's labour ministry", "KW", ["Russian Labor Ministry"]),
        ("the labour ministry", "MN", []),
        ("the labour ministry", "RU", ["Russian Labor Ministry"]),
    ],
)
def test_a_name_many_bodies_bear_goes_with_its_country(
    codebook: Codebook, phrase: str, country: str, names: list[str]
) -> None:
    known = KnownNames(codebook, SHARED, country)
    assert [k.name for k in known.find(phrase)] == names


@pytest.mark.parametrize(
    ("name", "is_listed"), [("UNHCR", True), ("UNHCR in Oslo", False), ("Ada", False)]
)
def test_only_a_whole_name_is_listed(
    codebook: Codebook, name: str, *, is_listed: bool
) -> None:
    assert KnownNames(codebook).has(name) is is_listed
