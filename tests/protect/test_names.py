"""A name that is on no list does not leave."""

import pytest

from tumen.codebook.load import load_codebook
from tumen.codebook.schema import Codebook
from tumen.protect.names import ListedNames, list_names
from tumen.protect.policy import load_policy


@pytest.fixture
def names(codebook: Codebook) -> ListedNames:
    return list_names(
        codebook, load_policy(), public=("Ada Quill",), masked=("Tomo Verge",)
    )


@pytest.mark.parametrize(
    "text",
    [
        "The Harbour Ministry counted 3,000 builders in Farland in March 2024.",
        "about 3,000 builders",
        "In Stillport's yards, Ada Quill said, most wait.",
        "Larch Gazette, 12 May",
        "row F04 of Q1",
        "Young Workers Go Home",
        "About 1 234 567 crowns in 2019-2020",
    ],
)
def test_listed_names_and_ordinary_words_pass(names: ListedNames, text: str) -> None:
    assert names.allows(text)


@pytest.mark.parametrize(
    ("text", "unlisted"),
    [
        ("Bram Oster waits in Stillport", ("Bram", "Oster")),
        ("the builder McVale", ("McVale",)),
        ("Quillon agreed", ("Quillon",)),
        ("he is called 김나무", ("김나무",)),
        ("Ольха ждёт", ("Ольха",)),
        ("he is called 김나무34", ("김나무34",)),
        ("the builder Oster34", ("Oster34",)),
        ("a builder called So Young said that", ("So", "Young")),
    ],
)
def test_unlisted_names_are_named(
    names: ListedNames, text: str, unlisted: tuple[str, ...]
) -> None:
    assert names.unlisted(text) == unlisted
    assert not names.allows(text)


@pytest.mark.parametrize(
    "text",
    [
        "tomo verge",
        "pages/tomo-verge.html",
        "TOMO_VERGE",
        "tomoverge2.html",
        "Verge, Tomo",
        "to\u200bmo ve\u00adrge",
        "tömo vergé",
    ],
)
def test_a_masked_name_is_forbidden_in_any_spelling(
    names: ListedNames, text: str
) -> None:
    assert names.forbids(text)
    assert not names.allows(text)


def test_nothing_is_not_allowed(names: ListedNames) -> None:
    assert not names.allows(None)
    assert not names.allows("")


def test_without_masks_nothing_is_forbidden(codebook: Codebook) -> None:
    assert not list_names(codebook, load_policy(), public=(), masked=()).forbids(
        "Tomo Verge"
    )


def test_runs_are_unlisted_names_without_their_genitive(names: ListedNames) -> None:
    found = [
        run.text
        for run in names.runs("When Bram Oster's boat left, Iva went to Farland")
    ]
    assert found == ["Bram Oster", "Iva"]


@pytest.mark.parametrize(
    "text",
    [
        "write to yard@example.org",
        "call +7 900 555 01 02",
        "call 8 (900) 555-01-02",
        "call 010-5555-0102",
    ],
)
def test_addresses_and_telephone_numbers_do_not_leave(
    names: ListedNames, text: str
) -> None:
    assert not names.allows(text)


@pytest.mark.parametrize(
    ("name", "allowed"),
    [
        ("Ada Quill", True),
        ("Professor Ada Quill", True),
        ("officials", True),
        ("The Larch Gazette", True),
        ("May Long", False),
        ("Dr Young", False),
        ("tomo oster", False),
        (None, False),
    ],
)
def test_a_name_leaves_only_when_it_is_listed(
    names: ListedNames, name: str | None, allowed: bool
) -> None:
    assert names.allows_name(name) is allowed


@pytest.mark.parametrize(
    ("name", "allowed"), [("Bryansk Oblast", True), ("Surgut", False)]
)
def test_of_the_gazetteer_regions_may_leave_and_towns_may_not(
    name: str, allowed: bool
) -> None:
    book = load_codebook("dprk-labour")
    listed = list_names(book, load_policy(), public=(), masked=())
    assert listed.allows(name) is allowed
