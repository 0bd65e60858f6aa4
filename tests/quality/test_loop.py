"""Closing the loop: a short, guarded version of `make loop`, with true claims only."""

from pathlib import Path

import pytest

from quality.loop.bands import Asked
from quality.loop.chain import CODEBOOK, NOW, ask_paths, draw_scenario, write_table
from quality.loop.scores import codes_of, of_model, stocks
from quality.loop.truth import make_wanted
from tumen.codebook.load import load_codebook
from tumen.codebook.load_press import load_press_rules
from tumen.estimate.answers.targets import months_until
from tumen.estimate.engine.system import compile_system
from tumen.pipeline.press import write_press
from tumen.pipeline.world import make_world
from tumen.records.world import World
from tumen.world.press.report import report_world
from tumen.world.press.series import make_series

MONTHS = 120
PAGES = 40


@pytest.fixture(scope="module")
def world() -> World:
    return make_world(CODEBOOK, "as-it-was", 1, months=MONTHS)


@pytest.fixture(scope="module")
def asked(world: World, tmp_path_factory: pytest.TempPathFactory) -> Asked:
    folder = tmp_path_factory.mktemp("loop")
    press = report_world(world, load_press_rules(CODEBOOK), pages=PAGES, seed=1)
    write_press(press, folder / "press")
    write_table(folder / "press", folder / "figures.csv")
    return ask_paths(world, folder / "case", folder / "figures.csv")


def test_most_months_hold_the_truth(asked: Asked) -> None:
    """The bounds leave room for a single short world."""
    found = of_model(stocks(asked.answers))
    assert found is not None
    assert found.count > MONTHS
    assert found.inside >= 0.6


def test_all_stocks_and_flows_of_the_model_are_asked(asked: Asked) -> None:
    model = load_codebook(CODEBOOK).model
    assert model is not None
    assert set(codes_of(asked.answers)) == {answer.code for answer in model.answers}


def test_truth_is_that_of_the_press(world: World) -> None:
    model = load_codebook(CODEBOOK).model
    assert model is not None
    system = compile_system(model, months_until(model, NOW.date()))
    told = {
        (row.code, row.last): row.value
        for row in make_series(world, load_press_rules(CODEBOOK).series)
        if row.code not in ("C10", "C12")
    }
    wanted = {
        (each.target.answer.code, each.target.date): each.truth
        for each in make_wanted(model, system, world)
    }
    shared = told.keys() & wanted.keys()
    assert len(shared) > 7 * MONTHS
    assert {key: told[key] for key in shared} == {key: wanted[key] for key in shared}


def test_each_seed_draws_other_rules() -> None:
    assert draw_scenario(1) == draw_scenario(1)
    assert draw_scenario(1).rules != draw_scenario(2).rules


def test_an_empty_table_gives_no_answers(world: World, tmp_path: Path) -> None:
    table = tmp_path / "figures.csv"
    table.write_text("element,measure,qualifier,unit,speaker,speaker_kind\n")
    assert ask_paths(world, tmp_path / "case", table).answers == ()
