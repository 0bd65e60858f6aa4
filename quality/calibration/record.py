"""The real record: is what was left out predicted by the rest?

Public figures on North Korean workers in Russia (`quality/figures/public_figures.csv`,
each with its address) and the UN refugee agency's yearly series.

*Leave one house out.* All figures of a house are taken away; each is then predicted from
the others, with the noise, bias, definition and wording that the model gives such a
figure. Predicted and printed numbers are compared on the log scale.

*Forecast.* Only figures about times up to the end of 2019 are given; the four following
year-end counts of recognised refugees are predicted.
"""

import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import numpy as np

from tumen.codebook.model import Model
from tumen.codebook.names import make_names
from tumen.codebook.schema import Codebook
from tumen.estimate.answers.weighing import Weighing, weigh
from tumen.estimate.engine.draws import draw_modes
from tumen.estimate.engine.fit import find_mode
from tumen.estimate.engine.forms import Form
from tumen.estimate.engine.months import month_of
from tumen.estimate.engine.posterior import Posterior
from tumen.estimate.engine.system import Floats, System, compile_system
from tumen.estimate.evidence import gather
from tumen.estimate.observe.observe import Observed, Statement, observe
from tumen.pipeline.add import add_paths
from tumen.pipeline.case import open_case
from tumen.pipeline.new import make_case
from tumen.pipeline.run import run_case
from tumen.records.group import Group
from tumen.records.reviewed import ReviewedClaim

ROOT = Path(__file__).parents[2]
TABLES = (
    ROOT / "quality" / "figures" / "public_figures.csv",
    ROOT / "examples" / "tables" / "un_refugee_agency_series.csv",
)
TODAY = date(2026, 1, 5)
DRAWS = 2000
SEED = 7
LEVEL = 0.8
NEAR_MONTHS = 24
Z = 1.2816
"""Half width of an 80 % interval of a normal law, in standard deviations."""


@dataclass(frozen=True)
class Record:
    """The public figures as a case."""

    groups: tuple[Group, ...]
    reviewed: tuple[ReviewedClaim, ...]
    codebook: Codebook
    model: Model
    system: System
    observed: Observed


@dataclass(frozen=True)
class Predicted:
    """One figure, as the others predict it; logs throughout.

    Args:
        low, high: 80 % interval of the model.
        others: interval of each simple answer by name; those without an answer are
            missing.
    """

    statement: Statement
    printed: float
    low: float
    high: float
    others: dict[str, tuple[float, float]]


def read_record(today: date = TODAY) -> Record:
    """Return the public figures, read as any case is."""
    now = datetime(today.year, today.month, today.day, 12, tzinfo=UTC)
    with tempfile.TemporaryDirectory() as folder:
        make_case(Path(folder) / "case", "dprk-labour")
        with open_case(Path(folder) / "case") as case:
            add_paths(case, [str(table) for table in TABLES], now=now)
            run_case(case, now=now)
            groups, reviewed, codebook = case.groups(), case.reviewed(), case.codebook
    model = codebook.model
    if model is None:
        raise SystemExit("the built-in codebook has no model")
    system = compile_system(model, month_of(f"{today:%Y-%m}", model.first) + 1)
    evidence = gather(groups, reviewed, codebook, make_names(codebook))
    return Record(
        groups,
        reviewed,
        codebook,
        model,
        system,
        observe(reviewed, evidence, model, system),
    )


def weigh_record(record: Record, today: date = TODAY) -> Weighing:
    """Return the whole record, weighed."""
    found = weigh(
        record.groups, record.reviewed, record.codebook, record.model, today=today
    )
    if found is None:
        raise SystemExit("no public figure speaks about the model")
    return found


def leave_houses_out(record: Record) -> Iterator[Predicted]:
    """Yield every figure that has a size, predicted without the figures of its house."""
    statements = record.observed.statements
    for house in sorted({said.house for said in statements}):
        held = [n for n, said in enumerate(statements) if said.house == house]
        kept = record.observed.without(held)
        if not kept.statements:
            continue
        posterior = Posterior(record.system, kept.figures())
        draws = draw_modes(posterior, (find_mode(posterior),), DRAWS, SEED).thetas
        whole = Posterior(record.system, record.observed.figures())
        m = whole.predictions(draws)
        rng = np.random.default_rng(SEED)
        for number in held:
            said = statements[number]
            if printed_size(said) is not None:
                yield _predicted(said, number, whole, m, kept.statements, rng)


def _predicted(
    said: Statement,
    number: int,
    whole: Posterior,
    m: Floats,
    others: Sequence[Statement],
    rng: np.random.Generator,
) -> Predicted:
    rows = np.flatnonzero(whole.figures.term == number)
    row = rng.choice(rows, size=len(m), p=np.exp(whole.figures.log_weight[rows]))
    size = m[np.arange(len(m)), row]
    printed = size + _wording(said, len(m), rng)
    low, high = np.quantile(printed, ((1 - LEVEL) / 2, (1 + LEVEL) / 2))
    return Predicted(
        statement=said,
        printed=float(printed_size(said) or 0.0),
        low=float(low),
        high=float(high),
        others=simple_answers(said, others),
    )


def _wording(said: Statement, count: int, rng: np.random.Generator) -> Floats:
    """Return how far the printed number lies from what it counts, in logs."""
    reading = said.term.readings[0]
    away = reading.noise * rng.standard_normal(count)
    odd = rng.random(count) < said.term.outlier
    away[odd] += rng.uniform(-3.0, 3.0, int(odd.sum()))
    if reading.form == Form.OVER:
        away -= rng.exponential(reading.scale, count)
    if reading.form == Form.UP_TO:
        away += rng.exponential(reading.scale, count)
    if reading.form == Form.INTERVAL:
        half = (reading.high - reading.low) / 2
        away += rng.uniform(-half, half, count)
    return away


def printed_size(said: Statement) -> float | None:
    """Return the log of the number a statement prints; None when a floor says little."""
    reading = said.term.readings[0]
    match reading.form:
        case Form.INTERVAL:
            return (reading.low + reading.high) / 2
        case Form.OVER:
            return reading.low
        case Form.UP_TO:
            return reading.high
        case _:
            return None


def simple_answers(
    said: Statement, others: Sequence[Statement]
) -> dict[str, tuple[float, float]]:
    """Return the 80 % intervals of three simple answers, from the other houses' figures.

    They use figures about the same thing within two years. `min to max` spans them;
    `latest` carries the newest earlier one forward; `mean` weighs them by the inverse
    of their variance. The latter two add the noise of both figures.
    """
    near = [
        other
        for other in others
        if other.observables == said.observables
        and printed_size(other) is not None
        and abs(other.window.last - said.window.last) <= NEAR_MONTHS
    ]
    if not near:
        return {}
    sizes = np.array([printed_size(other) for other in near], dtype=np.float64)
    noise = np.array([other.term.readings[0].noise for other in near])
    own = said.term.readings[0].noise
    earlier = [n for n, o in enumerate(near) if o.window.last <= said.window.last]
    newest = max(earlier or range(len(near)), key=lambda n: near[n].window.last)
    weight = 1 / noise**2
    mean = float((weight * sizes).sum() / weight.sum())
    spread = Z * float((1 / weight.sum() + own**2) ** 0.5)
    carried = Z * float((noise[newest] ** 2 + own**2) ** 0.5)
    return {
        "min to max": (float(sizes.min()), float(sizes.max())),
        "latest": (float(sizes[newest]) - carried, float(sizes[newest]) + carried),
        "mean": (mean - spread, mean + spread),
    }


def interval_score(printed: float, low: float, high: float) -> float:
    """Return the interval score of Gneiting and Raftery (2007, p. 370); less is better.

    Width, plus 2 / alpha times how far the number lies outside, alpha = 1 - 0.8.
    """
    alpha = 1 - LEVEL
    outside = max(low - printed, 0.0) + max(printed - high, 0.0)
    return high - low + 2 / alpha * outside


@dataclass(frozen=True)
class Forecast:
    """A year-end count of recognised refugees, as seen from the end of 2019."""

    year: int
    printed: float
    q05: float
    q10: float
    q50: float
    q90: float
    q95: float


def forecast_refugees(record: Record, until: str = "2019-12") -> tuple[Forecast, ...]:
    """Return the counts after a month, predicted from figures up to it."""
    end = month_of(until, record.model.first)
    statements = record.observed.statements
    late = [n for n, said in enumerate(statements) if said.window.last > end]
    posterior = Posterior(record.system, record.observed.without(late).figures())
    draws = draw_modes(posterior, (find_mode(posterior),), DRAWS, SEED).thetas
    whole = Posterior(record.system, record.observed.figures())
    m = whole.predictions(draws)
    rng = np.random.default_rng(SEED)
    found = []
    for number in late:
        said = statements[number]
        printed = printed_size(said)
        is_count = said.observables == ("recognised",) and said.house == "un_refugees"
        if is_count and printed is not None and said.claims[0].as_of.last:
            day = said.claims[0].as_of.last
            row = int(np.flatnonzero(whole.figures.term == number)[0])
            values = np.exp(m[:, row] + _wording(said, len(m), rng))
            if (day.month, day.day) == (12, 31):
                levels = np.quantile(values, (0.05, 0.1, 0.5, 0.9, 0.95))
                found.append(
                    Forecast(day.year, float(np.exp(printed)), *map(float, levels))
                )
    return tuple(found)
