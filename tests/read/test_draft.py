"""A piece without markup carries no hint."""

from tumen.read.draft import Piece
from tumen.records.span import Span


def test_a_piece_of_plain_text_has_no_hint() -> None:
    piece = Piece(span=Span(0, 1))
    assert (piece.hint, piece.heading, piece.listed, piece.link_share) == (
        None,
        False,
        False,
        0.0,
    )
