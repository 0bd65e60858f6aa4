from collections.abc import Callable

import pytest

from tumen.records.claim import Claim

Read = Callable[[str], list[Claim]]

REFUGEES = (
    "The agency counted 79 recognised refugees from North Korea in Russia in 2016. "
)
ENTRIES = "Border guards counted 900 entries of North Koreans in 2018"


def test_it_counts_what_was_counted_before(figures_of: Read) -> None:
    first, second = figures_of(REFUGEES + "It stood at 28 at the end of 2023.")

    assert (second.element, second.slots["element"].rule) == (
        first.element,
        "element.inherited",
    )


def test_an_inherited_element_names_its_sentence(figures_of: Read) -> None:
    second = figures_of(REFUGEES + "It stood at 28 at the end of 2023.")[1]
    slot = second.slots["element"]

    assert (slot.distance, slot.inherited_from is not None) == (1, True)


def test_entries_are_counted_on_in_their_sentence(figures_of: Read) -> None:
    found = figures_of(ENTRIES + "; in 2019, before the thaw, about 2,400.")

    assert [c.amount and c.amount.unit for c in found] == ["trips", "trips"]


@pytest.mark.parametrize(
    "text",
    [
        "In 300 of those cases study was the purpose.",
        "Study was the purpose in 300 cases.",
    ],
)
def test_cases_are_the_papers_counted_before(figures_of: Read, text: str) -> None:
    found = figures_of(f"{ENTRIES}. {text}")

    assert [(c.element, c.amount and c.amount.unit) for c in found] == [
        ("people.entries", "trips"),
        ("people.entries", "trips"),
    ]


def test_a_number_far_from_the_one_before_inherits_nothing(figures_of: Read) -> None:
    rest = "It rained. It snowed. It thawed. It froze. It stood at 28."

    assert len(figures_of(REFUGEES + rest)) == 1


def test_people_who_hold_permits_are_counted_as_permits(figures_of: Read) -> None:
    (found,) = figures_of("At the end of 2017, 940 North Koreans held valid permits.")

    assert found.amount is not None
    assert found.amount.unit == "permits"
