"""A whole press: pages, labels, origins, series."""

from dataclasses import replace

from tests.world.press.conftest import RULES
from tumen.records.press import Press
from tumen.records.world import World
from tumen.world.press.report import report_world


def test_the_same_world_and_seed_give_the_same_press(world: World) -> None:
    made = [report_world(world, RULES, pages=15, seed=4) for _ in range(2)]
    assert made[0] == made[1]
    assert report_world(world, RULES, pages=15, seed=5) != made[0]


def test_there_are_as_many_pages_as_asked(press: Press) -> None:
    assert len({page.name for page in press.pages}) == 120


def test_every_page_says_that_it_is_invented(press: Press) -> None:
    assert all("Invented" in page.content for page in press.pages)


def test_most_pages_carry_some_claims_and_some_none(press: Press) -> None:
    counts = [len(page.claims) for page in press.pages]
    assert sum(2 <= count <= 5 for count in counts) >= 0.6 * len(counts)
    assert 0 < counts.count(0) < 0.2 * len(counts)


def test_every_label_has_an_origin_and_every_origin_a_label(press: Press) -> None:
    used = {claim.origin for page in press.pages for claim in page.claims}
    assert used == {origin.id for origin in press.origins}


def test_copies_share_the_origins_of_their_page(press: Press) -> None:
    by_name = {page.name: page for page in press.pages}
    copies = [page for page in press.pages if page.origin_doc]
    assert copies
    assert all(
        {c.origin for c in copy.claims}
        <= {c.origin for c in by_name[copy.origin_doc or ""].claims}
        for copy in copies
    )


def test_some_pages_have_no_date_but_an_interval(press: Press) -> None:
    undated = [page for page in press.pages if page.certainty == "interval"]
    assert undated
    assert all(page.first <= page.last for page in undated)
    assert all(str(page.last).endswith("12-31") for page in undated)


def test_what_may_not_leave_is_listed(press: Press) -> None:
    names = {name for name, _ in press.leaks}
    assert names & {*RULES.pseudonyms}
    assert names & {*RULES.villages}
    assert names == {name for page in press.pages for name, _ in page.masked}


def test_a_short_world_still_has_a_press(world: World) -> None:
    tables = {n: replace(t, rows=t.rows[:3]) for n, t in world.tables.items()}
    short = replace(world, tables=tables, sites=(), events=(), policies={})
    assert len(report_world(short, RULES, pages=5, seed=1).pages) == 5
