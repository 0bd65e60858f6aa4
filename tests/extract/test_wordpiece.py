import itertools

from hypothesis import given
from hypothesis import strategies as st

from tumen.extract.wordpiece import WordPieces

PIECES = (
    "[UNK]",
    "work",
    "##er",
    "##s",
    "cafe",
    ",",
    "-",
    "4",
    "##0",
    "北",
    "un",
    "##so",
)
CUTTER = WordPieces({piece: number for number, piece in enumerate(PIECES)})


def cut(text: str) -> list[tuple[str, str]]:
    numbers, spans = CUTTER.cut(text)
    return [
        (PIECES[n], span.quote(text)) for n, span in zip(numbers, spans, strict=True)
    ]


def test_the_longest_piece_is_taken_first() -> None:
    assert cut("Workers") == [("work", "Work"), ("##er", "er"), ("##s", "s")]


def test_marks_and_ideographs_stand_alone() -> None:
    assert cut("40-work,北work") == [
        ("4", "4"), ("##0", "0"), ("-", "-"), ("work", "work"), (",", ","),
        ("北", "北"), ("work", "work"),
    ]  # fmt: skip


def test_accents_and_control_marks_are_no_letters() -> None:
    assert cut("Caf\u00e9") == [("cafe", "Caf\u00e9")]
    assert cut("cafe\u0301") == [("cafe", "cafe")]
    assert cut("wo\u200brk") == [("work", "wo\u200brk")]


def test_what_no_pieces_spell_is_unknown_as_a_whole() -> None:
    assert cut("unsolved") == [("[UNK]", "unsolved")]
    assert cut("work" * 26) == [("[UNK]", "work" * 26)]


@given(st.text())
def test_pieces_stand_in_order_and_hold_no_space(text: str) -> None:
    _, spans = CUTTER.cut(text)
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
    assert all(span.start < span.end <= len(text) for span in spans)
    assert not any(span.quote(text)[0].isspace() for span in spans)
