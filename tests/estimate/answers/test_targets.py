"""Every series in every calendar year, and no finer."""

from datetime import date

from tumen.codebook.model import Model
from tumen.estimate.answers.targets import make_targets, months_until
from tumen.estimate.engine.system import System, compile_system

TODAY = date(2007, 3, 15)


def small(model: Model) -> System:
    return compile_system(model, months_until(model, TODAY))


def test_months_run_to_the_month_of_today(model: Model) -> None:
    assert months_until(model, TODAY) == 27


def test_a_model_that_begins_later_has_a_year_all_the_same(model: Model) -> None:
    assert months_until(model, date(2003, 1, 1)) == 12


def test_every_answer_has_a_target_for_each_year(model: Model) -> None:
    found = make_targets(model, small(model), TODAY)
    assert len(found.listed) == 3 * len(model.answers)


def test_stocks_are_asked_for_the_last_day_of_a_year(model: Model) -> None:
    found = make_targets(model, small(model), TODAY)
    days = [found.listed[n].date for n in found.of("C3")]
    assert days == [date(2005, 12, 31), date(2006, 12, 31), TODAY]


def test_flows_are_summed_over_the_year(model: Model) -> None:
    found = make_targets(model, small(model), TODAY)
    first = found.listed[found.of("T2")[0]]
    assert len(first.sum) == 12 * 3
    assert set(first.sum.values()) == {1.0}


def test_the_flow_of_a_year_that_is_not_over_is_that_of_its_months(
    model: Model,
) -> None:
    found = make_targets(model, small(model), TODAY)
    assert len(found.listed[found.of("T2")[-1]].sum) == 3 * 3
