from pathlib import Path

import numpy as np
import pytest

from tests.extract.encoders import write_encoder
from tumen.extract.encoded import WINDOW, EncodedPage, Pieces
from tumen.extract.encoder import load_encoder
from tumen.extract.wordpiece import WordPieces
from tumen.records.span import Span

TEXT = "A cook said so. Forty cooks said so."
NUMBER = Span(TEXT.index("Forty"), TEXT.index("Forty") + 5)
CODES, UNITS = ("people.present", "people.fled", "none"), ("persons/",) * 3
EVEN = (1 / 3,) * 3


@pytest.fixture
def page(tmp_path: Path) -> EncodedPage:
    return EncodedPage.of(TEXT, load_encoder(write_encoder(tmp_path)))


def test_chances_add_up_to_one_and_go_with_both(page: EncodedPage) -> None:
    even = page.elements(NUMBER, CODES, UNITS, EVEN)
    assert sum(even) == pytest.approx(1)
    own = page.elements(NUMBER, CODES, UNITS, (0.98, 0.01, 0.01))
    assert own[0] > even[0]


def test_the_pool_is_the_product_of_roots(page: EncodedPage) -> None:
    even = np.array(page.measures(NUMBER, ("stock", "flow"), (0.5, 0.5)))
    skewed = np.array(page.measures(NUMBER, ("stock", "flow"), (0.8, 0.2)))
    odds, more = even[0] / even[1], skewed[0] / skewed[1]
    assert more / odds == pytest.approx(2.0, rel=1e-5)  # 4 to 1, half of its log


def test_a_model_without_a_share_keeps_its_chances(page: EncodedPage) -> None:
    chances = page.pointed("places", NUMBER, (Span(2, 6), "none"), (0.7, 0.3))
    assert chances == pytest.approx((0.7, 0.3), abs=1e-5)


def test_a_label_that_nobody_taught_keeps_its_chance(page: EncodedPage) -> None:
    codes = ("people.present", "people.unheard", "none")
    found = page.elements(NUMBER, codes, UNITS, (0.2, 0.7, 0.1))
    assert found[1] == pytest.approx(0.7)
    assert found[0] + found[2] == pytest.approx(0.3)
    unheard = ("people.unheard", "people.unseen", "people.unread")
    assert page.elements(NUMBER, unheard, UNITS, (0.5, 0.3, 0.2)) == (0.5, 0.3, 0.2)


def test_words_are_told_from_other_words(page: EncodedPage) -> None:
    told = (Span(2, 6), Span(7, 11), "page")
    chances = page.pointed("voices", NUMBER, told, EVEN)
    assert len({round(chance, 6) for chance in chances}) == 3
    assert page.people(NUMBER, ("None", "workers"), (0.5, 0.5)) != (0.5, 0.5)


def test_the_same_text_and_file_give_the_same_chances(tmp_path: Path) -> None:
    file = write_encoder(tmp_path)
    once, again = (EncodedPage.of(TEXT, load_encoder(file)) for _ in range(2))
    assert once.elements(NUMBER, CODES, UNITS, EVEN) == again.elements(
        NUMBER, CODES, UNITS, EVEN
    )


def test_a_text_without_words_keeps_all_chances(tmp_path: Path) -> None:
    page = EncodedPage.of(" ", load_encoder(write_encoder(tmp_path)))
    assert page.elements(Span(0, 1), CODES, UNITS, EVEN) == EVEN
    assert page.measures(Span(0, 1), ("stock",), (1.0,)) == (1.0,)
    assert page.people(Span(0, 1), ("None",), (1.0,)) == (1.0,)
    assert page.pointed("voices", Span(0, 1), ("page",), (1.0,)) == (1.0,)


def test_a_number_is_read_where_most_stands_around_it() -> None:
    pieces = Pieces.of("a " * 900, WordPieces({"a": 0, "[UNK]": 1}))
    for place in (0, 130, 400, 899):
        words = Span(2 * place, 2 * place + 1)
        window = pieces.window_of(words)
        assert window is not None
        assert window <= place < window + WINDOW
        first, last = pieces.rows_of(words, window) or (0, 0)
        assert first == last == place - window + 1
        if 130 <= place < 800:
            assert place - window >= 34  # some of what stands before is seen


def test_words_outside_of_a_window_have_no_rows() -> None:
    pieces = Pieces.of("a " * 900, WordPieces({"a": 0, "[UNK]": 1}))
    assert pieces.rows_of(Span(0, 1), 170) is None
    assert pieces.rows_of(Span(2 * 600, 2 * 600 + 1), 170) is None
    assert pieces.window_of(Span(0, 2 * 400)) is None
