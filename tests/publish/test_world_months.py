"""A world speaks in the codes and words of its codebook, month by month."""

from dataclasses import replace

import pytest

from tumen.codebook.schema import Codebook
from tumen.publish.world_months import Months, policies_of, read_months
from tumen.records.world import World, WorldEvent

BAN = 8


def test_months_have_names(months: Months) -> None:
    assert months.labels[0] == "January 2017"
    assert months.labels[-1] == "February 2018"


def test_a_box_with_boxes_inside_has_their_sum(months: Months) -> None:
    assert months.stocks["C3"][0] == 2000 + 200 + 100 + 50


def test_ways_between_the_same_boxes_count_for_one_arrow(months: Months) -> None:
    # Rotation 5, recall 20 and the end of contracts 15 all lead home from a site.
    assert months.flows["T7"][0] == 40


def test_ways_within_a_box_are_no_arrow(months: Months) -> None:
    assert "T5" not in months.flows
    assert "T21" not in months.flows
    assert months.flows["T9"][0] == 2


def test_money_is_told_for_a_worker_and_for_all(months: Months) -> None:
    assert months.pay["M1"][1] == 750
    assert months.totals["M1"][1] == 15
    assert months.totals["unpaid"][1] == 1


def test_without_a_paid_worker_nobody_is_paid(months: Months) -> None:
    assert months.pay["M1"][0] == 0


def test_policies_stand_in_order_of_time_and_say_since_when(months: Months) -> None:
    words = [policy.words for policy in months.policies]
    assert words == [
        "early 2016-10 to 2017-02",
        "own order 2017-03 to 2017-06",
        "no new work permits since 2017-09",
    ]


def test_a_policy_of_a_scenario_has_its_words(world: World) -> None:
    known = replace(
        world,
        policies={"permit_ban": (1, 2)},
        policy_labels={"permit_ban": "a ban of one's own"},
    )
    assert policies_of(known)[0].label == "a ban of one's own"


def test_a_policy_without_words_has_its_name(world: World) -> None:
    known = replace(world, policies={"permit_ban": (1, 2)}, policy_labels={})
    assert policies_of(known)[0].label == "permit ban"


@pytest.mark.parametrize(
    ("held", "words"), [(1, "1 manager held"), (2, "2 managers held")]
)
def test_whom_a_number_counts_is_said(
    world: World, real_codebook: Codebook, held: int, words: str
) -> None:
    event = WorldEvent(number=0, month=0, day=1, element="event.hostage", count=held)
    told = read_months(replace(world, events=(event,)), real_codebook).events[0]
    assert told[0].endswith(words)


def test_what_is_alike_is_one_line_with_the_most_people_first(months: Months) -> None:
    assert months.events[BAN] == (
        "no new work permits (begins)",
        "Raid, 2 times, 29 officers: R2, R1",
        "Escape, 1 person",
        "event.new (odd)",
    )


def test_a_month_without_events_has_no_line(months: Months) -> None:
    assert months.events[0] == ()


def test_of_many_regions_three_are_named(world: World, real_codebook: Codebook) -> None:
    raids = tuple(
        WorldEvent(
            number=n, month=0, day=1, element="event.raid", region=f"R{n}", count=9 - n
        )
        for n in range(5)
    )
    told = read_months(replace(world, events=raids), real_codebook).events[0]
    assert told == ("Raid, 5 times, 35 officers: R0, R1, R2, 2 more",)
