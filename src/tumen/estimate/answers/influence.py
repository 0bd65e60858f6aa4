"""How much each origin moves an answer: one step, without fitting again.

At the peak the posterior is nearly a bell with precision H = I + J' W J. Taking the rows
R of an origin away moves the logarithm of an answer, with gradient g, by

    - c_R' (I - W_R A_RR)^-1 d_R,        c = J H^-1 g,  A = J H^-1 J',

with d the slopes of the rows' log likelihood, and widens its variance by
c_R' (I - W_R A_RR)^-1 W_R c_R. Both follow from the formula for H without R
(Sherman, Morrison, Woodbury); for a single row they are the deletion diagnostics of
Cook and Weisberg, Residuals and Influence in Regression (1982).
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.linalg import cho_solve

from tumen.estimate.engine.fit import Mode
from tumen.estimate.engine.posterior import FLOOR, Posterior
from tumen.estimate.engine.sparse import Weights
from tumen.estimate.engine.system import Floats, Ints


@dataclass(frozen=True)
class Influence:
    """What one-step changes need: c of all rows and targets, and A of all rows.

    Args:
        reach: c, shape (rows, targets); among: A, shape (rows, rows).
        slope, curve: d and W, of each row.
        variance: of the log of each target, under the bell.
    """

    reach: Floats
    among: Floats
    slope: Floats
    curve: Floats
    variance: Floats

    def pull(self, rows: Ints) -> Floats:
        """Return the logs of answers with the rows over answers without, by target."""
        moved: Floats = self.reach[rows].T @ self._freed(rows, self.slope[rows])
        return moved

    def narrowing(self, rows: Ints) -> Floats:
        """Return which share of the variance without the rows they take away, 0 to 1."""
        weighed = self.curve[rows][:, None] * self.reach[rows]
        wider = np.einsum("rt,rt->t", self.reach[rows], self._freed(rows, weighed))
        share: Floats = wider / (self.variance + wider)
        return share

    def _freed(self, rows: Ints, values: Floats) -> Floats:
        within = self.curve[rows][:, None] * self.among[np.ix_(rows, rows)]
        freed = np.linalg.solve(np.eye(len(rows)) - within, values)
        return np.asarray(freed, dtype=np.float64)


def measure_influence(posterior: Posterior, mode: Mode, targets: Weights) -> Influence:
    """Return the influence of all rows on all targets."""
    levels = targets.sums(mode.look.vector) + FLOOR
    by_model = posterior.gradients(mode.look, targets.scaled(1 / levels))
    effects = mode.jacobian.shape[1] - by_model.shape[1]
    gradients = np.pad(by_model, ((0, 0), (0, effects)))
    spread = _spread(mode, gradients)
    return Influence(
        reach=mode.jacobian @ spread.T,
        among=mode.jacobian @ _spread(mode, mode.jacobian).T,
        slope=mode.look.share * mode.look.slope,
        curve=mode.curve,
        variance=np.einsum("tp,tp->t", gradients, spread),
    )


def _spread(mode: Mode, gradients: Floats) -> Floats:
    """Return H^-1 times each gradient, row by row."""
    back = cho_solve((mode.root, True), mode.slopes @ gradients.T)
    spread: Floats = gradients - back.T @ mode.slopes
    return spread


def rows_of(term_of_row: Ints, terms: Sequence[int]) -> Ints:
    """Return the rows of some terms."""
    return np.flatnonzero(np.isin(term_of_row, terms))
