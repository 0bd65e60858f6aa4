from collections.abc import Callable

from tumen.extract.clause_features import clause_features
from tumen.extract.figures import find_figures
from tumen.extract.frame import Frame
from tumen.extract.statement_choice import page_clauses, page_of
from tumen.extract.statement_rules import attributing
from tumen.extract.statement_slots import StatementSlots

FrameOf = Callable[[str], Frame]


def features(frame: Frame) -> tuple[frozenset[str], ...]:
    slots = StatementSlots.of(frame)
    page = page_of(frame, tuple(find_figures(frame)), attributing(frame), slots)
    return tuple(frozenset(clause_features(page, at)) for at in page_clauses(page))


def test_the_predicate_is_named_by_its_base_form(frame_of: FrameOf) -> None:
    (found,) = features(frame_of("The workers sleep in iron wagons."))
    assert "p:sleep" in found


def test_content_words_stand_in_their_base_form(frame_of: FrameOf) -> None:
    (found,) = features(frame_of("The guards watch the gate."))
    assert {"w:guard", "w:gate"} <= found


def test_names_are_left_out(frame_of: FrameOf) -> None:
    (found,) = features(frame_of("The welders live near Vladivostok."))
    assert not any("vladivostok" in feature.lower() for feature in found)


def test_word_classes_generalise(frame_of: FrameOf) -> None:
    (found,) = features(frame_of("A plasterer broke his leg."))
    assert "class:worker" in found


def test_groups_and_places_are_told(frame_of: FrameOf) -> None:
    (found,) = features(frame_of("North Korean workers stay in Russia."))
    assert {"group:own_workers", "place"} <= found


def test_a_figure_is_named_with_its_element(frame_of: FrameOf) -> None:
    (found,) = features(frame_of("Some 640 North Korean workers live in Russia."))
    assert "figure:people.present" in found
    assert "number:told" in found


def test_a_number_that_is_no_figure_is_free(frame_of: FrameOf) -> None:
    (found,) = features(frame_of("The stove has 3 doors."))
    assert "number:free" in found


def test_a_year_is_no_number(frame_of: FrameOf) -> None:
    (found,) = features(frame_of("The stove broke in 2016."))
    assert not any(feature.startswith("number:") for feature in found)


def test_what_is_quoted_is_told(frame_of: FrameOf) -> None:
    found = features(frame_of("“The wagons are cold and the stove smokes.”"))
    assert all("quoted" in each for each in found)


def test_an_attribution_is_no_clause_to_ask(frame_of: FrameOf) -> None:
    found = features(frame_of("The guards watch the gate, the inspector said."))
    assert not any("p:say" in each for each in found)


def test_each_feature_comes_once(frame_of: FrameOf) -> None:
    frame = frame_of("The workers sleep, wake and sleep in iron wagons.")
    slots = StatementSlots.of(frame)
    page = page_of(frame, (), attributing(frame), slots)
    found = clause_features(page, next(page_clauses(page)))
    assert len(found) == len(set(found))
