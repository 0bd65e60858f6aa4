"""Pay and shares: exact sums on a grid, one term for each origin."""

from collections.abc import Callable

import numpy as np
import pytest

from tests.estimate.answers.conftest import Make, Said, said
from tumen.codebook.model import Model
from tumen.codebook.names import make_names
from tumen.codebook.schema import Codebook
from tumen.estimate.answers.factors import Factor, weigh_factors
from tumen.estimate.evidence import gather

Factors = Callable[..., dict[str, Factor]]

PAY = {"element": "money.employer_payment", "measure": "money", "unit": "USD/month"}
SHARE = {"element": "cond.state_share", "measure": "share", "unit": "percent"}


@pytest.fixture(scope="session")
def factors(make: Make, real: Codebook, model: Model) -> Factors:
    def run(*figures: Said) -> dict[str, Factor]:
        case = make(*figures)
        evidence = gather(case.groups, case.reviewed, real, make_names(real))
        return weigh_factors(case.reviewed, evidence, model)

    return run


def median(factor: Factor, without: str | None = None) -> float:
    return factor.quantile(0.5, factor.weights(without))


def test_without_a_claim_a_factor_is_its_prior(factors: Factors) -> None:
    payment = factors()["payment"]
    assert median(payment) == pytest.approx(700, rel=0.01)
    assert payment.words == ()


def test_claims_pull_a_factor_towards_them(factors: Factors) -> None:
    payment = factors(said("A", 1000, slots=PAY), said("B", 1100, slots=PAY))["payment"]
    assert 850 < median(payment) < 1050


def test_an_origin_counts_once(factors: Factors) -> None:
    once = factors(said("A", 1000, slots=PAY))["payment"]
    often = factors(said("A", 1000, times=9, slots=PAY))["payment"]
    assert median(often) == pytest.approx(median(once), rel=1e-9)


def test_leaving_an_origin_out_gives_what_the_others_say(factors: Factors) -> None:
    both = factors(said("A", 1000, slots=PAY), said("B", 300, slots=PAY))["payment"]
    alone = factors(said("B", 300, slots=PAY))["payment"]
    assert median(both, without="A") == pytest.approx(median(alone), rel=1e-9)


def test_other_currencies_are_converted_at_the_rate_of_the_year(
    factors: Factors,
) -> None:
    yuan = factors(said("A", 6230, slots=PAY, unit="CNY/month"))["payment"]
    dollars = factors(said("A", 1001, slots=PAY))["payment"]
    assert median(yuan) == pytest.approx(median(dollars), rel=0.02)


def test_pay_for_a_year_is_a_twelfth_a_month(factors: Factors) -> None:
    yearly = factors(said("A", 12000, slots=PAY, unit="USD/year"))["payment"]
    assert median(yearly) == pytest.approx(
        median(factors(said("A", 1001, slots=PAY))["payment"]), rel=0.04
    )


@pytest.mark.parametrize("unit", ["XYZ/month", "USD", "USD/truck"])
def test_units_that_cannot_be_read_say_nothing(factors: Factors, unit: str) -> None:
    assert factors(said("A", 1000, slots=PAY, unit=unit))["payment"].words == ()


def test_a_share_never_exceeds_the_whole(factors: Factors) -> None:
    share = factors(said("A", 100, slots=SHARE), said("B", 100, slots=SHARE))["share"]
    assert share.draws(500, np.random.default_rng(1)).max() <= 1.0 + 1e-12


def test_draws_follow_the_weights(factors: Factors) -> None:
    payment = factors(said("A", 1000, slots=PAY))["payment"]
    drawn = payment.draws(4000, np.random.default_rng(1))
    assert np.median(drawn) == pytest.approx(median(payment), rel=0.03)


def test_an_absurd_claim_is_taken_for_an_outlier(factors: Factors) -> None:
    plain = factors(said("A", 1000, slots=PAY), said("B", 900, slots=PAY))["payment"]
    odd = factors(
        said("A", 1000, slots=PAY),
        said("B", 900, slots=PAY),
        said("C", 90_000_000, slots=PAY),
    )["payment"]
    assert median(odd) == pytest.approx(median(plain), rel=0.05)
