import pytest

from tumen.codebook.load import load_codebook
from tumen.extract.amounts import Quantity, find_amounts, find_numbers

WORDS = load_codebook("dprk-labour").languages["en"].numbers

Values = tuple[float | None, float | None, float | None]


def read(text: str) -> tuple[Quantity, ...]:
    return find_amounts(text, 0, len(text), WORDS)


def values(quantity: Quantity) -> Values:
    return quantity.low, quantity.best, quantity.high


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The camp held 13,221 men.", 13221),
        ("Nine builders came.", 9),
        ("Twenty-five builders came.", 25),
        ("They sent 37-thousand men.", 37000),
        ("They sent 78-hundred women.", 7800),
        ("It cost 1.5 million yuan.", 1_500_000),
        ("Half a million people applied.", 500_000),
        ("One hundred and twelve loggers left.", 112),
        ("Two thousand five hundred loggers left.", 2500),
        ("Two dozen loggers left.", 24),
        ("A dozen loggers left.", 12),
        ("Half a dozen loggers left.", 6),
        ("Four-hundred-and-sixty-two loggers left.", 462),
        ("A hundred loggers left.", 100),
        ("They waited two and a half years.", 2.5),
        ("The firm earned $5m.", 5_000_000),
        ("They counted 13\u00a0221 men.", 13221),
    ],
)
def test_a_plain_number_fills_all_three_values(text: str, value: float) -> None:
    assert [values(q) for q in read(text)] == [(value, value, value)]


@pytest.mark.parametrize(
    ("text", "qualifier", "expected"),
    [
        ("over 400 men", "over", (400, None, None)),
        ("more than 400 men", "over", (400, None, None)),
        ("3,000-plus men", "over", (3000, None, None)),
        ("about 400 men", "about", (None, 400, None)),
        ("some 400 men", "about", (None, 400, None)),
        ("nearly 400 men", "about", (None, 400, None)),
        ("around 400 men", "about", (None, 400, None)),
        ("at least 400 men", "at_least", (400, None, None)),
        ("at least some 400 men", "at_least", (400, None, None)),
        ("as little as 4 days", "at_least", (4, None, None)),
        ("no fewer than 400 men", "at_least", (400, None, None)),
        ("400 or more men", "at_least", (400, None, None)),
        ("up to 400 men", "up_to", (None, None, 400)),
        ("as many as 400 men", "up_to", (None, None, 400)),
        ("no more than 400 men", "up_to", (None, None, 400)),
        ("fewer than 400 men", "under", (None, None, 400)),
        ("under 400 men", "under", (None, None, 400)),
        ("between 20 and 30 men", "between", (20, None, 30)),
        ("20 to 30 men", "between", (20, None, 30)),
        ("120-150 men", "between", (120, None, 150)),
        ("six to eight men", "between", (6, None, 8)),
        ("between 20 and 30 thousand men", "between", (20000, None, 30000)),
        ("dozens of men", "vague_dozens", (None, None, None)),
        ("scores of men", "vague_dozens", (None, None, None)),
        ("several hundred men", "vague_hundreds", (None, None, None)),
        ("tens of thousands of men", "vague_thousands", (None, None, None)),
    ],
)
def test_bounds_are_those_of_the_words(
    text: str, qualifier: str, expected: Values
) -> None:
    (found,) = read(f"They met {text} there.")

    assert (
        found.qualifier.value,
        values(found),
        found.span.quote(f"They met {text}"),
    ) == (
        qualifier,
        expected,
        text,
    )


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("13-hour days", "hours/day"),
        ("14 hours a day", "hours/day"),
        ("14 hours daily", "hours/day"),
        ("12-hour shifts", "hours/day"),
        ("three days off per year", "days/year"),
        ("one day off a month", "days/month"),
        ("six-day work weeks", "days/week"),
        ("six men per room", "persons/room"),
        ("9,000 rubles a month", "RUB/month"),
        ("a monthly wage of $800", "USD/month"),
        ("$90 a month per person", "USD/month"),
        ("$90 per person a month", "USD/month"),
        ("900 yuan", "CNY"),
        ("900 won", "KRW"),
        ("€900", "EUR"),
        ("£900", "GBP"),
        ("80 percent", "percent"),
        ("80%", "percent"),
        ("a three-month visa", "months"),
        ("60 km", "km"),
        ("six time zones", "time zones"),
        ("420 student visas", "visas"),
        ("420 work permits", "permits"),
        ("14 companies", "firms"),
        ("a 30-member brigade", "persons"),
        ("a 30-strong brigade", "persons"),
    ],
)
def test_units_are_written_as_the_guide_asks(text: str, unit: str) -> None:
    assert [q.unit for q in read(f"They had {text}.")] == [unit]


@pytest.mark.parametrize(
    "text",
    [
        "It was in 2017.",
        "On September 5 they came.",
        "On 5 September 2019 they came.",
        "It was printed 2023-01-25 at 07:46.",
        "Between 2012 and 2015 nothing came.",
        "It ran from 2016 to 2018.",
        "It ran 2018-19.",
        "Call 02-555-0100.",
        "It broke resolution 2397.",
        "The 1718 Committee met.",
        "They fell ill with Covid-19.",
        "The 34-year-old man left.",
        "A man aged 51 left.",
        "Pak, 43, left.",
        "It was one of the camps.",
        "The two Koreas met.",
        "It grew over the past two years.",
        "It was two years ago.",
        "Four days later it ended.",
        "He was the 5th man, in his 40s, of the 1990s.",
        "A third country took the most dangerous road.",
        "No one came.",
        "At 7 a.m. the bus left.",
        "The second half of the year was worse.",
        "It is a represen-ten word.",
    ],
)
def test_numbers_that_count_nothing_are_left_out(text: str) -> None:
    assert read(text) == ()


def test_a_converted_amount_shares_bound_and_rate_with_its_twin() -> None:
    roubles, dollars = read("It costs about 6,000 rubles ($95) a month.")

    assert (dollars.best, dollars.unit, dollars.twin_of, dollars.qualifier) == (
        95,
        "USD/month",
        0,
        roubles.qualifier,
    )


def test_a_change_gives_a_figure_before_and_one_after() -> None:
    found = read("The number fell from 900 to 120 that year.")

    assert [(q.form, q.best) for q in found] == [
        ("change_from", 900),
        ("change_to", 120),
    ]


def test_a_part_and_its_whole_are_two_figures_of_one_noun() -> None:
    found = read("Police held 40 of 76 loggers.")

    assert [(q.best, q.flags, q.noun) for q in found] == [
        (40, ("part",), "loggers"),
        (76, ("whole",), "loggers"),
    ]


def test_an_age_range_in_decades_is_marked() -> None:
    (found,) = read("They were aged between 30s and 60s.")

    assert (found.low, found.high, found.form, found.flags) == (
        30,
        60,
        "age",
        ("decades",),
    )


@pytest.mark.parametrize("words", ["most", "the majority", "a vast majority", "mostly"])
def test_shares_in_words_carry_no_value(words: str) -> None:
    (found,) = read(f"Of the men {words} of them stayed.")

    assert (found.form, found.unit, found.flags, values(found)) == (
        "share_words",
        "percent",
        ("word_share",),
        (None, None, None),
    )


@pytest.mark.parametrize(
    ("words", "percent"),
    [("half", 50), ("three quarters", 75), ("three-quarters", 75), ("nine in ten", 90)],
)
def test_fractions_carry_a_value(words: str, percent: float) -> None:
    (found,) = read(f"They lose {words} of the pay.")

    assert (found.best, found.unit) == (percent, "percent")


def test_years_at_a_time_have_a_unit_and_no_value() -> None:
    (found,) = read("They stay for years at a time.")

    assert (found.unit, values(found)) == ("years", (None, None, None))


def test_others_name_people_without_a_noun() -> None:
    found = read("Police held 60 loggers and 12 others.")

    assert [q.unit for q in found] == ["persons", "persons"]


def test_only_the_window_is_read() -> None:
    text = "Police held 60 loggers and 12 others."

    assert [q.best for q in find_amounts(text, 24, len(text), WORDS)] == [12]


def test_every_number_can_be_read_for_a_person() -> None:
    text = "One man aged 51 left in 2017."

    assert {1, 51, 2017} <= find_numbers(text, 0, len(text), WORDS)


@pytest.mark.parametrize(
    "text",
    [
        "Resolution 2375 (2017) bans permits.",
        "It cited paragraph 8 of resolution 2397 (2017).",
        "See S/2019/171.",
        "See A/HRC/25/63.",
        "The match ended 3-1.",
        "They won 2:1.",
        "It passed by a 15-0 vote.",
        "The 38th parallel is near.",
        "He came on 03.04.2019.",
        "Published 12/05/2019, updated 13/05/2019.",
        "As of 01.01.2018 nothing had changed.",
        "At 7:46 p.m. it rained.",
        "The Group of 20 met.",
        "Flight MH17 fell.",
        "A Hwasong-15 flew.",
        "See Article 4 of the law, page 12, chapter 3.",
        "Copyright 2019-2024",
        "It is run by Room 39 and Bureau 121.",
        "The 8th Army Corps left.",
        "It was in mid-2019, in FY2019 and since 2017.",
        "See note № 5 and item no. 7.",
        "On Aug. 15, 2019 and 16 Aug 2019 it rained.",
        "Kim Mola, 41, a plasterer, left.",
        "He shared one of the rooms, on the one hand.",
    ],
)
def test_numbers_of_other_things_give_nothing(text: str) -> None:
    assert read(text) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two columns of North Koreans marched.", [(None, "columns")]),
        ("Three types of visas exist.", [(None, "types")]),
        ("Police held 12 groups of workers.", [(None, "groups")]),
        ("They sent 300 North Korean workers.", [("persons", "North Korean workers")]),
        ("They sent 300 N. Korean workers.", [("persons", "N. Korean workers")]),
        ("They sent 300 of the workers.", [("persons", "workers")]),
    ],
)
def test_what_is_counted_stands_before_what_it_is_part_of(
    text: str, expected: list[tuple[str | None, str]]
) -> None:
    assert [(q.unit, q.noun) for q in read(text)] == expected


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("They had 800$.", "USD"),
        ("They had 30,000₽.", "RUB"),
        ("They had US$ 800 per month.", "USD/month"),
        ("They had RUB 30,000 monthly.", "RUB/month"),
        ("They had 2/3 of the pay.", "percent"),
        ("They had four hours a night.", "hours/night"),
        ("They had a room of 20 m2.", "square metres"),
    ],
)
def test_signs_and_short_forms_give_units(text: str, unit: str) -> None:
    assert [q.unit for q in read(text)] == [unit]


def test_a_bound_keeps_a_number_from_being_a_numbering() -> None:
    assert [q.low for q in read("In no case more than 12 men came.")] == [12]


@pytest.mark.parametrize(
    ("text", "best"),
    [
        ("By March there were 511.", 511),
        ("He puts it at around 3,000.", 3000),
        ("That makes 11,000 in all.", 11000),
        ("It stood at 28 at the end of 2023.", 28),
        ("It was down from 30,023 at the end of 2017.", 30023),
        ("About 34,000 of them had come.", 34000),
        ("In 7,887 of those cases they studied.", 7887),
        ("Another 300 are expected.", 300),
        ("Only four stayed.", 4),
        ("There were 12 in one room.", 12),
    ],
)
def test_a_number_without_a_noun_is_a_quantity_without_unit(
    text: str, best: float
) -> None:
    assert [(q.best, q.unit) for q in read(text)] == [(best, None)]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("Some sent 20k rubles.", 20_000, "RUB"),
        ("They sent 3m workers.", 3_000_000, "persons"),
        ("It drew 1.2m users.", 1_200_000, None),
        ("They hold 35m of the visas.", 35_000_000, "visas"),
        ("They got RUB50,000.", 50_000, "RUB"),
        ("They got EUR50m.", 50_000_000, "EUR"),
        ("They got $US160 million.", 160_000_000, "USD"),
        ("They got US $40.", 40, "USD"),
        ("The bus drove 80 mph.", 80, "miles/hour"),
        ("The cell was 6 sq m.", 6, "square metres"),
        ("They rested half a day.", 0.5, "days"),
        ("They walked 1/4 mile.", 0.25, "miles"),
        ("It was minus 40 degrees.", -40, "degrees"),
        ("It was 30 degrees below zero.", -30, "degrees"),
        ("Output changed (-2.5 percent).", -2.5, "percent"),
        ("Each room is shared by 16 people.", 16, "persons/room"),
        ("The firms earned 150 million dollars during 2014.", 150_000_000, "USD/year"),
        ("A worker was paid 500 dollars in 2014.", 500, "USD"),
        ("They are left with 110 US dollars a month.", 110, "USD/month"),
    ],
)
def test_units_and_scales_are_read_from_any_writing(
    text: str, value: float, unit: str | None
) -> None:
    found = read(text)[-1]

    assert ((found.low if found.best is None else found.best), found.unit) == (
        value,
        unit,
    )


def test_a_fraction_may_stand_alone() -> None:
    (share,) = read("Pay was cut by two-thirds.")

    assert share.best == pytest.approx(66.67, abs=0.01)


@pytest.mark.parametrize(
    "text",
    [
        "The Model 3 was sold.",
        "They drove six-wheel trucks.",
        "They called 0401 again.",
        "Spain left in 1898.",
        "It ran on ID.4 cards.",
    ],
)
def test_names_shapes_and_codes_count_nothing(text: str) -> None:
    assert read(text) == ()


def test_a_year_is_no_first_half_of_a_range() -> None:
    found = read("It rose from 5 percent in 2018 to 10 percent in 2019.")

    assert [quantity.best for quantity in found] == [5, 10]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("They sleep sixteen to a wagon.", "persons/wagon"),
        ("Rents rose: eight per room.", "persons/room"),
        ("It costs 480 dollars a head and month.", "USD/month"),
        ("They rest one Friday a month.", "days/month"),
        ("There are five such trains a week.", "trains/week"),
        ("It had 12 visas a year earlier.", "visas"),
        ("The mill pays 900 crowns a week.", "CZK/week"),
    ],
)
def test_what_a_number_is_per_may_be_said_in_many_ways(text: str, unit: str) -> None:
    assert [quantity.unit for quantity in read(text)] == [unit]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They do 18, 19 hours.", [(18, None, 19)]),
        ("They made 70, 80 dollars.", [(70, None, 80)]),
        ("They do 12, 19 hours.", [(12, 12, 12), (19, 19, 19)]),
        ("It killed 12, 13 wounded.", [(12, 12, 12), (13, 13, 13)]),
    ],
)
def test_neighbouring_numbers_are_a_range(text: str, expected: list[Values]) -> None:
    assert [values(quantity) for quantity in read(text)] == expected


def test_an_endless_row_of_digits_is_no_number() -> None:
    assert read(f"The code was {'9' * 400} men.") == ()
    assert values(read("It had 999,999,999,999 men.")[0])[1] == 999_999_999_999
