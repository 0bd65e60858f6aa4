from collections.abc import Callable

from tumen.extract.figure_candidates import find_candidates
from tumen.extract.figure_slots import SlotReader
from tumen.extract.frame import Frame

FrameOf = Callable[[str], Frame]


def test_every_number_is_a_candidate_with_its_clause(frame_of: FrameOf) -> None:
    frame = frame_of("Some 640 workers live there, and 14 firms pay 90 dollars a day.")
    found = [
        figure.around.clause.quote(frame.document.text)
        for figure in find_candidates(frame, SlotReader.of(frame))
    ]
    assert found == [
        "Some 640 workers live there",
        "14 firms pay 90 dollars a day",
        "14 firms pay 90 dollars a day",
    ]


def test_a_text_without_numbers_has_none(frame_of: FrameOf) -> None:
    frame = frame_of("Workers live there.")
    assert not list(find_candidates(frame, SlotReader.of(frame)))


def readings(frame: Frame, number: int) -> list[tuple[str | None, str]]:
    figures = list(find_candidates(frame, SlotReader.of(frame)))
    return [(r.quantity.unit, r.source) for r in figures[number].readings]


def test_hours_may_be_meant_by_the_day(frame_of: FrameOf) -> None:
    frame = frame_of("Crews work 14 hours.")
    assert readings(frame, 0) == [
        ("hours", "written"),
        ("hours/day", "period"),
        ("hours/week", "period"),
    ]


def test_a_bare_number_may_count_people_or_what_was_named_before(
    frame_of: FrameOf,
) -> None:
    frame = frame_of("The firm pays 800 dollars a month. It hands out 300.")
    assert ("persons", "people") in readings(frame, 1)
    assert ("USD/month", "before") in readings(frame, 1)


def test_a_number_with_a_unit_is_read_as_written(frame_of: FrameOf) -> None:
    assert readings(frame_of("It took 30 percent."), 0) == [("percent", "written")]


def test_money_may_be_meant_by_the_month(frame_of: FrameOf) -> None:
    frame = frame_of("He keeps 200 dollars.")
    assert readings(frame, 0) == [("USD", "written"), ("USD/month", "period")]


def test_a_bare_number_keeps_its_own_period(frame_of: FrameOf) -> None:
    frame = frame_of("The firm pays 800 dollars. He is handed 100 a week.")
    assert ("USD/week", "before") in readings(frame, 1)


def test_things_named_before_a_number_may_be_counted(frame_of: FrameOf) -> None:
    frame = frame_of("Visas issued in the whole of the spring for study: 975.")
    assert ("visas", "named") in readings(frame, 0)


def test_a_bare_number_may_be_an_age(frame_of: FrameOf) -> None:
    assert ("years", "age") in readings(frame_of("The oldest cook is 34."), 0)
    assert ("years", "age") not in readings(frame_of("There were 34."), 0)


def test_degrees_are_read_as_written(frame_of: FrameOf) -> None:
    frame = frame_of("Crews dig 14 hours. It was minus 30 outside.")
    assert readings(frame, 1) == [("degrees", "written")]


def test_other_things_may_stand_for_people(frame_of: FrameOf) -> None:
    assert ("persons", "other") in readings(frame_of("It knows of six escapes."), 0)
    frame = frame_of("It issued 70 permits to students, of those, 16 to cooks.")
    assert ("persons", "other") in readings(frame, 1)


def test_a_bare_number_may_be_of_either_currency_before(frame_of: FrameOf) -> None:
    frame = frame_of("The firm pays 800 dollars, or 70,000 roubles. He is left 300.")
    units = [unit for unit, _ in readings(frame, 2)]
    assert {"USD", "USD/month", "RUB", "RUB/month"} <= set(units)


def test_a_thing_named_before_two_currencies_is_found_behind_them(
    frame_of: FrameOf,
) -> None:
    told = "He worked 14 hours. The firm pays 800 dollars, or 70,000 roubles. Now 300."
    assert ("hours", "before") in readings(frame_of(told), 3)


def test_of_currencies_two_are_found(frame_of: FrameOf) -> None:
    told = "He got 90 yuan. The firm pays 800 dollars, or 70,000 roubles. Now 300."
    assert ("CNY", "before") not in readings(frame_of(told), 3)


def test_money_behind_counts_where_none_stands_before(frame_of: FrameOf) -> None:
    frame = frame_of("He is left 300. The firm pays 800 dollars.")
    assert ("USD", "behind") in readings(frame, 0)


def test_things_before_keep_the_period_of_the_number(frame_of: FrameOf) -> None:
    frame = frame_of("The number of flights has doubled to six a week.")
    assert ("flights/week", "named") in readings(frame, 0)


def test_a_bare_number_may_be_an_age_without_words_for_it(frame_of: FrameOf) -> None:
    assert ("years", "old") in readings(frame_of("They were women of 45."), 0)
    assert ("years", "age") in readings(frame_of("The oldest were over 60."), 0)
