"""What a person types is known to a list or to the page, or is refused."""

from dataclasses import replace
from datetime import date

import pytest

from tests.pipeline.test_desk_choices import CLAIM
from tumen.codebook.load import load_codebook
from tumen.codebook.schema import Codebook
from tumen.errors import DecisionError
from tumen.pipeline.known_values import check_country, check_values
from tumen.records.document import Block, Certainty, Dated, Document, Role
from tumen.records.ids import CaptureId
from tumen.records.period import Period
from tumen.records.span import Span

TEXT = (
    "In 2019 some 40 carvers worked at Lodgepole Bay near Vladivostok, a foreman told "
    "the Invented Agency. North Korean workers slept there."
)


@pytest.fixture(scope="module")
def codebook() -> Codebook:
    return load_codebook("dprk-labour")


@pytest.fixture
def page() -> Document:
    day = Period(date(2020, 6, 7), date(2020, 6, 7))
    return Document(
        capture=CaptureId("1" * 64),
        name="bay.txt",
        text=TEXT,
        blocks=(Block(Span(0, len(TEXT)), Role.BODY),),
        published=Dated(day, Certainty.DAY, ()),
    )


@pytest.mark.parametrize(
    "slots",
    [
        {"place": "Vladivostok", "iso": "RU"},
        {"place": None, "population": None, "iso": None, "as_of_start": None},
        {"population": "NK workers"},
        {"as_of_start": "2019-01-01", "as_of_end": "2019-12-31"},
        {"as_of_start": "2020-06-07"},
        {"speaker": "a foreman", "via": "the Invented Agency"},
        {"speaker": "article"},
        {"speaker": "unnamed"},
        {"best": 40.0, "hedge": "alleged", "chain": ["a foreman"]},
        {"flags": ["trend", "truncated", "origin:the yearbook"]},
        {"flags": []},
    ],
)
def test_what_a_list_or_the_page_knows_is_taken_silently(
    page: Document, codebook: Codebook, slots: dict[str, object]
) -> None:
    assert check_values(slots, page, codebook) == ()


@pytest.mark.parametrize(
    ("slots", "said"),
    [
        ({"place": "Lodgepole Bay"}, "'Lodgepole Bay' is in no list of places"),
        ({"population": "carvers"}, "'carvers' is in no list of groups"),
        ({"speaker": "Ada Example"}, "'Ada Example' does not stand on the page"),
        ({"via": "The Nowhere Times"}, "does not stand on the page"),
        ({"iso": "XX"}, "'XX' is the code of no country that is listed"),
        ({"as_of_start": "2017-01-01"}, "No words of the page read as 2017-01-01"),
    ],
)
def test_what_only_the_page_or_the_reader_knows_is_taken_and_told(
    page: Document, codebook: Codebook, slots: dict[str, object], said: str
) -> None:
    (note,) = check_values(slots, page, codebook)
    assert said in note


@pytest.mark.parametrize(
    ("slots", "problem", "remedy"),
    [
        ({"place": "Vladivostock"}, "as a place", "Did you mean 'Vladivostok'?"),
        ({"place": "vladivostok"}, "as a place", "Did you mean 'Vladivostok'?"),
        ({"place": "Владивосток"}, "as a place", "Did you mean 'Vladivostok'?"),
        ({"place": "Dunai"}, "Dunai is a small place", "Write Primorsky Krai."),
        ({"place": "Qqqq"}, "as a place", "Write it as the page does"),
        ({"place": "pole Bay"}, "as a place", "rite it as the page does"),
        (
            {"population": "North Korean workers"},
            "as a group",
            "Did you mean 'NK workers'?",
        ),
        ({"population": "NK worker"}, "as a group", "'NK workers'"),
        ({"population": "ghosts"}, "as a group", "Write it as the page does"),
        ({"iso": "Russia"}, "is no country code", "Write RU."),
        ({"iso": "ru"}, "is no country code", "Write RU."),
        ({"flags": ["trends"]}, "flag is called 'trends'", "Did you mean 'trend'?"),
        ({"flags": ["trend", "zz"]}, "flag is called 'zz'", "Use one of: word_share"),
        ({"as_of_start": "0204-01-01"}, "the year 204", "from 1900 to 2100"),
        ({"as_of_end": "9999-12-31"}, "the year 9999", "from 1900 to 2100"),
    ],
)
def test_what_nothing_knows_is_refused_and_near_names_are_named(
    page: Document,
    codebook: Codebook,
    slots: dict[str, object],
    problem: str,
    remedy: str,
) -> None:
    with pytest.raises(DecisionError, match=problem) as caught:
        check_values(slots, page, codebook)
    assert remedy in caught.value.remedy


@pytest.mark.parametrize(
    ("place", "iso"),
    [
        ("Vladivostok", "RU"),
        ("Vladivostok", None),
        (None, "CN"),
        ("Lodgepole Bay", "CN"),
        ("Europe", "PL"),
    ],
)
def test_a_country_that_no_list_contradicts_is_taken(
    codebook: Codebook, place: str | None, iso: str | None
) -> None:
    check_country(replace(CLAIM, place=place, iso=iso), codebook)


def test_a_listed_place_lies_in_one_country(codebook: Codebook) -> None:
    claim = replace(CLAIM, place="Vladivostok", iso="CN")
    with pytest.raises(DecisionError, match="Vladivostok lies in RU, not in CN") as no:
        check_country(claim, codebook)
    assert claim.doc in no.value.problem
    assert "Leave the country at RU" in no.value.remedy
