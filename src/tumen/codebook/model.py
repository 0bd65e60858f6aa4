"""The typed shape of a codebook's `model.toml`: the system as stocks, flows and figures.

Time runs in months. Every uncertain quantity has a prior that is normal on the log
scale: `median` is its middle and `log_sd` the standard deviation of its logarithm
(0.7: two thirds of the mass within a factor of two).
"""

from tumen.codebook.entry import Entry


class Compartment(Entry, frozen=True, kw_only=True):
    """People who are in one state at a time.

    Args:
        name: short, used by the other entries.
        label: as people say it.
        median, log_sd: of the number of people in the first month; a median of 0
            starts the compartment empty (those that only collect: returned, dead).
    """

    name: str
    label: str
    median: float = 0.0
    log_sd: float = 0.0


class Rate(Entry, frozen=True, kw_only=True):
    """How fast people move.

    Args:
        median: people a month for arrivals from outside; else the hazard of one
            person in a month (0.03: three in a hundred leave).
        log_sd: how uncertain its level over all years is.
        drift_sd: how far it wanders around that level, as the standard deviation of
            a stationary Ornstein-Uhlenbeck process; 0 keeps it constant.
        half_life_years: time after which half of a deviation has died away.
        source: where the numbers come from.
    """

    name: str
    label: str
    median: float
    log_sd: float
    drift_sd: float = 0.0
    half_life_years: float = 1.0
    source: str


class Flow(Entry, frozen=True, kw_only=True):
    """A way from one compartment to another.

    Args:
        name: short; several flows may share a rate.
        source: a compartment, or `outside` for arrivals.
        target: a compartment.
    """

    name: str
    source: str
    target: str
    rate: str


class Effect(Entry, frozen=True, kw_only=True):
    """What an intervention does to one rate: its log changes by `mean` +- `sd`."""

    rate: str
    mean: float
    sd: float


class Intervention(Entry, frozen=True, kw_only=True):
    """A dated policy or event that changes rates while it is in force.

    Args:
        first, last: months it is in force (`2017-09`), both included; no `last` means
            to the end. Its effect is a prior, not a fact.
        cliff: True when stocks may change so fast in it that a figure dated only to a
            longer time must not be compared with the mean of that time.
        source: the act or announcement.
    """

    name: str
    label: str
    first: str
    last: str | None = None
    cliff: bool = False
    effects: tuple[Effect, ...]
    source: str


class Observable(Entry, frozen=True, kw_only=True):
    """What a kind of figure counts, in terms of the model.

    Args:
        elements, measures, populations, isos, houses: which claims; empty allows all.
            The first observable that fits is taken.
        first, last: months (`2019-09`) between which figures count this, None for
            always: the way to say that a house counts otherwise from then on.
        stock: compartments it is the sum of, at a time.
        flow: flows it is the sum of, over a period.
        of_stock: with these compartments below the line the figure is a share.
        mean, log_sd: prior of the definition effect: the log of what such figures
            count, over what the model counts. Registrations are more than arrivals.
        bound: `figure` reads the words as they are; `ceiling` reads every number as
            "up to" (one person crosses a border several times).
        note: why it is read so, shown with the estimate.
    """

    name: str
    label: str
    elements: tuple[str, ...]
    measures: tuple[str, ...]
    populations: tuple[str, ...] = ()
    isos: tuple[str, ...] = ()
    houses: tuple[str, ...] = ()
    first: str | None = None
    last: str | None = None
    stock: tuple[str, ...] = ()
    flow: tuple[str, ...] = ()
    of_stock: tuple[str, ...] = ()
    mean: float = 0.0
    log_sd: float = 0.0
    bound: str = "figure"
    note: str


class DefinitionBreak(Entry, frozen=True, kw_only=True):
    """A day from which a house counts an observable in another way.

    The model means the newest way. Figures about earlier times get a definition effect
    of their own, so that a recount is not read as a departure.

    Args:
        houses: whose figures; empty means everybody's.
        first: first month of the new way.
        log_sd: how far the old way may differ from it.
    """

    name: str
    observable: str
    houses: tuple[str, ...] = ()
    first: str
    log_sd: float
    source: str


class House(Entry, frozen=True, kw_only=True):
    """Who publishes figures: an institution, or a kind of voice.

    Args:
        code: as `house` of the codebook's institutions.
        voices: names of speakers that belong to it; an institution or document whose
            name begins with one belongs to it too.
        kinds: speaker kinds it stands for when nothing else is known of the voice.
            Each such voice then has a bias of its own.
        noise: log sd of one figure around what the house believes.
        bias_mean, bias_sd: prior of the bias all its figures share; negative where the
            house gains from a low count.
        official: True when "all official figures" means it too.
    """

    code: str
    label: str
    voices: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    noise: float
    bias_mean: float = 0.0
    bias_sd: float
    official: bool = False
    source: str


class SharedRecord(Entry, frozen=True, kw_only=True):
    """One register that several houses quote: its error is theirs together."""

    name: str
    label: str
    houses: tuple[str, ...]
    observables: tuple[str, ...]
    log_sd: float
    source: str


class PartOfWhole(Entry, frozen=True, kw_only=True):
    """A place whose counts are a share of the country's.

    Args:
        place: canonical name of the codebook.
        median, log_sd: of the share.
        observables: for which the share holds.
    """

    place: str
    median: float
    log_sd: float
    observables: tuple[str, ...]
    source: str


class WordRange(Entry, frozen=True, kw_only=True):
    """What a vague word may stand for: from `low` to `high`."""

    qualifier: str
    low: float
    high: float
    source: str


class Disclosure(Entry, frozen=True, kw_only=True):
    """A house that prints small numbers as one: the value `printed` means low to high."""

    house: str
    printed: float
    low: float
    high: float
    source: str


class ModelAnswer(Entry, frozen=True, kw_only=True):
    """A series the model answers.

    Args:
        code: of the box or arrow on the system screen.
        element, measure, population, place, iso, unit: the series of claims.
        stock, flow: what it is the sum of; a flow is summed over calendar years.
    """

    code: str
    label: str
    element: str
    measure: str
    population: str | None = None
    place: str
    iso: str
    unit: str = "persons"
    stock: tuple[str, ...] = ()
    flow: tuple[str, ...] = ()


class Rules(Entry, frozen=True, kw_only=True):
    """When an answer is given, and when it is two.

    Args:
        least_evidence: share of the prior's width that figures must have taken away
            (0 nothing learnt, 1 all); below it there is no estimate.
        least_origins, origin_months: independent origins that must speak about the
            series within so many months around the date.
        conflict_factor: when a conflict moves the median by more than this factor, the
            answer is two conditional estimates.
        outlier: prior chance that a figure has nothing to do with what it counts.
        outlier_width: width on the log scale over which such a figure may lie.
    """

    least_evidence: float
    least_origins: int
    origin_months: int
    conflict_factor: float
    outlier: float
    outlier_width: float


class MoneyFactor(Entry, frozen=True, kw_only=True):
    """One factor of an income: its prior, and the claims that speak about it.

    Args:
        name: `payment` and `share`, or as the incomes name it.
        elements, units: which claims; amounts in other currencies are converted.
        median, log_sd: prior; a share is a fraction from 0 to 1.
        most: largest value it can have, None without one.
    """

    name: str
    label: str
    elements: tuple[str, ...]
    unit: str
    median: float
    log_sd: float
    most: float | None = None
    source: str


class Income(Entry, frozen=True, kw_only=True):
    """Money a year: people present x 12 x its factors.

    Args:
        code: of the money step on the screen.
        answer: code of the answer that counts the people.
        factors: multiplied; one written `1-share` enters as what is left of it.
    """

    code: str
    label: str
    element: str
    answer: str
    factors: tuple[str, ...]
    unit: str = "USD/year"
    place: str
    iso: str
    population: str | None = None


class ExchangeRate(Entry, frozen=True, kw_only=True):
    """Units of a currency for one US dollar, mean of a year."""

    currency: str
    per_usd: dict[str, float]
    source: str


class Scenario(Entry, frozen=True, kw_only=True):
    """A what-if: rates that change, or people who come, in the months ahead.

    Args:
        months: how long it is in force from the first month ahead; None to the end.
        arrivals: people more, spread evenly over `months`.
        into: compartment they come to.
    """

    name: str
    label: str
    months: int | None = None
    effects: tuple[Effect, ...] = ()
    arrivals: float = 0.0
    into: str | None = None
    source: str


class Need(Entry, frozen=True, kw_only=True):
    """What counts as unmet need for protection in a scenario.

    Args:
        unprotected: compartments of people without protection.
        returned: flows of people sent back against their will.
        beside: codes of answers that are projected beside it.
    """

    unprotected: tuple[str, ...]
    returned: tuple[str, ...]
    beside: tuple[str, ...] = ()


class Model(Entry, frozen=True, kw_only=True):
    """A whole model; see `tumen.codebook.check_model` for what must hold.

    Args:
        version: of the numbers, apart from the codebook's.
        first: first month (`2005-01`).
        knot_months: months between the knots of a wandering rate.
    """

    version: str
    first: str
    knot_months: int = 3
    rules: Rules
    compartments: tuple[Compartment, ...]
    rates: tuple[Rate, ...]
    flows: tuple[Flow, ...]
    interventions: tuple[Intervention, ...] = ()
    observables: tuple[Observable, ...]
    breaks: tuple[DefinitionBreak, ...] = ()
    houses: tuple[House, ...]
    records: tuple[SharedRecord, ...] = ()
    parts: tuple[PartOfWhole, ...] = ()
    words: tuple[WordRange, ...] = ()
    disclosures: tuple[Disclosure, ...] = ()
    answers: tuple[ModelAnswer, ...]
    money: tuple[MoneyFactor, ...] = ()
    incomes: tuple[Income, ...] = ()
    currencies: tuple[ExchangeRate, ...] = ()
    scenarios: tuple[Scenario, ...] = ()
    need: Need | None = None
