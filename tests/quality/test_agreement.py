"""Two people who label the same texts by one guide agree on most of them."""

from quality.agreement import SECOND, claim_of, read_twice, score_agreement
from quality.articles import CODEBOOK, load_labelled
from quality.unseen import UNSEEN
from tumen.codebook.load import load_codebook
from tumen.score.names import SameNames


def test_every_unseen_text_was_labelled_twice() -> None:
    pages = list(read_twice(SameNames(load_codebook(CODEBOOK))))
    assert len(pages) == len(load_labelled(UNSEEN)) >= 40


def test_a_label_becomes_a_claim_with_its_slots() -> None:
    row = load_labelled(SECOND)[0].rows[0]
    claim = claim_of(row, 0)
    assert (claim.element, claim.start, claim.quote) == (
        row["element"],
        row["start"],
        row["quote"],
    )


def test_two_readers_agree_better_than_the_machine_is_asked_to() -> None:
    score = score_agreement()
    assert (score.joint.share or 0) > 0.9
    assert (score.estimate_ready.share or 0) > 0.8
