from collections.abc import Callable

from tumen.extract.clause_evidence import (
    NOTHING,
    STATED,
    Heard,
    Stated,
    element_choices,
    hear,
    kind_choices,
)
from tumen.extract.frame import Frame
from tumen.extract.statement_choice import Known, page_clauses, page_of
from tumen.extract.statement_rules import attributing
from tumen.extract.statement_slots import StatementSlots
from tumen.records.claim import Kind

FrameOf = Callable[[str], Frame]
COLD = "The workers sleep on bunks in iron wagons."


def heard(frame: Frame) -> Heard:
    page = page_of(frame, (), attributing(frame), StatementSlots.of(frame))
    at = next(page_clauses(page))
    return hear(page, at, Known.of(page).at(at))


def test_nothing_is_the_last_kind(frame_of: FrameOf) -> None:
    found = kind_choices(heard(frame_of(COLD)))
    assert found.names == (*STATED, NOTHING)
    assert len(found.evidence) == len(found.names)


def test_a_cue_speaks_for_its_kind(frame_of: FrameOf) -> None:
    found = kind_choices(heard(frame_of(COLD)))
    cued = [
        name for name, e in zip(found.names, found.evidence, strict=True) if "cue" in e
    ]
    assert cued == [Kind.CONDITION]


def test_a_clause_without_a_cue_says_so(frame_of: FrameOf) -> None:
    found = kind_choices(heard(frame_of("The river is wide.")))
    assert "none|uncued" in found.evidence[-1]


def test_listed_words_weigh_for_an_element(frame_of: FrameOf) -> None:
    assert heard(frame_of(COLD)).told["cond.housing"] > 0


def test_only_elements_of_the_kind_are_chosen_from(frame_of: FrameOf) -> None:
    found = element_choices(heard(frame_of(COLD)), Kind.EVENT, None)
    assert {name.partition(".")[0] for name in found.names} <= {"event"}


def test_the_element_of_the_cue_is_among_them(frame_of: FrameOf) -> None:
    found = element_choices(heard(frame_of(COLD)), Kind.CONDITION, None)
    evidence = dict(zip(found.names, found.evidence, strict=True))
    assert "cue:real" in evidence["cond.housing"]


def test_an_account_may_go_on(frame_of: FrameOf) -> None:
    before = Stated("cond.food", 0)
    found = element_choices(heard(frame_of(COLD)), Kind.CONDITION, before)
    evidence = dict(zip(found.names, found.evidence, strict=True))
    assert "again:0" in evidence["cond.food"]


def test_weights_of_words_are_bounded(frame_of: FrameOf) -> None:
    found = kind_choices(heard(frame_of(COLD)))
    assert max(value for e in found.evidence for value in e.values()) <= 2.0
