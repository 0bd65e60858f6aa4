"""A person's own claim quotes its page, or does not exist."""

import pytest

from tumen.errors import DecisionError
from tumen.records.amount import Qualifier
from tumen.records.claim import SpeakerKind, Voice
from tumen.records.document import Document
from tumen.review.added import make_claim

DOZENS = {
    "start": 53,
    "end": 69,
    "quote": "Dozens came home",
    "kind": "figure",
    "element": "people.repatriated",
    "measure": "flow",
    "qualifier": "vague_dozens",
    "unit": "persons",
}


def test_the_words_are_those_of_the_span(document: Document) -> None:
    claim = make_claim(DOZENS, document, "R. Eader")
    assert claim.quote == "Dozens came home"


def test_it_says_which_person_found_it(document: Document) -> None:
    assert make_claim(DOZENS, document, "R. Eader").found_by == "person R. Eader"


def test_slots_are_read_as_in_a_correction(document: Document) -> None:
    claim = make_claim(DOZENS, document, "R. Eader")
    assert claim.amount.qualifier is Qualifier.VAGUE_DOZENS


def test_without_a_speaker_the_page_speaks(document: Document) -> None:
    claim = make_claim(DOZENS | {"speaker": None}, document, "R. Eader")
    assert claim.speaker == Voice("article", SpeakerKind.AUTHOR)


def test_the_same_slots_make_the_same_claim(document: Document) -> None:
    first = make_claim(DOZENS, document, "R. Eader")
    assert make_claim(DOZENS, document, "Someone Else").id == first.id


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"element": None}, "lacks element"),
        ({"capture": "b" * 64}, "other bytes"),
        ({"start": 69}, "is empty"),
        ({"start": "53"}, "no character positions"),
        ({"end": 400}, "ends after the text"),
        ({"quote": "Hundreds came home"}, "not 'Hundreds came home'"),
        ({"best": 24}, "do not fit the qualifier"),
        ({"elemnt": "people.repatriated"}, "Did you mean 'element'"),
    ],
)
def test_a_claim_that_does_not_hold_is_refused(
    document: Document, change: dict[str, object], words: str
) -> None:
    with pytest.raises(DecisionError) as caught:
        make_claim({**DOZENS, **change}, document, "R. Eader")
    assert words in str(caught.value)
