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


def test_broken_digits_are_found_across_other_dates(
    claim: Build, group: Grouped
) -> None:
    whole = claim(
        13221, qualifier="exact", quote="13,221 entries", first=None, last=None
    )
    broken = claim(
        13,
        page="b",
        qualifier="exact",
        quote="13 entries, 221 times",
        speaker="Otto Muster",
    )
    found = [r for g in group(whole, broken) for r in g.relations]
    assert [(r.a, r.b, r.kind) for r in found] == [
        (broken.id, whole.id, RelationKind.CORRUPTED)
    ]


def test_of_copied_stocks_the_nearest_is_named(claim: Build, group: Grouped) -> None:
    stock = {"element": "people.permit_valid", "qualifier": "exact"}
    after = [
        claim(
            11490,
            page=page,
            first="2018-12-31",
            last="2018-12-31",
            chain=("Ilse Beispiel",) * steps,
            **stock,
        )
        for page, steps in (("b", 2), ("d", 1))
    ]
    groups = group(
        claim(30023, first="2017-12-31", last="2017-12-31", **stock),
        *after,
        claim(18500, page="c", measure="flow", first="2018-01-01", last="2018-12-31"),
    )
    found = [r.b for g in groups for r in g.relations if r.kind is RelationKind.DERIVED]
    assert found == [after[1].id]
