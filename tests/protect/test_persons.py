"""Named people at risk are found on a page, in order to be masked."""

from collections.abc import Callable

import pytest

from tumen.codebook.schema import Codebook
from tumen.protect.names import list_names
from tumen.protect.persons import find_masks, has_any, names_minor
from tumen.protect.policy import load_policy
from tumen.records.document import Author, Document

Page = Callable[..., Document]


def masked(page: Document, codebook: Codebook) -> list[str]:
    names = list_names(codebook, load_policy(), public=(), masked=())
    return [mask.quote for mask in find_masks(page, load_policy(), names)]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("“It was cold,” Tomo Verge (not his real name) said.", ["Tomo Verge"]),
        ("A builder who asked to be called Tomo spoke.", ["Tomo"]),
        ("Police said Bram Oster was arrested on Monday.", ["Bram Oster"]),
        ("Bram Oster fled. On Sunday Oster wept.", ["Bram Oster", "Oster"]),
        ("Bram Oster, a pastor, sheltered builders.", ["Bram Oster"]),
        ("Iva Lund, a 15-year-old, cooks.", ["Iva Lund"]),
        ("Professor Ada Quill said builders fled.", []),
        ("Iva Lund cooks in the town.", []),
        ("Verge was arrested.", []),
        ("Brigade leader Bram Oster escaped from the yard.", ["Bram Oster"]),
        ("Police detained Bram Oster, director of a home.", ["Bram Oster"]),
        ("Bram Oster, the director of a home, was arrested.", ["Bram Oster"]),
    ],
)
def test_names_beside_words_of_risk_are_masked(
    make_page: Page, codebook: Codebook, body: str, expected: list[str]
) -> None:
    assert masked(make_page(f"Yards\n{body}"), codebook) == expected


def test_the_writer_of_a_page_is_not_masked(
    make_page: Page, codebook: Codebook
) -> None:
    page = make_page(
        "Yards\nIva Lund saw who fled.", authors=(Author("Iva Lund", "reporter"),)
    )
    assert masked(page, codebook) == []


def test_a_pseudonym_is_masked_even_when_it_signs(
    make_page: Page, codebook: Codebook
) -> None:
    page = make_page(
        "Yards\nIva Lund is a pseudonym.", authors=(Author("Iva Lund", "reporter"),)
    )
    assert masked(page, codebook) == ["Iva Lund"]


def test_an_author_who_fled_is_masked(make_page: Page, codebook: Codebook) -> None:
    page = make_page(
        "Yards\nIt was cold.",
        authors=(Author("Iva Lund", "reporter"),),
        byline_quote="By Iva Lund, a builder who fled",
    )
    assert masked(page, codebook) == ["Iva Lund"]


def test_cues_are_whole_words() -> None:
    assert has_any("Two Fled the yard", ("fled",))
    assert not has_any("the ruffled flag", ("fled",))


@pytest.mark.parametrize(
    ("text", "minor"),
    [
        ("a 15-year-old", True),
        ("Iva, 15, cooks", True),
        ("a 45-year-old", False),
        ("753 visas, 3,067", False),
    ],
)
def test_ages_below_eighteen_are_seen(text: str, minor: bool) -> None:
    assert names_minor(text, 18) is minor
