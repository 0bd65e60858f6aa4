from collections.abc import Callable

import pytest

from tumen.records.amount import Measure, Qualifier
from tumen.records.claim import Claim, Hedge

FiguresOf = Callable[[str], list[Claim]]


def only(claims: list[Claim], element: str) -> Claim:
    found = [claim for claim in claims if claim.element == element]
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize(
    ("text", "element", "measure", "value"),
    [
        ("Some 640 North Korean workers live in Amur.", "people.present", "stock", 640),
        ("Amur hosts about 640 North Korean builders.", "people.present", "stock", 640),
        ("Pyongyang dispatched some 640 workers to Russia.", "people.dispatched", "flow", 640),
        ("About 640 labourers arrived from Pyongyang in May.", "people.dispatched", "flow", 640),
        ("Around 640 builders boarded flights home to Pyongyang.", "people.repatriated", "count", 640),
        ("Nearly 640 loggers were sent home last year.", "people.repatriated", "flow", 640),
        ("Around 640 seamstresses went on strike.", "people.protesting", "count", 640),
        ("About 40 loggers escaped from the camp.", "people.fled", "flow", 40),
        ("About 40 loggers got away from the camp.", "people.fled", "flow", 40),
        ("About 40 North Korean workers were flown out in May.", "people.repatriated", "flow", 40),
        ("About 40 North Korean workers were brought home in May.", "people.repatriated", "flow", 40),
        ("About 40 runaways are in hiding in the city.", "people.hiding", "stock", 40),
        ("About 40 former loggers defected to South Korea.", "people.resettled", "flow", 40),
        ("Russia issued some 640 work visas to North Koreans.", "people.visa_issued", "flow", 640),
        ("Border guards recorded about 640 entries by North Koreans.", "people.entries", "flow", 640),
        ("Pyongyang plans to dispatch about 640 builders.", "people.planned_dispatch", "flow", 640),
        ("Police arrested some 40 North Korean workers.", "people.detained", "count", 40),
        ("About 40 loggers were killed in a fire.", "people.died", "count", 40),
        ("The researchers spoke to about 40 former loggers.", "meta.sample", "count", 40),
        ("The crew rests about 2 days a month.", "cond.days_off", "rate", 2),
        ("They toil about 15 hours a day.", "cond.hours", "rate", 15),
        ("About 80 percent of their salary is taken by the state.", "cond.state_share", "share", 80),
        ("The firm takes about 20 percent of their pay.", "cond.company_cut", "share", 20),
        ("A welder earns about $700 a month.", "cond.wage_gross", "money", 700),
        ("A welder keeps about $70 a month.", "cond.wage_net", "money", 70),
        ("A bed costs about 4,000 rubles a month.", "money.rent", "money", 4000),
        ("Pyongyang earns about $300 million a year from workers.", "money.regime_revenue", "money", 3e8),
        ("They come on visas valid for about 3 months.", "cond.status_term", "duration", 3),
        ("He spent about 6 years in the camps.", "cond.tenure", "duration", 6),
        ("The camp lies about 40 km from the border.", "geo.distance", "none", 40),
    ],
)  # fmt: skip
def test_a_number_is_about(
    figures_of: FiguresOf, text: str, element: str, measure: str, value: float
) -> None:
    claim = only(figures_of(text), element)
    assert claim.amount.measure is Measure(measure)
    assert value in (claim.amount.low, claim.amount.best, claim.amount.high)


@pytest.mark.parametrize(
    "text",
    [
        "The ministry has two deputy heads.",
        "She was 34 years old when she came.",
        "Resolution 2375 was adopted in 2017.",
        "The rocket flew 640 km.",
        "Shops sold 640 apples.",
        "The club won 3-1 before 12,000 fans.",
    ],
)
def test_a_number_about_something_else_is_no_claim(
    figures_of: FiguresOf, text: str
) -> None:
    assert [
        c for c in figures_of(text) if c.element.startswith(("people", "cond"))
    ] == []


def test_the_quote_is_the_shortest_clause(figures_of: FiguresOf) -> None:
    text = "Rents rose, and about 640 workers live in Amur, the cook said."
    assert only(figures_of(text), "people.present").quote == (
        "about 640 workers live in Amur"
    )


def test_two_numbers_of_a_sentence_are_two_claims(figures_of: FiguresOf) -> None:
    text = "Some 90 North Koreans were recognised as refugees and 14 others as asylum-seekers."
    claims = figures_of(text)
    assert [c.element for c in claims] == [
        "people.asylum_granted",
        "people.asylum_pending",
    ]


def test_a_change_gives_both_ends(figures_of: FiguresOf) -> None:
    text = "The number of workers in Russia fell from 900 to 120."
    assert sorted(c.amount.best or 0 for c in figures_of(text)) == [120, 900]


def test_a_hundred_thousand_is_not_a_hundred(figures_of: FiguresOf) -> None:
    claim = figures_of("More than a hundred thousand North Koreans work abroad.")[0]
    assert claim.amount.low == 100_000


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("Qatar said it would cut the number of North Korean workers to 640.", Hedge.PLANNED),
        ("By some estimates, 640 North Korean workers live in Qatar.", Hedge.ESTIMATED),
        ("His report said that 640 North Korean workers live in Qatar.", Hedge.ASSERTED),
    ],
)  # fmt: skip
def test_how_surely_a_number_is_said(
    figures_of: FiguresOf, text: str, hedge: Hedge
) -> None:
    claim = figures_of(text)[0]
    assert (claim.hedge, claim.iso) == (hedge, "QA")


def test_his_report_is_his(figures_of: FiguresOf) -> None:
    text = "Ada Example said so. His report said that 640 North Koreans live in Qatar."
    assert figures_of(text)[0].speaker.name == "Ada Example"


def test_it_stands_for_what_was_counted_before(figures_of: FiguresOf) -> None:
    claims = figures_of(
        "The agency counted 44 North Korean refugees in Russia in 2019. It stood at 28 in 2020."
    )
    assert [c.element for c in claims] == ["people.asylum_granted"] * 2


def test_a_converted_sum_is_flagged(figures_of: FiguresOf) -> None:
    claims = figures_of("A room costs 8,000 rubles ($90) a month.")
    assert [("converted_twin" in c.flags, c.amount.unit) for c in claims] == [
        (False, "RUB/month"),
        (True, "USD/month"),
    ]


def test_refugees_of_a_year_may_be_a_stock_or_a_flow(figures_of: FiguresOf) -> None:
    claim = figures_of("In 2019 some 44 North Koreans were recognised as refugees.")[0]
    assert "stock_or_flow" in claim.flags


def test_a_share_in_words_has_no_value(figures_of: FiguresOf) -> None:
    claim = figures_of("Most of their wages go to the state.")[0]
    assert claim.amount.qualifier is Qualifier.NONE
    assert claim.flags == ("word_share",)


def test_a_forecast_is_flagged(figures_of: FiguresOf) -> None:
    text = "Some 900 workers are likely to work in Russia by then."
    assert "forecast" in figures_of(text)[0].flags


def test_every_slot_says_how_it_was_found(figures_of: FiguresOf) -> None:
    claim = figures_of("Some 640 North Korean workers live in Amur.")[0]
    assert set(claim.slots) == {
        "amount", "measure", "element", "speaker", "hedge", "population", "place", "as_of"
    }  # fmt: skip
    assert all(0 < slot.confidence <= 1 for slot in claim.slots.values())


def test_the_claim_is_less_sure_than_its_parts(figures_of: FiguresOf) -> None:
    claim = figures_of("Some 640 North Korean workers live in Amur.")[0]
    assert claim.confidence < min(
        claim.slots[name].confidence for name in ("amount", "measure", "speaker")
    )


@pytest.mark.parametrize(
    ("text", "element"),
    [
        ("Of the North Koreans asked, 11 had paid a bribe for the post.", "cond.debt"),
        ("Some 300 North Korean workers might arrive in Russia.", "people.planned_dispatch"),
        ("Guards beat two North Korean builders.", "people.injured"),
        ("The firm owed the North Koreans 11 million rubles in back wages.", "cond.unpaid"),
    ],
)  # fmt: skip
def test_people_to_whom_something_happened_are_no_stock(
    figures_of: FiguresOf, text: str, element: str
) -> None:
    assert [claim.element for claim in figures_of(text)] == [element]


def test_an_entry_of_a_list_counts_what_the_line_above_it_says(
    figures_of: FiguresOf,
) -> None:
    page = "It rained in Pyongyang.\nRent of a bed in the camps of the crews\n"
    claims = figures_of(page + "Amur - $70 a month\nTomsk - $60 a month")
    assert [(c.element, c.amount.best) for c in claims if c.amount] == [
        ("money.rent", 70),
        ("money.rent", 60),
    ]
