from dataclasses import replace
from datetime import UTC, datetime

import pytest

from tumen.errors import UsageError
from tumen.store.raw_exits import RawExit, first_broken_exit, next_raw_exit

NOON = datetime(2025, 3, 1, 12, 0, tzinfo=UTC)


def lines() -> list[RawExit]:
    first = next_raw_exit(None, reason=" for the second reader ", at=NOON)
    second = next_raw_exit(first, reason="for the court", at=NOON)
    return [first, second, next_raw_exit(second, reason="once more", at=NOON)]


def test_lines_count_from_one_and_point_back() -> None:
    first, second, _ = lines()

    assert (first.number, first.before, second.number) == (1, "0" * 64, 2)
    assert second.before == first.hash


def test_a_reason_is_kept_without_the_space_around_it() -> None:
    assert lines()[0].reason == "for the second reader"


def test_a_blank_reason_is_none() -> None:
    with pytest.raises(UsageError, match="no reason"):
        next_raw_exit(None, reason="  ", at=NOON)


def test_an_untouched_trail_holds() -> None:
    assert first_broken_exit(lines()) is None


def test_a_changed_line_breaks_the_trail() -> None:
    first, second, third = lines()

    assert first_broken_exit([first, replace(second, reason="x"), third]) == 2


def test_a_missing_line_breaks_the_trail() -> None:
    first, _, third = lines()

    assert first_broken_exit([first, third]) == 2
