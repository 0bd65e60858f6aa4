"""Lines broken at a fixed width are joined again."""

from tumen.read.plain import cut_lines
from tumen.read.wrapped import join_wrapped

WRAPPED = (
    "The saltpans of the town employ some forty people from\n"
    "abroad, most of them without a contract that they are\n"
    "able to read, the chamber of labour said in the report\n"
    "that it will print and send to all of its members next\n"
    "week.\n\n"
    "The owner of the pans did not answer.\n"
)


def test_a_wrapped_paragraph_is_one_piece() -> None:
    pieces = join_wrapped(WRAPPED, cut_lines(WRAPPED))
    assert [piece.span.quote(WRAPPED)[-5:] for piece in pieces] == ["week.", "swer."]


def test_lines_of_a_list_stay_apart() -> None:
    text = "Ferry fares rise again for all the people of the town\n" * 6
    assert len(join_wrapped(text, cut_lines(text))) == 6


def test_a_text_with_long_lines_is_left_alone() -> None:
    text = WRAPPED + "x" * 200
    assert join_wrapped(text, cut_lines(text)) == cut_lines(text)


def test_nothing_stays_nothing() -> None:
    assert join_wrapped("", ()) == ()
