import pytest

from tumen.codebook.load import load_codebook
from tumen.extract.amounts import find_amounts
from tumen.extract.amounts_grammar import grammar_of
from tumen.extract.amounts_marks import mark_after, mark_before
from tumen.extract.amounts_tokens import cut
from tumen.records.amount import Qualifier

WORDS = load_codebook("dprk-labour").languages["en"].numbers
GRAMMAR = grammar_of(WORDS)


@pytest.mark.parametrize(
    ("words", "begin", "qualifier"),
    [
        ("they sent", 2, Qualifier.EXACT),
        ("sent over", 1, Qualifier.OVER),
        ("sent at least another", 1, Qualifier.AT_LEAST),
        ("sent at least some", 1, Qualifier.AT_LEAST),
        ("sent only around", 2, Qualifier.ABOUT),
        ("sent up to about", 1, Qualifier.UP_TO),
        ("sent just shy of", 1, Qualifier.UNDER),
        ("sent nearing", 1, Qualifier.ABOUT),
        ("sent not just", 1, Qualifier.OVER),
    ],
)
def test_the_bound_before_a_number_is_found(
    words: str, begin: int, qualifier: Qualifier
) -> None:
    pieces = cut(words, 0, len(words))
    mark = mark_before(pieces, len(pieces), GRAMMAR)

    assert (mark.begin, mark.qualifier) == (begin, qualifier)


@pytest.mark.parametrize(
    ("words", "qualifier"),
    [
        ("or more men", Qualifier.AT_LEAST),
        ("or older men", Qualifier.AT_LEAST),
        ("and under came", Qualifier.UP_TO),
    ],
)
def test_the_bound_behind_a_number_is_found(words: str, qualifier: Qualifier) -> None:
    assert mark_after(cut(words, 0, len(words)), 0, GRAMMAR) == (2, qualifier)


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("Russia has never had more than 400 men.", "up_to"),
        ("There were never more than 400 men on the site.", "up_to"),
        ("There have never been more than 400 of them.", "up_to"),
        ("The camp never held more than 400 loggers.", "up_to"),
        ("The number has never exceeded 400.", "up_to"),
        ("It never exceeded 400 people.", "up_to"),
        ("The number did not exceed 400.", "up_to"),
        ("The total does not exceed 400 workers.", "up_to"),
        ("The total doesn't exceed 400 workers.", "up_to"),
        ("The total cannot be greater than 400.", "up_to"),
        ("None of them earned more than 400 rubles a month.", "up_to"),
        ("He could not send home more than $400 a month.", "up_to"),
        ("They never got more than 40 percent of the pay.", "up_to"),
        ("We did not see more than 40 men.", "up_to"),
        ("They were never paid more than $100 a month.", "up_to"),
        ("They rarely slept more than five hours.", "up_to"),
        ("Nobody stayed, nor were there ever more than 40 men.", "up_to"),
        ("There have never been fewer than 400 men there.", "at_least"),
        ("The region never had less than 400 of them.", "at_least"),
        ("No more than 400 men stayed.", "up_to"),
        ("Not more than 400 men stayed.", "up_to"),
        ("The camp holds not over 400 men.", "up_to"),
        ("A quota of no greater than 400 people was set.", "up_to"),
        ("They earn no higher than $400 a month.", "up_to"),
        ("Hardly more than 400 men are left.", "up_to"),
        ("A cap of 400 workers was set.", "up_to"),
        ("Not even 400 men are left.", "under"),
        ("Fewer than four hundred men are left.", "under"),
        ("Barely 400 men are left.", "about"),
        ("They sent 400 men at most.", "up_to"),
        ("They sent 400 men or more.", "at_least"),
        ("They sent 400-some men.", "about"),
    ],
)
def test_words_around_a_bound_turn_it_round(text: str, qualifier: str) -> None:
    (found,) = find_amounts(text, 0, len(text), WORDS)

    assert found.qualifier.value == qualifier


@pytest.mark.parametrize(
    "text",
    [
        "It is not clear whether more than 400 men came.",
        "He did not say why more than 400 men came.",
        "Not only did more than 400 men come, they stayed.",
        "Russia has not expelled the more than 400 men.",
        "He never returned, and more than 400 men left.",
        "It has never been so bad: more than 400 men left.",
        "The ministry never explained why it issued more than 400 visas.",
        "The firm has not paid more than 400 men.",
        "They had not been home for more than 4 years.",
        "They could not leave for more than 4 years.",
        "He has never seen his son in more than 4 years.",
        "Never before had the town, with more than 400 men, been so full.",
    ],
)
def test_a_denial_of_something_else_turns_no_bound_round(text: str) -> None:
    (found,) = find_amounts(text, 0, len(text), WORDS)

    assert found.qualifier.value == "over"


def test_a_denial_belongs_to_the_span_of_the_number() -> None:
    text = "It has never held more than 400 men."
    (found,) = find_amounts(text, 0, len(text), WORDS)

    assert found.span.quote(text) == "never held more than 400 men"


def test_a_bound_behind_a_noun_may_belong_to_the_next_number() -> None:
    text = "They sent 400 men at least 40 of whom fled."
    found = find_amounts(text, 0, len(text), WORDS)

    assert [q.qualifier.value for q in found] == ["exact", "at_least"]


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("Perhaps 400 men are left.", "about"),
        ("It is closer to 400 men.", "about"),
        ("A cook earns maybe $400.", "about"),
        ("The firm lost a good 400 men.", "over"),
        ("Nobody stays longer than four years.", "up_to"),
        ("It answers within four weeks.", "up_to"),
        ("The tally will not rise above 400 men.", "up_to"),
        ("At no time did it employ more than 400 men.", "up_to"),
        ("There were 400 men, give or take, in the hall.", "about"),
        ("They count 400 men, if not more.", "at_least"),
        ("We saw 400 men at best.", "up_to"),
        ("It fell short of 400 men.", "under"),
        ("The plant is short of 400 men.", "exact"),
        ("They hand over $400 a month.", "exact"),
        ("The cooks are spread over 40 houses.", "exact"),
        ("He signed under a four-year contract.", "exact"),
        ("The lists add up to 400 men.", "exact"),
        ("We heard about 400 men.", "exact"),
        ("There were 400 men, at least 40 of them cooks.", "exact"),
    ],
)
def test_words_that_only_look_like_a_bound_are_told_apart(
    text: str, qualifier: str
) -> None:
    first = find_amounts(text, 0, len(text), WORDS)[0]

    assert first.qualifier.value == qualifier
