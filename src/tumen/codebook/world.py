"""The typed shape of a codebook's `world.toml`: rules of the simulated world.

All of it is illustration: set by hand so that a run looks like the public aggregates,
never fitted, never evidence. Time runs in months; money is US dollars a month.
"""

from tumen.codebook.entry import Entry


class Rule(Entry, frozen=True, kw_only=True):
    """A number of the world.

    Args:
        name: short; policies and scenarios multiply it by name.
        value: what it is without policies.
        low, high: bounds it may take, `value` between them; scenarios may not leave
            them, and tests draw from them.
        unit: e.g. `share`, `per month`, `USD/month`, `months`, `people`.
        source: where it comes from; `judgement` with the reason.
    """

    name: str
    label: str
    value: float
    low: float
    high: float
    unit: str
    source: str


class Trade(Entry, frozen=True, kw_only=True):
    """A kind of work.

    Args:
        share: weight among new sites.
        site_people: median size of a site; `site_spread`: standard deviation of the
            logarithm of its size (1: one site in six is nearly three times larger).
        payment: what an employer pays for one worker, USD a month, median over sites.
        hours: hours a day, median over sites.
        danger: deaths are so many times the rule `death`.
        season: twelve factors on arrivals, January first.
        regions: weight of each region by its name in places.toml.
    """

    name: str
    label: str
    share: float
    site_people: float
    site_spread: float
    payment: float
    hours: float
    danger: float
    season: tuple[float, ...]
    regions: dict[str, float]


class Condition(Entry, frozen=True, kw_only=True):
    """A condition of a site (DOMAIN codes) and how it varies between sites.

    Args:
        element: code, e.g. `cond.days_off`.
        unit: as the codebook lists for the element; `yes` for 1 and 0.
        median, spread: of a log-normal draw; for `yes` the median is the share of sites.
        least, most: bounds of a draw.
        digits: after the point.
        hardship: what one unit above the median adds to the hardship felt, in shares of
            the median (yes: what it adds).
        leeway: the same for how easy it is to get away, e.g. fewer minders; it moves
            the logarithm of the chance to flee.
        source: where it comes from.
    """

    element: str
    label: str
    unit: str
    median: float
    spread: float = 0.0
    least: float = 0.0
    most: float = 1.0
    digits: int = 0
    hardship: float = 0.0
    leeway: float = 0.0
    source: str


class Posts(Entry, frozen=True, kw_only=True):
    """How many workers are wanted abroad from a month on.

    Args:
        month: `2005-01`; between two entries the number runs straight.
        share: of all people of the world, 0 to 1.
    """

    month: str
    share: float
    source: str


class Policy(Entry, frozen=True, kw_only=True):
    """A dated order, law or event.

    Args:
        code: element of the codebook it is told as, e.g. `policy.work_permit_ban`.
        first, last: months in force, both included; no last lasts to the end.
        rules: factors on rules by name while it is in force.
        visas: weights of the papers of new arrivals while in force (`work`, `student`,
            `tourist`, `soldier`); the latest policy that gives weights wins.
        closed: the border lets nobody through.
        no_work_papers: work papers lapse at the end of its last month.
        source: where its date comes from.
    """

    name: str
    label: str
    code: str
    first: str
    last: str | None = None
    rules: dict[str, float] = {}
    visas: dict[str, float] = {}
    closed: bool = False
    no_work_papers: bool = False
    source: str


class WorldRules(Entry, frozen=True, kw_only=True):
    """The whole file.

    Args:
        people: eligible people of the built-in run.
        first, months: when it begins, and how long it runs.
        warm_up: months lived before the first and not told, so that people are abroad
            already when it begins.
        roles: code of the box that plays each role; see `ROLES`.
        ways: code of the arrow that each movement counts for, also of those that the
            screen does not draw; see `WAYS`.
        firms: how many sending firms there are.
        counted: whom the number of an event counts, one and many, by its element, e.g.
            `["officer", "officers"]`; for others it counts people.
    """

    version: str
    first: str
    months: int
    warm_up: int = 0
    people: int
    firms: int
    roles: dict[str, str]
    ways: dict[str, str]
    rules: tuple[Rule, ...]
    trades: tuple[Trade, ...]
    conditions: tuple[Condition, ...] = ()
    posts: tuple[Posts, ...]
    policies: tuple[Policy, ...] = ()
    counted: dict[str, tuple[str, str]] = {}


class WorldScenario(Entry, frozen=True, kw_only=True):
    """What a run changes.

    Args:
        name: of the file.
        rules: factors on rules by name, for the whole run.
        without: names of policies that do not happen.
        policies: further policies, or others in place of those of the same name.
        people, months, first, posts: in place of those of the rules.
    """

    name: str
    label: str
    rules: dict[str, float] = {}
    without: tuple[str, ...] = ()
    policies: tuple[Policy, ...] = ()
    people: int | None = None
    months: int | None = None
    first: str | None = None
    posts: tuple[Posts, ...] = ()
    source: str


ROLES = (
    "pool",
    "selected",
    "travelling",
    "work",
    "student",
    "tourist",
    "lapsed",
    "soldier",
    "hiding",
    "attempting",
    "held",
    "applicant",
    "recognised",
    "onward",
    "resettled",
    "returned",
    "dead",
)
"""States of a person, in the order of their numbers in the simulation."""

WAYS = {
    "selection": (("pool",), ("selected",)),
    "dispatch": (
        ("selected", "travelling", "returned"),
        ("travelling", "working", "soldier"),
    ),
    "visa_switch": (("work",), ("student", "tourist")),
    "lapse": (("work", "student", "tourist"), ("lapsed",)),
    "site_move": (("working",), ("working",)),
    "rotation": (("working", "soldier"), ("returned",)),
    "recall": (("working", "travelling"), ("returned",)),
    "forced_return": (
        ("hiding", "attempting", "held", "applicant"),
        ("returned",),
    ),
    "flight": (("working",), ("hiding",)),
    "attempt": (("hiding", "working"), ("attempting",)),
    "interception": (("attempting",), ("held",)),
    "application": (("attempting",), ("applicant",)),
    "recognition": (("applicant",), ("recognised",)),
    "refusal": (("applicant",), ("held", "hiding")),
    "expiry": (("recognised",), ("hiding",)),
    "onward": (("recognised",), ("onward",)),
    "resettlement": (("onward",), ("resettled",)),
    "contract_end": (("working",), ("returned",)),
    "death": (("working", "hiding", "held"), ("dead",)),
    "crossing": (("pool",), ("attempting",)),
    "stranded": (("working", "travelling"), ("working", "travelling")),
    "reclassified": (("soldier", "working"), ("working", "soldier")),
}
"""From which states to which each movement may lead; `working` stands for the papers."""

WORKING = ("work", "student", "tourist", "lapsed")

PAPERS = ("work", "student", "tourist", "soldier")
"""What a new arrival may be."""

RULES = frozenset(
    {
        "abducted",
        "accident",
        "accident_dead",
        "accident_fear",
        "alarm",
        "apply",
        "arrears_end",
        "arrears_start",
        "arrears_told",
        "arrears_weight",
        "arrive_south",
        "attempt",
        "attempt_work",
        "bribe",
        "caught",
        "company",
        "contagion",
        "course",
        "crossing",
        "death",
        "debt_share",
        "demand",
        "dispatch",
        "draft",
        "expire",
        "fear_fades",
        "fear_weight",
        "firm_cut",
        "flight",
        "flight_fear",
        "found",
        "gives_in",
        "hardship_weight",
        "held_death",
        "held_return",
        "helper_arrest",
        "helper_back",
        "helpers",
        "hiding_death",
        "hostage",
        "lead",
        "mixed_papers",
        "onward",
        "other_entries",
        "pace",
        "paper_student",
        "paper_tourist",
        "paper_work",
        "payment",
        "permit_excess",
        "punished_fear",
        "raid",
        "raid_fear",
        "recall",
        "recall_fear",
        "recall_flight",
        "reclassify",
        "recognise",
        "refuse",
        "refuse_held",
        "renew",
        "renew_closed",
        "repeat_request",
        "rest",
        "rotation",
        "sick",
        "site_move",
        "soldiers_home",
        "state_share",
        "strike_share",
        "student_share",
        "switch",
        "switch_at_end",
        "temporary",
        "tour_short",
        "tour_spread",
        "tour_work",
        "transport",
        "unrest",
        "violence",
        "waves",
    }
)
"""Names of all rules that the simulation asks for."""
