from collections.abc import Callable

import pytest

from tumen.codebook.schema import Codebook, Element, Example
from tumen.extract.amounts import Quantity, find_amounts
from tumen.extract.elements import Choice, FigureElements, is_about_part, unit_of
from tumen.extract.figure_clause import surroundings_of
from tumen.extract.frame import Frame
from tumen.extract.measures import possible_measures
from tumen.records.span import Span

FrameOf = Callable[[str], Frame]


def element(code: str, bar: str = "", **cues: tuple[str, ...]) -> Element:
    return Element(
        code=code,
        kinds=("figure",),
        label=code,
        definition="",
        measures=("stock",),
        units=("persons",),
        cues=cues,
        not_when=(bar,) if bar else (),
        examples=(Example(text=""),),
        counter_examples=(Example(text=""),),
    )


def choice(frame: Frame, *elements: Element) -> Choice | None:
    text = frame.document.text
    quantity = find_amounts(text, 0, len(text), frame.language.numbers)[0]
    around = surroundings_of(frame, quantity.span, quantity.value_span, frozenset())
    return FigureElements(elements).choose(
        frame.analysis, around, possible_measures(quantity), quantity
    )


def code(found: Choice | None) -> str | None:
    return found.element.code if found else None


LIVE = element("live", noun=("worker",), verb=("live",))


def test_noun_and_verb_make_an_element(frame_of: FrameOf) -> None:
    assert code(choice(frame_of("Some 640 workers live there."), LIVE)) == "live"


def test_a_noun_alone_is_not_enough(frame_of: FrameOf) -> None:
    assert choice(frame_of("Some 640 workers sing there."), LIVE) is None


def test_a_word_against_it_rules_an_element_out(frame_of: FrameOf) -> None:
    barred = element("live", bar="in hiding", noun=("worker",), verb=("live",))
    assert choice(frame_of("Some 640 workers live in hiding."), barred) is None


def test_a_word_that_must_stand_has_to(frame_of: FrameOf) -> None:
    strict = element("live", noun=("worker",), verb=("live",), must=("camp",))
    assert choice(frame_of("Some 640 workers live there."), strict) is None


def test_a_head_has_to_follow_the_number(frame_of: FrameOf) -> None:
    guards = element("guards", head=("guard",), verb=("watch",))
    assert choice(frame_of("The guards watch 640 workers."), guards) is None


def test_the_narrower_element_wins_a_tie(frame_of: FrameOf) -> None:
    camp = element("camp", noun=("worker",), verb=("live",), must=("live",))
    assert code(choice(frame_of("Some 640 workers live there."), LIVE, camp)) == "camp"


def test_close_rivals_are_kept_and_cost_confidence(frame_of: FrameOf) -> None:
    camp = element("camp", noun=("worker",), verb=("live",), must=("live",))
    found = choice(frame_of("Some 640 workers live there."), LIVE, camp)
    alone = choice(frame_of("Some 640 workers live there."), LIVE)
    assert found is not None
    assert alone is not None
    assert found.others == ("live",)
    assert found.confidence < alone.confidence


@pytest.mark.parametrize(
    ("unit", "noun", "per", "written"),
    [
        ("persons", "workers", None, "persons"),
        (None, "Trucks", "day", "trucks/day"),
        (None, "sappers", None, "sappers"),
        (None, None, None, None),
    ],
)
def test_the_unit_is_the_noun_where_the_language_has_none(
    unit: str | None, noun: str | None, per: str | None, written: str | None
) -> None:
    found = Quantity(
        span=Span(0, 1), value_span=Span(0, 1), unit=unit, noun=noun, per=per
    )
    assert unit_of(found) == written


def test_shares_and_sums_are_about_a_part(codebook: Codebook) -> None:
    assert is_about_part(codebook.elements["cond.state_share"])
    assert not is_about_part(codebook.elements["people.present"])


def test_a_clause_behind_a_semicolon_says_nothing_of_the_number(
    frame_of: FrameOf,
) -> None:
    flee = element("flee", noun=("worker",), verb=("flee",))
    assert code(choice(frame_of("It had 640 workers, and men flee."), flee)) == "flee"
    assert choice(frame_of("It had 640 workers; men flee."), flee) is None
