"""Names of origins are the same in all groups of a case."""

from collections.abc import Callable

from tumen.codebook.names import make_names
from tumen.codebook.schema import Codebook
from tumen.corroborate.voices import Sources
from tumen.records.claim import Claim
from tumen.records.document import Document

Build = Callable[..., Claim]
Page = Callable[..., Document]


def sources(
    codebook: Codebook, *claims: Claim, pages: tuple[Document, ...] = ()
) -> Sources:
    documents = {page.capture: page for page in pages}
    return Sources(claims, documents, {}, make_names(codebook))


def test_a_person_has_the_fullest_name_the_case_knows(
    claim: Build, codebook: Codebook
) -> None:
    short, full = claim(speaker="Beispiel"), claim(page="b", speaker="Ilse Beispiel")
    found = sources(codebook, short, full)
    assert found.of[short.id].label == "Ilse Beispiel"


def test_reasons_name_no_person(claim: Build, codebook: Codebook) -> None:
    one = claim(speaker="Ilse Beispiel")
    assert "Beispiel" not in sources(codebook, one).of[one.id].same


def test_an_outlet_that_speaks_is_its_own_voice(
    claim: Build, codebook: Codebook
) -> None:
    one = claim(speaker="EXW", speaker_kind="institution")
    source = sources(codebook, one).of[one.id]
    assert (source.label, source.is_outlet) == ("Example Wire (own voice)", True)


def test_an_outlet_not_listed_keeps_its_name(
    claim: Build, page: Page, codebook: Codebook
) -> None:
    one = claim(speaker="article", speaker_kind="author")
    found = sources(codebook, one, pages=(page("a", outlet="Tiny Gazette"),))
    assert found.of[one.id].label == "Tiny Gazette (own voice)"


def test_newsrooms_on_the_way_are_known(
    claim: Build, page: Page, codebook: Codebook
) -> None:
    one = claim(via="EXW", chain=("Ilse Beispiel", "EXW"))
    found = sources(codebook, one, pages=(page("a", outlet="Sample Post Weekly"),))
    assert found.of[one.id].newsrooms == {"Example Wire", "Sample Post"}
