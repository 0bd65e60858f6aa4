"""Yearly answers of independent origins, and what they leave out."""

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tumen.codebook.schema import Codebook
from tumen.estimate.envelope import estimate_series
from tumen.records.claim import Claim
from tumen.records.document import Document
from tumen.records.estimate import Estimate
from tumen.records.group import Group
from tumen.records.reviewed import ReviewedClaim

Build = Callable[..., Claim]
MakeGroup = Callable[..., Group]
Review = Callable[..., list[ReviewedClaim]]
TODAY = date(2025, 6, 30)


def answers(
    groups: list[Group],
    reviewed: list[ReviewedClaim],
    codebook: Codebook,
    today: date = TODAY,
) -> tuple[Estimate, ...]:
    return estimate_series(groups, reviewed, {}, codebook, today=today)


def quantiles(found: Estimate) -> tuple[float | None, ...]:
    return (found.q05, found.q25, found.q50, found.q75, found.q95)


def reasons(found: Estimate) -> list[str]:
    return [left.reason for left in found.excluded]


@pytest.fixture(scope="module")
def two(claim: Build, group: MakeGroup, review: Review, codebook: Codebook) -> Estimate:
    low, high = claim(3000), claim(4000, page="b")
    groups = [group("Ilse Beispiel", low), group("Otto Muster", high)]
    return answers(groups, review(low, high), codebook)[0]


def test_lowest_and_highest_origin_are_the_ends(two: Estimate) -> None:
    assert (two.q05, two.q50, two.q95) == (3000, 3500, 4000)


def test_the_year_is_answered_for_its_last_day(two: Estimate) -> None:
    assert (two.date, two.engine, two.carried_from) == (
        date(2024, 12, 31),
        "envelope",
        None,
    )


def test_every_origin_and_claim_used_is_named(two: Estimate) -> None:
    assert (two.lineages, len(two.claims)) == (("Ilse Beispiel", "Otto Muster"), 2)


def test_simple_answers_stand_beside(two: Estimate) -> None:
    found = two.comparators
    assert (found.min, found.max, found.mean) == (3000, 4000, 3500)


def test_silent_years_are_carried_to_this_one(
    claim: Build, group: MakeGroup, review: Review, codebook: Codebook
) -> None:
    one = claim(1000, first="2020-01-01", last="2020-01-31")
    found = answers([group("x", one)], review(one), codebook, date(2023, 6, 30))
    assert [(e.date.year, e.engine, e.carried_from) for e in found] == [
        (2020, "envelope", None),
        (2021, "carried", date(2020, 1, 31)),
        (2022, "carried", date(2020, 1, 31)),
        (2023, "carried", date(2020, 1, 31)),
    ]
    assert found[-1].date == date(2023, 6, 30)
    assert {e.q50 for e in found} == {1000}


def test_flows_are_not_carried(
    claim: Build, group: MakeGroup, review: Review, codebook: Codebook
) -> None:
    flow = claim(
        900,
        element="people.repatriated",
        measure="flow",
        first="2018-01-01",
        last="2018-12-31",
    )
    found = answers([group("x", flow)], review(flow), codebook)
    assert [e.date.year for e in found] == [2018]


def test_one_speaker_with_two_figures_a_year_gives_the_newer(
    claim: Build, group: MakeGroup, review: Review, codebook: Codebook
) -> None:
    old, new = claim(3000), claim(4000, first="2024-10-01", last="2024-10-31")
    groups = [group("x", old), group("x", new)]
    found = answers(groups, review(old, new), codebook)[0]
    assert (quantiles(found), found.lineages) == ((4000,) * 5, ("x",))


def test_the_latest_number_is_the_one_about_the_newest_shortest_time(
    claim: Build, group: MakeGroup, review: Review, codebook: Codebook
) -> None:
    wide = claim(30000, first="2023-01-01", last="2024-12-31")
    narrow = claim(11000, page="b", first="2024-12-01", last="2024-12-31")
    groups = [group("x", wide), group("y", narrow)]
    found = answers(groups, review(wide, narrow), codebook)
    assert [e.comparators.latest for e in found] == [30000, 11000, 11000]


def test_bounds_alone_give_no_latest_number(
    claim: Build, group: MakeGroup, review: Review, codebook: Codebook
) -> None:
    over = claim(20000, qualifier="over")
    found = answers([group("x", over)], review(over), codebook)[0]
    assert (quantiles(found), found.comparators.latest) == (
        (20000, None, None, None, None),
        None,
    )


def test_a_late_page_about_2018_moves_2018(
    claim: Build, group: MakeGroup, review: Review, codebook: Codebook
) -> None:
    then = claim(11000, first="2018-12-01", last="2018-12-31")
    now = claim(3000, page="b")
    late = claim(14000, page="c", first="2018-01-01", last="2018-12-31")
    groups = [group("x", then), group("y", now)]
    before = answers(groups, review(then, now), codebook)
    after = answers([*groups, group("z", late)], review(then, now, late), codebook)
    moved = [a.date.year for a, b in zip(before, after, strict=True) if a.q95 != b.q95]
    assert moved[0] == 2018
    assert before[-2:] == after[-2:]


def test_excluded_claims_are_listed_in_their_year_with_the_reason(
    claim: Build, group: MakeGroup, review: Review, codebook: Codebook
) -> None:
    one = claim()
    plan = claim(
        50000, page="b", hedge="planned", first="2025-01-01", last="2025-01-31"
    )
    found = answers([group("x", one), group("y", plan)], review(one, plan), codebook)
    assert [reasons(e) for e in found] == [[], ["it is a plan, not a count"]]
    assert found[1].q95 == 3000


@pytest.mark.parametrize(
    ("element", "reason"),
    [
        ("people.visa_issued", "A visa is not a person."),
        ("people.quota", "it counts something else: quota"),
    ],
)
def test_what_is_mistaken_for_people_is_listed_beside_them(
    claim: Build,
    group: MakeGroup,
    review: Review,
    codebook: Codebook,
    element: str,
    reason: str,
) -> None:
    one = claim()
    other = claim(9000, page="b", element=element, population="North Koreans")
    found = answers([group("x", one), group("y", other)], review(one, other), codebook)
    assert (reasons(found[0]), found[0].q95) == ([reason], 3000)


def test_what_is_mistaken_in_another_country_is_not_listed(
    claim: Build, group: MakeGroup, review: Review, codebook: Codebook
) -> None:
    one = claim()
    other = claim(9000, page="b", element="people.visa_issued", iso="CN", place="China")
    found = answers([group("x", one)], review(one, other), codebook)
    assert found[0].excluded == ()


def test_rejected_claims_are_listed_as_such(
    claim: Build, group: MakeGroup, review: Review, codebook: Codebook
) -> None:
    one, gone = claim(), claim(9000, page="b")
    found = answers([group("x", one)], review(one, rejected=[gone]), codebook)[0]
    assert (found.q95, reasons(found)) == (3000, ["a reviewer rejected it"])


def test_a_year_with_excluded_claims_alone_says_nobody_counted(
    claim: Build, group: MakeGroup, review: Review, codebook: Codebook
) -> None:
    vague = claim(None, qualifier="vague_hundreds", element="people.hiding")
    (found,) = answers([group("x", vague)], review(vague), codebook)
    assert (quantiles(found), reasons(found), found.lineages) == (
        (None,) * 5,
        ["no number is given (hundreds)"],
        (),
    )


def test_an_undated_claim_alone_is_listed_today(
    claim: Build, group: MakeGroup, review: Review, codebook: Codebook
) -> None:
    bare = claim(first=None, last=None)
    (found,) = answers([group("x", bare)], review(bare), codebook)
    assert (found.date, reasons(found)) == (TODAY, ["no date can be read for it"])


def test_an_undated_claim_is_listed_once_in_the_year_of_its_page(
    claim: Build,
    group: MakeGroup,
    review: Review,
    codebook: Codebook,
    page: Callable[[str, str], Document],
) -> None:
    one = claim(first="2022-01-01", last="2022-01-31")
    bare, other = (claim(page=name, first=None, last=None) for name in ("b", "c"))
    pages = [page("b", "2023-05-01"), page("c", "1999-05-01")]
    found = estimate_series(
        [group("x", one)],
        review(one, bare, other),
        {each.capture: each for each in pages},
        codebook,
        today=date(2024, 6, 30),
    )
    assert [[left.id for left in e.excluded] for e in found] == [
        [],
        [bare.id],
        [other.id],
    ]


def test_what_lies_ahead_of_today_is_not_used(
    claim: Build, group: MakeGroup, review: Review, codebook: Codebook
) -> None:
    ahead = claim(first="2026-01-01", last="2026-12-31")
    assert answers([group("x", ahead)], review(ahead), codebook) == ()


def test_conditions_and_bare_events_make_no_series(
    claim: Build, review: Review, codebook: Codebook
) -> None:
    state = claim(None, qualifier="none", kind="condition")
    event = claim(None, qualifier="none", kind="event")
    assert answers([], review(state, event), codebook) == ()


def test_populations_and_places_are_series_of_their_own(
    claim: Build, group: MakeGroup, review: Review, codebook: Codebook
) -> None:
    claims = [
        claim(),
        claim(page="b", population="NK labourers"),
        claim(page="c", population="North Koreans"),
        claim(page="d", place="Far East"),
    ]
    groups = [group(str(n), one) for n, one in enumerate(claims)]
    found = answers(groups, review(*claims), codebook, date(2024, 12, 31))
    assert [(e.place, e.population, len(e.lineages)) for e in found] == [
        ("Far East", "NK workers", 1),
        ("Russia", "NK workers", 2),
        ("Russia", "North Koreans", 1),
    ]


def test_people_in_hiding_are_never_estimated_below_the_country(
    claim: Build, group: MakeGroup, review: Review, codebook: Codebook
) -> None:
    hidden = claim(40, element="people.hiding", place="Far East")
    found = answers([group("x", hidden)], review(hidden), codebook)
    assert [quantiles(e) for e in found] == [(None,) * 5]


@settings(max_examples=20)
@given(st.sampled_from([1, 12, 1000]), st.floats(1, 1e6))
def test_copies_of_one_origin_change_no_quantile(
    claim: Build,
    group: MakeGroup,
    review: Review,
    codebook: Codebook,
    copies: int,
    value: float,
) -> None:
    head, other = claim(value), claim(4000, page="b")
    echoes = [claim(value, at=n) for n in range(1, copies + 1)]
    once = answers([group("x", head), group("y", other)], review(head, other), codebook)
    often = answers(
        [group("x", head, echoes=echoes), group("y", other)],
        review(head, other, *echoes),
        codebook,
    )
    assert [quantiles(e) for e in often] == [quantiles(e) for e in once]


@given(st.floats(0, 1e6), st.sampled_from(["about", "over", "up_to", "exact"]))
def test_a_claim_open_at_both_ends_changes_no_estimate(
    claim: Build,
    group: MakeGroup,
    review: Review,
    codebook: Codebook,
    value: float,
    qualifier: str,
) -> None:
    one = claim()
    bare = claim(value, page="b", qualifier=qualifier, first=None, last=None)
    groups = [group("x", one), group("y", bare)]
    before = answers(groups[:1], review(one), codebook)
    after = answers(groups, review(one, bare), codebook)
    assert [quantiles(e) for e in after] == [quantiles(e) for e in before]


@given(st.permutations(range(4)))
def test_the_order_of_claims_does_not_matter(
    claim: Build,
    group: MakeGroup,
    review: Review,
    codebook: Codebook,
    order: list[int],
) -> None:
    claims = [claim(1000 * n, page=str(n)) for n in range(4)]
    groups = [group(str(n), one) for n, one in enumerate(claims)]
    shuffled = review(*[claims[n] for n in order])
    assert answers(groups, shuffled, codebook) == answers(
        groups, review(*claims), codebook
    )
