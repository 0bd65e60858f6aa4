from datetime import date

import pytest

from tumen.codebook.load import load_codebook
from tumen.codebook.schema import PublicEvent
from tumen.extract.times import TimeMention, find_times
from tumen.records.period import Period

WORDS = load_codebook("dprk-labour").languages["en"].times
STORM = PublicEvent(
    code="storm",
    label="an invented storm",
    first="2020-03-10",
    last="2020-04-02",
    words={"en": ("great storm", "the storm", "Zed's storm")},
    source="invented",
)
CALENDAR = (STORM,)
WEDNESDAY = date(2021, 6, 16)
PUBLISHED = Period(WEDNESDAY, WEDNESDAY)
SUMMER = Period(date(2021, 6, 1), date(2021, 7, 31))


def read(text: str, published: Period | None = PUBLISHED) -> tuple[TimeMention, ...]:
    return find_times(text, 0, len(text), published, WORDS, CALENDAR)


def days(text: str, published: Period | None = PUBLISHED) -> tuple[str, str]:
    (mention,) = read(text, published)
    return str(mention.period.first), str(mention.period.last)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("It was September 5, 2019.", "2019-09-05", "2019-09-05"),
        ("It was Sept. 5, 2019.", "2019-09-05", "2019-09-05"),
        ("It was 5 September 2019.", "2019-09-05", "2019-09-05"),
        ("It was the 5th of September 2019.", "2019-09-05", "2019-09-05"),
        ("It was 2019-09-05.", "2019-09-05", "2019-09-05"),
        ("It was 2019/09/05.", "2019-09-05", "2019-09-05"),
        ("It was 03.04.2019.", "2019-04-03", "2019-04-03"),
        ("It was 3.4.2019.", "2019-04-03", "2019-04-03"),
        ("It was 31.12.2019.", "2019-12-31", "2019-12-31"),
        ("It was 25/12/2019.", "2019-12-25", "2019-12-25"),
        ("It was 12/25/2019.", "2019-12-25", "2019-12-25"),
        ("It was 05/05/2019.", "2019-05-05", "2019-05-05"),
        ("It was 12/05/2019.", "2019-05-12", "2019-12-05"),
        ("As of 01.01.2018 it was so.", "2018-01-01", "2018-01-01"),
        ("It was September 5-9, 2019.", "2019-09-05", "2019-09-09"),
        ("It was 5 to 9 September 2019.", "2019-09-05", "2019-09-09"),
        ("It was September 2019.", "2019-09-01", "2019-09-30"),
        ("It was the winter of 2014-15.", "2014-12-01", "2015-02-28"),
        ("It was so by mid-year 2019.", "2019-07-31", "2019-07-31"),
        ("Midway through 2019 it was so.", "2019-05-01", "2019-08-31"),
        ("It was between July and September 2019.", "2019-07-01", "2019-09-30"),
        ("It was November to January 2019.", "2018-11-01", "2019-01-31"),
        ("It was in April or May 2019.", "2019-04-01", "2019-05-31"),
        ("It was in Q3 2019.", "2019-07-01", "2019-09-30"),
        ("It was in 3Q 2019.", "2019-07-01", "2019-09-30"),
        ("It was in H1 2019.", "2019-01-01", "2019-06-30"),
        ("It was in the 1st quarter of 2019.", "2019-01-01", "2019-03-31"),
        ("It was at end-2019.", "2019-12-31", "2019-12-31"),
        ("It was at year-end 2019.", "2019-12-01", "2019-12-31"),
        ("It was from May 2018 to June 2019.", "2018-05-01", "2019-06-30"),
        ("It was between May 2018 and June 2019.", "2018-05-01", "2019-06-30"),
        ("It was May 2018 – June 2019.", "2018-05-01", "2019-06-30"),
        ("It was in the first nine months of 2019.", "2019-01-01", "2019-09-30"),
        ("It ran 2018-19.", "2018-01-01", "2019-12-31"),
        ("It was in 2019.", "2019-01-01", "2019-12-31"),
        ("It ran from 2016 to 2018.", "2016-01-01", "2018-12-31"),
        ("It ran 2016-2018.", "2016-01-01", "2018-12-31"),
        ("It was in the 1990s.", "1990-01-01", "1999-12-31"),
        ("It was at the beginning of 2010.", "2010-01-01", "2010-01-31"),
        ("It was at the end of 2017.", "2017-12-31", "2017-12-31"),
        ("It was in the first half of 2018.", "2018-01-01", "2018-06-30"),
        ("It was in summer 2018.", "2018-06-01", "2018-08-31"),
        ("It was in winter 2018.", "2017-12-01", "2018-02-28"),
        ("It was in the winter of 2018.", "2018-12-01", "2019-02-28"),
        ("It was on the sixteenth of May 2019.", "2019-05-16", "2019-05-16"),
        ("It ran from 2016 to the end of 2018.", "2016-01-01", "2018-12-31"),
        ("It was at the end of June 2019.", "2019-06-30", "2019-06-30"),
        ("It was in late February 2019.", "2019-02-21", "2019-02-28"),
        ("It was in the second week of May 2019.", "2019-05-08", "2019-05-14"),
    ],
)
def test_printed_dates_need_no_publication(text: str, first: str, last: str) -> None:
    assert days(text, None) == (first, last)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("It was on September 5.", "2020-09-05", "2020-09-05"),
        ("It was on May 5.", "2021-05-05", "2021-05-05"),
        ("It was in July.", "2020-07-01", "2020-07-31"),
        ("It was in March and April.", "2021-03-01", "2021-04-30"),
        ("It was in May.", "2021-05-01", "2021-05-31"),
        ("It was last January.", "2021-01-01", "2021-01-31"),
        ("It was last June.", "2020-06-01", "2020-06-30"),
        ("It was in May last year.", "2020-05-01", "2020-05-31"),
        ("It was in May this year.", "2021-05-01", "2021-05-31"),
        ("It was last month.", "2021-05-01", "2021-05-31"),
        ("It was last week.", "2021-06-07", "2021-06-13"),
        ("It was this week.", "2021-06-14", "2021-06-20"),
        ("It is next month.", "2021-07-01", "2021-07-31"),
        ("It was last year.", "2020-01-01", "2020-12-31"),
        ("It was late last year.", "2020-09-01", "2020-12-31"),
        ("It was last summer.", "2020-06-01", "2020-08-31"),
        ("It was earlier this year.", "2021-01-01", "2021-06-16"),
        ("It is later this year.", "2021-06-16", "2021-12-31"),
        ("It was on Monday.", "2021-06-14", "2021-06-14"),
        ("He said Wednesday.", "2021-06-16", "2021-06-16"),
        ("He said Thursday.", "2021-06-10", "2021-06-10"),
        ("It is next Friday.", "2021-06-18", "2021-06-18"),
        ("It was yesterday.", "2021-06-15", "2021-06-15"),
        ("It was three days ago.", "2021-06-13", "2021-06-13"),
        ("It was two years ago.", "2019-01-01", "2019-12-31"),
        ("It was 3 weeks ago.", "2021-05-24", "2021-05-30"),
        ("It grew over the past two years.", "2019-06-16", "2021-06-16"),
        ("It grew over the past year.", "2020-06-16", "2021-06-16"),
        ("It grew in the last ten days.", "2021-06-06", "2021-06-16"),
        ("It is so now.", "2021-06-16", "2021-06-16"),
        ("It ends by the end of the year.", "2021-12-31", "2021-12-31"),
        ("It ends by year-end.", "2021-12-31", "2021-12-31"),
    ],
)
def test_relative_times_are_told_from_the_publication(
    text: str, first: str, last: str
) -> None:
    assert days(text) == (first, last)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("It grew since 2016.", "2016-01-01", "2021-06-16"),
        ("It grew after 2016.", "2016-01-01", "2021-06-16"),
        ("It grew since May.", "2021-05-01", "2021-06-16"),
        ("It grew since the storm.", "2020-03-10", "2021-06-16"),
        ("It grew since Zed’s storm.", "2020-03-10", "2021-06-16"),
        ("It grew until 2016.", "None", "2016-12-31"),
        ("It grew before the storm.", "None", "2020-03-09"),
        ("It grew until the great storm.", "None", "2020-04-02"),
        ("It grew during the great storm.", "2020-03-10", "2020-04-02"),
        ("The storm broke out then.", "2020-03-10", "2020-03-10"),
        ("It was the outbreak of the storm.", "2020-03-10", "2020-03-10"),
    ],
)
def test_edges_open_and_close_a_period(text: str, first: str, last: str) -> None:
    assert days(text) == (first, last)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("It was on Monday.", "2021-05-31", "2021-07-26"),
        ("It was last month.", "2021-05-01", "2021-06-30"),
        ("It was in July.", "2020-07-01", "2021-07-31"),
        ("It was on May 5.", "2021-05-05", "2021-05-05"),
    ],
)
def test_an_unsure_publication_widens_what_hangs_on_it(
    text: str, first: str, last: str
) -> None:
    assert days(text, SUMMER) == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        "They said it on Monday.",
        "It was last month.",
        "It grew over the past two years.",
        "It was on September 5.",
    ],
)
@pytest.mark.parametrize("published", [None, Period(), Period(WEDNESDAY, None)])
def test_without_a_publication_nothing_is_guessed(
    text: str, published: Period | None
) -> None:
    assert read(text, published) == ()


@pytest.mark.parametrize(
    "text",
    [
        "They may come and march on.",
        "The storm was great.",
        "They sent 20,190 men.",
        "It was February 30, 2019.",
        "It will be rebuilt after the storm ends.",
        "It grew since 2030.",
        "It was in August that year.",
        "It ends by December 22.",
        "It was the following year.",
        "It ran 2018-2016, so they say.",
    ],
)
def test_what_is_no_time_gives_no_mention(text: str) -> None:
    assert read(text) == ()


def test_an_open_since_without_a_publication_has_no_end() -> None:
    assert days("It grew since 2016.", None) == ("2016-01-01", "None")


@pytest.mark.parametrize(
    ("text", "rule", "role"),
    [
        ("It grew since 2016.", "since.bare_year", "since"),
        ("He said Wednesday.", "weekday", "report"),
        ("It is next month.", "next_unit", "plan"),
        ("It is so now.", "now", "now"),
        ("It ends by the end of the year.", "deadline.end_of_this_year", "deadline"),
    ],
)
def test_the_rule_and_the_likely_use_are_told(text: str, rule: str, role: str) -> None:
    (mention,) = read(text)

    assert (mention.rule, mention.role) == (rule, role)


def test_the_span_holds_the_words_of_the_edge() -> None:
    text = "It grew since the storm, he said."
    (mention,) = read(text)

    assert mention.span.quote(text) == "since the storm"


def test_only_the_window_is_read() -> None:
    text = "It began in 2016 and ended in 2018."
    found = find_times(text, 17, len(text), PUBLISHED, WORDS, CALENDAR)

    assert [str(m.period.first) for m in found] == ["2018-01-01"]


def test_a_deadline_of_an_event_gives_nothing() -> None:
    assert read("It ended by the storm.") == ()


def test_a_reading_after_the_publication_is_left_out() -> None:
    assert days("It was 12/05/2021.") == ("2021-05-12", "2021-05-12")


@pytest.mark.parametrize(
    "text",
    ["It was 31.02.2019.", "It was 13/14/2019.", "It rises in the coming years."],
)
def test_what_is_no_day_or_no_one_year_gives_nothing(text: str) -> None:
    assert read(text) == ()


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("It grew since the spring.", "2021-03-01", "2021-06-16"),
        ("It grew since autumn.", "2020-09-01", "2021-06-16"),
        ("It grew until the winter.", "None", "2021-02-28"),
    ],
)
def test_a_season_behind_an_edge_is_the_newest(
    text: str, first: str, last: str
) -> None:
    assert days(text) == (first, last)


@pytest.mark.parametrize(
    "text", ["It grew after the fall of the union.", "It grew in a hot summer."]
)
def test_a_season_that_bounds_nothing_is_no_time(text: str) -> None:
    assert read(text) == ()


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("It was so at the close of 2019.", "2019-12-31", "2019-12-31"),
        ("It was so at year-end 2017.", "2017-12-01", "2017-12-31"),
        ("It was so as 2019 came to an end.", "2019-12-31", "2019-12-31"),
        ("It was so when 2019 drew to a close.", "2019-12-31", "2019-12-31"),
        ("It was so on the last day of 2019.", "2019-12-31", "2019-12-31"),
        ("It was so in the past calendar year.", "2020-01-01", "2020-12-31"),
        ("It was so in the year just past.", "2020-01-01", "2020-12-31"),
        ("It was so in the year to date.", "2021-01-01", "2021-06-16"),
        ("It was so a decade ago.", "2011-01-01", "2011-12-31"),
        ("It was so in the third quarter.", "2020-07-01", "2020-09-30"),
        ("It was so in the first half.", "2021-01-01", "2021-06-30"),
        ("It was so in the 2019 first half.", "2019-01-01", "2019-06-30"),
        ("It was so in last year's fourth quarter.", "2020-10-01", "2020-12-31"),
        (
            "It was so in the first nine months of last year.",
            "2020-01-01",
            "2020-09-30",
        ),
        ("It was so in the autumn of 2018.", "2018-09-01", "2018-11-30"),
        ("It was so in spring last year.", "2020-03-01", "2020-05-31"),
        ("It was so this summer.", "2021-06-01", "2021-08-31"),
        ("It was so last quarter.", "2021-01-01", "2021-03-31"),
        ("It was so over the weekend.", "2021-06-12", "2021-06-13"),
        ("It was so Friday night.", "2021-06-11", "2021-06-11"),
        ("It was so last Wednesday.", "2021-06-09", "2021-06-09"),
        ("It was so on Friday, June 4.", "2021-06-04", "2021-06-04"),
        ("It was so on Christmas Eve.", "2020-12-24", "2020-12-24"),
        ("It was so last July 5.", "2020-07-05", "2020-07-05"),
    ],
)
def test_wordings_of_the_press_are_told(text: str, first: str, last: str) -> None:
    assert days(text) == (first, last)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("They will come in April.", "2022-04-01", "2022-04-30"),
        ("They will come on Friday.", "2021-06-18", "2021-06-18"),
        ("They are scheduled to leave on May 3.", "2022-05-03", "2022-05-03"),
        ("They came next July.", "2021-07-01", "2021-07-31"),
        ("They will go, he said Monday.", "2021-06-14", "2021-06-14"),
        ("They meet on July 3.", "2021-07-03", "2021-07-03"),
        ("They met on July 3.", "2020-07-03", "2020-07-03"),
    ],
)
def test_words_before_a_time_put_it_ahead(text: str, first: str, last: str) -> None:
    assert days(text) == (first, last)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        (
            "In 2019 it was 300, up from 200 the year before.",
            "2018-01-01",
            "2018-12-31",
        ),
        ("In 2019 it was 300 and two years earlier 200.", "2017-01-01", "2017-12-31"),
        (
            "In March 2019 it was 300, and 200 the month before.",
            "2019-02-01",
            "2019-02-28",
        ),
        (
            "In March 2019 it was 300, and 200 a year earlier.",
            "2018-03-01",
            "2018-03-31",
        ),
        (
            "On May 5, 2019 he left; two days later he was back.",
            "2019-05-07",
            "2019-05-07",
        ),
        (
            "He left in 2019 and came back the following year.",
            "2020-01-01",
            "2020-12-31",
        ),
        ("He left in May 2019 and died later that year.", "2019-01-01", "2019-12-31"),
        ("He left in May 2019 and fell that autumn.", "2019-09-01", "2019-11-30"),
        ("He left in 2019 and fell in May that year.", "2019-05-01", "2019-05-31"),
        ("It shut in May 2019; since then 40 left.", "2019-05-01", "2021-06-16"),
        (
            "It was 300 in May 2019 and 200 in the same month of 2017.",
            "2017-05-01",
            "2017-05-31",
        ),
        ("In 2019 it was 300. The year before it was 200.", "2018-01-01", "2018-12-31"),
    ],
)
def test_a_time_may_be_counted_from_the_one_before(
    text: str, first: str, last: str
) -> None:
    _, mention = read(text)

    assert (str(mention.period.first), str(mention.period.last)) == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        "It was 200 the month before.",
        "It was 200 two years earlier.",
        "It lasted a year.",
        "They met every week.",
        "It was recently so.",
        "He left at 5 p.m.",
        "In 2019 it was 300, and 200 the month before."[12:],
    ],
)
def test_what_hangs_on_nothing_gives_no_days(text: str) -> None:
    assert read(text) == ()


def test_a_year_is_no_month_to_count_from() -> None:
    (mention,) = read("In 2019 it was 300, and 200 the month before.")

    assert mention.period.first == date(2019, 1, 1)


def test_a_day_is_of_the_month_told_before_it() -> None:
    found = read("They came on March 3, 2020 and left on the 9th.")
    assert [str(m.period.first) for m in found] == ["2020-03-03", "2020-03-09"]


@pytest.mark.parametrize(
    "text", ["It was on the 9th floor.", "It was in 2020, on the 9th."]
)
def test_a_day_without_any_month_is_no_time(text: str) -> None:
    assert [m.rule for m in read(text) if m.rule == "day_of_month"] == []


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("It was on the 9th.", "2021-06-09", "2021-06-09"),
        ("On the 25th, it was so.", "2021-05-25", "2021-05-25"),
        ("It was on the 9th of the month.", "2021-06-09", "2021-06-09"),
        ("It was three weeks or so ago.", "2021-05-24", "2021-05-30"),
        ("OSLO, July 5 - It was so.", "2020-07-05", "2020-07-05"),
        ("The talks are set for July 5.", "2021-07-05", "2021-07-05"),
    ],
)
def test_near_days_are_counted_from_the_publication(
    text: str, first: str, last: str
) -> None:
    assert days(text) == (first, last)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("It was so in the spring.", "2021-03-01", "2021-05-31"),
        ("It was so the winter before last.", "2019-12-01", "2020-02-29"),
        ("It was so the year before last.", "2019-01-01", "2019-12-31"),
        ("It was so late last month.", "2021-05-21", "2021-05-31"),
        ("It grew since the month began.", "2021-06-01", "2021-06-16"),
        ("It wrote so in its March report.", "2021-03-01", "2021-03-31"),
        ("By New Year it was 600.", "2021-01-01", "2021-01-01"),
        ("By March there were 600.", "2021-03-31", "2021-03-31"),
        ("By last March, 600.", "2021-03-31", "2021-03-31"),
    ],
)
def test_more_words_hang_on_the_publication(text: str, first: str, last: str) -> None:
    (mention,) = read(text)

    assert (str(mention.period.first), str(mention.period.last)) == (first, last)


def test_a_month_to_come_by_which_something_is_done_is_not_resolved() -> None:
    assert read("By March all of them will be gone.") == ()


def test_the_lunar_new_year_is_no_day() -> None:
    assert read("They rested at the Lunar New Year.") == ()


def test_a_weekday_of_words_is_no_anchor_of_a_year() -> None:
    *_, mention = read(
        "It was 300 in 2019, she said on Monday, from 200 the year before."
    )

    assert str(mention.period.first) == "2018-01-01"
