"""What is known about pages is kept row by row; what is unsaid stays unsaid."""

from tumen.records.claim import Kind
from tumen.records.truth import Forbidden, Truth, TruthClaim, TruthDocument


def test_a_label_says_nothing_it_was_not_given() -> None:
    label = TruthClaim(doc="a.txt", kind=Kind.EVENT, element="event.strike")
    assert (label.low, label.speaker, label.chain, label.origin) == (None,) * 4


def test_a_page_without_regions_lists_none() -> None:
    assert TruthDocument(doc="a.txt").regions == ()


def test_of_an_empty_truth_nothing_is_known() -> None:
    assert Truth() == Truth(claims=None, documents=None, series=None)


def test_forbidden_words_have_a_reason() -> None:
    assert Forbidden("Han Model").why == "may not leave"
