"""The door for other extractors, knocked at by honest and by lying rows."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tumen.errors import ClaimRefused
from tumen.extract.amounts import find_numbers
from tumen.extract.anchors import plain_words
from tumen.extract.gate import SILENT, check_claim
from tumen.extract.proposals import CONFIDENCE, Proposal, read_proposal
from tumen.extract.proposed_page import ProposedPage
from tumen.records.amount import Measure, Qualifier
from tumen.records.claim import Claim, Hedge, Kind, SpeakerKind
from tumen.records.claim_id import with_id
from tumen.records.document import Form
from tumen.records.period import Period
from tumen.records.proposed import ProposedClaim

Row = Callable[..., ProposedClaim]
ROOT = Path(__file__).parents[2]
BY = "import tool 0123456789ab"


def read(row: ProposedClaim, page: ProposedPage) -> Proposal:
    return read_proposal(row, page, BY)


def refusal(row: ProposedClaim, page: ProposedPage) -> str:
    with pytest.raises(ClaimRefused) as caught:
        read(row, page)
    return caught.value.problem


def test_a_right_row_becomes_a_proposal(row: Row, ledger: ProposedPage) -> None:
    found = read(
        row(
            as_of_start="2019-01-01",
            as_of_end="2019-12-31",
            place="Russia",
            population="NK workers",
        ),
        ledger,
    )
    claim = found.claim
    assert found.notes == ()
    assert claim.quote == "About 4,300 North Korean workers live in Russia"
    assert claim.quote == claim.span.quote(ledger.document.text)
    assert (claim.place, claim.iso, claim.population) == ("Russia", "RU", "NK workers")
    assert claim.as_of == Period(date(2019, 1, 1), date(2019, 12, 31))
    assert claim.chain == ("the Example Institute", "The Invented Post")
    assert claim == with_id(claim)


def test_a_proposal_says_who_made_it_and_is_never_sure(
    row: Row, ledger: ProposedPage
) -> None:
    claim = read(row(), ledger).claim
    assert claim.found_by == BY
    assert claim.confidence == CONFIDENCE < 0.5
    assert {slot.confidence for slot in claim.slots.values()} == {CONFIDENCE}


def test_what_was_left_blank_is_told(row: Row, ledger: ProposedPage) -> None:
    found = read(row(best=3400, place="China", flags=["sure"]), ledger)
    assert [note.split(":")[0] for note in found.notes] == ["value", "place", "flags"]
    assert found.claim.amount.best is None
    assert found.claim.slots["amount"].alternatives == ("about 4300",)


def test_a_voice_that_is_not_heard_there_is_kept_told_and_ours_offered(
    row: Row, ledger: ProposedPage
) -> None:
    found = read(row(speaker="a foreman", speaker_kind="anonymous"), ledger)
    assert [note.split(":")[0] for note in found.notes] == ["speaker"]
    assert found.claim.speaker.name == "a foreman"
    assert found.claim.slots["speaker"].alternatives == ("Example Institute",)


def test_offsets_that_are_right_pass(row: Row, ledger: ProposedPage) -> None:
    start = ledger.document.text.index("About 4,300")
    claim = read(row(start=start, end=start + len(row().quote)), ledger).claim
    assert claim.span.start == start


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (
            {"quote": "About 9,900 North Korean workers live in Russia"},
            "does not stand",
        ),
        (
            {"quote": "About 3,400 North Korean workers live in Russia"},
            "does not stand",
        ),
        ({"quote": "about 4,300 north korean workers"}, "does not stand"),
        ({"quote": ""}, "does not stand"),
        ({"quote": "workers"}, "stands 3 times"),
        ({"quote": "x" * 1001}, "1001 characters"),
        ({"start": 0, "end": 47}, "not the text between"),
        ({"start": 10**30, "end": 10**31}, "not the text between"),
        ({"start": -47, "end": -1}, "begins before the text"),
        ({"start": 5, "end": 5}, "is empty"),
        ({"start": 5}, "only one of start and end"),
        ({"element": "people.invented"}, "no element"),
        ({"element": "x" * 10_000}, "no element"),
        ({"element": "event.escape"}, "no figure"),
        ({"element": "cond.hours", "measure": "stock"}, "is measured as rate"),
        ({"speaker": "the Ministry of Nothing"}, "does not stand in the running text"),
        ({"quote": "300 North Korean workers live"}, "no number that counts"),
        ({"quote": "70 songs", "best": 70}, "furniture"),
        ({"quote": "I saw 999 workers in Moscow", "best": 999}, "comment"),
        ({"quote": "Korean workers li", "kind": "condition"}, "carries a number"),
    ],
)
def test_a_lie_is_refused(
    row: Row, ledger: ProposedPage, wrong: dict[str, object], said: str
) -> None:
    assert said in refusal(row(**wrong), ledger)


def test_words_cut_in_two_are_refused(row: Row, ledger: ProposedPage) -> None:
    cut = row(
        quote="ozens of men fled",
        kind="event",
        element="event.escape",
        measure="none",
        best=None,
        qualifier=None,
    )
    assert "cuts a word" in refusal(cut, ledger)


def test_a_bound_cannot_be_cut_off(row: Row, ledger: ProposedPage) -> None:
    exact = row(
        quote="4,300 North Korean workers",
        low=4300,
        best=4300,
        high=4300,
        qualifier="exact",
    )
    assert not read(exact, ledger).claim.amount.has_value


def test_a_table_takes_no_proposals(row: Row, ledger: ProposedPage) -> None:
    table = replace(ledger.document, form=Form.TABLE, header=("a", "b"))
    page = ProposedPage(table, ledger.codebook)
    assert "is a table" in refusal(row(), page)


def test_the_row_of_the_guide_passes(ledger: ProposedPage) -> None:
    guide = (ROOT / "docs" / "howto" / "import_claims.md").read_text(encoding="utf-8")
    row = guide.split("```json\n")[1].split("```")[0]
    assert read(msgspec.json.decode(row, type=ProposedClaim), ledger).notes == ()


def passed(row: ProposedClaim, page: ProposedPage) -> list[Claim]:
    """Return the claim of a row, or nothing when it is refused."""
    try:
        return [read(row, page).claim]
    except ClaimRefused:
        return []


TEXT = (
    "About 4,300 North Korean workers live in Russia",
    "From 900 to 120 workers stayed in Vladivostok by May 2020",
    "dozens of men fled, “a foreman” said",
    "Three quarters of their pay, or over 500 dollars a month",
    "Top stories: 70 songs",
    "I saw 999 workers in Moscow",
    "About 4,300 invented workers live in Russia",
)
CUTS = st.tuples(st.sampled_from(TEXT), st.integers(0, 20), st.integers(0, 20)).map(
    lambda cut: cut[0][cut[1] : len(cut[0]) - cut[2]]
)
NUMBERS = st.one_of(
    st.none(),
    st.sampled_from([4300.0, 3400.0, 900.0, 120.0, 75.0, 500.0, 70.0, 999.0, 300.0]),
    st.floats(allow_nan=False),
)
NAMES = st.one_of(
    st.sampled_from(["article", "the Example Institute", "a foreman", "he", "TASS"]),
    st.text(max_size=20),
)
CODES = ("people.present", "people.fled", "cond.state_share", "event.escape", "nothing")
DAYS = st.one_of(st.none(), st.dates())
PLACES = st.sampled_from([None, "Russia", "China", "Vladivostok", "nowhere", "RU"])
OFFSETS = st.one_of(st.none(), st.integers(-5, 600))


ROWS = st.builds(
    ProposedClaim,
    quote=st.one_of(CUTS, st.text(max_size=30)),
    kind=st.sampled_from(Kind),
    element=st.sampled_from(CODES),
    speaker=NAMES,
    speaker_kind=st.sampled_from(SpeakerKind),
    hedge=st.sampled_from(Hedge),
    start=OFFSETS,
    end=OFFSETS,
    figure_text=st.one_of(st.none(), CUTS),
    measure=st.one_of(st.none(), st.sampled_from(Measure)),
    low=NUMBERS,
    best=NUMBERS,
    high=NUMBERS,
    unit=st.sampled_from([None, "persons", "percent", "USD/month", "ghosts"]),
    qualifier=st.one_of(st.none(), st.sampled_from(Qualifier)),
    as_of_start=DAYS,
    as_of_end=DAYS,
    place=PLACES,
    iso=PLACES,
    population=st.one_of(st.none(), NAMES),
    via=st.one_of(st.none(), NAMES),
    chain=st.one_of(st.none(), st.lists(NAMES).map(tuple)),
    flags=st.lists(st.text(max_size=8)).map(tuple),
)
LIKELY = st.builds(
    lambda row, quote, given: replace(
        row,
        quote=quote,
        kind=Kind.FIGURE,
        element="people.present",
        speaker="article",
        speaker_kind=SpeakerKind.AUTHOR,
        start=None,
        end=None,
        figure_text=None,
        measure=Measure.STOCK,
        via=None,
        unit=None,
        **given,
    ),
    ROWS,
    CUTS,
    st.sampled_from(
        [
            {"low": None, "best": None, "high": None, "qualifier": None},
            {"low": None, "best": 4300.0, "high": None, "qualifier": Qualifier.ABOUT},
        ]
    ),
)


@given(st.one_of(ROWS, LIKELY))
def test_whatever_passes_quotes_the_page_and_its_numbers(
    ledger: ProposedPage, row: ProposedClaim
) -> None:
    text, words = ledger.document.text, ledger.codebook.languages["en"].numbers
    silent = [block.span for block in ledger.document.blocks_of(*SILENT)]
    for claim in passed(row, ledger):
        assert claim.quote == text[claim.span.start : claim.span.end]
        assert plain_words(claim.quote) == plain_words(row.quote)
        assert not any(span.meets(claim.span) for span in silent)
        values = {claim.amount.low, claim.amount.best, claim.amount.high} - {None}
        assert values <= find_numbers(claim.quote, 0, len(claim.quote), words)
        assert claim.as_of.is_open or claim.as_of in ledger.periods
        assert claim.speaker.name == "article" or claim.speaker.name in text
        check_claim(claim, ledger.document, ledger.codebook)
