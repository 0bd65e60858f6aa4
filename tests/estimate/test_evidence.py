"""What is no evidence, and the reason a reader is given."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from tumen.codebook.names import make_names
from tumen.codebook.schema import Codebook
from tumen.estimate.evidence import Evidence, gather
from tumen.records.amount import Measure
from tumen.records.claim import Claim
from tumen.records.group import Group, Relation, RelationKind
from tumen.records.reviewed import ReviewedClaim, Status

Build = Callable[..., Claim]
MakeGroup = Callable[..., Group]


@pytest.fixture(scope="module")
def empty(codebook: Codebook) -> Evidence:
    return gather((), (), codebook, make_names(codebook))


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({}, None),
        ({"population": "North Koreans"}, None),
        ({"element": "people.visa_issued"}, "A visa is not a person."),
        ({"element": "people.quota"}, "it counts something else: quota"),
        ({"element": "people.unheard_of"}, "the codebook does not know what it counts"),
        ({"hedge": "planned"}, "it is a plan, not a count"),
        ({"hedge": "denied"}, "the speaker denies it"),
        ({"flags": ("forecast",)}, "it is a forecast, not a count"),
        ({"flags": ("unknown",)}, "the words say that it is not known"),
        ({"flags": ("word_share",)}, "the share is given in words only"),
        (
            {"flags": ("converted_twin",)},
            "it is the same amount in another currency or unit",
        ),
        (
            {"population": "NK soldiers"},
            "it counts soldiers, who are kept apart from workers",
        ),
        ({"population": "all workers"}, "it counts workers of other states too"),
        ({"population": "NK soldiers", "element": "people.military"}, None),
        ({"measure": "duration"}, "the number is not the size of what is counted"),
        ({"place": None, "iso": None}, "no place can be read for it"),
        ({"place": "Far East"}, None),
        (
            {"place": "Far East", "element": "people.hiding"},
            "people in hiding or in flight are estimated for whole countries only",
        ),
        ({"first": None, "last": None}, "no date can be read for it"),
        (
            {"measure": "flow", "first": "2017-09-01", "last": "2018-07-31"},
            "it covers more than one calendar year and cannot be split",
        ),
    ],
)
def test_why_a_claim_is_no_evidence(
    claim: Build, empty: Evidence, change: dict[str, object], reason: str | None
) -> None:
    assert empty.why_not(ReviewedClaim(claim(**change))) == reason


@pytest.mark.parametrize(
    ("qualifier", "reason"),
    [
        ("vague_hundreds", "no number is given (hundreds)"),
        ("none", "no number is given"),
    ],
)
def test_words_without_a_number_say_so(
    claim: Build, empty: Evidence, qualifier: str, reason: str
) -> None:
    vague = ReviewedClaim(claim(None, qualifier=qualifier))
    assert empty.why_not(vague) == reason


def test_a_rejected_claim_says_so_first(claim: Build, empty: Evidence) -> None:
    entry = ReviewedClaim(claim(hedge="planned"), Status.REJECTED)
    assert empty.why_not(entry) == "a reviewer rejected it"
    assert empty.why_not_counted(entry) == "a reviewer rejected it"


def test_a_proposal_of_others_says_that_it_waits(claim: Build, empty: Evidence) -> None:
    entry = ReviewedClaim(replace(claim(), found_by="import tool 0123"))
    assert empty.why_not(entry) == "no reviewer has looked at it"


def test_an_echo_says_what_makes_it_one(
    claim: Build, group: MakeGroup, codebook: Codebook
) -> None:
    head, echo = claim(), claim(page="b")
    found = gather(
        [group("x", head, echoes=[echo])], (), codebook, make_names(codebook)
    )
    assert (
        found.why_not(ReviewedClaim(echo)) == "it repeats another claim: same speaker"
    )


@pytest.mark.parametrize(
    ("kind", "named", "words"),
    [
        (RelationKind.DERIVED, 0, "its number is derived from claim"),
        (RelationKind.CORRUPTED, 0, "its digits are those of claim"),
        (RelationKind.REVISES, 1, "its own origin revised it in claim"),
    ],
)
def test_relations_that_make_a_claim_no_evidence(
    claim: Build,
    group: MakeGroup,
    codebook: Codebook,
    kind: RelationKind,
    named: int,
    words: str,
) -> None:
    pair = (claim(31), claim(28, page="b"))
    relation = Relation(pair[0].id, pair[1].id, kind)
    groups = [group("x", *pair, relations=(relation,))]
    found = gather(groups, (), codebook, make_names(codebook))
    reason = found.why_not(ReviewedClaim(pair[named]))
    assert (reason or "").startswith(f"{words} {pair[1 - named].id}")


@pytest.mark.parametrize("change", [{"flags": ("stock_or_flow",)}, {"either": "stock"}])
def test_words_that_read_both_ways_take_the_publishers_measure(
    claim: Build, empty: Evidence, change: dict[str, object]
) -> None:
    both = claim(measure="flow", element="people.asylum_granted", **change)
    assert empty.measure_of(both) is Measure.STOCK


def test_a_plain_reading_stays(claim: Build, empty: Evidence) -> None:
    flow = claim(measure="flow", element="people.asylum_granted")
    assert empty.measure_of(flow) is Measure.FLOW
