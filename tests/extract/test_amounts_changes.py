import pytest

from tumen.codebook.load import load_codebook
from tumen.extract.amounts import find_amounts
from tumen.extract.amounts_changes import CHANGES, direction_before
from tumen.extract.amounts_grammar import grammar_of
from tumen.extract.amounts_tokens import cut

WORDS = load_codebook("dprk-labour").languages["en"].numbers


def changes(text: str) -> list[frozenset[str]]:
    found = find_amounts(text, 0, len(text), WORDS)
    return [CHANGES & set(quantity.flags) for quantity in found]


@pytest.mark.parametrize(
    ("text", "flag"),
    [
        ("Pay fell by 40 dollars.", "fall"),
        ("Pay was down 12 percent.", "fall"),
        ("Pay slid another 3%.", "fall"),
        ("Pay rose about 5 percent.", "rise"),
        ("The count was up 300.", "rise"),
        ("Pay leapt 5 percent.", "rise"),
        ("The mill shed 300 jobs.", "fall"),
        ("They gave up 40 beds.", "fall"),
        ("Remittances +2 percent.", "rise"),
        ("Exports fell from 30 tons to 20 tons.", "fall"),
    ],
)
def test_what_rose_or_fell_is_marked(text: str, flag: str) -> None:
    assert changes(text)[0] == {flag}


@pytest.mark.parametrize(
    "text",
    [
        "Pay rose to 400 dollars.",
        "A fall of 40 dollars followed.",
        "Up to 40 men fell ill.",
        "They lost their way and 40 men.",
    ],
)
def test_a_level_or_a_count_is_no_change(text: str) -> None:
    assert changes(text) == [set()]


@pytest.mark.parametrize(
    "text",
    [
        "Pay was down 190 dollars, or 2 percent.",
        "The count rose by 30 men (5 percent).",
    ],
)
def test_a_change_told_twice_is_one_change(text: str) -> None:
    first, second = changes(text)

    assert first == second != set()


def test_the_next_fact_is_no_change() -> None:
    assert changes("Pay fell 2 percent and 40 men left.") == [{"fall"}, set()]


def test_no_word_before_a_number_tells_nothing() -> None:
    assert direction_before(cut("40 men", 0, 6), 0, grammar_of(WORDS)) == ()
