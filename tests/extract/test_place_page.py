from collections.abc import Callable

from tumen.extract.figure_candidates import find_candidates
from tumen.extract.figure_places import NOWHERE, PagePlaces
from tumen.extract.figure_slots import SlotReader
from tumen.extract.frame import Frame
from tumen.extract.place_page import (
    PlaceAsked,
    PlacePage,
    place_of_figure,
    place_of_statement,
)
from tumen.records.span import Span

FrameOf = Callable[[str], Frame]


def page(frame: Frame) -> PlacePage:
    return PlacePage.of(PagePlaces.of(frame))


def asked(frame: Frame) -> PlaceAsked:
    element = frame.codebook.elements["cond.housing"]
    return place_of_statement(frame, Span(0, 21), element)


def test_the_home_country_is_not_counted(frame_of: FrameOf) -> None:
    found = page(frame_of("North Korea sent men to Kuwait and Moscow. Kuwait left."))
    assert (found.first, found.counts) == ("KW", {"KW": 2, "RU": 1})


def test_a_small_place_without_its_country_is_a_guess(frame_of: FrameOf) -> None:
    found = page(frame_of("Forty men sleep in Penza."))
    assert len(found.guessed) == 1
    assert found.guessed <= set(found.known)


def test_every_country_is_offered_once(frame_of: FrameOf) -> None:
    frame = frame_of("The men sleep in huts in Moscow.")
    names = [name for name, _, _ in page(frame).names(asked(frame), "PL", NOWHERE)]
    assert len(names) == len(set(names))
    assert {"Moscow", "Russia", "Poland", "North Korea", "South Korea"} <= set(names)


def test_the_verbs_of_a_statement_are_its_context(frame_of: FrameOf) -> None:
    found = asked(frame_of("The men sleep in huts."))
    assert {"statement", "code:housing", "where:host", "verb:sleep"} <= set(
        found.context
    )


def test_an_amount_tells_the_country_of_its_money(frame_of: FrameOf) -> None:
    frame = frame_of("They earn 900 yuan a month.")
    figure = next(find_candidates(frame, SlotReader.of(frame)))
    element = frame.codebook.elements["cond.wage_net"]
    found = place_of_figure(frame, figure.quantity, figure.around, element, None)
    assert found.currency == "CN"
