from hypothesis import given
from hypothesis import strategies as st

from tumen.extract.amounts_tokens import Phrases, cut, is_glued, phrase_set


def pieces_of(text: str) -> tuple[str, ...]:
    return tuple(piece.text for piece in cut(text, 0, len(text)))


def test_numbers_words_and_signs_are_cut_apart() -> None:
    assert pieces_of("13,221 men: $5.50, a.m.") == (
        "13,221",
        "men",
        ":",
        "$",
        "5.50",
        ",",
        "a.m.",
    )


def test_a_list_of_years_is_not_one_number() -> None:
    assert pieces_of("2016,79,11") == ("2016", ",", "79", ",", "11")


@given(st.text(max_size=60))
def test_every_piece_is_the_text_at_its_place(text: str) -> None:
    assert all(text[p.start : p.end] == p.text for p in cut(text, 0, len(text)))


def test_curly_apostrophes_are_read_as_straight_ones() -> None:
    assert cut("o’clock", 0, 7)[0].lower == "o'clock"


def test_capitals_are_known() -> None:
    assert [p.is_capital for p in cut("May may", 0, 7)] == [True, False]


def test_glued_pieces_have_no_space_between() -> None:
    pieces = cut("5m tall", 0, 7)

    assert [is_glued(pieces, at) for at in range(4)] == [False, True, False, False]


def test_the_longest_phrase_is_found_ahead() -> None:
    phrases = Phrases({"more": 1, "more than": 2})

    assert phrases.ahead(cut("more than ten", 0, 13), 0) == (2, 2)


def test_the_longest_phrase_is_found_behind() -> None:
    phrases = Phrases({"than": 1, "more than": 2})

    assert phrases.behind(cut("more than ten", 0, 13), 2) == (0, 2)


def test_nothing_is_found_outside_the_window() -> None:
    phrases = phrase_set(["more than"])
    pieces = cut("than ten", 0, 8)

    assert (phrases.ahead(pieces, 9), phrases.behind(pieces, 1)) == (None, None)
