import pytest

from tumen.codebook.load import load_codebook
from tumen.extract.amounts_grammar import grammar_of
from tumen.extract.amounts_marks import mark_after, mark_before
from tumen.extract.amounts_tokens import cut
from tumen.records.amount import Qualifier

GRAMMAR = grammar_of(load_codebook("dprk-labour").languages["en"].numbers)


@pytest.mark.parametrize(
    ("words", "begin", "qualifier"),
    [
        ("they sent", 2, Qualifier.EXACT),
        ("sent over", 1, Qualifier.OVER),
        ("sent at least another", 1, Qualifier.AT_LEAST),
        ("sent at least some", 1, Qualifier.AT_LEAST),
        ("sent only around", 2, Qualifier.ABOUT),
        ("sent up to about", 1, Qualifier.UP_TO),
    ],
)
def test_the_bound_before_a_number_is_found(
    words: str, begin: int, qualifier: Qualifier
) -> None:
    pieces = cut(words, 0, len(words))
    mark = mark_before(pieces, len(pieces), GRAMMAR)

    assert (mark.begin, mark.qualifier) == (begin, qualifier)


def test_the_bound_behind_a_number_is_found() -> None:
    assert mark_after(cut("or more men", 0, 11), 0, GRAMMAR) == (2, Qualifier.AT_LEAST)
