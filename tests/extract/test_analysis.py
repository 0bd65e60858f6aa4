from collections.abc import Callable

import pytest

from tumen.extract.analysis import Analysis, Sentence, Token
from tumen.extract.frame import Frame
from tumen.records.span import Span

TEXT = "Crews left. They sang."


def token(start: int, end: int, head: int) -> Token:
    word = TEXT[start:end]
    return Token(
        span=Span(start, end),
        text=word,
        lower=word.lower(),
        lemma=word.lower(),
        pos="NOUN",
        head=head,
    )


@pytest.fixture
def analysis() -> Analysis:
    return Analysis(
        text=TEXT,
        paragraphs=(Span(0, 22),),
        sentences=(Sentence(Span(0, 11), 0, 3, 0), Sentence(Span(12, 22), 3, 6, 0)),
        tokens=(
            token(0, 5, 1),
            token(6, 10, 1),
            token(10, 11, 1),
            token(12, 16, 4),
            token(17, 21, 4),
            token(21, 22, 4),
        ),
    )


def test_a_position_between_sentences_belongs_to_the_one_before(
    analysis: Analysis,
) -> None:
    assert analysis.sentence_index(11) == 0


def test_the_words_of_a_sentence_are_its_own(analysis: Analysis) -> None:
    assert [t.text for t in analysis.words(analysis.sentences[1])] == [
        "They",
        "sang",
        ".",
    ]


def test_tokens_in_a_span_begin_inside_it(analysis: Analysis) -> None:
    assert analysis.tokens_in(Span(6, 12)) == range(1, 3)


def test_children_are_the_direct_dependents(analysis: Analysis) -> None:
    assert analysis.children(1) == (0, 2)


def test_a_subtree_holds_its_top(analysis: Analysis) -> None:
    assert analysis.subtree(4) == (3, 4, 5)


def test_ancestors_end_at_the_root(analysis: Analysis) -> None:
    assert analysis.ancestors(0) == (1,)


def test_sentences_are_found_by_paragraph(frame_of: Callable[[str], Frame]) -> None:
    frame = frame_of("One crew left. It sang.\nAnother stayed.")
    assert [len(frame.analysis.sentences_of(p)) for p in (0, 1)] == [2, 1]
