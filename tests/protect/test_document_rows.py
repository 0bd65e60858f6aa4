"""What of a page leaves in which view."""

from collections.abc import Callable
from datetime import date

import pytest

from tumen.protect.clear import clear
from tumen.protect.document_rows import (
    full_document,
    holds_person,
    labelled_document,
    names_somebody,
    public_document,
)
from tumen.protect.risk import Guard
from tumen.records.claim import Claim, SpeakerKind, Voice
from tumen.records.document import Author, Certainty, Dated, Document, Evidence, Reprint
from tumen.records.ids import CaptureId
from tumen.records.period import Period
from tumen.records.span import Span

MakePage = Callable[..., Document]
DAY = Period(date(2024, 3, 5), date(2024, 3, 5))


@pytest.fixture
def page(make_page: MakePage) -> Document:
    seen = Evidence(Span(0, 8), "5 March 2024", "date line")
    told = Evidence(Span(0, 8), "Iva Lund in March", "photograph")
    return make_page(
        published=Dated(DAY, Certainty.DAY, (seen, told)),
        authors=(Author("Rae Moss", "reporter"), Author("Tomo Verge", "writer")),
        reprint_of=Reprint("Larch Gazette", "the credit says so"),
        caption_dates=(told,),
        address="https://example.org/builders",
        host="Unheard Herald",
        original_outlet="Larch Gazette",
        byline_quote="By Rae Moss",
    )


def test_a_full_page_tells_which_names_to_mask(
    guard: Guard, make_page: MakePage
) -> None:
    row = full_document(make_page(capture=CaptureId("b" * 64)), (), guard)
    assert [mask.quote for mask in row.mask] == ["Tomo Verge"]


def test_a_public_page_keeps_what_is_listed(guard: Guard, page: Document) -> None:
    row = public_document(page, (), guard, clear("open.html"))
    assert (row.title, row.host, row.original_outlet) == (
        "Ministry counts builders",
        None,
        "Larch Gazette",
    )
    assert (row.address, row.capture) == (str(page.address), "a" * 64)
    assert row.reprint_of == {"outlet": "Larch Gazette", "why": "the credit says so"}


def test_evidence_with_unlisted_names_stays_back(guard: Guard, page: Document) -> None:
    row = public_document(page, (), guard, clear("open.html"))
    assert row.published is not None
    assert [found.quote for found in row.published.evidence] == ["5 March 2024"]
    assert row.caption_dates == ()


def test_a_masked_name_is_no_author_in_public(guard: Guard, page: Document) -> None:
    row = public_document(page, (), guard, clear("open.html"))
    assert [author["name"] for author in row.authors] == ["Rae Moss"]


def test_a_page_with_claims_at_risk_loses_address_and_hash(
    guard: Guard, page: Document, at_risk: Claim
) -> None:
    row = public_document(page, (at_risk,), guard, clear("open.html"))
    assert (row.address, row.capture) == (None, None)


def test_an_address_that_repeats_an_unlisted_name_stays_back(
    guard: Guard, make_page: MakePage
) -> None:
    page = make_page(
        "Bram Oster counts\nText.", address="https://example.org/oster-counts"
    )
    row = public_document(page, (), guard, clear("open.html"))
    assert (row.title, row.address) == (None, None)


def test_a_reprint_of_an_unlisted_outlet_stays_back(
    guard: Guard, make_page: MakePage
) -> None:
    page = make_page(reprint_of=Reprint("Unheard Herald", "credit"))
    assert public_document(page, (), guard, clear("open.html")).reprint_of is None


def test_columns_of_a_table_are_named_but_for_unlisted_names(
    guard: Guard, make_page: MakePage
) -> None:
    page = make_page(header=("as_of_start", "Iva Lund"))
    assert full_document(page, (), guard).header == page.header
    row = public_document(page, (), guard, clear("open.html"))
    assert row.header == ("as_of_start", "column 2")


def test_a_labelled_page_tells_its_language_only(
    guard: Guard, page: Document, at_risk: Claim
) -> None:
    row = labelled_document(page, (at_risk,), guard, clear("page 0001"))
    assert (row.title, row.capture, row.published, row.authors, row.regions) == (
        None,
        None,
        None,
        (),
        (),
    )
    assert (row.doc, row.language, row.is_relevant) == ("page 0001", "en", True)


@pytest.mark.parametrize(
    ("name", "title", "names"),
    [
        ("open.html", "Ministry counts builders", False),
        ("Oster.html", "Ministry counts", True),
        ("oster-counts.html", "Bram Oster counts", True),
        ("tomo_verge.html", "Ministry counts", True),
    ],
)
def test_file_names_with_somebody_in_them_are_seen(
    guard: Guard, make_page: MakePage, name: str, title: str, names: bool
) -> None:
    assert names_somebody(make_page(f"{title}\nText.", name=name), guard.names) is names


@pytest.mark.parametrize(
    ("voices", "independent"),
    [
        (("a resident", "second source, a resident"), "unknown"),
        (("a resident", "a cook"), None),
    ],
)
def test_two_voices_of_one_description_may_be_one(
    guard: Guard,
    page: Document,
    make_claim: Callable[..., Claim],
    voices: tuple[str, ...],
    independent: str | None,
) -> None:
    claims = [make_claim(speaker=Voice(name, SpeakerKind.ANONYMOUS)) for name in voices]
    assert full_document(page, claims, guard).sources_independent == independent


def test_a_page_without_claims_is_relevant_when_it_holds_a_term(
    guard: Guard, make_page: MakePage
) -> None:
    assert full_document(make_page(), (), guard).is_relevant
    assert not full_document(make_page("Zoo\nA zebra ran."), (), guard).is_relevant


@pytest.mark.parametrize(
    "title",
    [
        "A 34-year-old welder talks",
        "bram oster, a logger, escaped",
        "a pastor detained",
    ],
)
def test_a_title_about_one_person_stays_back(
    guard: Guard, make_page: MakePage, title: str
) -> None:
    row = public_document(make_page(f"{title}\nText."), (), guard, clear("open.html"))
    assert row.title is None


@pytest.mark.parametrize(
    ("byline", "authors", "shown"),
    [
        ("BY RAE MOSS", ["Rae Moss"], "BY RAE MOSS"),
        ("By Rae MossBRAM OSTER", ["Rae Moss"], None),
        ("By Rae Moss (rae@example.org)", ["Rae Moss"], None),
        ("By Rae Moss, a builder who fled the yard", [], None),
    ],
)
def test_a_byline_shows_its_authors_and_nothing_else(
    guard: Guard,
    make_page: MakePage,
    byline: str,
    authors: list[str],
    shown: str | None,
) -> None:
    page = make_page(byline_quote=byline, authors=(Author("Rae Moss", "reporter"),))
    row = public_document(page, (), guard, clear("open.html"))
    assert [author["name"] for author in row.authors] == authors
    assert row.byline_quote == shown


@pytest.mark.parametrize(
    ("name", "holds"),
    [
        ("witnesses/bram_oster_1.html", True),
        ("bramoster.html", True),
        ("bram-and-oster.html", False),
        ("oster.html", False),
    ],
)
def test_a_name_of_any_page_is_seen_in_a_file_name(name: str, holds: bool) -> None:
    assert holds_person(name, frozenset({"bramoster"})) is holds
