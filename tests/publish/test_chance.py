"""A claim that is likelier wrong than right is marked as such."""

from collections.abc import Callable

import pytest

from tests.publish.conftest import cleared
from tumen.publish.chance import chance_words, doubt_of, doubt_words
from tumen.records.release import ReleasedClaim

Claims = Callable[..., ReleasedClaim]
DECIDED = {"auto": False, "status": "accepted"}
OTHERS = {"found_by": cleared("import finder 2")}


@pytest.mark.parametrize(
    ("slots", "doubt"),
    [
        ({"confidence": 0.9}, ""),
        ({"confidence": 0.5}, ""),
        ({"confidence": 0.49}, "unsure"),
        ({"confidence": 0.14}, "waits"),
        ({"confidence": None}, ""),
        ({"confidence": 0.1, **DECIDED}, ""),
        ({"confidence": 0.9, **OTHERS}, "waits"),
        ({"confidence": 0.9, **OTHERS, **DECIDED}, ""),
    ],
)
def test_a_claim_is_marked_until_a_person_decides(
    make_claim: Claims, slots: dict[str, object], doubt: str
) -> None:
    assert doubt_of(make_claim(**slots)) == doubt


@pytest.mark.parametrize(
    ("slots", "chance", "mark"),
    [
        ({"confidence": 0.374}, "37 % sure", "unsure, 37 %"),
        ({"confidence": 0.08}, "8 % sure", "waits, 8 %"),
        ({"confidence": 0.998}, "99 % sure", ""),
        ({"confidence": None}, "", ""),
        ({"confidence": 0.3, **DECIDED}, "", ""),
        ({"confidence": 0.9, **OTHERS}, "", "waits"),
    ],
)
def test_the_chance_is_told_in_words(
    make_claim: Claims, slots: dict[str, object], chance: str, mark: str
) -> None:
    claim = make_claim(**slots)
    assert (chance_words(claim), doubt_words(claim)) == (chance, mark)
