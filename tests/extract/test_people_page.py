from collections.abc import Callable

import pytest

from tumen.extract.figure_people import PagePeople
from tumen.extract.frame import Frame
from tumen.extract.people_page import NEVER_NAMED, PeoplePage, people_page

FrameOf = Callable[[str], Frame]
TEXT = "Soldiers came. Some loggers live in huts. Workers slept, and workers ate."


def page_of(frame: Frame) -> PeoplePage:
    return people_page(PagePeople.of(frame))


@pytest.mark.parametrize(
    ("index", "words"),
    [(0, ["loggers"]), (1, ["loggers"]), (2, ["Workers", "workers"])],
)
def test_the_groups_of_the_last_sentence_up_to_one_are_nearest(
    frame_of: FrameOf, index: int, words: list[str]
) -> None:
    named = page_of(frame_of(TEXT)).by_role["own_workers"].nearest(index)
    assert [mention.span.quote(TEXT) for mention in named] == words


def test_a_role_that_is_never_named_has_no_nearest_group() -> None:
    assert NEVER_NAMED.nearest(3) == ()


def test_a_page_knows_who_is_named_first(frame_of: FrameOf) -> None:
    assert page_of(frame_of(TEXT)).first == "military"


def test_words_that_describe_what_follows_count_nobody(frame_of: FrameOf) -> None:
    page = page_of(frame_of("A worker camp opened in May."))
    assert set(page.forms.values()) <= {"describing"}
    assert page.counted.ordered == ()
