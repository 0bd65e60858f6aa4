"""A text under construction tells where each part stands."""

from tumen.read.canvas import Canvas
from tumen.records.span import Span


def test_parts_stand_after_each_other_with_a_separator_between() -> None:
    canvas = Canvas()
    spans = [canvas.write("one", "\n"), canvas.write("two", "\n")]
    assert (canvas.text, spans) == ("one\ntwo", [Span(0, 3), Span(4, 7)])
