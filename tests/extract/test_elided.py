from collections.abc import Callable

import pytest

from tumen.extract.amounts import find_amounts
from tumen.extract.elided import things_before
from tumen.extract.frame import Frame
from tumen.records.claim import Claim

FiguresOf = Callable[[str], list[Claim]]
FrameOf = Callable[[str], Frame]


def things_at(frame: Frame, value: float) -> tuple[str, ...]:
    text = frame.document.text
    found = find_amounts(text, 0, len(text), frame.language.numbers)
    return things_before(frame, next(q for q in found if q.best == value))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Crews of workers came. Some 640 of them live in Russia.", 640),
        ("The number of workers in Russia fell from 900 to 640.", 640),
        ("The workers are many. The true number in Russia is closer to 640.", 640),
        ("Some 900 workers live in Russia, up from 640 in 2019.", 640),
        ("In 2019 some 900 North Koreans came as tourists and 640 as cooks.", 640),
        ("Of the workers, 640 were arrested.", 640),
    ],
)  # fmt: skip
def test_a_bare_number_counts_people(
    figures_of: FiguresOf, text: str, value: float
) -> None:
    found = [c for c in figures_of(text) if c.amount.best == value]
    assert [c.amount.unit for c in found] == ["persons"]


def test_visas_that_fell_stay_visas(figures_of: FiguresOf) -> None:
    claims = figures_of("Work visas issued to North Koreans fell to 640 in 2019.")
    assert [c.amount.unit for c in claims] == ["visas"]


@pytest.mark.parametrize(
    "text",
    [
        "The score of the workers was 3 and 2.",
        "They met on the 14th and left.",
        "The workers flew 640.",
    ],
)
def test_other_bare_numbers_count_nobody(figures_of: FiguresOf, text: str) -> None:
    assert figures_of(text) == []


def test_things_are_looked_for_in_the_sentence_before(frame_of: FrameOf) -> None:
    assert things_at(frame_of("The town has nine hotels. Today 4 are shut."), 4) == (
        "sites",
    )


def test_nothing_is_named_at_the_beginning(frame_of: FrameOf) -> None:
    assert things_at(frame_of("4 are shut."), 4) == ()
