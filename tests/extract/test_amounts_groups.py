import pytest

from tumen.codebook.load import load_codebook
from tumen.extract.amounts import find_amounts
from tumen.extract.amounts_grammar import grammar_of
from tumen.extract.amounts_groups import join_pieces
from tumen.extract.amounts_tokens import cut

WORDS = load_codebook("dprk-labour").languages["en"].numbers


def joined(text: str) -> list[str]:
    pieces = join_pieces(cut(text, 0, len(text)), grammar_of(WORDS), text)
    return [piece.text for piece in pieces]


def values(text: str) -> list[float | None]:
    found = find_amounts(text, 0, len(text), WORDS)
    return [value for q in found for value in (q.low, q.best, q.high) if value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The agency recorded 13 221 entries.", 13221),
        ("In 2024, 7 887 cases were listed.", 7887),
        ("The number of entries was 1 117.", 1117),
        ("By 1 January 2018 there were 24 000 workers.", 24000),
        ("The firm paid 1 250 000 roubles.", 1_250_000),
        ("In 2019 16 613 registrations were made.", 16613),
        ("On 15 March 300 workers came.", 300),
        ("In the spring of 2018 500 labourers left.", 500),
        ("They counted 13\u2009221 men.", 13221),
        ("They counted 13\u202f221 men.", 13221),
        ("They counted 13'221 men.", 13221),
        ("They counted 13’221 men.", 13221),
        ("A patent costs 4 500 rubles a month.", 4500),
        ("The quota (12 500 permits) was used up.", 12500),
        ("“2 035 registrations were made,” it said.", 2035),
        ("The budget was 2 300.5 million rubles.", 2_300_500_000),
    ],
)
def test_digits_in_groups_are_one_number(text: str, value: float) -> None:
    assert set(values(text)) == {value}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("from 12 000 to 15 000 visas", [12000, 15000]),
        ("12 000-15 000 visas", [12000, 15000]),
        ("12 000 – 15 000 visas", [12000, 15000]),
        ("between 1 000 and 1 200 men", [1000, 1200]),
    ],
)
def test_both_ends_of_a_range_may_be_grouped(text: str, expected: list[float]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "On March 15 300 workers came.",
        "Channel 5 200 workers",
        "In 2019 300 workers came.",
        "They came in groups of 12 2019 and later.",
        "Room 05 200 workers",
        "Covid-19 300 workers",
    ],
)
def test_digits_that_belong_to_what_stands_before_stay_apart(text: str) -> None:
    assert not any(" " in piece for piece in joined(text))


@pytest.mark.parametrize(
    "text",
    [
        "Call +7 423 222 33 44.",
        "Call 8 423 222 33 44 for help.",
        "Tel. 8 (423) 240-11-22",
        "Fax: +82 2 555 01 00",
        "Phone 02-555-0100.",
    ],
)
def test_telephones_are_no_numbers(text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("15 thous. people", 15000),
        ("15 mln. rubles", 15e6),
        ("1.2 bln. rubles", 1.2e9),
        ("20 000 rub. per month", 20000),
    ],
)
def test_the_point_of_an_abbreviation_ends_nothing(text: str, value: float) -> None:
    assert set(values(text)) == {value}


def test_a_point_before_a_new_sentence_stays() -> None:
    assert joined("They paid 5 mln. They left.")[3:5] == ["mln", "."]
