"""What the words of a figure bound: as they were said, and no more."""

from collections.abc import Callable
from math import exp, isfinite, log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tumen.codebook.model import Disclosure, WordRange
from tumen.estimate.engine.forms import Form
from tumen.estimate.observe.bounds import Bounds, bounds_of, highest, roof
from tumen.records.amount import Amount, Qualifier

WORDS = (WordRange(qualifier="vague_hundreds", low=150, high=1000, source="invented"),)
FIVE = Disclosure(house="agency", printed=5, low=0.2, high=5.5, source="invented")


def exact(value: float) -> Amount:
    return Amount(low=value, best=value, high=value, qualifier=Qualifier.EXACT)


def about(value: float) -> Amount:
    return Amount(best=value, qualifier=Qualifier.ABOUT)


def floor(value: float, qualifier: Qualifier) -> Amount:
    return Amount(low=value, qualifier=qualifier)


def ceiling(value: float, qualifier: Qualifier) -> Amount:
    return Amount(high=value, qualifier=qualifier)


def between(low: float, high: float) -> Amount:
    return Amount(low=low, high=high, qualifier=Qualifier.BETWEEN)


def bounds(
    amount: Amount, factor: float = 1.0, disclosures: tuple[Disclosure, ...] = ()
) -> Bounds:
    found = bounds_of(amount, factor, WORDS, disclosures)
    assert found is not None
    return found


def ends(found: Bounds) -> tuple[float, float]:
    assert found.form is Form.INTERVAL
    return exp(found.low), exp(found.high)


@pytest.mark.parametrize(
    ("value", "half"),
    [
        (30_000, 5_000),
        (34_000, 500),
        (10_000, 2_000),
        (1_700, 50),
        (1_000, 200),
        (999, 0.5),
        (511, 0.5),
        (500, 0.5),
        (3, 0.5),
        (2, 0.4),
        (0.35, 0.005),
        (0.5, 0.05),
    ],
)
def test_a_number_is_as_exact_as_its_last_digit(value: float, half: float) -> None:
    assert ends(bounds(exact(value))) == pytest.approx((value - half, value + half))


def test_a_long_number_is_a_thousandth_wide() -> None:
    low, high = ends(bounds(exact(20_123)))
    assert low <= 20_123 <= high
    assert high / low == pytest.approx(1.001)


@pytest.mark.parametrize(
    ("value", "half"), [(30_000, 7_500), (34_000, 750), (10_000, 3_000), (500, 75)]
)
def test_about_widens_a_number(value: float, half: float) -> None:
    assert ends(bounds(about(value))) == pytest.approx((value - half, value + half))


@given(st.floats(0.5, 1e12))
def test_about_is_never_narrower_than_the_number_alone(value: float) -> None:
    wide, narrow = ends(bounds(about(value))), ends(bounds(exact(value)))
    assert wide[0] <= narrow[0] * (1 + 1e-9)
    assert wide[1] >= narrow[1] * (1 - 1e-9)


def test_a_range_is_bounded_by_its_ends() -> None:
    assert ends(bounds(between(3_000, 4_000))) == pytest.approx((3_000, 4_000))


def test_a_range_without_width_keeps_a_little() -> None:
    low, high = ends(bounds(between(300, 300)))
    assert low < high < 301


@pytest.mark.parametrize(
    ("qualifier", "form"),
    [(Qualifier.OVER, Form.OVER), (Qualifier.AT_LEAST, Form.AT_LEAST)],
)
def test_words_that_leave_the_top_open(qualifier: Qualifier, form: Form) -> None:
    found = bounds(floor(20_000, qualifier))
    assert found.form is form
    assert exp(found.low) == pytest.approx(20_000)


@pytest.mark.parametrize("qualifier", [Qualifier.UP_TO, Qualifier.UNDER])
def test_words_that_leave_the_bottom_open(qualifier: Qualifier) -> None:
    found = bounds(ceiling(20_000, qualifier))
    assert found == roof(20_000)
    assert exp(found.high) == pytest.approx(20_000)


@pytest.mark.parametrize("amount", [exact(0), about(0)])
def test_nobody_is_at_most_nearly_nobody(amount: Amount) -> None:
    found = bounds(amount)
    assert found.form is Form.AT_MOST
    assert exp(found.high) == pytest.approx(0.5)


def test_a_vague_word_is_what_the_codebook_says() -> None:
    vague = Amount(qualifier=Qualifier.VAGUE_HUNDREDS)
    assert ends(bounds(vague)) == pytest.approx((150, 1000))


@pytest.mark.parametrize(
    "qualifier", [Qualifier.NONE, Qualifier.VAGUE_DOZENS, Qualifier.VAGUE_THOUSANDS]
)
def test_words_that_the_codebook_does_not_know_say_no_size(
    qualifier: Qualifier,
) -> None:
    assert bounds_of(Amount(qualifier=qualifier), 1.0, WORDS, ()) is None


def test_a_printed_five_may_be_anything_up_to_it() -> None:
    _, high = ends(bounds(exact(5), disclosures=(FIVE,)))
    assert high == pytest.approx(5.5)


def test_a_printed_five_may_be_nearly_nobody() -> None:
    low, _ = ends(bounds(exact(5), disclosures=(FIVE,)))
    assert low == pytest.approx(0.2)


@pytest.mark.parametrize("amount", [exact(6), about(5), between(5, 5)])
def test_other_words_are_no_printed_five(amount: Amount) -> None:
    assert bounds(amount, disclosures=(FIVE,)) == bounds(amount)


def test_without_a_rule_five_is_five() -> None:
    assert ends(bounds(exact(5))) == pytest.approx((4.5, 5.5))


@pytest.mark.parametrize("value", [-1.0, float("inf"), float("nan")])
@pytest.mark.parametrize("say", [exact, about])
def test_a_number_that_cannot_be_is_refused(
    say: Callable[[float], Amount], value: float
) -> None:
    assert bounds_of(say(value), 1.0, WORDS, ()) is None


def test_a_range_from_below_nothing_is_refused() -> None:
    assert bounds_of(between(-5, 10), 1.0, WORDS, ()) is None


def test_a_range_without_an_end_is_refused() -> None:
    assert bounds_of(between(5, float("inf")), 1.0, WORDS, ()) is None


def test_a_factor_turns_into_the_unit_of_the_model() -> None:
    assert ends(bounds(exact(30), 0.01)) == pytest.approx((0.295, 0.305))


def test_a_small_share_stays_small() -> None:
    assert ends(bounds(exact(20), 0.01)) == pytest.approx((0.195, 0.205))


def test_a_share_of_more_than_a_fifth_is_no_half() -> None:
    found = bounds(floor(20, Qualifier.OVER), 0.01)
    assert exp(found.low) == pytest.approx(0.2)


def test_a_share_of_up_to_a_fifth_is_no_half() -> None:
    found = bounds(ceiling(20, Qualifier.UP_TO), 0.01)
    assert exp(found.high) == pytest.approx(0.2)


@pytest.mark.parametrize(
    ("amount", "number"),
    [
        (exact(7), 7),
        (floor(7, Qualifier.OVER), 7),
        (between(7, 9), 9),
        (Amount(qualifier=Qualifier.VAGUE_HUNDREDS), None),
    ],
)
def test_the_highest_number_an_amount_states(
    amount: Amount, number: float | None
) -> None:
    assert highest(amount) == number


AMOUNTS = st.floats(0, 1e300).flatmap(
    lambda value: st.sampled_from(
        (
            exact(value),
            about(value),
            floor(value, Qualifier.OVER),
            floor(value, Qualifier.AT_LEAST),
            ceiling(value, Qualifier.UP_TO),
            between(value / 2, value),
        )
    )
)


@given(AMOUNTS, st.sampled_from((1.0, 0.01, 1 / 12, 0.7, 30.4)))
def test_bounds_stay_finite_however_absurd(amount: Amount, factor: float) -> None:
    found = bounds(amount, factor)
    assert isfinite(found.low)
    assert isfinite(found.high)
    assert found.size > 0


@given(st.floats(0, 1e300))
def test_an_interval_has_width_and_holds_its_number(value: float) -> None:
    held = max(value, 0.5)
    found = bounds(about(held))
    assert found.low <= log(held) <= found.high
    assert found.low < found.high


@pytest.mark.parametrize(
    ("amount", "size"),
    [
        (between(100, 400), 200),
        (exact(0), 0.5),
        (floor(70, Qualifier.AT_LEAST), 70),
        (ceiling(70, Qualifier.UP_TO), 70),
    ],
)
def test_the_size_is_a_number_of_its_order(amount: Amount, size: float) -> None:
    assert bounds(amount).size == pytest.approx(size)
