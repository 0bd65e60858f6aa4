"""Claims are compared with labels: pairing, slots and what is extra."""

import pytest

from quality.score import is_right, pair_rows, score_figures

LABEL: dict[str, object] = {
    "doc": "page.txt",
    "start": 10,
    "end": 40,
    "kind": "figure",
    "element": "people.present",
    "measure": "stock",
    "low": 20_000,
    "best": None,
    "high": None,
    "unit": "persons",
    "iso": "RU",
    "as_of_start": "2010-01-01",
    "as_of_end": "2010-12-31",
    "speaker": "the Interior Ministry",
    "also": {"measure": ["flow"]},
}


def test_the_same_row_is_right_in_every_slot() -> None:
    score = score_figures([LABEL], [LABEL], silent=0)
    assert (score.found, score.joint, score.estimate_ready) == (1, 1, 1)
    assert score.f1 == 1.0


def test_a_further_accepted_reading_is_right() -> None:
    assert is_right(LABEL, LABEL | {"measure": "flow"}, "measure")


@pytest.mark.parametrize(
    ("slot", "wrong"),
    [
        ("range", {"low": 2_000}),
        ("range", {"best": 20_000}),
        ("speaker", {"speaker": "a lorry driver"}),
        ("as_of", {"as_of_start": "2012-01-01", "as_of_end": "2012-12-31"}),
        ("as_of", {"as_of_start": None, "as_of_end": None}),
        ("unit", {"unit": "permits"}),
    ],
)
def test_a_wrong_slot_is_wrong(slot: str, wrong: dict[str, object]) -> None:
    assert not is_right(LABEL, LABEL | wrong, slot)


@pytest.mark.parametrize(
    "other",
    [{"doc": "other.txt"}, {"kind": "event"}, {"start": 36, "end": 90}, {"low": 7}],
)
def test_a_claim_about_something_else_is_no_pair(other: dict[str, object]) -> None:
    assert pair_rows([LABEL], [LABEL | other]) == {}


def test_one_claim_stands_for_one_label() -> None:
    assert len(pair_rows([LABEL, LABEL], [LABEL])) == 1


def test_a_labelled_value_told_again_elsewhere_is_no_error() -> None:
    again = LABEL | {"start": 100, "end": 130}
    assert score_figures([LABEL], [LABEL, again], silent=0).extra == 0


def test_a_value_nobody_labelled_is_an_error() -> None:
    other = LABEL | {"start": 100, "end": 130, "low": 77}
    assert score_figures([LABEL], [LABEL, other], silent=0).extra == 1


def test_without_any_claim_nothing_is_found() -> None:
    score = score_figures([LABEL], [], silent=0)
    assert (score.found, score.missed, score.f1) == (0, 1, 0.0)
