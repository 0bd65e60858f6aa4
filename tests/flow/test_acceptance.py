"""What went wrong in real reporting, told again on invented pages, end to end."""

from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tumen.errors import ClaimRefused
from tumen.pipeline.add import add_paths
from tumen.pipeline.case import Case, open_case
from tumen.pipeline.new import make_case
from tumen.pipeline.run import run_case
from tumen.records.claim import Claim
from tumen.records.estimate import Estimate
from tumen.records.group import Group, RelationKind

NOW = datetime(2026, 1, 5, 12, 0, tzinfo=UTC)
Thread = Callable[[Mapping[str, str]], Case]


@pytest.fixture
def thread(tmp_path: Path) -> Iterator[Thread]:
    """Return a function that takes pages all the way, and close what it opened."""
    opened: list[Case] = []

    def take(pages: Mapping[str, str]) -> Case:
        root = tmp_path / str(len(opened))
        folder = root / "pages"
        folder.mkdir(parents=True)
        for name, text in pages.items():
            (folder / name).write_text(text, encoding="utf-8", newline="\n")
        make_case(root / "case")
        toml = root / "case" / "tumen.toml"
        text = toml.read_text(encoding="utf-8")
        toml.write_text(text.replace('"auto"', '"regex"'), encoding="utf-8")
        case = open_case(root / "case")
        opened.append(case)
        add_paths(case, [folder], now=NOW)
        run_case(case, now=NOW)
        return case

    yield take
    for case in opened:
        case.close()


def page(outlet: str, day: str, *sentences: str, title: str = "Builders abroad") -> str:
    body = "\n\n".join(sentences)
    return f"{outlet}\n\n{title}\n\nBy Nobody Real\n\n{day}\n\n{body}\n"


def group_of(case: Case, element: str = "people.present") -> Group:
    (found,) = [group for group in case.groups() if group.element == element]
    return found


def claim_with(case: Case, best: float) -> Claim:
    (found,) = [claim for claim in case.claims() if claim.amount.best == best]
    return found


def kinds(case: Case) -> set[RelationKind]:
    return {relation.kind for group in case.groups() for relation in group.relations}


def numbers(case: Case) -> list[tuple[object, ...]]:
    return [quantiles(estimate) for estimate in case.estimates()]


def quantiles(estimate: Estimate) -> tuple[object, ...]:
    key = (estimate.element, estimate.place, estimate.population, estimate.date)
    return (
        *key,
        *(estimate.q05, estimate.q25, estimate.q50, estimate.q75, estimate.q95),
    )


def year(case: Case, number: int) -> list[tuple[float | None, float | None]]:
    """Return from where to where independent origins speak about a year."""
    return [
        (estimate.comparators.min, estimate.comparators.max)
        for estimate in case.estimates()
        if estimate.element == "people.present"
        and estimate.date.year == number
        and estimate.carried_from is None
        and estimate.claims
    ]


OUTLETS = (
    *("Pebble Gazette", "Lantern Mail", "Thimble Times", "Cobalt Courier"),
    *("Juniper Journal", "Marble Mirror", "Saffron Sentinel", "Willow Weekly"),
    *("Zephyr Observer", "Quill Chronicle"),
)
WIRE = (
    "About 7,400 North Korean workers were living in Russia in 2022, the Invented "
    "Labour Bureau said, Yonhap News Agency reported."
)


def copies(count: int) -> dict[str, str]:
    """Pages of as many outlets that all print one agency report."""
    return {
        f"copy{number:04}.txt": page(
            f"{OUTLETS[number % 10]} {number}", "March 3, 2023", WIRE
        )
        for number in range(count)
    }


def test_ten_outlets_with_one_agency_report_are_one_origin(thread: Thread) -> None:
    found = group_of(thread(copies(10)))

    assert len(found.lineages) == 1
    assert len(found.lineages[0].echoes) == 9
    assert found.grade > 1


@pytest.mark.parametrize("count", [2, 13, 101])
def test_copies_of_one_report_move_no_number(thread: Thread, count: int) -> None:
    other = {
        "other.txt": page(
            "Amber Almanac",
            "May 9, 2023",
            "Some 9,100 North Korean workers were in Russia in 2022, according to the "
            "Interior Ministry.",
        )
    }

    alone = thread(copies(1) | other)
    repeated = thread(copies(count) | other)

    assert year(alone, 2022) == [(7400.0, 9100.0)]
    assert numbers(repeated) == numbers(alone)


def test_one_analyst_in_two_papers_is_one_origin(thread: Thread) -> None:
    case = thread(
        {
            "a.txt": page(
                "Pebble Gazette",
                "March 3, 2023",
                "“There were about 6,300 North Korean workers in Russia in 2022,” said "
                "Wim Placeholder, a researcher at the Example University.",
            ),
            "b.txt": page(
                "Lantern Mail",
                "April 19, 2023",
                "Roughly 6,500 North Korean workers were in Russia in 2022, Wim "
                "Placeholder told the paper.",
                title="How many are there?",
            ),
        }
    )

    assert len(group_of(case).lineages) == 1


def test_a_voice_quoted_by_an_agency_is_a_chain_of_three(thread: Thread) -> None:
    case = thread(
        {
            "a.txt": page(
                "Pebble Gazette",
                "March 3, 2023",
                "About 5,100 North Korean workers are in Russia, Ambassador Ole "
                "Specimen was quoted as saying by Yonhap.",
            )
        }
    )

    assert claim_with(case, 5100.0).chain == (
        "Ole Specimen",
        "Yonhap News Agency",
        "Pebble Gazette",
    )


def test_digits_outside_the_words_are_refused(thread: Thread) -> None:
    case = thread(copies(1))
    claim = claim_with(case, 7400.0)
    text = case.text_of(claim.doc) or ""
    start = text.index("North Korean workers")

    with pytest.raises(ClaimRefused, match="7400 cannot be read"):
        case.add_claim(
            claim.doc,
            {
                "start": start,
                "end": text.index(" in Russia"),
                "kind": "figure",
                "element": "people.present",
                "measure": "stock",
                "best": 7400.0,
                "unit": "persons",
                "qualifier": "about",
            },
            reason="a test",
            reviewer="R.",
            at=NOW,
        )


def test_garbled_digits_are_a_corrupted_echo(thread: Thread) -> None:
    case = thread(
        {
            "a.txt": page("Pebble Gazette", "March 3, 2023", GARBLED.format("13,221")),
            "b.txt": page("Lantern Mail", "March 5, 2023", GARBLED.format("13221,221")),
        }
    )

    assert RelationKind.CORRUPTED in kinds(case)
    assert RelationKind.CONTRADICTS not in kinds(case)


GARBLED = (
    "In 2022 there were {} North Korean workers in Russia, the Invented Labour Bureau "
    "said in a report on builders, loggers and cooks."
)


def test_entries_visas_permits_and_plans_are_nobody_present(thread: Thread) -> None:
    case = thread(
        {
            "a.txt": page(
                "Pebble Gazette",
                "March 3, 2025",
                "The border service recorded 13,300 entries of North Koreans into Russia "
                "in 2024.",
                "Russia issued 9,200 student visas to North Koreans in 2024, the "
                "Interior Ministry said.",
                "Russia issued 8,600 work permits to North Korean workers in 2024, the "
                "Interior Ministry said.",
                "Russia plans to bring in 25,000 North Korean workers in 2026, an "
                "official said.",
            )
        }
    )

    stated = {claim.amount.best for claim in case.claims()}

    assert {13300.0, 9200.0, 8600.0, 25000.0} <= stated
    assert [
        e for e in case.estimates() if e.element == "people.present" and e.q50
    ] == []


def test_far_fewer_years_later_is_change_not_contradiction(thread: Thread) -> None:
    case = thread(
        {
            "a.txt": page(
                "Pebble Gazette",
                "December 3, 2017",
                "There were 30,000 North Korean workers in Russia in 2017, the Interior "
                "Ministry said.",
            ),
            "b.txt": page(
                "Lantern Mail",
                "December 9, 2024",
                "About 3,000 North Korean workers were in Russia in 2024, according to "
                "the Invented Labour Bureau.",
            ),
        }
    )

    assert kinds(case) == {RelationKind.CHANGED}


def test_at_least_never_pulls_down(thread: Thread) -> None:
    count = page(
        "Pebble Gazette",
        "March 3, 2023",
        "There were 31,000 North Korean workers in Russia in 2022, the Interior "
        "Ministry said.",
    )
    bound = page(
        "Lantern Mail",
        "April 9, 2023",
        "At least 20,000 North Korean workers were in Russia in 2022, the Invented "
        "Labour Bureau said.",
    )

    both = thread({"count.txt": count, "bound.txt": bound})

    assert sorted(
        claim.amount.best or claim.amount.low or 0
        for claim in both.claims()
        if claim.kind == "figure"
    ) == [20000.0, 31000.0]
    assert year(both, 2022) == [(31000.0, 31000.0)]


def test_a_caption_printed_three_times_is_one_claim(thread: Thread) -> None:
    caption = "About 7,400 North Korean workers were living in Russia in 2022. (Nobody)"

    case = thread(
        {"a.txt": page("Pebble Gazette", "March 3, 2023", *[caption] * 3, WIRE)}
    )

    assert claim_with(case, 7400.0).speaker.name == "Invented Labour Bureau"


@pytest.mark.parametrize("mark", ["“", "”", "„", "«", "‟", '"', "``", "‘“"])
def test_odd_quote_marks_lose_no_page(thread: Thread, mark: str) -> None:
    case = thread(
        {
            "a.txt": page(
                "Pebble Gazette",
                "March 3, 2023",
                f"{mark}They never sleep, an inspector said.",
                WIRE,
            )
        }
    )

    assert claim_with(case, 7400.0).quote


@pytest.mark.parametrize(
    "sentence",
    [
        "Über die vielen Möwen am erfundenen Strand wurde gestern wieder lange "
        "gesprochen, und niemand wusste, woher sie alle gekommen waren.",
        "The bakery on the invented square sold 400 loaves on Sunday, the baker said.",
    ],
)
def test_a_page_that_gives_nothing_says_why(thread: Thread, sentence: str) -> None:
    case = thread({"a.txt": page("Pebble Gazette", "March 3, 2023", sentence)})

    assert case.claims() == ()
    assert [issue.doc for issue in case.issues()] == ["a.txt"]


def test_what_is_told_late_moves_the_year_it_is_about(thread: Thread) -> None:
    late = page(
        "Lantern Mail",
        "June 9, 2025",
        "In 2018 there were 21,500 North Korean workers in Russia, the Invented Labour "
        "Bureau said.",
    )

    case = thread({"late.txt": late})

    assert year(case, 2018) == [(21500.0, 21500.0)]
    assert year(case, 2025) == []


def test_without_a_source_a_figure_is_kept_and_weak(thread: Thread) -> None:
    case = thread(
        {
            "a.txt": page(
                "Pebble Gazette",
                "October 3, 2023",
                "More than 20,000 North Korean workers are in Russia.",
            )
        }
    )

    assert [claim.amount.low for claim in case.claims()] == [20000.0]
    assert group_of(case).grade >= 3
