"""Claims about one fact come together, and origins are counted once."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tumen.records.claim import Claim
from tumen.records.document import Document
from tumen.records.group import Group, RelationKind

Build = Callable[..., Claim]
Page = Callable[..., Document]
Grouped = Callable[..., tuple[Group, ...]]

WIRE = (
    "The spy agency told lawmakers that some 15,000 workers had arrived by spring. "
    "They live in wagons behind the building sites and may not leave them alone. "
    "The builder pays the firm at the end of each month, a lawmaker said afterwards."
)


def kinds(groups: tuple[Group, ...]) -> list[RelationKind]:
    return [relation.kind for group in groups for relation in group.relations]


def test_ten_outlets_with_one_agency_report_are_one_origin(
    claim: Build, page: Page, group: Grouped
) -> None:
    claims = [
        claim(
            15000, page=str(n), speaker="unnamed", speaker_kind="anonymous", via="EXW"
        )
        for n in range(10)
    ]
    pages = tuple(page(str(n), f"{WIRE} Page {n} adds a word.") for n in range(10))
    (found,) = group(*claims, pages=pages)
    assert len(found.lineages) == 1


def test_one_origin_never_gets_grade_1(
    claim: Build, page: Page, group: Grouped
) -> None:
    claims = [claim(15000, page=str(n)) for n in range(10)]
    (found,) = group(*claims)
    assert found.grade == 3


def test_one_analyst_in_two_papers_is_one_origin(claim: Build, group: Grouped) -> None:
    (found,) = group(
        claim(page="a", via="Example Wire", speaker="Ilse Beispiel (IES)"),
        claim(page="b", via="Sample Post", speaker="Ilse Beispiel"),
    )
    assert [lineage.origin for lineage in found.lineages] == ["Ilse Beispiel"]


def test_two_institutions_that_agree_confirm(claim: Build, group: Grouped) -> None:
    (found,) = group(
        claim(4000, page="a", speaker="IES report", speaker_kind="document"),
        claim(
            4000, page="b", speaker="Ministry of Samples", speaker_kind="institution"
        ),
    )
    assert (len(found.lineages), found.grade) == (2, 1)


def test_figures_of_one_time_that_exclude_each_other_contradict(
    claim: Build, group: Grouped
) -> None:
    (found,) = group(claim(3000), claim(30000, page="b", speaker="Otto Muster"))
    assert (kinds((found,)), found.grade) == ([RelationKind.CONTRADICTS], 4)


def test_many_years_apart_is_change_not_contradiction(
    claim: Build, group: Grouped
) -> None:
    groups = group(
        claim(30000, first="2017-01-01", last="2017-12-31"),
        claim(3000, page="b", speaker="Otto Muster"),
    )
    assert kinds(groups) == [RelationKind.CHANGED]


def test_change_stands_with_the_later_group(claim: Build, group: Grouped) -> None:
    early = claim(30000, first="2017-01-01", last="2017-12-31")
    late = claim(3000, page="b", speaker="Otto Muster")
    found = group(early, late)[-1].relations[0]
    assert (found.a, found.b) == (late.id, early.id)


def test_a_figure_without_source_between_two_others_is_kept_and_weak(
    claim: Build, group: Grouped
) -> None:
    early = claim(30000, first="2017-01-01", last="2017-12-31")
    silent = claim(
        20000,
        page="b",
        qualifier="over",
        first="2023-01-25",
        last="2023-01-25",
        speaker="article",
        speaker_kind="author",
        hedge="estimated",
    )
    late = claim(3000, page="c", speaker="Otto Muster")
    groups = group(early, silent, late)
    assert [found.grade for found in groups] == [3, 4, 3]
    assert (late.id, early.id) in {(r.a, r.b) for r in groups[-1].relations}


@pytest.mark.parametrize(
    ("inner", "outer"),
    [
        ({"place": "Far East"}, {}),
        ({"population": "NK workers"}, {"population": "North Koreans"}),
        ({"population": "NK workers, loggers"}, {}),
    ],
)
def test_a_part_and_its_whole_differ_in_scope(
    claim: Build, group: Grouped, inner: dict[str, str], outer: dict[str, str]
) -> None:
    part = claim(900, page="a", **inner)
    whole = claim(3000, page="b", speaker="Otto Muster", **outer)
    found = [r for g in group(part, whole) for r in g.relations]
    assert [(r.a, r.b, r.kind) for r in found] == [
        (part.id, whole.id, RelationKind.SCOPE)
    ]


def test_another_country_is_another_matter(claim: Build, group: Grouped) -> None:
    groups = group(claim(900), claim(9000, page="b", place="China", iso="CN"))
    assert kinds(groups) == []


def test_a_month_of_arrivals_is_a_part_of_the_year(
    claim: Build, group: Grouped
) -> None:
    month = claim(9, measure="flow", element="people.repatriated")
    year = claim(
        90,
        page="b",
        measure="flow",
        element="people.repatriated",
        first="2024-01-01",
        last="2024-12-31",
        speaker="Otto Muster",
    )
    assert kinds(group(month, year)) == [RelationKind.SCOPE]


def test_a_recount_by_the_same_body_is_a_revision(
    claim: Build, page: Page, group: Grouped
) -> None:
    body = {"speaker": "IES", "speaker_kind": "institution", "qualifier": "exact"}
    old = claim(370, page="a", **body)
    new = claim(366, page="b", **body)
    (found,) = group(
        old,
        new,
        pages=(page("a", published="2024-05-01"), page("b", published="2024-09-01")),
    )
    assert [(r.a, r.b, r.kind) for r in found.relations] == [
        (new.id, old.id, RelationKind.REVISES)
    ]
    assert len(found.lineages) == 1


def test_the_bodys_own_series_revises_what_pages_quote_of_it(
    claim: Build, page: Page, group: Grouped
) -> None:
    body = {"speaker": "IES", "speaker_kind": "institution", "qualifier": "exact"}
    quoted = claim(31, page="a", first="2023-01-01", last="2023-12-31", **body)
    series = claim(28, page="b", first="2023-12-31", last="2023-12-31", **body)
    (found,) = group(
        quoted,
        series,
        pages=(page("a", published="2024-05-01"), page("b", form="table")),
    )
    assert (found.relations[0].a, found.relations[0].kind) == (
        series.id,
        RelationKind.REVISES,
    )


def test_one_speaker_with_far_apart_numbers_contradicts_himself(
    claim: Build, group: Grouped
) -> None:
    (found,) = group(claim(2, qualifier="exact"), claim(3, page="b", qualifier="exact"))
    assert (kinds((found,)), len(found.lineages)) == ([RelationKind.CONTRADICTS], 1)


def test_garbled_digits_are_a_corrupted_echo(
    claim: Build, page: Page, group: Grouped
) -> None:
    whole = claim(
        13221, page="a", qualifier="exact", quote="13,221 entries were counted"
    )
    broken = claim(
        13,
        page="b",
        qualifier="exact",
        quote="13 citizens came, some 221 times more",
        speaker="article",
        speaker_kind="author",
    )
    (found,) = group(whole, broken)
    assert (kinds((found,)), len(found.lineages)) == ([RelationKind.CORRUPTED], 1)


def test_garbled_digits_are_found_whoever_comes_first(
    claim: Build, group: Grouped
) -> None:
    broken = claim(
        13, page="a", qualifier="exact", quote="13 citizens came, some 221 times more"
    )
    whole = claim(
        13221,
        page="b",
        qualifier="exact",
        quote="13,221 were counted",
        speaker="Otto Muster",
    )
    (found,) = group(broken, whole)
    assert [(r.a, r.b, r.kind) for r in found.relations] == [
        (broken.id, whole.id, RelationKind.CORRUPTED)
    ]


def test_a_copy_with_another_number_in_the_same_words_is_corrupted(
    claim: Build, page: Page, group: Grouped
) -> None:
    one = claim(15000, quote="some 15,000 workers had arrived", at=36)
    two = claim(
        1500,
        page="b",
        quote="some 1,500 workers had arrived",
        at=36,
        speaker="Otto Muster",
    )
    (found,) = group(
        one,
        two,
        pages=(
            page("a", WIRE, published="2025-05-01"),
            page("b", WIRE.replace("15,000", "1,500"), published="2025-05-02"),
        ),
    )
    assert [(r.a, r.kind) for r in found.relations] == [
        (two.id, RelationKind.CORRUPTED)
    ]


def test_a_rejected_claim_takes_no_part(claim: Build, group: Grouped) -> None:
    kept = claim(3000)
    groups = group(kept, rejected=(claim(9000, page="b", speaker="Otto Muster"),))
    assert [line.claims for found in groups for line in found.lineages] == [(kept.id,)]


def test_where_words_read_both_ways_the_publishers_definition_groups(
    claim: Build, group: Grouped
) -> None:
    element = {
        "element": "people.asylum_granted",
        "speaker": "IES",
        "speaker_kind": "institution",
    }
    stock = claim(28, first="2023-12-31", last="2023-12-31", **element)
    either = claim(
        28,
        page="b",
        measure="flow",
        first="2023-01-01",
        last="2023-12-31",
        flags=("stock_or_flow",),
        **element,
    )
    assert [found.measure.value for found in group(stock, either)] == ["stock"]


def test_an_alternative_reading_groups_as_well(claim: Build, group: Grouped) -> None:
    both = claim(28, measure="flow", element="people.asylum_granted", either="stock")
    assert group(both)[0].measure.value == "stock"


def test_a_country_without_a_place_is_the_country(claim: Build, group: Grouped) -> None:
    groups = group(claim(), claim(page="b", place=None))
    assert [found.place for found in groups] == ["Russia"]


def test_events_that_state_a_size_are_grouped(claim: Build, group: Grouped) -> None:
    strike = claim(2000, kind="event", element="event.protest", measure="count")
    silent = claim(None, qualifier="none", kind="event", element="event.strike")
    assert [found.element for found in group(strike, silent)] == ["event.protest"]


def test_a_number_made_from_two_others_is_derived(claim: Build, group: Grouped) -> None:
    permits = {
        "element": "people.permit_valid",
        "qualifier": "exact",
        "unit": "permits",
    }
    start = claim(30023, first="2017-12-01", last="2017-12-31", **permits)
    end = claim(11490, page="b", first="2018-12-01", last="2018-12-31", **permits)
    made = claim(
        18500,
        page="c",
        measure="flow",
        element="people.repatriated",
        first="2018-01-01",
        last="2018-12-31",
        speaker="Otto Muster",
    )
    derived = [
        (r.a, r.b)
        for found in group(start, end, made)
        for r in found.relations
        if r.kind is RelationKind.DERIVED
    ]
    assert derived == [(made.id, end.id)]


@settings(max_examples=25)
@given(st.permutations(range(5)))
def test_the_order_of_the_input_does_not_matter(
    claim: Build, group: Grouped, order: list[int]
) -> None:
    claims = [
        claim(3000),
        claim(3000, page="b"),
        claim(30000, page="c", first="2017-01-01", last="2017-12-31"),
        claim(4000, page="d", speaker="Otto Muster", first="2024-03-20"),
        claim(900, page="e", place="Far East"),
    ]
    assert group(*[claims[n] for n in order]) == group(*claims)


@settings(max_examples=10)
@given(st.sampled_from([1, 12, 40]))
def test_copies_add_echoes_and_no_origin(
    claim: Build, group: Grouped, copies: int
) -> None:
    first = claim(3000, at=0)
    echoes = [claim(3000, at=n) for n in range(1, copies + 1)]
    (found,) = group(first, *echoes)
    assert [len(line.echoes) for line in found.lineages] == [copies]
