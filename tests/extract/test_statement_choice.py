from collections.abc import Callable
from dataclasses import replace

import msgspec

from tumen.codebook.weights import Weights
from tumen.extract.frame import Frame
from tumen.extract.statement_choice import (
    ELEMENTS,
    KINDS,
    LEARNED,
    Known,
    choose_statements,
    page_clauses,
    page_of,
)
from tumen.extract.statement_rules import Found, attributing
from tumen.extract.statement_slots import StatementSlots
from tumen.records.claim import Kind

FrameOf = Callable[[str], Frame]
PLAIN = "The river froze in winter."
ESCAPE = "Two welders fled the camp."


def chosen(
    frame: Frame, kinds: dict[str, float], elements: dict[str, float]
) -> list[Found]:
    learned = {
        KINDS: Weights(learned_from="a test", features=kinds),
        ELEMENTS: Weights(learned_from="a test", features=elements),
    }
    book = msgspec.structs.replace(frame.codebook, learned=learned if kinds else {})
    told = replace(frame, codebook=book)
    slots = StatementSlots.of(told)
    return list(choose_statements(told, (), attributing(told), slots))


def test_without_weights_the_cues_decide(frame_of: FrameOf) -> None:
    found = chosen(frame_of(ESCAPE), {}, {})
    assert "event.escape" in {each.element for each in found}


def test_without_weights_what_did_not_happen_is_left_out(frame_of: FrameOf) -> None:
    found = chosen(frame_of("The welders might flee the camp."), {}, {})
    assert "event.escape" not in {each.element for each in found}


def test_weights_can_follow_the_cues(frame_of: FrameOf) -> None:
    found = chosen(frame_of(ESCAPE), {"event|cue": 9.0}, {"event.escape": 9.0})
    assert [(f.element, f.kind) for f in found] == [("event.escape", Kind.EVENT)]
    assert found[0].match.rule.startswith("event.escape#")


def test_weights_can_leave_a_clause_alone(frame_of: FrameOf) -> None:
    assert chosen(frame_of(ESCAPE), {"none": 9.0}, {}) == []


def test_weights_can_find_what_no_cue_fits(frame_of: FrameOf) -> None:
    weights = {"condition": 9.0}, {"cond.climate": 9.0}
    (found,) = chosen(frame_of(PLAIN), *weights)
    assert (found.element, found.match.rule) == ("cond.climate", LEARNED)
    assert found.match.span.quote(PLAIN) == PLAIN.rstrip(".")


def test_the_chance_is_that_of_the_element(frame_of: FrameOf) -> None:
    (found,) = chosen(frame_of(PLAIN), {"condition": 1.0}, {"cond.climate": 1.0})
    assert 0.0 < found.chance < 1.0


def test_another_likely_element_is_named_beside(frame_of: FrameOf) -> None:
    even = {"cond.climate": 9.0, "cond.season": 8.5}
    (found,) = chosen(frame_of(PLAIN), {"condition": 9.0}, even)
    assert found.others == ("cond.season",)


def test_a_clause_states_one_thing_at_most(frame_of: FrameOf) -> None:
    found = chosen(frame_of(ESCAPE), {"event": 9.0}, {})
    assert len(found) <= 1


def test_questions_are_not_asked(frame_of: FrameOf) -> None:
    frame = frame_of("Who fled the camp?")
    page = page_of(frame, (), attributing(frame), StatementSlots.of(frame))
    assert list(page_clauses(page)) == []


def test_what_the_rules_say_is_kept_by_clause(frame_of: FrameOf) -> None:
    frame = frame_of(ESCAPE)
    page = page_of(frame, (), attributing(frame), StatementSlots.of(frame))
    at = next(page_clauses(page))
    assert "event.escape" in Known.of(page).at(at)
