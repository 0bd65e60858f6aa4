from collections.abc import Callable
from dataclasses import replace
from datetime import date

import msgspec
import pytest

from tumen.codebook.language import Language
from tumen.codebook.schema import Codebook
from tumen.codebook.weights import Weights
from tumen.extract.confidence import (
    CLAIMS,
    SLOTS,
    claim_evidence,
    slot_evidence,
    with_confidence,
)
from tumen.extract.figures import find_figures
from tumen.extract.frame import Frame
from tumen.records.claim import Claim
from tumen.records.period import Period

TEXT = "Some 640 North Korean workers live in Russia."
FrameOf = Callable[[str], Frame]


@pytest.fixture
def claim(frame_of: FrameOf) -> Claim:
    """A figure as the rules alone read it."""
    frame = frame_of(TEXT)
    book = msgspec.structs.replace(frame.codebook, learned={})
    language = msgspec.structs.replace(frame.language, learned={})
    return next(find_figures(replace(frame, codebook=book, language=language)))


@pytest.fixture
def english(codebook: Codebook) -> Language:
    return codebook.languages["en"]


def taught(
    language: Language, slots: dict[str, float], blank: float, **claims: float
) -> Language:
    learned = {
        SLOTS: Weights(learned_from="a test", features=slots, threshold=blank),
        CLAIMS: Weights(learned_from="a test", features=claims, threshold=0.9),
    }
    return msgspec.structs.replace(language, learned=learned)


def test_without_weights_the_guesses_of_the_rules_stay(
    claim: Claim, english: Language
) -> None:
    assert with_confidence(claim, taught(english, {}, 0.0)) != claim
    plain = msgspec.structs.replace(english, learned={})
    assert with_confidence(claim, plain) == claim


def test_chances_follow_the_weights(claim: Claim, english: Language) -> None:
    language = taught(english, {"speaker/figure": 2.0}, 0.0, figure=-1.0)
    found = with_confidence(claim, language)
    assert found.slots["speaker"].confidence == pytest.approx(0.881)
    assert found.confidence == pytest.approx(0.269)


@pytest.mark.parametrize("name", ["place", "as_of", "population"])
def test_a_slot_that_is_too_unsure_stays_blank(
    claim: Claim, english: Language, name: str
) -> None:
    found = with_confidence(claim, taught(english, {f"{name}/figure": -2.0}, 0.35))
    blank = {
        "place": found.place is None and found.iso is None,
        "as_of": found.as_of == Period(),
        "population": found.population is None,
    }
    assert blank == {each: each == name for each in blank}


def test_what_was_read_stays_as_an_alternative(claim: Claim, english: Language) -> None:
    found = with_confidence(claim, taught(english, {"place/figure": -2.0}, 0.35))
    assert found.slots["place"].alternatives[0] == "Russia"
    assert found.slots["place"].span is None


def test_a_time_left_blank_is_kept_as_days(claim: Claim, english: Language) -> None:
    found = with_confidence(claim, taught(english, {"as_of/figure": -2.0}, 0.35))
    assert claim.as_of == Period(date(2024, 3, 7), date(2024, 3, 7))
    assert found.slots["as_of"].alternatives[0] == "2024-03-07/2024-03-07"


def test_how_a_slot_was_found_is_evidence(claim: Claim) -> None:
    slot = claim.slots["element"]
    evidence = slot_evidence("element", slot, claim)
    assert evidence[f"element/rule:{slot.rule}"] == 1.0
    assert "element/chance" in evidence


def test_the_weakest_slot_is_evidence(claim: Claim) -> None:
    assert "figure/weakest" in claim_evidence(claim)
