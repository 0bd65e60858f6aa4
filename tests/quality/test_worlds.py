"""Worlds with a known truth: a short, guarded version of `make calibration`."""

from datetime import date

import numpy as np
import pytest

from quality.calibration.plots import coverage
from quality.calibration.worlds import (
    World,
    answer_world,
    draw_world,
    ranks,
    with_every_compartment,
)
from tumen.codebook.load import load_codebook
from tumen.codebook.model import Model
from tumen.estimate.answers.targets import Targets, make_targets, months_until
from tumen.estimate.engine.system import System, compile_system

UNTIL = date(2020, 12, 31)
WORLDS = 16
FIGURES = 40


@pytest.fixture(scope="module")
def model() -> Model:
    found = load_codebook("dprk-labour").model
    assert found is not None
    return with_every_compartment(found)


@pytest.fixture(scope="module")
def system(model: Model) -> System:
    return compile_system(model, months_until(model, UNTIL))


@pytest.fixture(scope="module")
def targets(model: Model, system: System) -> Targets:
    return make_targets(model, system, UNTIL)


@pytest.fixture(scope="module")
def world(model: Model, system: System) -> World:
    return draw_world(model, system, FIGURES, seed=1)


def test_the_same_seed_draws_the_same_world(
    model: Model, system: System, world: World
) -> None:
    again = draw_world(model, system, FIGURES, seed=1)
    assert again.vector.tobytes() == world.vector.tobytes()
    assert again.observed == world.observed


def test_every_figure_is_a_statement(world: World) -> None:
    assert len(world.observed.statements) == FIGURES


def test_figures_are_said_in_many_forms(world: World) -> None:
    forms = {said.term.readings[0].form for said in world.observed.statements}
    assert len(forms) >= 4


def test_truth_lies_where_it_should(
    model: Model, system: System, targets: Targets
) -> None:
    """80 % intervals over a few worlds; the bounds leave room for so few."""
    found = []
    for seed in range(WORLDS):
        drawn = draw_world(model, system, FIGURES, seed)
        weighing = answer_world(drawn, model, system, targets)
        found += [rank for _, rank in ranks(drawn, weighing, seed)]
    assert 0.68 <= coverage(found, 0.8) <= 0.92


def test_ranks_are_shares(
    model: Model, system: System, targets: Targets, world: World
) -> None:
    weighing = answer_world(world, model, system, targets)
    found = dict(ranks(world, weighing, seed=3))
    assert len(found) == len(model.answers)
    assert np.all([0 <= rank <= 1 for rank in found.values()])


def test_every_compartment_is_scored(model: Model) -> None:
    alone = {answer.stock for answer in model.answers}
    assert {(box.name,) for box in model.compartments} <= alone
