"""How statements stand to each other, in the corners the flow does not reach."""

from collections.abc import Callable

import pytest

from tumen.codebook.names import make_names
from tumen.codebook.schema import Codebook
from tumen.corroborate.relations import is_narrower_population
from tumen.records.claim import Claim
from tumen.records.document import Document
from tumen.records.group import Group, RelationKind

Build = Callable[..., Claim]
Page = Callable[..., Document]
Grouped = Callable[..., tuple[Group, ...]]


def kinds(groups: tuple[Group, ...]) -> list[RelationKind]:
    return [relation.kind for group in groups for relation in group.relations]


@pytest.mark.parametrize(
    "change", [{"hedge": "planned"}, {"hedge": "denied"}, {"flags": ("forecast",)}]
)
def test_what_is_not_said_to_be_is_not_compared(
    claim: Build, group: Grouped, change: dict[str, object]
) -> None:
    later = claim(50000, page="b", speaker="Otto Muster", **change)
    assert kinds(group(claim(3000), later)) == []


def test_a_forecast_changes_nothing_over_time(claim: Build, group: Grouped) -> None:
    now = claim(3000, first="2020-01-01", last="2020-01-31")
    assert kinds(group(now, claim(9000, page="b", flags=("forecast",)))) == []


def test_figures_too_far_above_a_bound_neither_agree_nor_contradict(
    claim: Build, group: Grouped
) -> None:
    over = claim(20000, qualifier="over")
    assert kinds(group(over, claim(60000, page="b", speaker="Otto Muster"))) == []


@pytest.mark.parametrize("swap", [False, True])
def test_other_days_close_by_are_a_change_of_the_later_on_the_earlier(
    claim: Build, group: Grouped, swap: bool
) -> None:
    names = ("Ilse Beispiel", "Otto Muster")[:: -1 if swap else 1]
    early = claim(
        1000, page="a", first="2020-01-01", last="2020-01-31", speaker=names[0]
    )
    late = claim(511, page="b", first="2020-02-10", last="2020-02-20", speaker=names[1])
    (found,) = group(early, late)
    assert [(r.a, r.b, r.kind) for r in found.relations] == [
        (late.id, early.id, RelationKind.CHANGED)
    ]


def test_a_change_is_told_by_the_same_origin_where_it_spoke_twice(
    claim: Build, group: Grouped
) -> None:
    early = claim(30000, first="2018-01-01", last="2018-01-31")
    other = claim(
        31000, page="b", first="2018-01-01", last="2018-01-31", speaker="Aal Muster"
    )
    late = claim(3000, page="c")
    found = group(early, other, late)[-1].relations
    assert [(r.a, r.b) for r in found] == [(late.id, early.id)]


def test_words_without_numbers_show_no_change(claim: Build, group: Grouped) -> None:
    early = claim(
        None, qualifier="vague_hundreds", first="2018-01-01", last="2018-01-31"
    )
    assert kinds(group(early, claim(3000, page="b"))) == []


def test_equal_years_show_no_change(claim: Build, group: Grouped) -> None:
    early = claim(3000, first="2018-01-01", last="2018-01-31")
    assert kinds(group(early, claim(3000, page="b"))) == []


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("2023-01-01", "2023-12-31", [RelationKind.CHANGED]),
        ("2023-01-01", "2023-03-31", []),
        (None, None, []),
    ],
)
def test_flows_are_compared_over_equally_long_times(
    claim: Build,
    group: Grouped,
    first: str | None,
    last: str | None,
    expected: list[RelationKind],
) -> None:
    flow = {"element": "people.repatriated", "measure": "flow"}
    early = claim(900, first=first, last=last, **flow)
    late = claim(90, page="b", first="2024-01-01", last="2024-12-31", **flow)
    assert kinds(group(early, late)) == expected


def test_statements_of_one_origin_that_agree_need_no_word(
    claim: Build, group: Grouped
) -> None:
    assert kinds(group(claim(3000), claim(3100, page="a", at=50))) == []


@pytest.mark.parametrize(
    ("inner", "outer", "narrower"),
    [
        ("NK workers", "North Koreans", True),
        ("North Koreans", "NK workers", False),
        ("NK workers, loggers", "NK workers", True),
        ("NK workers, loggers", "North Koreans", True),
        ("NK workers", "NK workers", False),
        ("NK workers", None, False),
        ("sailors", "North Koreans", False),
        ("NK workers", "sailors", False),
    ],
)
def test_populations_within_populations(
    codebook: Codebook, inner: str | None, outer: str | None, narrower: bool
) -> None:
    assert is_narrower_population(inner, outer, make_names(codebook)) is narrower


@pytest.mark.parametrize(
    ("measure", "expected"), [("stock", []), ("rate", [RelationKind.CONTRADICTS])]
)
def test_without_a_date_habits_contradict_and_counts_cannot(
    claim: Build,
    page: Page,
    group: Grouped,
    measure: str,
    expected: list[RelationKind],
) -> None:
    one = claim(12, qualifier="exact", measure=measure, first=None, last=None)
    two = claim(
        16,
        qualifier="exact",
        measure=measure,
        first=None,
        last=None,
        speaker="Otto Muster",
        at=50,
    )
    pages = (page("a", published="2024-05-01"),)
    assert kinds(group(one, two, pages=pages)) == expected


def test_a_change_starts_from_what_the_origin_said_last(
    claim: Build, group: Grouped
) -> None:
    ever = claim(37000, qualifier="up_to", first="2015-01-01", last="2017-12-31")
    end = claim(34000, page="b", first="2017-12-01", last="2017-12-31")
    late = claim(11000, page="c", first="2018-12-01", last="2018-12-31")
    found = group(ever, end, late)[-1].relations
    assert [(r.a, r.b, r.kind) for r in found] == [
        (late.id, end.id, RelationKind.CHANGED)
    ]


def test_two_numbers_of_one_voice_on_one_page_are_two_things(
    claim: Build, group: Grouped
) -> None:
    tourists = claim(16613, qualifier="exact")
    students = claim(10345, qualifier="exact", at=50)
    assert kinds(group(tourists, students)) == []
