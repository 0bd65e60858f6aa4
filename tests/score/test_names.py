"""Spellings that mean one voice, one place, one group of people."""

import pytest

from tumen.score.names import SameNames


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Cho Han-bum", "Cho"),
        ("the NIS", "National Intelligence Service"),
        ("U.N. refugee agency", "UNHCR"),
        ("a local source in Vladivostok", "local source in Vladivostok"),
        ("another source", "a second source"),
        ("an expert familiar with the issue", "an expert"),
        ("article", "article"),
        (None, None),
    ],
)
def test_one_voice(names: SameNames, one: str | None, other: str | None) -> None:
    assert names.is_voice(one, other)
    assert names.is_voice(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a source", "another source"),
        ("a Russian official", "a Russian driver"),
        ("North Korean workers", "the North Korean embassy"),
        ("article", None),
        ("Cho Han-bum", "article"),
    ],
)
def test_two_voices(names: SameNames, one: str | None, other: str | None) -> None:
    assert not names.is_voice(one, other)
    assert not names.is_voice(other, one)


def test_a_place_is_known_by_its_other_names(names: SameNames) -> None:
    assert names.is_place("DPRK", "North Korea")
    assert not names.is_place("Vladivostok", "Khabarovsk")
    assert names.is_place(None, None)


@pytest.mark.parametrize(
    ("population", "role"),
    [
        ("the nine NK workers", "own_workers"),
        ("pay of NK workers", "own_workers"),
        ("North Korean soldiers in Russia", "military"),
        ("NK workers who fled", "escaped"),
        ("bridges", None),
        (None, None),
    ],
)
def test_who_is_counted_is_known_by_role(
    names: SameNames, population: str | None, role: str | None
) -> None:
    assert names.role(population) == role
