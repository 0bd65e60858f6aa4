"""Observations, priors and draws of a weighing, for other tools.

The draws have the shape that ArviZ takes: a mapping of names to arrays of (chain, draw,
...), in one file of NumPy. To read them:

    draws = numpy.load("draws.npz")
    arviz.from_dict({"posterior": {name: draws[name] for name in draws.files}})
"""

import csv
import io
from datetime import date

import msgspec
import numpy as np

from tumen.estimate.answers.weighing import Weighing
from tumen.estimate.engine.forms import Form
from tumen.estimate.engine.months import last_day_of

COLUMNS = (
    "statement", "origin", "house", "observable", "first", "last", "reading", "weight",
    "form", "low", "high", "noise_log_sd", "scale", "effects", "offset", "outlier",
    "chance_inside",
)  # fmt: skip


def export_weighing(weighing: Weighing, annual: frozenset[str]) -> dict[str, bytes]:
    """Return the files by name.

    Args:
        annual: elements told only for whole years; their answers are left out for a
            year that is not over.
    """
    return {
        "observations.csv": _observations(weighing).encode(),
        "priors.json": msgspec.json.format(
            msgspec.json.encode(weighing.model, order="deterministic")
        ),
        "draws.npz": _draws(weighing, annual),
    }


def _observations(weighing: Weighing) -> str:
    """Return a row for each reading; origins are numbered, not named."""
    text = io.StringIO()
    rows = csv.writer(text, lineterminator="\n")
    rows.writerow(COLUMNS)
    first = weighing.model.first
    names = sorted({said.origin for said in weighing.observed.statements})
    for number, said in enumerate(weighing.observed.statements):
        for place, reading in enumerate(said.term.readings):
            one_sided = {Form.OVER, Form.AT_LEAST}, {Form.UP_TO, Form.AT_MOST}
            rows.writerow(
                (
                    number,
                    f"origin {names.index(said.origin) + 1}",
                    said.house,
                    " or ".join(said.observables),
                    last_day_of(said.window.first, first).strftime("%Y-%m"),
                    last_day_of(said.window.last, first).strftime("%Y-%m"),
                    place,
                    reading.weight,
                    reading.form.name.lower(),
                    "" if reading.form in one_sided[1] else np.exp(reading.low),
                    "" if reading.form in one_sided[0] else np.exp(reading.high),
                    reading.noise,
                    reading.scale,
                    _loadings(weighing, dict(reading.effects)),
                    reading.offset,
                    said.term.outlier,
                    float(weighing.inside[number]),
                )
            )
    return text.getvalue()


def _loadings(weighing: Weighing, effects: dict[int, float]) -> str:
    kinds = [effect.kind for effect in weighing.observed.effects]
    return " ".join(f"{kinds[n]}{n}:{sd:g}" for n, sd in sorted(effects.items()))


def _ends_a_year(day: date) -> bool:
    return (day.month, day.day) == (12, 31)


def _draws(weighing: Weighing, annual: frozenset[str]) -> bytes:
    """Return theta and the answers as (chain, draw, ...)."""
    arrays = {"theta": weighing.draws.thetas[None]}
    for answer in weighing.model.answers:
        numbers = list(weighing.targets.of(answer.code))
        if answer.element in annual:
            listed = weighing.targets.listed
            numbers = [n for n in numbers if _ends_a_year(listed[n].date)]
        arrays[answer.code] = weighing.values[None][:, :, numbers]
        years = [weighing.targets.listed[n].date.year for n in numbers]
        arrays[f"{answer.code}_years"] = np.array([[years]])
    file = io.BytesIO()
    np.savez_compressed(file, allow_pickle=False, **arrays)
    return file.getvalue()
