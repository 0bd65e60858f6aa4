import pytest

from tumen.codebook.load import load_codebook
from tumen.extract.times import find_matches
from tumen.extract.times_gaps import Gaps, Lies
from tumen.extract.times_patterns import table_of

TABLE = table_of(load_codebook("dprk-labour").languages["en"].times, (), "en")


def gaps(text: str) -> Gaps:
    ((match, _),) = find_matches(text, 0, len(text), TABLE)
    return Gaps.of(match, TABLE)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("March 5, 2019", Gaps(day=5, month=3, year=2019)),
        ("two weeks ago", Gaps(count=2, unit="week")),
        ("the third quarter", Gaps(part=(7, 9))),
        ("the first half of 2019", Gaps(part=(1, 6), year=2019)),
        ("late in May 2019", Gaps(month_part=(21, 31), month=5, year=2019)),
        ("the ninth of May", Gaps(day=9, month=5)),
        ("2018-19", Gaps(year=2018, year2=2019)),
        ("Christmas Eve", Gaps(day=24, month=12)),
        ("Friday night", Gaps(weekday=5, day_part="night")),
        ("autumn of 2018", Gaps(season=(9, 3), year=2018)),
    ],
)
def test_words_in_gaps_are_looked_up(text: str, expected: Gaps) -> None:
    assert gaps(text) == expected


def test_alone_a_time_says_not_where_it_lies() -> None:
    assert gaps("in March").lies is Lies.UNSAID
