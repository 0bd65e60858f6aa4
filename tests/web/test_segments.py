"""The reading room cuts a page where claims begin and end."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tumen.records.document import Block, Document, Role
from tumen.records.ids import CaptureId
from tumen.records.release import Cleared, ReleasedClaim
from tumen.records.span import Span
from tumen.web.segments import cut_block, cut_page

TEXT = "Menu\nAbout 300 builders live in the town."
MENU = Block(Span(0, 4), Role.FURNITURE)
BODY = Block(Span(5, len(TEXT)), Role.BODY)


def a_claim(name: str, start: int, end: int, kind: str = "figure") -> ReleasedClaim:
    return ReleasedClaim(
        id=Cleared(name),
        doc=Cleared("page.txt"),
        start=start,
        end=end,
        quote=Cleared(TEXT[start:end]),
        kind=kind,
        element="people.present",
        measure="stock",
        low=None,
        best=300,
        high=None,
        unit="persons",
        qualifier="about",
        as_of_start=None,
        as_of_end=None,
        place=None,
        iso=None,
        population=None,
        speaker=Cleared("article"),
        speaker_kind="author",
        via=None,
        chain=(),
        hedge="asserted",
        flags=(),
        confidence=0.5,
        inherited=(),
        alternatives={},
        rule="test",
        found_by=Cleared("rules"),
        auto=False,
        status="proposed",
    )


def test_a_claim_becomes_a_segment_of_its_own() -> None:
    segments = list(cut_block(TEXT, BODY, [a_claim("one", 5, 23)]))
    assert [segment.text for segment in segments] == [TEXT[5:23], TEXT[23:]]
    assert segments[0].claims == ("one",)


def test_words_in_two_claims_take_the_colour_of_the_shorter() -> None:
    wide, narrow = a_claim("wide", 5, 30, "event"), a_claim("narrow", 5, 14)
    first = next(iter(cut_block(TEXT, BODY, [wide, narrow])))
    assert first.claims == ("narrow", "wide")
    assert first.kind == "figure"


def test_a_claim_of_another_block_leaves_this_one_whole() -> None:
    segments = list(cut_block(TEXT, MENU, [a_claim("one", 5, 23)]))
    assert [segment.text for segment in segments] == ["Menu"]


def test_neighbouring_furniture_is_folded_together() -> None:
    blocks = (
        Block(Span(0, 2), Role.FURNITURE),
        Block(Span(2, 4), Role.FURNITURE),
        BODY,
    )
    page = Document(
        capture=CaptureId("0" * 64), name="page.txt", text=TEXT, blocks=blocks
    )
    parts = cut_page(page, [])
    assert [part.is_folded for part in parts] == [True, False]
    assert len(parts[0].blocks) == 2


@given(
    st.lists(
        st.tuples(st.integers(0, 40), st.integers(1, 20)).map(
            lambda pair: a_claim(f"{pair}", pair[0], min(pair[0] + pair[1], len(TEXT)))
        ),
        max_size=6,
    )
)
def test_the_segments_of_a_block_are_exactly_its_text(
    claims: list[ReleasedClaim],
) -> None:
    segments = list(cut_block(TEXT, BODY, claims))
    assert "".join(segment.text for segment in segments) == BODY.span.quote(TEXT)
    assert [segment.start for segment in segments] == sorted(
        segment.start for segment in segments
    )


def test_words_of_an_unsure_claim_are_marked() -> None:
    sure = replace(a_claim("a", 5, 14), auto=True, confidence=0.8)
    unsure = replace(a_claim("b", 15, 30), auto=True, confidence=0.3)
    doubts = [piece.doubt for piece in cut_block(TEXT, BODY, (sure, unsure))]
    assert doubts == ["", "", "unsure", ""]
