"""Lines of the review record hold together, and a changed one shows."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tumen.errors import DecisionError
from tumen.records.decision import Decision, Verdict
from tumen.records.ids import ClaimId
from tumen.review.chain import NO_LINE, first_broken, head_hash, next_decision

Decide = Callable[..., Decision]
ID = ClaimId("0123456789abcdef")
NOON = datetime(2025, 3, 1, 12, 0, tzinfo=UTC)


def three(decide: Decide) -> tuple[Decision, Decision, Decision]:
    one = decide(None, ID, Verdict.ACCEPT)
    two = decide(one, ID, Verdict.CORRECT, {"place": "Khabarovsk"})
    return one, two, decide(two, ID, Verdict.REJECT)


def test_the_first_line_follows_64_zeros(decide: Decide) -> None:
    first = decide(None, ID, Verdict.ACCEPT)
    assert (first.number, first.before) == (1, "0" * 64)


def test_each_line_carries_the_hash_of_the_one_before(decide: Decide) -> None:
    one, two, three_ = three(decide)
    assert (two.before, three_.before) == (one.hash, two.hash)


def test_an_untouched_chain_holds(decide: Decide) -> None:
    assert first_broken(three(decide)) is None


def test_no_line_is_no_broken_line() -> None:
    assert first_broken(()) is None


@pytest.mark.parametrize(
    "change",
    [
        {"reason": "other"},
        {"subject": ClaimId("f" * 16)},
        {"verdict": Verdict.REJECT},
        {"correction": {"place": "Omsk"}},
        {"reviewer": "Someone Else"},
        {"at": NOON + timedelta(microseconds=1)},
        {"before": "1" * 64},
        {"hash": "2" * 64},
        {"number": 7},
    ],
)
def test_any_changed_field_shows(decide: Decide, change: dict[str, object]) -> None:
    one, two, last = three(decide)
    changed: Decision = replace(two, **change)  # type: ignore[arg-type]  # one field at a time
    assert first_broken((one, changed, last)) == 2


def test_a_dropped_line_shows(decide: Decide) -> None:
    one, _, last = three(decide)
    assert first_broken((one, last)) == 2


def test_a_line_hashed_anew_breaks_the_next(decide: Decide) -> None:
    one, _, last = three(decide)
    other = decide(one, ID, Verdict.ACCEPT, reason="slipped in")
    assert first_broken((one, other, last)) == 3


def test_the_head_is_the_newest_hash(decide: Decide) -> None:
    lines = three(decide)
    assert head_hash(lines) == lines[-1].hash


def test_the_head_of_nothing_is_zeros() -> None:
    assert head_hash(()) == NO_LINE


def test_the_hash_does_not_depend_on_the_order_of_slots(decide: Decide) -> None:
    a = decide(None, ID, Verdict.CORRECT, {"place": "Omsk", "iso": "RU"})
    b = decide(None, ID, Verdict.CORRECT, {"iso": "RU", "place": "Omsk"})
    assert a.hash == b.hash


def test_the_time_is_kept_in_utc() -> None:
    line = next_decision(
        None,
        subject=ID,
        verdict=Verdict.ACCEPT,
        reason="seen",
        correction=None,
        reviewer="R. Eader",
        at=datetime(2025, 3, 1, 21, 0, tzinfo=timezone(timedelta(hours=9))),
    )
    assert line.at == NOON


def test_a_missing_reason_is_asked_for_without_options() -> None:
    with pytest.raises(DecisionError, match="no reason") as caught:
        next_decision(
            None,
            subject=ClaimId("a" * 16),
            verdict=Verdict.REJECT,
            reason=" ",
            correction=None,
            reviewer="R. Eader",
            at=NOON,
        )
    assert "--" not in caught.value.remedy


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"reason": "  "}, "no reason"),
        ({"reviewer": ""}, "no reviewer"),
        ({"at": datetime(2025, 3, 1)}, "no time zone"),  # noqa: DTZ001
        ({"verdict": Verdict.CORRECT}, "needs slots"),
        ({"correction": {"place": "Omsk"}}, "takes no correction"),
        (
            {"verdict": Verdict.CORRECT, "correction": {"low": float("nan")}},
            "as JSON",
        ),
        ({"verdict": Verdict.CORRECT, "correction": {"low": {1}}}, "as JSON"),
    ],
)
def test_a_line_that_cannot_stand_is_refused(
    change: dict[str, object], words: str
) -> None:
    fields: dict[str, object] = {
        "subject": ID,
        "verdict": Verdict.ACCEPT,
        "reason": "seen",
        "correction": None,
        "reviewer": "R. Eader",
        "at": NOON,
    }
    with pytest.raises(DecisionError, match=words):
        next_decision(None, **{**fields, **change})  # type: ignore[arg-type]  # wrong on purpose


@given(
    st.lists(
        st.tuples(st.sampled_from([Verdict.ACCEPT, Verdict.REJECT]), st.text()),
        min_size=1,
        max_size=8,
    ),
    st.data(),
)
def test_a_chain_of_any_length_shows_the_first_change(
    decide: Decide, wanted: list[tuple[Verdict, str]], data: st.DataObject
) -> None:
    lines: list[Decision] = []
    for verdict, reason in wanted:
        last = lines[-1] if lines else None
        lines.append(decide(last, ID, verdict, reason="because " + reason))
    place = data.draw(st.integers(0, len(lines) - 1))
    lines[place] = replace(lines[place], reason="changed")
    assert first_broken(lines) == place + 1
