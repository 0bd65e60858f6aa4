"""Observations, priors and draws can be read again by other tools."""

import csv
import io
import json

import numpy as np
import pytest

from tests.estimate.answers.conftest import Weigh, said
from tumen.estimate.answers.exported import COLUMNS, export_weighing
from tumen.estimate.answers.weighing import Weighing

Files = dict[str, bytes]


@pytest.fixture(scope="session")
def files(agreed: Weighing) -> Files:
    guarded = frozenset({"people.hiding", "people.fled"})
    return export_weighing(agreed, guarded, small=5, observations=True)


def rows(files: Files) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(files["observations.csv"].decode())))


def test_every_reading_is_a_row(files: Files, agreed: Weighing) -> None:
    assert len(rows(files)) == len(agreed.posterior.figures.term)
    assert tuple(rows(files)[0]) == COLUMNS


def test_bounds_are_in_people_not_in_logs(files: Files) -> None:
    assert 20_000 < float(rows(files)[0]["low"]) < 30_000


def test_origins_are_numbered_not_named(files: Files) -> None:
    assert {row["origin"] for row in rows(files)} == {
        f"origin {n}" for n in range(1, 5)
    }


def test_priors_are_the_whole_model(files: Files, agreed: Weighing) -> None:
    written = json.loads(files["priors.json"])
    assert len(written["rates"]) == len(agreed.model.rates)


def test_draws_have_the_shape_that_arviz_takes(files: Files) -> None:
    draws = np.load(io.BytesIO(files["draws.npz"]))
    assert draws["C3"].shape == (1, 1000, 16)


def test_the_answers_are_those_of_the_draws(files: Files, agreed: Weighing) -> None:
    draws = np.load(io.BytesIO(files["draws.npz"]))
    numbers = list(agreed.targets.of("C3"))
    assert np.array_equal(draws["C3"][0], agreed.values[:, numbers])


def test_people_in_hiding_are_not_among_the_draws(files: Files) -> None:
    draws = np.load(io.BytesIO(files["draws.npz"]))
    assert "C4" not in draws
    assert "theta" not in draws


def test_observations_about_them_have_years_and_no_small_numbers(
    weigh_said: Weigh,
) -> None:
    found = weigh_said(
        said("A", 3, element="people.hiding", qualifier="exact"), said("B", 30000)
    )
    files = export_weighing(
        found, frozenset({"people.hiding"}), small=5, observations=True
    )
    hidden, counted = rows(files)
    assert (hidden["first"], hidden["low"], hidden["high"]) == (
        "2015",
        "under 5",
        "under 5",
    )
    assert counted["first"] == "2015-12"


def test_without_being_asked_no_figure_leaves(agreed: Weighing) -> None:
    files = export_weighing(agreed, frozenset(), small=5, observations=False)
    assert sorted(files) == ["draws.npz", "priors.json"]
