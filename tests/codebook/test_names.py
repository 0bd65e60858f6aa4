"""Names are known by their other spellings, and strangers are left alone."""

import msgspec
import pytest

from tumen.codebook import schema
from tumen.codebook.load import load_codebook
from tumen.codebook.names import (
    Names,
    in_brackets,
    make_names,
    without_brackets,
    words_of,
)


@pytest.fixture(scope="module")
def names() -> Names:
    places = (
        schema.Place(name="world", level="world"),
        schema.Place(name="Russia", level="country", iso="RU", within="world"),
        schema.Place(name="Far East", level="region", iso="RU", within="Russia"),
        schema.Place(
            name="Tomsk",
            level="city",
            iso="RU",
            within="Russia",
            names={"en": ("Tomsk City",), "ru": ("Томск",)},
        ),
        schema.Place(name="ring A", level="region", within="ring B"),
        schema.Place(name="ring B", level="region", within="ring A"),
    )
    codebook = msgspec.structs.replace(
        load_codebook("dprk-labour"),
        outlets=(
            schema.Outlet(name="Example Wire", kind="wire", aliases=("EXW", "...")),
            schema.Outlet(name="Sample Post", kind="paper"),
            schema.Outlet(
                name="Sample Post Weekly", kind="paper", affiliate_of="Sample Post"
            ),
        ),
        institutions=(
            schema.Institution(name="United Samples", aliases=("U.S.A.",)),
            schema.Institution(name="Samples Refugee Office", aliases=("SRO",)),
        ),
        places=places,
        populations=(
            schema.Population(
                name="NK workers", role="own_workers", words={"en": ("builders",)}
            ),
        ),
        public_names=("Anna Sampleova", "Anya Sampleova", "Sampleova", "Otto Muster"),
    )
    return make_names(codebook)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("The Example-Wire", ("the", "example", "wire")),
        ("Russia’s office", ("russia", "office")),
        ("U.N. office", ("un", "office")),
        ("Ｗire", ("wire",)),
    ],
)
def test_spelling_is_levelled(name: str, words: tuple[str, ...]) -> None:
    assert words_of(name) == words


@pytest.mark.parametrize(
    ("name", "outlet"),
    [
        ("EXW", "Example Wire"),
        ("the example wire", "Example Wire"),
        ("EXW via Sample Post", "Example Wire"),
        ("Sample Post Weekly", "Sample Post Weekly"),
        ("the EXW", "Example Wire"),
        ("former EXW writers", None),
        ("a report to the Sample Post", None),
        ("...", None),
        (None, None),
    ],
)
def test_outlets_are_known_by_what_opens_the_name(
    names: Names, name: str | None, outlet: str | None
) -> None:
    assert names.outlet(name) == outlet


@pytest.mark.parametrize(
    ("name", "body"),
    [("USA", "United Samples"), ("SRO figures", "Samples Refugee Office"), ("S", None)],
)
def test_institutions_are_known_by_abbreviation(
    names: Names, name: str, body: str | None
) -> None:
    assert names.institution(name) == body


@pytest.mark.parametrize(
    ("outlet", "room"),
    [("Sample Post Weekly", "Sample Post"), ("Example Wire", "Example Wire")],
)
def test_affiliates_share_a_newsroom(names: Names, outlet: str, room: str) -> None:
    assert names.newsroom(outlet) == room


@pytest.mark.parametrize(
    ("name", "population"),
    [("builders", "NK workers"), ("sailors", "sailors"), (None, None)],
)
def test_populations_not_listed_stay(
    names: Names, name: str | None, population: str | None
) -> None:
    assert names.population(name) == population


@pytest.mark.parametrize(
    ("population", "role"),
    [("NK workers", "own_workers"), ("sailors", None), (None, None)],
)
def test_roles(names: Names, population: str | None, role: str | None) -> None:
    assert names.role(population) == role


@pytest.mark.parametrize(
    ("name", "place"), [("Томск", "Tomsk"), ("Nowhere", "Nowhere"), (None, None)]
)
def test_places_not_listed_stay(
    names: Names, name: str | None, place: str | None
) -> None:
    assert names.place(name) == place


@pytest.mark.parametrize(
    ("place", "iso", "national"),
    [
        ("Russia", "RU", True),
        (None, "RU", True),
        ("Tomsk", "RU", False),
        ("Nowhere", "RU", False),
        ("Russia and China", None, False),
    ],
)
def test_whole_countries(
    names: Names, place: str | None, iso: str | None, national: bool
) -> None:
    assert names.is_national(place, iso) is national


@pytest.mark.parametrize(
    ("outer", "inner", "holds"),
    [
        ("Russia", "Tomsk City", True),
        ("world", "Tomsk", True),
        ("Tomsk", "Russia", False),
        ("Tomsk", "Tomsk", False),
        ("Far East", "Tomsk", False),
        ("Russia", "ring A", False),
        ("Russia", None, False),
        (None, "Russia", False),
    ],
)
def test_places_within_places(
    names: Names, outer: str | None, inner: str | None, holds: bool
) -> None:
    assert names.holds(outer, inner) is holds


@pytest.mark.parametrize(
    ("iso", "country"), [("RU", "Russia"), ("XX", None), (None, None)]
)
def test_countries_by_code(names: Names, iso: str | None, country: str | None) -> None:
    assert names.country(iso) == country


def test_brackets_are_read_apart() -> None:
    assert without_brackets("Ilse Beispiel (SRO)") == "Ilse Beispiel"
    assert in_brackets("Ilse Beispiel (SRO)") == "SRO"


def test_a_name_all_in_brackets_stays() -> None:
    assert without_brackets("(unnamed)") == "(unnamed)"
    assert in_brackets("unnamed") is None


@pytest.mark.parametrize(
    ("name", "official"),
    [
        ("Ambassador Sampleova", "Anna Sampleova"),
        ("Sampleova: fewer than before", "Anna Sampleova"),
        ("Anya Sampleova", "Anna Sampleova"),
        ("Otto Muster", None),
        ("Muster", None),
    ],
)
def test_officials_are_known_by_a_surname_listed_alone(
    names: Names, name: str, official: str | None
) -> None:
    assert names.official(name) == official


def test_a_town_of_the_gazetteer_lies_in_its_region_and_country() -> None:
    names = make_names(load_codebook("dprk-labour"))
    assert names.holds("Khanty-Mansi", "Surgut")
    assert names.holds("Russia", "Surgut")
    assert not names.is_national("Khanty-Mansi", "RU")
