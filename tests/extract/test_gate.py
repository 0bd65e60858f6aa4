from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tumen.codebook.load import load_codebook
from tumen.errors import ClaimRefused
from tumen.extract.gate import check_claim
from tumen.records.amount import Amount, Measure, Qualifier
from tumen.records.claim import Claim, Kind, Slot, SpeakerKind, Voice
from tumen.records.document import Block, Document, Role
from tumen.records.ids import CaptureId, ClaimId
from tumen.records.span import Span

CODEBOOK = load_codebook("dprk-labour")
MENU = "Top stories: 70 songs"
BODY = "About 4,300 North Korean workers live in Russia, and dozens of men fled."
TEXT = f"{MENU}\n{BODY}"
START = len(MENU) + 1
CAPTURE = CaptureId("1" * 64)
PAGE = Document(
    capture=CAPTURE,
    name="page.txt",
    text=TEXT,
    blocks=(
        Block(Span(0, len(MENU)), Role.FURNITURE),
        Block(Span(START, len(TEXT)), Role.BODY),
    ),
)
ABOUT = Amount(
    measure=Measure.STOCK, best=4300, unit="persons", qualifier=Qualifier.ABOUT
)


def make_claim(quote: str, amount: Amount = ABOUT) -> Claim:
    start = TEXT.index(quote)
    return Claim(
        id=ClaimId(""),
        capture=CAPTURE,
        doc="page.txt",
        span=Span(start, start + len(quote)),
        quote=quote,
        kind=Kind.FIGURE,
        element="people.present",
        amount=amount,
        speaker=Voice("article", SpeakerKind.AUTHOR),
        rule="test",
    )


GOOD = make_claim("About 4,300 North Korean workers")


def refusal(claim: Claim, page: Document = PAGE) -> str:
    with pytest.raises(ClaimRefused) as caught:
        check_claim(claim, page, CODEBOOK)
    return caught.value.problem


def test_a_claim_with_its_exact_words_passes() -> None:
    check_claim(GOOD, PAGE, CODEBOOK)


@given(st.text(min_size=1, max_size=40))
def test_no_quote_but_the_text_itself_passes(quote: str) -> None:
    assume(quote != GOOD.quote)

    assert "is not the text" in refusal(replace(GOOD, quote=quote))


@given(st.integers(0, len(TEXT) - 1), st.integers(1, 60))
def test_no_moved_span_passes(start: int, size: int) -> None:
    span = Span(start, start + size)
    assume(TEXT[start : start + size] != GOOD.quote or span.end > len(TEXT))

    assert refusal(replace(GOOD, span=span))


@given(st.integers(0, 10_000_000))
def test_no_other_digits_pass(value: int) -> None:
    assume(value != 4300)
    amount = replace(ABOUT, best=float(value))

    assert "cannot be read" in refusal(replace(GOOD, amount=amount))


def test_swapped_digits_are_refused() -> None:
    assert "3400" in refusal(replace(GOOD, amount=replace(ABOUT, best=3400.0)))


def test_digits_outside_the_span_are_refused() -> None:
    assert "cannot be read" in refusal(make_claim("North Korean workers live"))


def test_a_span_after_the_text_is_refused() -> None:
    span = Span(len(TEXT) - 3, len(TEXT) + 4)

    assert "ends after the text" in refusal(replace(GOOD, span=span))


def test_the_claim_of_another_page_is_refused() -> None:
    assert "belongs to" in refusal(replace(GOOD, capture=CaptureId("2" * 64)))


def test_a_claim_from_a_menu_is_refused() -> None:
    amount = replace(ABOUT, best=70.0)

    assert "furniture" in refusal(make_claim("70 songs", amount))


def test_a_person_may_choose_words_of_a_menu() -> None:
    amount = replace(ABOUT, best=70.0)
    claim = replace(make_claim("70 songs", amount), found_by="person Z")

    check_claim(claim, PAGE, CODEBOOK)


def test_a_persons_digits_are_read_again_too() -> None:
    claim = replace(GOOD, found_by="person Z", amount=replace(ABOUT, best=4301.0))

    assert "cannot be read" in refusal(claim)


def test_a_slot_after_the_text_is_refused() -> None:
    slot = Slot(rule="test", confidence=0.5, span=Span(0, len(TEXT) + 1))

    assert "slot place" in refusal(replace(GOOD, slots={"place": slot}))


def test_an_unknown_element_is_refused() -> None:
    assert "no element" in refusal(replace(GOOD, element="people.invented"))
    with pytest.raises(ClaimRefused) as caught:
        check_claim(replace(GOOD, element="people.presnt"), PAGE, CODEBOOK)
    assert "Did you mean people.present" in caught.value.remedy


def test_a_kind_the_element_does_not_have_is_refused() -> None:
    assert "is no policy" in refusal(replace(GOOD, kind=Kind.POLICY, amount=Amount()))


def test_an_event_with_an_amount_is_refused() -> None:
    claim = replace(GOOD, kind=Kind.EVENT, element="event.escape")

    assert "carries no amount" in refusal(claim)


def test_a_figure_without_a_unit_is_refused() -> None:
    assert "no unit" in refusal(replace(GOOD, amount=replace(ABOUT, unit=None)))


def test_a_measure_the_element_does_not_have_is_refused() -> None:
    amount = replace(ABOUT, measure=Measure.MONEY)

    assert "not measured as money" in refusal(replace(GOOD, amount=amount))


def test_a_unit_the_element_does_not_have_is_refused() -> None:
    amount = replace(ABOUT, unit="visas")

    assert "not counted in visas" in refusal(replace(GOOD, amount=amount))


@pytest.mark.parametrize(
    "voice",
    [Voice("article", SpeakerKind.NAMED), Voice("somebody", SpeakerKind.AUTHOR)],
)
def test_article_and_author_go_together(voice: Voice) -> None:
    assert "has the kind" in refusal(replace(GOOD, speaker=voice))


def vague(qualifier: Qualifier) -> Amount:
    return Amount(measure=Measure.STOCK, unit="persons", qualifier=qualifier)


def test_a_vague_size_needs_its_word() -> None:
    check_claim(
        make_claim("dozens of men fled", vague(Qualifier.VAGUE_DOZENS)), PAGE, CODEBOOK
    )


def test_a_vague_size_without_its_word_is_refused() -> None:
    claim = make_claim("dozens of men fled", vague(Qualifier.VAGUE_HUNDREDS))

    assert "no word for vague_hundreds" in refusal(claim)


@pytest.mark.parametrize(
    "amount",
    [
        Amount(
            measure=Measure.STOCK,
            low=4300,
            best=4300,
            high=4300,
            unit="persons",
            qualifier=Qualifier.EXACT,
        ),
        Amount(
            measure=Measure.STOCK, low=4300, unit="persons", qualifier=Qualifier.OVER
        ),
    ],
)
def test_bounds_that_the_words_do_not_give_are_refused(amount: Amount) -> None:
    assert "but not as" in refusal(replace(GOOD, amount=amount))


def test_a_bound_may_not_be_left_out_of_the_span() -> None:
    exact = Amount(
        measure=Measure.STOCK,
        low=4300,
        best=4300,
        high=4300,
        unit="persons",
        qualifier=Qualifier.EXACT,
    )
    assert "but not as exact" in refusal(make_claim("4,300 North Korean", exact))


def test_a_range_may_not_be_made_of_two_numbers() -> None:
    text = "In spring 70 of them worked and about 4,300 lived there."
    page = replace(PAGE, text=text, blocks=(Block(Span(0, len(text)), Role.BODY),))
    amount = Amount(
        measure=Measure.STOCK,
        low=70,
        high=4300,
        unit="persons",
        qualifier=Qualifier.BETWEEN,
    )
    whole = replace(GOOD, span=Span(0, len(text)), quote=text, amount=amount)
    assert "but not as between" in refusal(whole, page)


@pytest.mark.parametrize("quote", ["300 North Korean workers", "About 4", "bout 4,300"])
def test_a_span_may_not_cut_a_number_or_a_word(quote: str) -> None:
    assert "cuts a word or a number" in refusal(make_claim(quote))


def test_a_number_whose_words_go_on_outside_is_not_read() -> None:
    text = "They earned 3 million rubles there."
    page = replace(PAGE, text=text, blocks=(Block(Span(0, len(text)), Role.BODY),))
    amount = replace(ABOUT, low=3.0, best=3.0, high=3.0, qualifier=Qualifier.EXACT)
    part = replace(GOOD, span=Span(12, 13), quote="3", amount=amount)
    assert "cannot be read" in refusal(part, page)


def test_a_person_may_mend_the_bounds_of_a_claim() -> None:
    exact = replace(
        ABOUT, low=4300.0, best=4300.0, high=4300.0, qualifier=Qualifier.EXACT
    )
    slot = Slot(rule="person Z", confidence=1.0)
    check_claim(replace(GOOD, amount=exact, slots={"amount": slot}), PAGE, CODEBOOK)


def test_a_person_may_not_mend_the_digits() -> None:
    slot = Slot(rule="person Z", confidence=1.0)
    amount = replace(ABOUT, best=3400.0)
    claim = replace(GOOD, amount=amount, slots={"amount": slot})
    assert "3400 cannot be read" in refusal(claim)


def test_a_share_above_the_whole_is_refused() -> None:
    amount = Amount(
        measure=Measure.SHARE, best=4300, unit="percent", qualifier=Qualifier.ABOUT
    )
    claim = replace(GOOD, element="cond.state_share", amount=amount)

    assert "above 100 percent" in refusal(claim)
