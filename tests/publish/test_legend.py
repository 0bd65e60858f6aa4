"""Keys stand in lines and never leave the picture."""

from tumen.publish.fitting import text_width
from tumen.publish.legend import LINE, SIGN, SIZE, lay_keys

MANY = [("origin", f"number {n} of the signs that are explained") for n in range(9)]


def test_few_keys_share_a_line() -> None:
    keys, below = lay_keys([("a", "one"), ("b", "two")], 0, 500, 40)
    assert {key.y for key in keys} == {40}
    assert below == 40 + LINE


def test_many_keys_go_on_in_the_next_line() -> None:
    keys, below = lay_keys(MANY, 0, 500, 40)
    assert below > 40 + 2 * LINE
    assert all(k.x + SIGN + text_width(k.text, SIZE) <= 500 for k in keys)


def test_words_longer_than_a_line_are_cut() -> None:
    keys, _ = lay_keys([("a", "long " * 90)], 0, 300, 40)
    assert keys[0].text.endswith("…")


def test_without_keys_nothing_is_placed() -> None:
    assert lay_keys([], 0, 300, 40)[0] == ()
