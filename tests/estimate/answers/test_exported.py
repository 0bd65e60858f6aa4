"""Observations, priors and draws can be read again by other tools."""

import csv
import io
import json

import numpy as np
import pytest

from tumen.estimate.answers.exported import COLUMNS, export_weighing
from tumen.estimate.answers.weighing import Weighing

Files = dict[str, bytes]


@pytest.fixture(scope="session")
def files(agreed: Weighing) -> Files:
    return export_weighing(agreed, frozenset({"people.hiding", "people.fled"}))


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


def test_draws_have_the_shape_that_arviz_takes(files: Files, agreed: Weighing) -> None:
    draws = np.load(io.BytesIO(files["draws.npz"]))
    assert draws["theta"].shape == (1, *agreed.draws.thetas.shape)
    assert draws["C3"].shape == (1, 1000, 16)


def test_the_answers_are_those_of_the_draws(files: Files, agreed: Weighing) -> None:
    draws = np.load(io.BytesIO(files["draws.npz"]))
    numbers = list(agreed.targets.of("C3"))
    assert np.array_equal(draws["C3"][0], agreed.values[:, numbers])


def test_hiding_is_told_for_whole_years_only(files: Files) -> None:
    draws = np.load(io.BytesIO(files["draws.npz"]))
    assert draws["C4"].shape[2] == draws["C4_years"].size == 16
