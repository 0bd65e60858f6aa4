from collections.abc import Callable

import pytest

from tumen.extract.frame import Frame
from tumen.extract.statement_rules import (
    Found,
    attributing,
    find_by_rules,
    named_kind,
    tools_of,
)
from tumen.records.claim import Kind

FrameOf = Callable[[str], Frame]


def found(frame: Frame) -> list[Found]:
    return list(find_by_rules(frame, (), attributing(frame)))


def test_a_clause_that_fits_a_cue_is_found(frame_of: FrameOf) -> None:
    codes = {each.element for each in found(frame_of("Two welders fled the camp."))}
    assert "event.escape" in codes


def test_what_did_not_happen_is_found_but_not_real(frame_of: FrameOf) -> None:
    rows = found(frame_of("The welders might flee the camp."))
    assert [row.is_real for row in rows if row.element == "event.escape"] == [False]


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("event.strike", Kind.EVENT),
        ("policy.penal", Kind.POLICY),
        ("cond.food", Kind.CONDITION),
        ("people.hiding", Kind.CONDITION),
    ],
)
def test_a_code_names_its_kind(code: str, kind: Kind) -> None:
    assert named_kind(code) is kind


def test_who_said_it_is_set_apart(frame_of: FrameOf) -> None:
    frame = frame_of("The guards watch the gate, the inspector said.")
    said = {frame.analysis.tokens[i].lower for i in attributing(frame)}
    assert {"inspector", "said"} <= said


def test_cues_are_made_ready_once(frame_of: FrameOf) -> None:
    codebook = frame_of("Nothing.").codebook
    assert tools_of(codebook) is tools_of(codebook)
