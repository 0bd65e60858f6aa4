from datetime import date

import pytest

from quality.articles import CODEBOOK, Labelled
from quality.learn.sureness import (
    Read,
    chance_of,
    claim_cases,
    reads_of,
    slot_cases,
    weights_of,
)
from quality.reading import compare, read_claims
from tumen.codebook.load import load_codebook
from tumen.extract.analyzer import load_analyzer
from tumen.score.names import SameNames

BOOK = load_codebook(CODEBOOK)
NAMES = SameNames(BOOK)
TEXT = "Some 640 North Korean workers live in Russia, the embassy said."
LABEL: dict[str, object] = {
    "doc": "a-001.txt",
    "start": 0,
    "end": 44,
    "kind": "figure",
    "element": "people.present",
    "measure": "stock",
    "best": 640.0,
    "qualifier": "about",
    "unit": "persons",
    "speaker": "embassy",
    "iso": "RU",
    "hedge": "asserted",
    "population": "NK workers",
    "as_of_start": "2024-05-02",
    "as_of_end": "2024-05-02",
}


def reads(**changes: object) -> list[Read]:
    text = Labelled(
        name="a-001.txt",
        text=TEXT,
        published=date(2024, 5, 2),
        rows=({**LABEL, **changes},),
        is_article=False,
    )
    document, claims = read_claims(text, BOOK, load_analyzer("regex"))
    return list(reads_of(compare(text, document, claims, NAMES), claims))


def test_a_claim_with_all_slots_of_an_estimate_right_is_right() -> None:
    (case,) = claim_cases(reads(), NAMES)
    assert case.right == frozenset({0})


@pytest.mark.parametrize(
    "changes", [{"speaker": "Bea Example"}, {"iso": "CN"}, {"best": 9.0}]
)
def test_one_wrong_slot_or_no_label_makes_it_wrong(changes: dict[str, object]) -> None:
    (case,) = claim_cases(reads(**changes), NAMES)
    assert case.right == frozenset({1})


def test_every_slot_that_the_label_names_is_a_case() -> None:
    cases = list(slot_cases(reads(speaker="Bea Example"), NAMES))
    assert len(cases) == 8
    assert [0 in case.right for case in cases].count(False) == 1


def test_what_is_always_right_gets_a_high_chance() -> None:
    (case,) = claim_cases(reads(), NAMES)
    assert chance_of(case, weights_of([case] * 20, 0.0)) > 0.9
