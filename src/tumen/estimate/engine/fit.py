"""Find where the posterior is highest: annealed Gauss-Newton steps.

From a cold start nearly every figure looks like an outlier, and "all are outliers" is a
stable answer. So the noise of all figures is first widened (x12, x5, x2.2) with outliers
switched off, and only the last stage sees them as they are.

A step solves (a I + J' W J) d = g, with J the derivatives of the predictions, W their
curvature, g the gradient and a >= 1 (Levenberg). With fewer rows than parameters the
system is solved in the space of rows:

    (a I + J' W J)^-1 g = (g - B' (a I + B B')^-1 B g) / a,    B = W^(1/2) J.
"""

from dataclasses import dataclass

import numpy as np
from scipy.linalg import cho_factor, cho_solve, cholesky

from tumen.estimate.engine.posterior import Figures, Look, Posterior
from tumen.estimate.engine.system import Floats

STAGES = (12.0, 5.0, 2.2, 1.0)
ENOUGH = 5.0
"""Gain of log p below which an early stage goes on to the next."""
CLOSE = 3e-3
"""Gain of log p below which the last stage ends."""
MOST_STEPS = 60


@dataclass(frozen=True)
class Mode:
    """One peak of the posterior and the bell around it (Laplace).

    Args:
        slopes: B = W^(1/2) J, shape (rows, size): the bell's precision is I + B'B.
        root: lower Cholesky factor of I + B B'.
        log_evidence: log of the mass under the bell, up to a constant that is the
            same for all modes of one posterior: log p - log det(I + B B') / 2.
        jacobian, curve: J and the diagonal of W.
    """

    look: Look
    slopes: Floats
    root: Floats
    log_evidence: float
    jacobian: Floats
    curve: Floats

    @property
    def theta(self) -> Floats:
        """Return where the peak is."""
        return self.look.theta


def find_mode(
    posterior: Posterior,
    start: Floats | None = None,
    stages: tuple[float, ...] = STAGES,
) -> Mode:
    """Return the peak that the stages lead to.

    Args:
        start: where to begin; the middle of the prior when None.
        stages: factors on the noise, the last is 1; `(1.0,)` only climbs on.
    """
    theta = np.zeros(posterior.size) if start is None else start
    look = posterior.look(theta)
    for factor in stages:
        figures = posterior.figures.softened(factor)
        enough = CLOSE if factor == 1.0 else ENOUGH
        look = _climb(posterior, figures, look.theta, enough)
    return settle(posterior, look)


def settle(posterior: Posterior, look: Look) -> Mode:
    """Return the bell around a peak."""
    jacobian = posterior.jacobian(look)
    doubt = look.share * (1 - look.share) * look.slope**2
    curve = np.maximum(-look.share * look.curve - doubt, 0.0)
    slopes = np.sqrt(curve)[:, None] * jacobian
    root = cholesky(slopes @ slopes.T + np.eye(len(slopes)), lower=True)
    log_evidence = look.log_density - float(np.log(np.diag(root)).sum())
    return Mode(look, slopes, root, log_evidence, jacobian, curve)


def _climb(
    posterior: Posterior, figures: Figures, theta: Floats, enough: float
) -> Look:
    look = posterior.look(theta, figures)
    damping = 1.0
    for _ in range(MOST_STEPS):
        jacobian = posterior.jacobian(look)
        pull = look.share * look.slope
        weight = np.maximum(-look.share * look.curve, 0.05 * pull**2)
        gradient = jacobian.T @ pull - look.theta
        found, damping = _step(
            posterior, figures, look, (jacobian, weight, gradient), damping
        )
        if found is None:
            return look
        gain = found.log_density - look.log_density
        look = found
        if gain < enough:
            return look
    return look


def _step(
    posterior: Posterior,
    figures: Figures,
    look: Look,
    local: tuple[Floats, Floats, Floats],
    damping: float,
) -> tuple[Look | None, float]:
    """Return the next point that is no lower, and the damping; None when there is none."""
    for _ in range(12):
        step = _solve(*local, damping)
        found = posterior.look(look.theta + step, figures)
        if found.log_density >= look.log_density - 1e-9:
            return found, max(1.0, damping / 5)
        damping *= 4
    return None, damping


def _solve(
    jacobian: Floats, weight: Floats, gradient: Floats, damping: float
) -> Floats:
    slopes = np.sqrt(weight)[:, None] * jacobian
    rows, size = slopes.shape
    if rows < size:
        inner = slopes @ slopes.T
        inner[np.diag_indices(rows)] += damping
        back = cho_solve(cho_factor(inner, lower=True), slopes @ gradient)
        step: Floats = (gradient - slopes.T @ back) / damping
        return step
    outer = slopes.T @ slopes
    outer[np.diag_indices(size)] += damping
    direct: Floats = cho_solve(cho_factor(outer, lower=True), gradient)
    return direct
