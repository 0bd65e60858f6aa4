import pytest

from tumen.extract.roll import Roll
from tumen.extract.voices import Called
from tumen.records.claim import SpeakerKind, Voice


@pytest.fixture
def roll() -> Roll:
    met = Roll()
    met.new(Called(Voice("a cook", SpeakerKind.ANONYMOUS), names=frozenset({"cook"})))
    met.new(
        Called(Voice("Ada Example", SpeakerKind.NAMED), names=frozenset({"example"}))
    )
    return met


def test_a_number_is_the_place_among_those_met(roll: Roll) -> None:
    assert [profile.number for profile in roll.profiles] == [0, 1]


def test_a_name_leads_to_its_voice(roll: Roll) -> None:
    found = roll.named("Example")
    assert found is not None
    assert found.voice.name == "Ada Example"


def test_whom_nobody_cited_is_not_the_last(roll: Roll) -> None:
    assert roll.last(lambda profile: True) is None


def test_the_voice_cited_last_stands_before_those_only_named(roll: Roll) -> None:
    roll.cite(roll.profiles[0])
    found = roll.known(lambda profile: True)
    assert found is not None
    assert found.voice.name == "a cook"


def test_the_same_name_is_the_same_voice(roll: Roll) -> None:
    again = roll.same_or_new(Called(Voice("a cook", SpeakerKind.ANONYMOUS)))
    assert (again.number, len(roll.profiles)) == (0, 2)


def test_what_a_voice_is_called_besides_is_kept(roll: Roll) -> None:
    roll.enrich(roll.profiles[1], frozenset({"lawyer"}))
    assert roll.profiles[1].roles == {"lawyer"}


def test_the_first_gender_stays(roll: Roll) -> None:
    roll.gendered(roll.gendered(roll.profiles[1], "she"), "he")
    assert roll.profiles[1].gender == "she"


def test_of_two_with_one_name_the_one_cited_last_is_meant(roll: Roll) -> None:
    first = roll.profiles[1]
    second = roll.new(
        Called(Voice("Bo Example", SpeakerKind.NAMED), names=frozenset({"example"}))
    )
    assert roll.named("Example") is second
    roll.cite(second)
    roll.cite(first)
    assert roll.named("Example") is first
