"""Income is people times pay times share, with the pulls of each."""

import pytest

from tests.estimate.answers.conftest import FOUR, Weigh, said
from tests.estimate.answers.test_factors import PAY, SHARE
from tumen.estimate.answers.money import SAME_IN_ALL_YEARS, money_estimates
from tumen.estimate.answers.verdicts import Judge
from tumen.estimate.answers.weighing import Weighing
from tumen.records.estimate import Estimate, Verdict

STATE = "money.state_income"
WAGE = {"element": "cond.wage_net", "measure": "money", "unit": "USD/month"}


@pytest.fixture(scope="session")
def paid(weigh_said: Weigh) -> Weighing:
    return weigh_said(
        *FOUR,
        said("Pay One", 800, slots=PAY),
        said("Pay Two", 900, slots=PAY),
        said("Share One", 70, slots=SHARE),
        said("Share Two", 75, slots=SHARE),
        said("Kept One", 120, slots=WAGE),
        said("Kept Two", 150, slots=WAGE),
    )


def rows(weighing: Weighing) -> dict[tuple[str, int], Estimate]:
    found = money_estimates(weighing, Judge(weighing))
    return {(row.element, row.date.year): row for row in found}


def test_the_income_is_the_product_of_its_factors(paid: Weighing) -> None:
    income = rows(paid)[STATE, 2015].q50
    assert income == pytest.approx(31_500 * 12 * 830 * 0.71, rel=0.15)


def test_what_workers_keep_has_a_line_of_its_own(paid: Weighing) -> None:
    kept = rows(paid)["money.wages_kept", 2015]
    assert kept.q50 == pytest.approx(31_500 * 12 * 140, rel=0.2)


def test_there_is_no_income_where_people_are_not_estimated(paid: Weighing) -> None:
    assert (STATE, 2010) not in rows(paid)


def test_a_factor_nobody_speaks_about_leaves_no_income(agreed: Weighing) -> None:
    assert rows(agreed) == {}


def test_every_factor_and_origin_has_its_pull(paid: Weighing) -> None:
    weighed = rows(paid)[STATE, 2015].weighed
    assert weighed is not None
    kinds = {pull.kind: pull.name for pull in weighed.pulls}
    assert set(kinds) == {"factor", "origin", "house"}


def test_sources_of_every_factor_are_named(paid: Weighing) -> None:
    assert {"A", "Pay One", "Share Two"} <= set(rows(paid)[STATE, 2015].lineages)


def test_that_pay_is_the_same_in_all_years_is_said(paid: Weighing) -> None:
    weighed = rows(paid)[STATE, 2015].weighed
    assert weighed is not None
    assert SAME_IN_ALL_YEARS in weighed.notes


def test_a_conflict_about_people_gives_two_incomes(weigh_said: Weigh) -> None:
    found = weigh_said(
        said("High House", 30000),
        said("Low House", 3000),
        said("Pay One", 800, slots=PAY),
        said("Pay Two", 900, slots=PAY),
        said("Share One", 70, slots=SHARE),
        said("Share Two", 75, slots=SHARE),
    )
    row = rows(found)[STATE, 2015]
    assert row.weighed is not None
    assert (row.q50, row.weighed.verdict) == (None, Verdict.CONDITIONAL)
    medians = [side.quantiles.q50 for side in row.weighed.conditionals]
    assert max(medians) > 2 * min(medians)


def test_how_many_origins_a_factor_has_is_said(paid: Weighing) -> None:
    weighed = rows(paid)[STATE, 2015].weighed
    assert weighed is not None
    assert "Share of pay taken by the state: 2 independent origins." in weighed.notes
