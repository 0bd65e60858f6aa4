"""Two unnamed voices alike may be one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tumen.records.claim import Claim, Kind, SpeakerKind, Voice
from tumen.records.ids import CaptureId, ClaimId
from tumen.records.profiles import same_profile, sources_independent
from tumen.records.span import Span


def said_by(name: str, kind: SpeakerKind = SpeakerKind.ANONYMOUS) -> Claim:
    return Claim(
        id=ClaimId("0" * 16),
        capture=CaptureId("a" * 64),
        doc="page.html",
        span=Span(0, 4),
        quote="many",
        kind=Kind.CONDITION,
        element="cond.fear",
        speaker=Voice(name, kind),
        rule="test",
    )


@pytest.mark.parametrize(
    ("first", "second", "alike"),
    [
        ("a resident of Tomsk", "second source, a resident of Tomsk", True),
        ("a dock worker", "another dock worker", True),
        ("unnamed", "", True),
        ("a dock worker", "retired diplomats", False),
        ("a resident of Tomsk", "a former diplomat in the capital", False),
    ],
)
def test_profiles(first: str, second: str, alike: bool) -> None:
    assert same_profile(first, second) is alike


@given(st.text(), st.text())
def test_alike_is_mutual(first: str, second: str) -> None:
    assert same_profile(first, second) is same_profile(second, first)


@pytest.mark.parametrize(
    ("names", "answer"),
    [
        (("a resident of Tomsk", "second source, a resident of Tomsk"), "unknown"),
        (("a resident of Tomsk", "a resident of Tomsk"), None),
        (("a dock worker", "retired diplomats"), None),
        (("a dock worker",), None),
        ((), None),
    ],
)
def test_a_page_with_two_voices_of_one_profile_leaves_it_open(
    names: tuple[str, ...], answer: str | None
) -> None:
    assert sources_independent([said_by(name) for name in names]) == answer


def test_named_voices_raise_no_question() -> None:
    claims = [
        said_by("Kim A", SpeakerKind.NAMED),
        said_by("Kim A B", SpeakerKind.NAMED),
    ]
    assert sources_independent(claims) is None
