"""Only voices that speak in public by choice or office are named."""

from collections.abc import Callable

import pytest

from tumen.protect.policy import load_policy
from tumen.protect.risk import Guard
from tumen.protect.voices import find_public_voices, may_name
from tumen.records.claim import Claim, SpeakerKind, Voice
from tumen.records.document import Document


@pytest.mark.parametrize(
    ("name", "body", "public"),
    [
        ("Ada Quill", "Ada Quill, an analyst, spoke.", True),
        ("Ambassador Rook", "Nobody spoke.", True),
        ("Iva Lund", "Iva Lund spoke.", False),
        ("Iva Lund", "Iva Lund of the Harbour Ministry spoke.", True),
        ("Iva Lund", "Iva Lund told the Harbour Ministry.", False),
        ("Iva Lund", "Iva Lund told our reporter that it is cold.", False),
        ("Iva Lund", "The director met Iva Lund.", False),
        ("Iva Lund", "Iva Lund, a builder who told the director.", False),
        ("Iva Lund", "The director of the Wexley Institute Iva Lund spoke.", True),
        ("Iva Lund", "Iva Lund, a missionary and director of a home, spoke.", False),
    ],
)
def test_a_public_role_beside_the_name_makes_a_voice_public(
    make_claim: Callable[..., Claim],
    make_page: Callable[..., Document],
    name: str,
    body: str,
    public: bool,
) -> None:
    claim = make_claim(speaker=Voice(name, SpeakerKind.NAMED))
    page = make_page(f"Yards\n{body}")
    found = find_public_voices([claim], [page], load_policy(), ["Harbour Ministry"])
    assert (name in found) is public


@pytest.mark.parametrize(
    ("name", "kind", "named"),
    [
        ("article", SpeakerKind.AUTHOR, True),
        ("Harbour Ministry", SpeakerKind.INSTITUTION, True),
        ("Wexley Institute", SpeakerKind.INSTITUTION, True),
        ("Wexley", SpeakerKind.INSTITUTION, False),
        ("a report by Bram Oster", SpeakerKind.DOCUMENT, False),
        ("Bram Oster's report", SpeakerKind.DOCUMENT, False),
        ("data of Bram Oster", SpeakerKind.DOCUMENT, False),
        ("May Long", SpeakerKind.NAMED, False),
        ("tomo oster", SpeakerKind.NAMED, False),
        ("Iva Lund", SpeakerKind.NAMED, False),
        ("Tomo Verge", SpeakerKind.NAMED, False),
        ("a resident", SpeakerKind.ANONYMOUS, False),
    ],
)
def test_only_public_voices_and_bodies_are_named(
    guard: Guard, name: str, kind: SpeakerKind, named: bool
) -> None:
    assert may_name(Voice(name, kind), guard.names, guard.policy) is named
