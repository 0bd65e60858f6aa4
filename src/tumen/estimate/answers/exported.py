"""Observations, priors and draws of a weighing, for other tools.

The draws have the shape that ArviZ takes: a mapping of names to arrays of (chain, draw,
...), in one file of NumPy. To read them:

    draws = numpy.load("draws.npz")
    answers = [name for name in draws.files if not name.startswith("years_")]
    arviz.from_dict(posterior={name: draws[name] for name in answers})

(from ArviZ 1.0 on, `arviz.from_dict({"posterior": {...}})`).
"""

import csv
import io

import msgspec
import numpy as np

from tumen.estimate.answers.weighing import Weighing
from tumen.estimate.engine.forms import Form
from tumen.estimate.engine.months import last_day_of
from tumen.estimate.engine.system import Floats
from tumen.estimate.engine.terms import Reading
from tumen.estimate.observe.observe import Statement

FLOORS = (Form.OVER, Form.AT_LEAST)
ROOFS = (Form.UP_TO, Form.AT_MOST)

COLUMNS = (
    "statement", "origin", "house", "observable", "first", "last", "reading", "weight",
    "form", "low", "high", "noise_log_sd", "scale", "effects", "offset", "outlier",
    "chance_inside",
)  # fmt: skip


def export_weighing(
    weighing: Weighing, annual: frozenset[str], *, small: int, observations: bool
) -> dict[str, bytes]:
    """Return the files by name.

    Args:
        observations: whether the figures themselves leave, not only what became of them.
        annual: elements of people who hide, flee or ask for refuge. Their answers are
            left out of the draws; their observations have years and no months, and
            numbers below `small` say that they are.
        small: the `small_cell` of the protection policy, in people.
    """
    files = {
        "priors.json": msgspec.json.format(
            msgspec.json.encode(weighing.model, order="deterministic")
        ),
        "draws.npz": _draws(weighing, annual),
    }
    if observations:
        files["observations.csv"] = _observations(weighing, annual, small).encode()
    return files


def _observations(weighing: Weighing, annual: frozenset[str], small: int) -> str:
    """Return a row for each reading; origins are numbered, not named."""
    text = io.StringIO()
    rows = csv.writer(text, lineterminator="\n")
    rows.writerow(COLUMNS)
    names = sorted({said.origin for said in weighing.observed.statements})
    for number, said in enumerate(weighing.observed.statements):
        guarded = any(claim.element in annual for claim in said.claims)
        first, last = _months(weighing, said, guarded)
        for place, reading in enumerate(said.term.readings):
            low, high = _bounds(reading, small if guarded else 0)
            rows.writerow(
                (
                    number,
                    f"origin {names.index(said.origin) + 1}",
                    said.house,
                    " or ".join(said.observables),
                    first,
                    last,
                    place,
                    reading.weight,
                    reading.form.name.lower(),
                    low,
                    high,
                    reading.noise,
                    reading.scale,
                    _loadings(weighing, dict(reading.effects)),
                    reading.offset,
                    said.term.outlier,
                    float(weighing.inside[number]),
                )
            )
    return text.getvalue()


def _months(weighing: Weighing, said: Statement, guarded: bool) -> tuple[str, str]:
    form = "%Y" if guarded else "%Y-%m"
    ends = (said.window.first, said.window.last)
    first, last = (last_day_of(n, weighing.model.first).strftime(form) for n in ends)
    return first, last


def _bounds(reading: Reading, small: int) -> tuple[object, object]:
    """Return the bounds in people, none below `small`; an open side is empty."""
    low: object = "" if reading.form in ROOFS else float(np.exp(reading.low))
    high: object = "" if reading.form in FLOORS else float(np.exp(reading.high))
    low, high = (
        f"under {small}" if isinstance(end, float) and end < small else end
        for end in (low, high)
    )
    return low, high


def _loadings(weighing: Weighing, effects: dict[int, float]) -> str:
    kinds = [effect.kind for effect in weighing.observed.effects]
    return " ".join(f"{kinds[n]}{n}:{sd:g}" for n, sd in sorted(effects.items()))


def _draws(weighing: Weighing, annual: frozenset[str]) -> bytes:
    """Return the answers as (chain, draw, year), and the years of each."""
    arrays: dict[str, Floats] = {}
    for answer in weighing.model.answers:
        if answer.element not in annual:
            numbers = list(weighing.targets.of(answer.code))
            years = [weighing.targets.listed[n].date.year for n in numbers]
            arrays[answer.code] = weighing.values[None][:, :, numbers]
            arrays[f"years_{answer.code}"] = np.array(years, dtype=np.float64)
    file = io.BytesIO()
    np.savez_compressed(file, allow_pickle=False, **arrays)
    return file.getvalue()
