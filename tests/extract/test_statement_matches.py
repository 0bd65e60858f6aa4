from tumen.codebook.load import load_codebook
from tumen.codebook.schema import Element, Example
from tumen.extract.analysis import Analysis
from tumen.extract.regex_analyzer import RegexAnalyzer
from tumen.extract.statement_cues import Classes
from tumen.extract.statement_matches import Match, find_matches, make_table, parts_of
from tumen.records.span import Span

ENGLISH = load_codebook("dprk-labour").languages["en"]
CLASSES = Classes.of({"worker": ("welder", "cook")})


def element(code: str, *cues: str, group: str = "clause", bar: str = "") -> Element:
    return Element(
        code=code,
        kinds=("event",),
        label=code,
        definition="",
        cues={group: cues},
        not_when=(bar,) if bar else (),
        examples=(Example(text=""),),
        counter_examples=(Example(text=""),),
    )


def analysed(text: str) -> Analysis:
    return RegexAnalyzer().analyze(text, (Span(0, len(text)),), ENGLISH.voices)


def matches(text: str, *elements: Element) -> list[Match]:
    table = make_table(elements, CLASSES)
    return list(find_matches(analysed(text), table, ENGLISH.statements))


def quotes(text: str, *elements: Element) -> list[str]:
    return [match.span.quote(text) for match in matches(text, *elements)]


FLED = element("event.escape", "fled|flee & @worker")


def test_the_clause_of_the_cue_is_quoted() -> None:
    assert quotes("The camp was cold, but a welder fled.", FLED) == ["a welder fled"]


def test_a_cue_spread_over_two_clauses_quotes_both() -> None:
    assert quotes("The camp was cold, the welder, angry, fled.", FLED) == []
    assert quotes("The welder was cold and fled.", FLED) == ["fled"]


def test_one_clause_can_be_about_two_elements() -> None:
    cold = element("cond.climate", "cold")

    found = matches("The cold welder fled.", FLED, cold)

    assert {match.element.code for match in found} == {"event.escape", "cond.climate"}


def test_the_narrower_of_two_nested_matches_is_kept() -> None:
    wide = element("event.escape", "fled & near:camp", "welder & camp")

    assert quotes("The welder left the camp, and a cook fled.", wide) == [
        "The welder left the camp",
        "a cook fled",
    ]


def test_words_against_an_element_silence_it() -> None:
    barred = element("event.escape", "fled & @worker", bar="fled the scene")

    assert quotes("A welder fled the scene.", barred) == []


def test_a_question_states_nothing() -> None:
    assert quotes("Why has the welder fled?", FLED) == []


def test_conditions_are_loose_and_events_are_not() -> None:
    cold = element("cond.climate", "cold")

    found = matches("The cold welder fled.", FLED, cold)

    assert {m.element.code: m.loose for m in found} == {
        "event.escape": False,
        "cond.climate": True,
    }


def test_the_rule_names_the_cue() -> None:
    both = element("event.escape", "vanish", "fled")

    assert [match.rule for match in matches("A welder fled.", both)] == [
        "event.escape#1"
    ]


def test_part_of_a_cue_speaks_for_its_element() -> None:
    table = make_table([element("event.escape", "fled & @worker & night")], CLASSES)
    parts = parts_of(table, frozenset({"fled", "welder"}))
    assert parts == {"event.escape": 2 / 3}


def test_a_cue_whose_anchor_is_missing_says_nothing() -> None:
    table = make_table([FLED], CLASSES)
    assert parts_of(table, frozenset({"welder"})) == {}
