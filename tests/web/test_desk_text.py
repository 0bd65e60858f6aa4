"""The words around a claim are cut where the words begin that prove something."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tumen.records.claim import Claim, Kind, Slot, SpeakerKind, Voice
from tumen.records.document import Block, Document, Role
from tumen.records.ids import CaptureId, ClaimId
from tumen.records.span import Span
from tumen.web.desk_text import AROUND, cut_passages

TEXT = "Menu\nThe ministry spoke.\nIt said 4,000 workers were there.\n"
BLOCKS = (
    Block(Span(0, 4), Role.FURNITURE),
    Block(Span(5, 24), Role.BODY),
    Block(Span(25, 58), Role.BODY),
)
DOCUMENT = Document(capture=CaptureId("c"), name="p.txt", text=TEXT, blocks=BLOCKS)
CLAIM = Claim(
    id=ClaimId("a"),
    capture=CaptureId("c"),
    doc="p.txt",
    span=Span(33, 46),
    quote=TEXT[33:46],
    kind=Kind.FIGURE,
    element="people.present",
    speaker=Voice("the ministry", SpeakerKind.INSTITUTION),
    slots={
        "amount": Slot(rule="r", confidence=1.0, span=Span(33, 38)),
        "speaker": Slot(rule="r", confidence=1.0, inherited_from=Span(5, 24)),
        "hedge": Slot(rule="r", confidence=1.0),
    },
    rule="r",
)


def test_the_quote_is_cut_where_the_number_ends() -> None:
    *_, last = cut_passages(DOCUMENT, CLAIM)
    assert [(piece.text, piece.proves) for piece in last.pieces] == [
        ("It said ", ()),
        ("4,000", ("quote", "amount")),
        (" workers", ("quote",)),
        (" were there.", ()),
    ]
    assert last.holds


def test_inherited_words_are_marked_where_they_stand() -> None:
    first, _ = cut_passages(DOCUMENT, CLAIM)
    assert (first.holds, first.pieces[0].proves) == (False, ("speaker",))


def test_menus_are_left_out_unless_the_claim_stands_in_one() -> None:
    menu = replace(CLAIM, span=Span(0, 4), quote="Menu", slots={})
    assert "furniture" not in {p.role for p in cut_passages(DOCUMENT, CLAIM)}
    assert cut_passages(DOCUMENT, menu)[0].role == "furniture"


def test_far_blocks_are_left_out_unless_they_prove_something() -> None:
    text = "x.\n" * 60
    blocks = tuple(Block(Span(3 * n, 3 * n + 2), Role.BODY) for n in range(60))
    document = replace(DOCUMENT, text=text, blocks=blocks)
    slots = {"speaker": Slot(rule="r", confidence=1.0, span=Span(0, 2))}
    claim = replace(CLAIM, span=Span(150, 152), quote="x.", slots=slots)
    starts = [p.pieces[0].start // 3 for p in cut_passages(document, claim)]
    assert starts == [0, *range(50 - AROUND, 60)]


@given(
    st.integers(25, 57).flatmap(lambda a: st.tuples(st.just(a), st.integers(a + 1, 58)))
)
def test_the_pieces_are_the_text(ends: tuple[int, int]) -> None:
    span = Span(*ends)
    claim = replace(CLAIM, span=span, quote=span.quote(TEXT))
    shown = cut_passages(DOCUMENT, claim)
    assert ["".join(p.text for p in passage.pieces) for passage in shown] == [
        TEXT[5:24],
        TEXT[25:58],
    ]
    marked = [p for passage in shown for p in passage.pieces if "quote" in p.proves]
    assert "".join(piece.text for piece in marked) == claim.quote


@pytest.mark.parametrize("number", [0, 1])
def test_starts_count_from_the_begin_of_the_text(number: int) -> None:
    passage = cut_passages(DOCUMENT, CLAIM)[number]
    assert all(TEXT[p.start :].startswith(p.text) for p in passage.pieces)
