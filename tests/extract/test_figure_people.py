from collections.abc import Callable

import pytest

from tumen.records.claim import Claim

FiguresOf = Callable[[str], list[Claim]]


@pytest.mark.parametrize(
    ("text", "population"),
    [
        ("Some 640 North Korean workers live there.", "NK workers"),
        ("Some 640 North Koreans live there.", "North Koreans"),
        ("Some 640 North Korean workers came. Some 640 North Koreans work there.", "NK workers"),
        ("The workers toil 14 hours a day.", "NK workers"),
        ("Some 45 soldiers were among the workers.", "NK soldiers"),
        ("The camp has loggers. They earn $700 a month.", "NK loggers"),
        ("About 80 percent of their wages is taken by the state.", "pay of NK workers"),
        ("Some 90 North Koreans were recognised as refugees and 14 others as asylum-seekers.", "North Koreans"),
    ],
)  # fmt: skip
def test_who_is_counted(figures_of: FiguresOf, text: str, population: str) -> None:
    assert figures_of(text)[-1].population == population


def test_the_nationals_are_the_workers_named_before(figures_of: FiguresOf) -> None:
    text = "North Korean workers came in May. The North Koreans toil 14 hours a day."
    assert figures_of(text)[0].population == "NK workers"


def test_nobody_named_leaves_it_blank(figures_of: FiguresOf) -> None:
    assert figures_of("A welder in the port earns $700 a month, and they toil 14 hours a day.")  # fmt: skip


def test_a_group_carried_over_says_from_where(figures_of: FiguresOf) -> None:
    slot = figures_of("The camp has loggers. They earn $700 a month.")[0].slots[
        "population"
    ]
    assert slot.distance == 1
