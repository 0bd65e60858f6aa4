from datetime import date

import msgspec
import pytest

from tumen.codebook.load import load_codebook
from tumen.codebook.words_times import TimeRule, TimeWords
from tumen.errors import CodebookError
from tumen.extract.times import find_times
from tumen.extract.times_patterns import table_of
from tumen.records.period import Period

WORDS = load_codebook("dprk-labour").languages["en"].times


def with_rule(pattern: str) -> TimeWords:
    rule = TimeRule(id="odd", pattern=pattern, reading="year")
    return msgspec.structs.replace(WORDS, rules=(rule,))


def test_the_tables_are_compiled_once() -> None:
    assert table_of(WORDS, (), "en") is table_of(WORDS, (), "en")


def test_an_unknown_gap_is_an_error() -> None:
    with pytest.raises(CodebookError, match="unknown gap"):
        table_of(with_rule("in {century}"), (), "en")


def test_a_broken_pattern_is_an_error() -> None:
    with pytest.raises(CodebookError, match="rule odd"):
        table_of(with_rule("in ({year}"), (), "en")


def test_a_space_matches_a_line_break() -> None:
    text = "in\n2019"

    assert find_times(text, 0, len(text), None, WORDS, ())


def test_without_events_no_event_is_found() -> None:
    today = Period(date(2020, 1, 1), date(2020, 1, 1))
    text = "since the war"

    assert find_times(text, 0, len(text), today, WORDS, ()) == ()


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("last {unit}", ("last",)),
        ("(?:last|next) year", ("year",)),
        ("(?:the )?soon(?! after)", ("soon",)),
        ("days? ago", ("ago",)),
        ("now|then", ()),
    ],
)
def test_the_words_of_every_match_are_known(
    pattern: str, words: tuple[str, ...]
) -> None:
    assert table_of(with_rule(pattern), (), "en").rules[0].words == words


@pytest.mark.parametrize(
    "text",
    [
        "In the MIDDLE of the week, early in 2019",
        "in June 2019 and in june, as the Summer began",
        "the \u017fummer, the wee\u212a and the \u0130ce",
        "“nothing” of that kind",
    ],
)
def test_gaps_are_found_in_lower_case_as_where_case_is_ignored(text: str) -> None:
    table = table_of(WORDS, (), "en")
    found = {name for name, gap in table.gaps.items() if gap.search(text)}
    assert table.gaps_in(text) == found


def test_names_of_months_keep_their_capitals() -> None:
    assert "month" not in table_of(WORDS, (), "en").lower_gaps
