"""Places of work: where, what trade, how it is there, who is in trouble."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from tumen.codebook.world import Condition, Trade, WorldRules
from tumen.world.population import Flags, Floats, Ints

OPEN = np.iinfo(np.int16).max
YES = "yes"
HOURS = "cond.hours"
PAYMENT_SPREAD = 0.25
"""Standard deviation of the logarithm of what employers pay."""


def _no_ints() -> Ints:
    return np.zeros(0, np.int64)


def _no_floats() -> Floats:
    return np.zeros(0)


def _no_flags() -> Flags:
    return np.zeros(0, np.bool_)


class TradeArrays:
    """The trades of the rules as arrays, one entry a trade.

    Args:
        payment, hours, danger: as in `Trade`.
        edges: cumulative shares of the regions, one row a trade.
    """

    def __init__(self, trades: Sequence[Trade], regions: Sequence[str]) -> None:
        self.payment = np.array([trade.payment for trade in trades])
        self.hours = np.array([trade.hours for trade in trades])
        self.danger = np.array([trade.danger for trade in trades])
        weights = np.array([[t.regions.get(r, 0.0) for r in regions] for t in trades])
        self.edges = np.cumsum(weights / weights.sum(axis=1, keepdims=True), axis=1)


@dataclass(slots=True)
class Sites:
    """One entry a site in every array.

    Args:
        trade, region, firm: numbers in the lists of the rules.
        trades, regions: those lists, regions in order of first mention.
        opened, closed: months; closed is `OPEN` while it is open.
        payment: what the employer pays for one worker, cents a month.
        conditions: one column for each condition of the rules.
        hardship: how hard it is there, 0 at the medians; `leeway`: how easy to get away.
        arrears: months of pay outstanding; `stopped`: the employer does not pay now.
        alarm: how much there is to be afraid of, 0 or more.
        unrest: 1 in a month of unrest, then fading.
        people: workers there; `most`: the most there ever were.
    """

    rules: WorldRules
    trade: Ints = field(default_factory=_no_ints)
    region: Ints = field(default_factory=_no_ints)
    firm: Ints = field(default_factory=_no_ints)
    opened: Ints = field(default_factory=_no_ints)
    closed: Ints = field(default_factory=_no_ints)
    payment: Ints = field(default_factory=_no_ints)
    conditions: Floats = field(init=False)
    hardship: Floats = field(default_factory=_no_floats)
    leeway: Floats = field(default_factory=_no_floats)
    arrears: Floats = field(default_factory=_no_floats)
    stopped: Flags = field(default_factory=_no_flags)
    alarm: Floats = field(default_factory=_no_floats)
    unrest: Floats = field(default_factory=_no_floats)
    people: Ints = field(default_factory=_no_ints)
    most: Ints = field(default_factory=_no_ints)

    trades: "TradeArrays" = field(init=False)
    regions: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        self.conditions = np.zeros((0, len(self.rules.conditions)))
        named = (region for trade in self.rules.trades for region in trade.regions)
        self.regions = tuple(dict.fromkeys(named))
        self.trades = TradeArrays(self.rules.trades, self.regions)

    @property
    def count(self) -> int:
        """How many there are, closed ones too."""
        return len(self.trade)

    def live(self) -> Ints:
        """Return open sites that have workers."""
        return np.flatnonzero((self.closed == OPEN) & (self.people > 0))

    def recount(self, site_of_workers: NDArray[np.int32], month: int) -> None:
        """Count the workers of every site; close those that are empty since a while."""
        self.people = np.bincount(site_of_workers, minlength=self.count)
        np.maximum(self.most, self.people, out=self.most)
        empty = (self.people == 0) & (self.closed == OPEN) & (self.opened < month - 3)
        self.closed[empty] = month
        self.closed[self.people > 0] = OPEN

    def open_sites(
        self, trades: Ints, month: int, law_payment: float, rng: np.random.Generator
    ) -> Ints:
        """Open one site for each trade given; return their numbers."""
        count, first = len(trades), self.count
        payment = self._payments(trades, law_payment, rng)
        conditions = draw_conditions(self.rules, trades, rng)
        nobody, calm = np.zeros(count, np.int64), np.zeros(count)
        self.region = _joined(self.region, self._places(trades, rng))
        self.firm = _joined(self.firm, self._firms(count, rng))
        self.trade = _joined(self.trade, trades)
        self.opened = _joined(self.opened, np.full(count, month))
        self.closed = _joined(self.closed, np.full(count, OPEN))
        self.payment = _joined(self.payment, payment)
        self.conditions = np.vstack([self.conditions, conditions])
        told = self.rules.conditions
        hard = weigh_conditions([c.hardship for c in told], told, conditions)
        easy = weigh_conditions([c.leeway for c in told], told, conditions)
        self.hardship = np.concatenate([self.hardship, hard])
        self.leeway = np.concatenate([self.leeway, easy])
        self.arrears = np.concatenate([self.arrears, calm])
        self.stopped = np.concatenate([self.stopped, np.zeros(count, np.bool_)])
        self.alarm = np.concatenate([self.alarm, calm])
        self.unrest = np.concatenate([self.unrest, calm])
        self.people = _joined(self.people, nobody)
        self.most = _joined(self.most, nobody)
        return np.arange(first, first + count)

    def _payments(
        self, trades: Ints, law_payment: float, rng: np.random.Generator
    ) -> Ints:
        """Return what the employers of new sites pay for one worker, in cents."""
        median = self.trades.payment[trades]
        spread = np.exp(PAYMENT_SPREAD * rng.standard_normal(len(trades)))
        return np.round(100 * law_payment * median * spread).astype(np.int64)

    def _firms(self, count: int, rng: np.random.Generator) -> Ints:
        """Return the firms of new sites: a few of them run most."""
        return (self.rules.firms * rng.random(count) ** 2).astype(np.int64)

    def _places(self, trades: Ints, rng: np.random.Generator) -> Ints:
        """Return the region of each new site, drawn by the weights of its trade."""
        edges = self.trades.edges[trades]
        beyond = rng.random(len(trades))[:, None] > edges[:, :-1]
        return np.asarray(beyond.sum(axis=1), np.int64)


def _joined(held: Ints, fresh: Ints) -> Ints:
    return np.concatenate([held, fresh])


def draw_conditions(
    rules: WorldRules, trades: Ints, rng: np.random.Generator
) -> Floats:
    """Return the conditions of new sites inside their bounds, one row a site.

    Log-normal around the median; daily hours have the median of the site's trade. Yes is
    1 with the chance of the median.
    """
    told = rules.conditions
    shape = (len(trades), len(told))
    median = np.tile([condition.median for condition in told], (len(trades), 1))
    for at, condition in enumerate(told):
        if condition.element == HOURS:
            median[:, at] = np.array([trade.hours for trade in rules.trades])[trades]
    spread = np.array([condition.spread for condition in told])
    drawn = median * np.exp(spread * rng.standard_normal(shape))
    step = np.array([10.0**-condition.digits for condition in told])
    bounds = [c.least for c in told], [c.most for c in told]
    rounded = np.clip(np.round(drawn / step) * step, *bounds)
    is_yes = np.array([condition.unit == YES for condition in told])
    return np.where(is_yes, rng.random(shape) < median, rounded)


def weigh_conditions(
    weights: Sequence[float], conditions: Sequence[Condition], drawn: Floats
) -> Floats:
    """Return how far conditions of sites are from their medians, weighed; see `Condition`."""
    median = np.array([condition.median for condition in conditions])
    is_yes = np.array([condition.unit == YES for condition in conditions])
    away = drawn - median
    felt: Floats = np.where(is_yes, away, away / np.where(median > 0, median, 1.0))
    return np.asarray(felt @ np.array(weights))
