"""NUTS of NumPyro on the same posterior, to see whether the draws can be believed.

The log density is written once more, in JAX, from the arrays of a compiled system and
its figures, and must equal the engine's own at random points. NUTS then runs in the
coordinates of the highest bell, theta = peak + L^-T eta with L L' its precision, four
chains from four draws of ours. Both answer the people present at the end of every year.
"""

import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from types import ModuleType

import numpy as np
from scipy.linalg import cholesky, solve_triangular

from tumen.estimate.answers.weighing import SEED, Weighing
from tumen.estimate.engine.draws import draw_modes, mode_weights
from tumen.estimate.engine.forms import Form
from tumen.estimate.engine.posterior import FLOOR, Posterior
from tumen.estimate.engine.sparse import Weights
from tumen.estimate.engine.system import Floats
from tumen.pipeline.add import add_paths
from tumen.pipeline.case import open_case
from tumen.pipeline.new import make_case
from tumen.pipeline.replay import weigh_case
from tumen.pipeline.run import run_case

ROOT = Path(__file__).parents[1]
NOW = datetime(2026, 1, 5, 12, tzinfo=UTC)
CHAINS = 4
SAME, POINTS = 1e-6, 5
ALLOWED, ALLOWED_ENDS = 0.10, 0.25
MIXED, ENOUGH = 1.05, 100
"""R-hat and effective draws from which a chain's own figures are worth comparing."""
LEVELS = (0.05, 0.5, 0.95)
ANSWER = "C3"

Density = Callable[[Floats], Floats]
"""From theta to log p; JAX arrays stand where it says Floats, they share arithmetic."""


@dataclass(frozen=True)
class Sampled:
    """What NUTS gives: draws of theta, shape (chains, n, P), and how it went."""

    thetas: Floats
    seconds: float
    steps: float
    accepted: float
    divergent: int


def compare(folder: Path | None, warmup: int, draws: int) -> None:
    """Print both answers beside each other.

    Args:
        folder: of a case; None makes one from the examples.
        warmup, draws: of each of the four chains.
    """
    try:
        jax, numpyro = import_module("jax"), import_module("numpyro")
    except ImportError:
        print("NumPyro: numpyro is not installed: pip install numpyro jax")
        return
    jax.config.update("jax_enable_x64", True)
    if folder is not None:
        weighing = weigh_folder(folder)
    else:
        with tempfile.TemporaryDirectory() as scratch:
            weighing = weigh_examples(Path(scratch) / "case")
    posterior = weighing.posterior
    print(
        f"{posterior.figures.terms} statements, {len(posterior.figures.term)} readings, "
        f"{posterior.size} parameters; NumPyro {numpyro.__version__}, JAX {jax.__version__}"
    )
    density = make_density(posterior, jax)
    _check_same(weighing, density)
    sampled = sample(weighing, density, jax, warmup, draws)
    print(
        f"NUTS: {CHAINS} chains x {draws} draws after {warmup}, {sampled.seconds:.0f} CPU s, "
        f"{sampled.steps:.0f} steps a draw, accepted {sampled.accepted:.2f}, "
        f"{sampled.divergent} divergent"
    )
    _print_years(weighing, sampled)
    _print_modes(weighing, sampled)


def weigh_examples(folder: Path) -> Weighing:
    """Return the figures of the examples, as `tumen demo` makes a case of them."""
    make_case(folder, "dprk-labour")
    with open_case(folder) as case:
        add_paths(case, [str(ROOT / "examples")], now=NOW)
        run_case(case, now=NOW)
        return weigh_case(case, today=NOW.date())


def weigh_folder(folder: Path) -> Weighing:
    """Return the figures of a case, weighed as on the day it was run last."""
    with open_case(folder) as case:
        ended = max((trace.ended_at for trace in case.traces()), default=NOW)
        return weigh_case(case, today=ended.date())


def make_density(posterior: Posterior, jax: ModuleType) -> Density:
    """Return the log density of a posterior, in JAX; its constant is left out as there."""
    given = posterior.figures
    predict = _make_predict(posterior, jax)
    likelihood = _make_likelihood(posterior, jax)
    jnp = jax.numpy
    outlier = given.outlier - np.log(given.width)
    inside_of = np.log1p(-np.exp(given.outlier))

    def density(theta: Floats) -> Floats:
        value = likelihood(predict(theta)) + given.log_weight
        # Each term's readings are added up around their highest, as logs.
        highest = jax.ops.segment_max(value, given.term, given.terms)
        parts = jnp.exp(value - highest[given.term])
        inside = highest + jnp.log(jax.ops.segment_sum(parts, given.term, given.terms))
        fit = jnp.logaddexp(inside + inside_of, outlier)
        total: Floats = fit.sum() - 0.5 * theta @ theta
        return total

    compiled: Density = jax.jit(density)
    return compiled


def _make_rates(posterior: Posterior, jax: ModuleType) -> Density:
    """Return the map from theta to rates, shape (T, R)."""
    system, jnp = posterior.system, jax.numpy
    levels, walks = len(system.rates), len(system.wandering) * system.knots
    wanders = np.eye(len(system.rates))[system.wandering]
    force = np.zeros((system.months, len(system.rates), len(system.steps)))
    for number, step in enumerate(system.steps):
        force[step.first : step.end, step.rate, number] = 1.0
    means = np.array([step.mean for step in system.steps])
    sds = np.array([step.sd for step in system.steps])

    def rates(theta: Floats) -> Floats:
        logs = system.log_median + system.log_sd * theta[:levels]
        moved = theta[levels : levels + walks].reshape(-1, system.knots)
        drift = jnp.einsum("dtk,dk->td", system.drift, moved)
        beta = theta[levels + walks : levels + walks + len(means)]
        logs = logs + force @ (means + sds * beta)
        hazards: Floats = jnp.exp(logs + drift @ wanders)
        return hazards

    return rates


def _make_predict(posterior: Posterior, jax: ModuleType) -> Density:
    """Return the map from theta to the predictions m of all rows."""
    system, given, jnp = posterior.system, posterior.figures, jax.numpy
    boxes, ways = len(system.compartments), len(system.flows)
    into, out = np.zeros((boxes, ways)), np.zeros((boxes, ways))
    into[system.target, np.arange(ways)] = 1.0
    inside = np.flatnonzero(system.source >= 0)
    out[system.source[inside], inside] = 1.0
    outside = (system.source < 0).astype(np.float64)
    rates = _make_rates(posterior, jax)
    begun = system.parameters - len(system.starting)

    def month(stock: Floats, hazards: Floats) -> tuple[Floats, tuple[Floats, Floats]]:
        total = out @ hazards
        # Compartments that nobody leaves are given some hazard: 0 / 0 has no gradient.
        safe = jnp.where(total > 0, total, 1.0)
        share = stock * -jnp.expm1(-safe) / safe
        flow = hazards * (out.T @ share + outside)
        after = stock + into @ flow - out @ flow
        return after, (after, flow)

    def predict(theta: Floats) -> Floats:
        logs = system.start_log + system.start_sd * theta[begun : system.parameters]
        first = jnp.zeros(boxes).at[system.starting].set(jnp.exp(logs))
        monthly = rates(theta)[:, system.rate_of]
        _, (stocks, flows) = jax.lax.scan(month, first, monthly)
        vector = jnp.concatenate((first, stocks.ravel(), flows.ravel()))
        m: Floats = (
            jnp.log(_sums(given.above, vector, jax) + FLOOR)
            - given.has_below * jnp.log(_sums(given.below, vector, jax) + FLOOR)
            + given.effects @ theta[system.parameters :]
            + given.offset
        )
        return m

    return predict


def _sums(weights: Weights, vector: Floats, jax: ModuleType) -> Floats:
    parts = weights.weight * vector[weights.place]
    sums: Floats = jax.ops.segment_sum(parts, weights.owner, weights.rows)
    return sums


def _make_likelihood(posterior: Posterior, jax: ModuleType) -> Density:
    """Return the map from predictions to log L of every row; formulas in `forms`."""
    given, jnp = posterior.figures, jax.numpy
    log_ndtr = jax.scipy.special.log_ndtr
    low, high, s, tau = given.low, given.high, given.noise, given.scale

    def interval(m: Floats, at: np.ndarray) -> Floats:
        a, b = (low[at] - m) / s[at], (high[at] - m) / s[at]
        swap = a + b > 0
        lower, upper = jnp.where(swap, -b, a), jnp.where(swap, -a, b)
        top = log_ndtr(upper)
        rest = jnp.log1p(-jnp.exp(jnp.minimum(log_ndtr(lower) - top, -1e-15)))
        value: Floats = top + rest - np.log(high[at] - low[at])
        return value

    def tail(d: Floats, at: np.ndarray) -> Floats:
        ratio = s[at] / tau[at]
        bulk = log_ndtr(d / s[at] - ratio)
        value: Floats = bulk - np.log(tau[at]) - d / tau[at] + 0.5 * ratio**2
        return value

    formulas: dict[Form, Callable[[Floats, np.ndarray], Floats]] = {
        Form.INTERVAL: interval,
        Form.OVER: lambda m, at: tail(m - low[at], at),
        Form.UP_TO: lambda m, at: tail(high[at] - m, at),
        Form.AT_LEAST: lambda m, at: log_ndtr((m - low[at]) / s[at]),
        Form.AT_MOST: lambda m, at: log_ndtr((high[at] - m) / s[at]),
    }

    def likelihood(m: Floats) -> Floats:
        value = jnp.zeros(len(given.term))
        for form, formula in formulas.items():
            at = np.flatnonzero(given.form == form)
            if at.size:
                value = value.at[at].set(formula(m[at], at))
        whole: Floats = value
        return whole

    return likelihood


def _check_same(weighing: Weighing, density: Density) -> None:
    """Stop unless both densities agree at random points of the prior and at draws."""
    rng, posterior = np.random.default_rng(SEED), weighing.posterior
    prior = rng.standard_normal((POINTS, posterior.size))
    worst = 0.0
    for theta in np.concatenate((prior, weighing.draws.thetas[:POINTS])):
        own = posterior.look(theta).log_density
        worst = max(worst, abs(own - float(density(theta))) / max(1.0, abs(own)))
    if worst > SAME:
        raise SystemExit(f"the densities differ by {worst:.1e} of their size")
    print(
        f"log p of both engines differs by {worst:.1e} of its size at {2 * POINTS} points"
    )


def sample(
    weighing: Weighing, density: Density, jax: ModuleType, warmup: int, draws: int
) -> Sampled:
    """Return draws of NUTS, its chains begun at draws of ours."""
    infer = import_module("numpyro.infer")
    posterior, peak = weighing.posterior, weighing.modes[0]
    precision = np.eye(posterior.size) + peak.slopes.T @ peak.slopes
    lower = cholesky(precision, lower=True)
    back = solve_triangular(lower, np.eye(posterior.size), lower=True)

    def potential(eta: Floats) -> Floats:
        return -density(peak.theta + eta @ back)

    begun = draw_modes(posterior, weighing.modes, CHAINS, SEED).thetas
    kernel = infer.NUTS(potential_fn=potential, max_tree_depth=8)
    mcmc = infer.MCMC(
        kernel,
        num_warmup=warmup,
        num_samples=draws,
        num_chains=CHAINS,
        chain_method="sequential",
        progress_bar=False,
    )
    begin_s = time.process_time()
    mcmc.run(
        jax.random.PRNGKey(1),
        init_params=(begun - peak.theta) @ lower,
        extra_fields=("num_steps", "accept_prob", "diverging"),
    )
    etas = np.asarray(mcmc.get_samples(group_by_chain=True))
    went = {name: np.asarray(field) for name, field in mcmc.get_extra_fields().items()}
    return Sampled(
        peak.theta + etas @ back,
        time.process_time() - begin_s,
        float(went["num_steps"].mean()),
        float(went["accept_prob"].mean()),
        int(went["diverging"].sum()),
    )


def _values(weighing: Weighing, sampled: Sampled) -> Floats:
    """Return the draws of all targets, shape (chains, n, targets)."""
    chains, draws, size = sampled.thetas.shape
    flat = weighing.posterior.predict_many(
        sampled.thetas.reshape(-1, size), weighing.targets.weights
    )
    return flat.reshape(chains, draws, -1)


def _print_years(weighing: Weighing, sampled: Sampled) -> None:
    """Print bands, agreement and how well the chains mixed, year by year."""
    diagnostics = import_module("numpyro.diagnostics")
    values = _values(weighing, sampled)
    print(f"\n{ANSWER} at    ours 5/50/95 %         NUTS 5/50/95 %         ", end="")
    print("median  5 %   95 %  R-hat   ESS")
    agree = mixed = 0
    numbers = weighing.targets.of(ANSWER)
    for number in numbers:
        ours = np.quantile(weighing.values[:, number], LEVELS)
        theirs = np.quantile(values[:, :, number], LEVELS)
        logs = np.log(values[:, :, number] + FLOOR)
        r_hat = float(diagnostics.split_gelman_rubin(logs))
        ess = float(diagnostics.effective_sample_size(logs))
        off = ours / theirs - 1
        same = abs(off[1]) <= ALLOWED
        has_mixed = r_hat < MIXED and ess >= ENOUGH
        agree, mixed = agree + same, mixed + has_mixed
        ends = bool(np.abs(off[[0, 2]]).max() <= ALLOWED_ENDS)
        words = "agrees" if same and ends else "ends differ" if same else "DIFFERS"
        print(
            f"{weighing.targets.listed[number].date}  {_band(ours)}  {_band(theirs)}  "
            f"{off[1]:+6.0%} {off[0]:+6.0%} {off[2]:+6.0%}  {r_hat:.2f} {ess:6.0f}  "
            f"{words}{'' if has_mixed else ' (not mixed)'}"
        )
    print(
        f"medians within {ALLOWED:.0%} in {agree} of {len(numbers)} years; "
        f"chains mixed in {mixed}"
    )


def _print_modes(weighing: Weighing, sampled: Sampled) -> None:
    """Print what peaks and chains each say about the last years, and open conflicts."""
    values = _values(weighing, sampled)
    last = weighing.targets.of(ANSWER)[-3:]
    shares = mode_weights(weighing.modes)
    print(
        f"\nmedians of {ANSWER} by peak and by chain, Pareto k {weighing.draws.shape:.2f}"
    )
    for number in last:
        ours = [
            f"{np.median(weighing.values[weighing.draws.mode == mode, number]):,.0f}"
            f" ({share:.0%})"
            for mode, share in enumerate(shares)
            if (weighing.draws.mode == mode).any()
        ]
        chains = [f"{np.median(chain):,.0f}" for chain in values[:, :, number]]
        day = weighing.targets.listed[number].date
        print(f"{day}  peaks {', '.join(ours)}; chains {', '.join(chains)}")
    for conflict in weighing.conflicts:
        split = [number for number in last if number in conflict.split]
        for number in split:
            print(
                f"{weighing.targets.listed[number].date}  conflict of "
                f"{weighing.observed.statements[conflict.a].origin[:30]} "
                f"({np.median(conflict.if_a[:, number]):,.0f}) and "
                f"{weighing.observed.statements[conflict.b].origin[:30]} "
                f"({np.median(conflict.if_b[:, number]):,.0f})"
            )


def _band(quantiles: Floats) -> str:
    return "".join(f"{value:8,.0f}" for value in quantiles)
