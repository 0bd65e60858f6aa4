import pytest

from tumen.codebook.load import load_codebook
from tumen.records.claim import Hedge

WORDS = load_codebook("dprk-labour").languages["en"].voices
HEDGES = {hedge.value for hedge in Hedge}


def test_verbs_and_nouns_name_known_hedges() -> None:
    named = {*WORDS.cues.report_verbs.values(), *WORDS.cues.claim_nouns.values()}
    assert named <= {"", *HEDGES}


def test_every_hedge_but_the_plain_one_has_words() -> None:
    assert set(WORDS.hedges) == HEDGES - {"asserted"}


def test_weak_and_strict_verbs_are_report_verbs() -> None:
    cues = WORDS.cues
    special = cues.weak_report_verbs | cues.strict_report_verbs | cues.evidence_verbs
    assert special <= set(cues.report_verbs)


@pytest.mark.parametrize("name", ["stative", "eventive", "momentary", "either"])
def test_each_class_of_verbs_has_members(name: str) -> None:
    assert WORDS.verb_classes[name]


def test_words_stand_in_lower_case() -> None:
    words = {*WORDS.irregular, *WORDS.verbs, *WORDS.cues.report_verbs}
    assert {word for word in words if word != word.lower()} == set()
