from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tumen.codebook.load import load_codebook
from tumen.extract.regex_analyzer import RegexAnalyzer, base_form, split_sentences
from tumen.records.span import Span

WORDS = load_codebook("dprk-labour").languages["en"].voices


def sentences(text: str) -> list[str]:
    return [s.quote(text) for s in split_sentences(text, Span(0, len(text)), WORDS)]


def test_an_abbreviation_ends_no_sentence() -> None:
    assert sentences("The U.S. envoy met Mr. Example. He left.") == [
        "The U.S. envoy met Mr. Example.",
        "He left.",
    ]


def test_a_closing_quote_stays_with_its_sentence() -> None:
    assert sentences('He said: "They left." Nobody asked.') == [
        'He said: "They left."',
        "Nobody asked.",
    ]


def test_a_sentence_may_begin_with_a_number() -> None:
    assert sentences("They left. 300 men stayed.") == ["They left.", "300 men stayed."]


@pytest.mark.parametrize(
    ("word", "base"),
    [
        ("workers", "worker"),
        ("said", "say"),
        ("registered", "register"),
        ("dispatched", "dispatch"),
        ("repatriated", "repatriate"),
        ("planning", "plan"),
        ("companies", "company"),
        ("stopped", "stop"),
        ("bus", "bus"),
    ],
)
def test_a_base_form_is_guessed(word: str, base: str) -> None:
    assert base_form(word, WORDS) == base


def pos_of(text: str) -> dict[str, str]:
    analysis = RegexAnalyzer().analyze(text, (Span(0, len(text)),), WORDS)
    return {token.text: token.pos for token in analysis.tokens}


def test_a_report_is_a_noun_and_reported_a_verb() -> None:
    kinds = pos_of("The report was late, they reported on Monday.")
    assert (kinds["report"], kinds["reported"]) == ("NOUN", "VERB")


def test_a_claim_after_people_is_a_verb() -> None:
    assert pos_of("The workers claim this.")["claim"] == "VERB"


def test_capitalised_words_make_a_name() -> None:
    text = "They met Ada Example there."
    analysis = RegexAnalyzer().analyze(text, (Span(0, len(text)),), WORDS)
    assert "Ada Example" in [e.span.quote(text) for e in analysis.entities]


def test_a_name_may_end_a_sentence() -> None:
    text = "They met Ada Example"
    analysis = RegexAnalyzer().analyze(text, (Span(0, len(text)),), WORDS)
    assert [e.span.quote(text) for e in analysis.entities][-1] == "Ada Example"


@given(st.text(max_size=120))
def test_every_token_stands_where_it_says(text: str) -> None:
    windows = (Span(0, len(text)),) if text else ()
    analysis = RegexAnalyzer().analyze(text, windows, WORDS)
    assert all(t.span.quote(text) == t.text for t in analysis.tokens)


@given(st.text(max_size=120))
def test_sentences_never_overlap(text: str) -> None:
    windows = (Span(0, len(text)),) if text else ()
    spans = [s.span for s in RegexAnalyzer().analyze(text, windows, WORDS).sentences]
    assert all(a.end <= b.start for a, b in pairwise(spans))
