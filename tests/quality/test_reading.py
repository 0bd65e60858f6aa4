from datetime import date

import pytest

from quality.articles import CODEBOOK, Labelled
from quality.reading import (
    make_document,
    read_all,
    score_pages,
    summary,
    wrong_ones,
)
from tumen.codebook.load import load_codebook
from tumen.score.names import SameNames
from tumen.score.pairs import Page

CODEBOOK_READ = load_codebook(CODEBOOK)
NAMES = SameNames(CODEBOOK_READ)
SENTENCE = "Some 640 North Korean workers live in Russia, the embassy said."
LABEL: dict[str, object] = {
    "doc": "a-001.txt",
    "start": 0,
    "end": 44,
    "quote": SENTENCE[:44],
    "kind": "figure",
    "element": "people.present",
    "measure": "stock",
    "best": 640.0,
    "qualifier": "about",
    "unit": "persons",
    "speaker": "embassy",
}


def sentence(**changes: object) -> Labelled:
    return Labelled(
        name="a-001.txt",
        text=SENTENCE,
        published=date(2024, 5, 2),
        rows=({**LABEL, **changes},),
        is_article=False,
    )


def pages(text: Labelled) -> list[Page]:
    return list(read_all([text], "regex", NAMES, CODEBOOK_READ))


def test_a_sentence_is_all_running_text_of_its_day() -> None:
    document = make_document(sentence(), CODEBOOK_READ)
    assert document.published is not None
    assert document.published.period.first == date(2024, 5, 2)
    assert document.blocks[0].span.quote(document.text) == SENTENCE


def test_what_is_read_is_paired_and_scored() -> None:
    score = score_pages(pages(sentence()), NAMES)
    assert (score.joint.right, score.joint.asked) == (1, 1)
    assert "joint" in "\n".join(summary(score))


@pytest.mark.parametrize(
    ("slot", "changes", "words"),
    [
        ("speaker", {"speaker": "Bea Example"}, "wanted Bea Example, got embassy"),
        ("missed", {"best": 7.0}, "people.present"),
        ("extra", {"best": 7.0}, "figure people.present"),
    ],
)
def test_what_is_wrong_is_listed(
    slot: str, changes: dict[str, object], words: str
) -> None:
    assert words in "\n".join(wrong_ones(pages(sentence(**changes)), slot, NAMES))


def test_what_is_right_is_not_listed() -> None:
    assert not list(wrong_ones(pages(sentence()), "speaker", NAMES))
