"""What each part of the system shows, year by year."""

from collections.abc import Callable
from datetime import date

from tumen.codebook.schema import Codebook
from tumen.estimate.boxes import fill_boxes
from tumen.records.claim import Claim
from tumen.records.document import Document
from tumen.records.estimate import BoxState
from tumen.records.group import Group
from tumen.records.reviewed import ReviewedClaim
from tumen.records.span import Span

Build = Callable[..., Claim]
MakeGroup = Callable[..., Group]
Review = Callable[..., list[ReviewedClaim]]
MakePage = Callable[[str, str], Document]
TODAY = date(2025, 6, 30)


def states(
    code: str,
    groups: list[Group],
    reviewed: list[ReviewedClaim],
    codebook: Codebook,
    *pages: Document,
) -> list[BoxState]:
    found = fill_boxes(
        groups,
        reviewed,
        codebook,
        today=TODAY,
        documents={page.capture: page for page in pages},
    )
    return [state for state in found if state.code == code]


def test_a_box_holds_the_envelope_of_its_origins(
    claim: Build, group: MakeGroup, review: Review, codebook: Codebook
) -> None:
    low, high = claim(3000), claim(4000, page="b")
    groups = [group("x", low), group("y", high)]
    state = states("C3", groups, review(low, high), codebook)[0]
    assert (state.low, state.best, state.high, state.unit, state.origins) == (
        3000,
        3500,
        4000,
        "persons",
        2,
    )


def test_a_box_nobody_counted_is_empty(
    claim: Build, group: MakeGroup, review: Review, codebook: Codebook
) -> None:
    one = claim()
    state = states("C4", [group("x", one)], review(one), codebook)[0]
    assert state == BoxState(
        code="C4", year=2024, low=None, best=None, high=None, unit=None
    )


def test_every_part_has_every_year(
    claim: Build, group: MakeGroup, review: Review, codebook: Codebook
) -> None:
    one = claim(first="2022-01-01", last="2022-01-31")
    found = fill_boxes([group("x", one)], review(one), codebook, today=TODAY)
    assert [(s.code, s.year) for s in found] == [
        (code, year)
        for code in ("C3", "C4", "T7", "T9", "M4")
        for year in range(2022, 2026)
    ]


def test_without_claims_there_is_this_year(codebook: Codebook) -> None:
    found = fill_boxes([], [], codebook, today=TODAY)
    assert {state.year for state in found} == {2025}


def test_a_box_is_carried_and_says_so(
    claim: Build, group: MakeGroup, review: Review, codebook: Codebook
) -> None:
    one = claim()
    later = states("C3", [group("x", one)], review(one), codebook)[1]
    assert (later.low, later.carried_from, later.claims) == (3000, 2024, (one.id,))


def test_an_arrow_is_not_carried(
    claim: Build, group: MakeGroup, review: Review, codebook: Codebook
) -> None:
    flow = claim(
        900,
        element="people.repatriated",
        measure="flow",
        first="2024-01-01",
        last="2024-12-31",
    )
    found = states("T7", [group("x", flow)], review(flow), codebook)
    assert [state.high for state in found] == [900, None]


def test_sizes_in_words_are_quoted_as_marked(
    claim: Build, group: MakeGroup, review: Review, codebook: Codebook
) -> None:
    marked = claim(
        None,
        qualifier="vague_hundreds",
        quote="many hundreds of runaways",
        words=Span(5, 13),
        element="people.hiding",
    )
    state = states("C4", [group("x", marked)], review(marked), codebook)[0]
    assert (state.words, state.low) == (("hundreds",), None)


def test_unmarked_sizes_are_named_by_their_words(
    claim: Build, group: MakeGroup, review: Review, codebook: Codebook
) -> None:
    row = claim(
        None, qualifier="vague_dozens", quote="F1,dozens,2024", element="people.hiding"
    )
    most = claim(
        None, page="b", qualifier="none", quote="most of them", element="people.hiding"
    )
    groups = [group("x", row), group("y", most)]
    state = states("C4", groups, review(row, most), codebook)[0]
    assert state.words == ("dozens", "most of them")


def test_smaller_places_are_listed_but_not_counted(
    claim: Build, group: MakeGroup, review: Review, codebook: Codebook
) -> None:
    part = claim(900, place="Far East")
    state = states("C3", [group("x", part)], review(part), codebook)[0]
    assert (state.low, state.claims, state.origins) == (None, (part.id,), 1)


def test_plans_are_listed_but_not_counted(
    claim: Build, group: MakeGroup, review: Review, codebook: Codebook
) -> None:
    plan = claim(50000, hedge="planned")
    state = states("C3", [group("x", plan)], review(plan), codebook)[0]
    assert (state.high, state.claims) == (None, (plan.id,))


def test_rejected_claims_are_not_shown(
    claim: Build, review: Review, codebook: Codebook
) -> None:
    gone = claim()
    assert states("C3", [], review(rejected=[gone]), codebook)[0].claims == ()


def test_only_the_boxs_own_people_measure_and_country_count(
    claim: Build, group: MakeGroup, review: Review, codebook: Codebook
) -> None:
    claims = [
        claim(population="NK soldiers"),
        claim(page="b", measure="count"),
        claim(page="c", iso="CN", place="China"),
        claim(None, page="d", qualifier="none", kind="condition"),
    ]
    groups = [group(str(n), one) for n, one in enumerate(claims)]
    assert states("C3", groups, review(*claims), codebook)[0].claims == ()


def test_an_undated_claim_is_listed_in_the_year_of_its_page(
    claim: Build, group: MakeGroup, review: Review, codebook: Codebook, page: MakePage
) -> None:
    bare = claim(first=None, last=None)
    found = states(
        "C3", [group("x", bare)], review(bare), codebook, page("a", "2024-05-01")
    )
    assert [(s.year, s.claims, s.low) for s in found] == [
        (2024, (bare.id,), None),
        (2025, (), None),
    ]


def test_without_its_page_an_undated_claim_stays_off_the_screen(
    claim: Build, group: MakeGroup, review: Review, codebook: Codebook
) -> None:
    bare = claim(first=None, last=None)
    assert states("C3", [group("x", bare)], review(bare), codebook)[0].claims == ()


def test_pay_told_as_a_habit_counts_when_it_was_told(
    claim: Build, group: MakeGroup, review: Review, codebook: Codebook, page: MakePage
) -> None:
    pay = claim(
        (100, 200),
        qualifier="between",
        element="cond.wage_net",
        measure="money",
        unit="USD/month",
        first=None,
        last=None,
    )
    found = states(
        "M4", [group("x", pay)], review(pay), codebook, page("a", "2024-05-01")
    )
    assert [(s.low, s.high, s.unit, s.carried_from) for s in found] == [
        (100, 200, "USD/month", None),
        (100, 200, "USD/month", 2024),
    ]


def test_of_several_units_the_one_most_origins_use_is_shown(
    claim: Build, group: MakeGroup, review: Review, codebook: Codebook
) -> None:
    pay = {"element": "cond.wage_net", "measure": "money"}
    claims = [
        claim(120, unit="USD/month", **pay),
        claim(150, page="b", unit="USD/month", **pay),
        claim(9000, page="c", unit="RUB/month", **pay),
    ]
    groups = [group(str(n), one) for n, one in enumerate(claims)]
    state = states("M4", groups, review(*claims), codebook)[0]
    assert (state.unit, state.low, state.high, len(state.claims)) == (
        "USD/month",
        120,
        150,
        3,
    )
