"""Figures are compared as written."""

from collections.abc import Callable

import pytest

from tumen.corroborate.values import (
    agrees,
    is_garbled,
    numbers,
    relative_gap,
    says_same,
    significant_digits,
    tolerance,
)
from tumen.records.claim import Claim

Build = Callable[..., Claim]
Written = tuple[str, float | tuple[float, float] | None]


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        (("exact", 79), ("exact", 79), True),
        (("exact", 78), ("exact", 79), False),
        (("exact", 79), ("exact", 80), True),
        (("about", 3000), ("exact", 3120), True),
        (("about", 3000), ("about", 4000), False),
        (("over", 20000), ("about", 30000), True),
        (("over", 20000), ("about", 3000), False),
        (("over", 20000), ("about", 60000), None),
        (("at_least", 20000), ("about", 60000), True),
        (("up_to", 37000), ("about", 34000), True),
        (("up_to", 10000), ("about", 34000), False),
        (("under", 10000), ("over", 20000), False),
        (("between", (100, 500)), ("about", 300), True),
        (("between", (100, 500)), ("about", 900), False),
        (("vague_hundreds", None), ("vague_hundreds", None), True),
        (("vague_hundreds", None), ("vague_dozens", None), None),
        (("vague_hundreds", None), ("about", 300), None),
        (("none", None), ("none", None), None),
    ],
)
def test_agreement(claim: Build, a: Written, b: Written, verdict: bool | None) -> None:
    first = claim(a[1], qualifier=a[0])
    second = claim(b[1], qualifier=b[0], page="b")
    assert agrees(first, second) is verdict
    assert agrees(second, first) is verdict


def test_an_estimate_is_wider_than_a_count(claim: Build) -> None:
    estimate = claim(30000, hedge="estimated")
    assert agrees(estimate, claim(34000)) is True
    assert agrees(claim(30000), claim(34000)) is False


def test_other_units_are_not_compared(claim: Build) -> None:
    assert agrees(claim(3000), claim(3000, unit="visas")) is None


@pytest.mark.parametrize(
    ("value", "qualifier", "slack"),
    [
        (30000, "exact", 1500),
        (34000, "about", 750),
        (13221, "exact", 0.499),
        (0, "exact", 0),
        (2.5, "exact", 0.125),
    ],
)
def test_rounding_is_read_from_the_zeros(
    claim: Build, value: float, qualifier: str, slack: float
) -> None:
    assert tolerance(value, claim(value, qualifier=qualifier)) == pytest.approx(slack)


@pytest.mark.parametrize(
    ("value", "digits"), [(13221, 5), (30000, 1), (11490, 4), (2.75, 3), (0, 0)]
)
def test_significant_digits(value: float, digits: int) -> None:
    assert significant_digits(value) == digits


def test_numbers_forget_the_direction_of_a_bound(claim: Build) -> None:
    assert numbers(claim(37000, qualifier="up_to").amount) == {37000}


def test_the_same_number_is_the_same_size_whatever_its_bound(claim: Build) -> None:
    assert says_same(claim(37000, qualifier="up_to"), claim(37000))


def test_the_same_number_of_other_things_is_not(claim: Build) -> None:
    assert not says_same(claim(300), claim(300, unit="visas"))


@pytest.mark.parametrize(
    ("quote", "value", "garbled"),
    [
        ("13 citizens, about 221 times more", 13, True),
        ("13,221 entries", 13221, False),
        ("13,221 entries, 12 times more", 12, False),
        ("13 citizens", 13, False),
    ],
)
def test_broken_digits_are_told_from_others(
    claim: Build, quote: str, value: float, garbled: bool
) -> None:
    whole = claim(13221, qualifier="exact", quote="13,221 entries")
    other = claim(value, qualifier="exact", page="b", quote=quote)
    assert is_garbled(whole, other) is garbled


def test_round_numbers_cannot_be_told_to_be_broken(claim: Build) -> None:
    whole = claim(13000, qualifier="exact", quote="13,000 entries")
    other = claim(13, qualifier="exact", page="b", quote="13 of 000 citizens")
    assert not is_garbled(whole, other)


def test_a_rounded_number_is_not_checked_for_broken_digits(claim: Build) -> None:
    assert not is_garbled(claim(13221), claim(13, quote="13 and 221"))


@pytest.mark.parametrize(
    ("a", "b", "gap"), [(370, 366, 4 / 370), (0, 0, 0), (None, 3, None)]
)
def test_gap_is_a_share_of_the_larger(
    claim: Build, a: float | None, b: float, gap: float | None
) -> None:
    first = claim(a, qualifier="exact" if a is not None else "none")
    assert relative_gap(first, claim(b, qualifier="exact")) == gap


def test_fractions_have_no_digits_to_break(claim: Build) -> None:
    share = claim(2.755, qualifier="exact", quote="2.755 percent")
    assert not is_garbled(share, claim(9, page="b", qualifier="exact", quote="3 of 9"))
