"""Numbers made of numbers are suggested as such, and others are not."""

from collections.abc import Callable

import pytest

from tumen.records.claim import Claim
from tumen.records.group import Group, RelationKind

Build = Callable[..., Claim]
Grouped = Callable[..., tuple[Group, ...]]


def derived(groups: tuple[Group, ...]) -> int:
    found = [relation.kind for group in groups for relation in group.relations]
    return found.count(RelationKind.DERIVED)


@pytest.mark.parametrize(
    ("value", "first", "last", "count"),
    [
        (18500, "2018-01-01", "2018-12-31", 1),
        (19000, "2018-01-01", "2018-12-31", 0),
        (18500, "2016-01-01", "2016-12-31", 0),
        (18500, None, None, 0),
    ],
)
def test_a_flow_is_derived_when_value_and_dates_fit(
    claim: Build,
    group: Grouped,
    value: float,
    first: str | None,
    last: str | None,
    count: int,
) -> None:
    stock = {"element": "people.permit_valid", "qualifier": "exact"}
    flow = claim(
        value,
        page="c",
        element="people.repatriated",
        measure="flow",
        first=first,
        last=last,
    )
    groups = group(
        claim(30023, first="2017-12-31", last="2017-12-31", **stock),
        claim(11490, page="b", first="2018-12-31", last="2018-12-31", **stock),
        flow,
    )
    assert derived(groups) == count


def test_small_differences_meet_by_chance(claim: Build, group: Grouped) -> None:
    groups = group(
        claim(40, first="2017-12-31", last="2017-12-31"),
        claim(30, page="b", first="2018-12-31", last="2018-12-31"),
        claim(10, page="c", measure="flow", first="2018-01-01", last="2018-12-31"),
    )
    assert derived(groups) == 0


def test_another_country_makes_no_difference(claim: Build, group: Grouped) -> None:
    groups = group(
        claim(30023, first="2017-12-31", last="2017-12-31", iso="CN", place="China"),
        claim(
            11490,
            page="b",
            first="2018-12-31",
            last="2018-12-31",
            iso="CN",
            place="China",
        ),
        claim(18500, page="c", measure="flow", first="2018-01-01", last="2018-12-31"),
    )
    assert derived(groups) == 0


def test_a_sourced_number_may_stay_the_same_for_years(
    claim: Build, group: Grouped
) -> None:
    groups = group(
        claim(30000, first="2017-01-01", last="2017-12-31"),
        claim(30000, page="b", first="2019-01-01", last="2019-12-31"),
    )
    assert derived(groups) == 0


def test_a_number_is_not_derived_from_a_later_one(claim: Build, group: Grouped) -> None:
    silent = {"speaker": "article", "speaker_kind": "author"}
    groups = group(
        claim(30000, first="2017-01-01", last="2017-12-31", **silent),
        claim(30000, page="b", first="2019-01-01", last="2019-12-31"),
    )
    assert derived(groups) == 0
