import pytest

from tumen.codebook.load import load_codebook
from tumen.extract.amounts import Quantity, find_amounts

WORDS = load_codebook("dprk-labour").languages["en"].numbers


def read(text: str) -> tuple[Quantity, ...]:
    return find_amounts(text, 0, len(text), WORDS)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Thousands of miles", "miles"),
        ("Hundreds of dollars a month", "USD/month"),
        ("Dozens of loggers", "persons"),
        ("several years", "years"),
    ],
)
def test_vague_sizes_take_the_unit_of_their_noun(text: str, unit: str) -> None:
    assert [q.unit for q in read(f"{text}, he said.")] == [unit]


def test_sizes_above_the_closed_list_are_flagged() -> None:
    assert read("Millions of dollars went home.")[0].flags == ("vague_millions",)


@pytest.mark.parametrize(
    "text", ["several camps", "the past several years", "several years ago"]
)
def test_several_counts_only_time_that_is_no_date(text: str) -> None:
    assert read(f"It was {text}.") == ()


@pytest.mark.parametrize(
    "text",
    [
        "the most dangerous road",
        "most recently",
        "most likely",
        "a majority stake",
        "most.",
        "most red",
    ],
)
def test_superlatives_are_no_shares(text: str) -> None:
    assert read(f"It was {text}") == ()


@pytest.mark.parametrize("text", ["most North Korean workers", "most were there"])
def test_most_of_people_is_a_share(text: str) -> None:
    assert [q.form for q in read(f"And {text}.")] == ["share_words"]


def test_nearly_half_has_a_bound() -> None:
    assert read("They lose nearly half of the pay.")[0].qualifier.value == "about"


@pytest.mark.parametrize(
    "text", ["a half-brother", "the second half of it", "a third man"]
)
def test_other_halves_and_thirds_are_no_shares(text: str) -> None:
    assert read(f"It was {text}.") == ()


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("aged 20 to 59", 20, 59),
        ("aged between 20 and 50", 20, 50),
        ("in their 20s and 30s", 20, 30),
        ("in their twenties and fifties", 20, 50),
    ],
)
def test_age_ranges_are_read(text: str, low: float, high: float) -> None:
    (found,) = read(f"They were {text}.")

    assert (found.low, found.high, found.form) == (low, high, "age")


@pytest.mark.parametrize(
    "text", ["aged 29 and 34 were held", "in his 40s", "aged 50 to 20", "aged badly"]
)
def test_ages_of_single_people_are_left_out(text: str) -> None:
    assert [q for q in read(f"Those {text}.") if q.form == "age"] == []


@pytest.mark.parametrize("text", ["a month at a time", "months in the woods"])
def test_a_unit_alone_is_no_figure(text: str) -> None:
    assert read(f"It was {text}.") == ()


@pytest.mark.parametrize(
    ("text", "percent"),
    [
        ("The cook keeps a fifth.", 20.0),
        ("The cook keeps about a tenth, he says.", 10.0),
        ("A fifth had gone home by then.", 20.0),
        ("Half hadn't been paid.", 50.0),
        ("The crew shrank by a quarter since May.", 25.0),
    ],
)
def test_a_fraction_without_its_whole_is_a_share(text: str, percent: float) -> None:
    (quantity,) = read(text)

    assert (quantity.low or quantity.best, quantity.unit) == (percent, "percent")


@pytest.mark.parametrize("text", ["A fifth man came.", "They rest at half past six."])
def test_an_ordinal_is_no_share(text: str) -> None:
    found = read(text)

    assert all(quantity.unit != "percent" for quantity in found)


def test_a_bound_behind_a_share_counts() -> None:
    text = "He keeps half of them or more."

    (quantity,) = read(text)

    assert quantity.qualifier.value == "at_least"


@pytest.mark.parametrize(
    "text",
    ["Most had gone home.", "By then most go hungry.", "The greater part cook."],
)
def test_a_share_in_words_may_lack_its_noun(text: str) -> None:
    (quantity,) = read(text)

    assert quantity.flags == ("word_share",)


@pytest.mark.parametrize(
    ("text", "percent"),
    [
        ("every third welder is a trainee", 33.3333333333),
        ("nearly every second hut leaks", 50),
        ("a third work for one firm", 33.3333333333),
        ('he keeps "a tenth" of it', 10),
        ("the mill has 40 cooks, most in huts", None),
        ("the cooks are women for the most part", None),
    ],
)
def test_shares_are_told_in_many_words(text: str, percent: float | None) -> None:
    shares = [q for q in read(f"He says {text}.") if q.form == "share_words"]

    assert [q.best or q.low for q in shares] == [percent]


@pytest.mark.parametrize(
    "text",
    [
        "every second Tuesday",
        "every third day",
        "every third of the month",
        "every second one",
        "a third work pass",
    ],
)
def test_rows_in_time_are_no_shares(text: str) -> None:
    assert [q for q in read(f"It was {text}.") if q.unit == "percent"] == []


def test_what_is_taken_off_is_no_cold() -> None:
    assert [(q.best, q.unit) for q in read("He got it minus 6,000 for food.")] == [
        (6000, None)
    ]
