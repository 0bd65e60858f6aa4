import pytest

from tumen.codebook.load import load_codebook
from tumen.extract.amounts import find_amounts

WORDS = load_codebook("dprk-labour").languages["en"].numbers


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("They work from 8 a.m. to 11 p.m. every day.", 15),
        ("They worked from 7am till 10pm.", 15),
        ("We worked 7 am to 10 pm.", 15),
        ("Work lasts from 8:00 to 22:00.", 14),
        ("Work lasts 08:00–22:00.", 14),
        ("The shift runs from 7 in the morning until 10 at night.", 15),
        ("It ran from six in the morning to nine in the evening.", 15),
        ("It ran from six o'clock in the morning to nine in the evening.", 15),
        ("They laid bricks between 6 a.m. and 9 p.m.", 15),
        ("They laid bricks from 7:30 a.m. until 9 p.m.", 13.5),
        ("They laid bricks from 8 a.m. to midnight.", 16),
        ("They laid bricks from 8 in the morning to midnight.", 16),
        ("The guards stood from 8 p.m. to 6 a.m.", 10),
        ("The guards stood from 10 at night to 2 at night.", 4),
        ("School lasts from 8 a.m. until noon.", 4),
        ("They rested from midnight to 5 in the morning.", 5),
        ("They worked from 12 p.m. to 8 p.m.", 8),
        ("They worked from 12 a.m. to 8 a.m.", 8),
        ("They worked from 9 a.m. to 5:30 in the afternoon.", 8.5),
        ("They worked from 7:15 am to 19:45.", 12.5),
        ("They begin at six in the morning and stop at ten at night.", 16),
        ("They sew from seven to seven.", 12),
        ("On the roof they work from 8 to 5 on Saturdays.", 9),
        ("Hours: from eight to eleven, Sundays as well.", 15),
    ],
)
def test_hours_between_two_clock_times_are_counted(text: str, hours: float) -> None:
    (found,) = find_amounts(text, 0, len(text), WORDS)

    assert (found.best, found.unit, found.form, found.flags) == (
        hours,
        "hours/day",
        "clock",
        ("clock",),
    )


@pytest.mark.parametrize(
    "text",
    [
        "The bus leaves at 7 a.m. and 11 p.m.",
        "They slept from 7 to 11 p.m.",
        "They came from 7 a.m. to 11.",
        "It was 7:46 p.m.",
        "It happened around midnight.",
        "They met at noon and at midnight.",
        "They stayed from 8 a.m. to 8 a.m.",
        "It was printed at 07:46.",
        "They left before 7 a.m.",
        "They worked until ten at night.",
    ],
)
def test_other_clock_times_count_nothing(text: str) -> None:
    assert find_amounts(text, 0, len(text), WORDS) == ()


def test_a_ratio_is_no_clock_time() -> None:
    assert find_amounts("It won 2:1 to 3:2.", 0, 18, WORDS) == ()


def test_the_words_around_the_hours_belong_to_them() -> None:
    text = "They work from 8 a.m. to 11 p.m. there."
    (found,) = find_amounts(text, 0, len(text), WORDS)

    assert found.span.quote(text) == "from 8 a.m. to 11 p.m."


@pytest.mark.parametrize(
    ("text", "number"),
    [("Ten in the morning shift left.", 10), ("They saw 30 in the evening.", 30)],
)
def test_no_hour_is_made_of_other_numbers(text: str, number: float) -> None:
    assert [each.best for each in find_amounts(text, 0, len(text), WORDS)] == [number]


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("They sewed from eight until eleven at night.", 15.0),
        ("They dug from seven in the morning to four.", 9.0),
    ],
)
def test_one_time_settles_the_half_of_the_day_of_the_other(
    text: str, hours: float
) -> None:
    (quantity,) = find_amounts(text, 0, len(text), WORDS)

    assert (quantity.best, quantity.unit) == (hours, "hours/day")


@pytest.mark.parametrize(
    "text",
    [
        "The cooks rise at four.",
        "We sang until nine, every day.",
        "Lights out at ten.",
        "The men start at 6 a.m. and the guard finishes at 8 p.m.",
    ],
)
def test_an_hour_alone_counts_nothing(text: str) -> None:
    assert find_amounts(text, 0, len(text), WORDS) == ()


@pytest.mark.parametrize(
    "text", ["He put the number at six.", "There are cooks at six sites."]
)
def test_a_number_of_something_is_no_hour(text: str) -> None:
    (quantity,) = find_amounts(text, 0, len(text), WORDS)

    assert quantity.best == 6.0


@pytest.mark.parametrize(
    "text",
    [
        "The crew grew from seven to eleven.",
        "They work in groups of welders from five to ten.",
        "They work from seven to eleven men a day.",
    ],
)
def test_bare_numbers_are_no_hours_without_work_before_them(text: str) -> None:
    found = find_amounts(text, 0, len(text), WORDS)

    assert all(quantity.form != "clock" for quantity in found)


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        (
            "They leave the hut at six in the morning and come back at nine at night.",
            15,
        ),
        ("They start at seven and finish at ten at night.", 15),
        (
            "The bus comes at half past five in the morning and goes at six at night.",
            12.5,
        ),
    ],
)
def test_two_times_may_stand_apart(text: str, hours: float) -> None:
    found = find_amounts(text, 0, len(text), WORDS)

    assert [(q.best, q.unit) for q in found] == [(hours, "hours/day")]


def test_after_a_time_leaves_the_hours_open() -> None:
    text = "They go out at six in the morning and come home after nine at night."
    (found,) = find_amounts(text, 0, len(text), WORDS)

    assert (found.low, found.best) == (15, None)


@pytest.mark.parametrize(
    "text",
    [
        "The bell rings at half past five.",
        "The bell rings at six in the morning. They come back at nine at night.",
        "The bell rings at six in the morning and twice at nine at night.",
    ],
)
def test_times_of_no_work_are_no_hours(text: str) -> None:
    assert find_amounts(text, 0, len(text), WORDS) == ()
