"""Questions are understood by the words of the codebook and answered from claims."""

from datetime import date

import pytest

from tumen.codebook.load import load_codebook
from tumen.codebook.schema import Question
from tumen.errors import UsageError
from tumen.pipeline.ask import MOST_CLAIMS, answer_question, find_question
from tumen.records.release import Cleared, Release, ReleasedClaim, ReleasedEstimate

BOOK = load_codebook("dprk-labour")


def make_claim(id: str, **slots: object) -> ReleasedClaim:
    row = {
        "id": Cleared(id), "doc": Cleared("a.txt"), "start": 0, "end": 9,
        "quote": Cleared("300 built"), "kind": "figure", "element": "people.present",
        "measure": "stock", "low": None, "best": 300.0, "high": None,
        "unit": "persons", "qualifier": "about", "as_of_start": date(2017, 1, 1),
        "as_of_end": date(2017, 12, 31), "place": Cleared("Russia"), "iso": "RU",
        "population": Cleared("NK workers"), "speaker": Cleared("a ministry"),
        "speaker_kind": "institution", "via": None, "chain": (), "hedge": "asserted",
        "flags": (), "confidence": 0.9, "inherited": (), "alternatives": {},
        "rule": None, "found_by": Cleared("rules"), "auto": True, "status": "proposed",
    }  # fmt: skip
    return ReleasedClaim(**(row | slots))  # type: ignore[arg-type]  # any slot


def make_estimate(year: int, **slots: object) -> ReleasedEstimate:
    row = {
        "element": "people.present", "measure": "stock", "unit": "persons",
        "population": Cleared("NK workers"), "place": Cleared("Russia"), "iso": "RU",
        "date": date(year, 12, 31), "q05": 300.0, "q25": None, "q50": None,
        "q75": None, "q95": 300.0, "engine": "envelope", "carried_from": None,
        "comparators": {}, "lineages": (Cleared("a"),), "claims": (Cleared("c1"),),
        "excluded": (),
    }  # fmt: skip
    return ReleasedEstimate(**(row | slots))  # type: ignore[arg-type]  # any slot


def make_release(
    claims: list[ReleasedClaim], estimates: list[ReleasedEstimate]
) -> Release:
    return Release(
        case=Cleared("case"),
        codebook="dprk-labour",
        view="inside",
        made_on=date(2026, 1, 5),
        head="0" * 64,
        versions={},
        claims=tuple(claims),
        estimates=tuple(estimates),
    )


@pytest.mark.parametrize("question", BOOK.questions, ids=lambda question: question.code)
def test_every_example_is_understood_as_its_question(question: Question) -> None:
    assert find_question(question.example, BOOK.questions) is question


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("How   MANY in 2017?", "present"),
        ("how many were sent back", "returned"),
        ("how many were sent", "dispatched"),
        ("the number of refugees", "recognised"),
    ],
)
def test_longer_words_win_over_shorter_ones(text: str, code: str) -> None:
    assert find_question(text, BOOK.questions).code == code


@pytest.mark.parametrize("text", ["", "colour of the pier", "how manyfold"])
def test_what_cannot_be_asked_lists_what_can(text: str) -> None:
    with pytest.raises(UsageError, match="no answer for") as caught:
        find_question(text, BOOK.questions)
    assert all(question.example in caught.value.remedy for question in BOOK.questions)


def test_only_the_years_asked_for_are_answered() -> None:
    release = make_release([], [make_estimate(year) for year in (2016, 2017, 2018)])
    answer = answer_question("how many in 2016 and 2018", release, BOOK)
    assert answer.reading == "People present in 2016, 2018"
    assert [row.date.year for row in answer.estimates] == [2018, 2016]


def test_without_a_year_what_was_carried_forward_is_left_out() -> None:
    carried = make_estimate(2018, carried_from=date(2017, 12, 31))
    release = make_release([], [make_estimate(2017), carried])
    answer = answer_question("how many", release, BOOK)
    assert [row.date.year for row in answer.estimates] == [2017]


def test_what_was_counted_in_the_year_comes_before_what_was_carried_into_it() -> None:
    many = (Cleared("a"), Cleared("b"), Cleared("c"))
    carried = make_estimate(2017, carried_from=date(2010, 12, 31), lineages=many)
    counted = make_estimate(2017)
    answer = answer_question(
        "how many in 2017", make_release([], [carried, counted]), BOOK
    )
    assert answer.estimates == (counted, carried)


@pytest.mark.parametrize(
    "slots", [{"element": "people.entries"}, {"measure": "flow"}, {"measure": "count"}]
)
def test_other_series_do_not_answer(slots: dict[str, object]) -> None:
    release = make_release([], [make_estimate(2017, **slots)])
    assert answer_question("how many in 2017", release, BOOK).estimates == ()


def test_an_answer_comes_with_the_claims_it_rests_on() -> None:
    release = make_release([make_claim("c1"), make_claim("c2")], [make_estimate(2017)])
    answer = answer_question("how many in 2017", release, BOOK)
    assert [claim.id for claim in answer.claims] == ["c1"]


def test_no_more_claims_are_shown_than_can_be_read() -> None:
    claims = [make_claim(f"c{number}") for number in range(MOST_CLAIMS + 5)]
    answer = answer_question("how many in 2017", make_release(claims, []), BOOK)
    assert len(answer.claims) == MOST_CLAIMS


@pytest.mark.parametrize(
    ("first", "last", "shown"),
    [
        (date(2017, 1, 1), date(2017, 12, 31), True),
        (date(2015, 1, 1), date(2019, 12, 31), True),
        (date(2015, 1, 1), None, True),
        (None, date(2018, 1, 1), True),
        (date(2018, 1, 1), None, False),
        (None, date(2016, 12, 31), False),
        (None, None, False),
    ],
)
def test_without_an_answer_claims_about_the_year_are_shown(
    first: date | None, last: date | None, shown: bool
) -> None:
    claim = make_claim("c1", as_of_start=first, as_of_end=last)
    answer = answer_question("how many in 2017", make_release([claim], []), BOOK)
    assert answer.claims == ((claim,) if shown else ())


def test_without_a_year_claims_without_a_date_are_shown_too() -> None:
    claim = make_claim("c1", as_of_start=None, as_of_end=None)
    assert answer_question("how many", make_release([claim], []), BOOK).claims == (
        claim,
    )
