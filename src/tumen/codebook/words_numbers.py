"""Shape of `languages/<language>/numbers.toml`.

Words are lower case; a phrase is written with single spaces and a straight
apostrophe, hyphens stand as their own word (`well - known`). A language without
spaces between words can fill the same tables: `marks_after` for bounds behind the
number, `scales` for its powers (10,000 and so on), `units` for its counters.
"""

import msgspec


class Part(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Base of the parts of a number table: an unknown key is an error."""


class Vague(Part, frozen=True, kw_only=True):
    """Words that give a size without a number (`dozens`).

    Args:
        words: the phrases.
        qualifier: of the closed list of `tumen.records.amount.Qualifier`.
        needs: unit classes of which the counted thing must be; empty takes any.
        flag: set on the quantity, else None.
    """

    words: tuple[str, ...]
    qualifier: str
    needs: tuple[str, ...] = ()
    flag: str | None = None


class UnitWords(Part, frozen=True, kw_only=True):
    """A unit of measurement.

    Args:
        name: as written in claims, plural (`hours`) or ISO currency (`RUB`).
        kind: time, money, distance, percent, people, thing.
        words: plural and singular forms and abbreviations.
        glued: short forms that count only when joined to the digits (`5g`).
        signs: signs that stand before the number (`$`).
        one: singular, to be named behind the `/` of a rate; None when it cannot be.
        rate_of: words joined to this unit that make it a rate, and what it is per:
            `13-hour days` are hours per day.
    """

    name: str
    kind: str
    words: tuple[str, ...]
    glued: tuple[str, ...] = ()
    signs: tuple[str, ...] = ()
    one: str | None = None
    rate_of: dict[str, str] = {}


class Range(Part, frozen=True, kw_only=True):
    """How two numbers are joined to a range (`between` 20 `and` 30).

    Args:
        before: word in front of the first number; empty for none.
        between: words between both.
        change: True when it may tell a change from the first to the second.
        neighbours: True when only numbers next to each other are joined (`18, 19`).
    """

    before: str = ""
    between: tuple[str, ...]
    change: bool = False
    neighbours: bool = False


class Skip(Part, frozen=True, kw_only=True):
    """Numbers that count nothing.

    Args:
        before: phrases directly in front of the number.
        after: phrases directly behind it.
        reason: says what such a number is, e.g. `resolution`.
        kind: of units it is asked for only; empty asks for any number.
        only: numbers it is asked for; empty asks for any.
        unless_before: phrases in front of the number that lift the rule
            (`for two years before`).
        bare: True when a bound in front of the number lifts the rule (`no 5`, but
            `in no case more than 5`).
    """

    reason: str
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    kind: str | None = None
    only: tuple[float, ...] = ()
    unless_before: tuple[str, ...] = ()
    bare: bool = False


class Denial(Part, frozen=True, kw_only=True):
    """Words that turn a bound round: `never had more than 40` is up to 40.

    Args:
        words: phrases that deny (`never`).
        between: single words that may stand between them and the bound.
    """

    words: tuple[str, ...]
    between: tuple[str, ...]


class Smaller(Part, frozen=True, kw_only=True):
    """The smaller unit of a compound amount.

    Args:
        unit: its name.
        size: how many of it one of the larger unit has.
    """

    unit: str
    size: float


class YearFlow(Part, frozen=True, kw_only=True):
    """Amounts that are a flow of the year named behind them (`$20 million in 2014`).

    Args:
        words: words between the amount and the year.
        kind: of the units it is asked for.
        least: smallest such amount; below, the year only dates it.
        per: what it is then per.
    """

    words: tuple[str, ...]
    kind: str
    least: float
    per: str


class NumberWords(Part, frozen=True, kw_only=True):
    """Tables of `numbers.toml`; each field is one key.

    Args:
        ones, tens, scales: values of number words; scales multiply what is before.
        joints: words inside a number (`three hundred and ten`).
        unit_one: words for one before a scale (`a hundred`).
        scale_leads: words before a scale that counts one of itself (`another thousand`).
        compounds: by unit, the smaller one of which a number may follow (`three years
            and two months` are 38 months).
        lasting: words before `a` or a written `one` that make it a duration (`valid
            for a year`); lasting_one those that only make `one` so (`for one year`).
        groups: nouns that count by a number (`two dozen`), with their size.
        short_scales: letters glued to digits (`5m`), with their value.
        sure_letters: single letters among them that always scale; others do behind a
            sign of money and before something that is counted (`3m people`).
        minus, below: words before a number, and behind its unit, that make it less
            than zero.
        one_fates: phrases behind a written `one` that make it count (`one died`, `one
            of them was caught`); one_leads those before `one` and a person (`killed
            one man`); one_counts those before `one` at the end of a phrase (`up from
            one in May`); one_rows words behind it that do so behind another number
            with the same one (`two in Doha and one in Lusail`); not_one words before
            it that keep it from counting (`no one died`).
        repeats: numbers in one word (`twice`), which count before a rate and beside
            one of the goers; goers words for things that come and go, by their unit
            (`the train runs twice a week`).
        lone_one: True when a written `one` counts whatever stands behind it; False
            when only a measured one does.
        rises, falls: words of change right before a number; change_gaps may stand
            between (`fell by another 40`).
        change_row: phrases between two numbers that tell one change (`up 190 points,
            or 2%`).
        year_flow: see the part.
        each, holders: `each room` before a number of people makes it per room.
        marks: qualifier by the phrases in front of the number.
        marks_after: qualifier by the phrases behind it.
        fillers: words between mark and number that change nothing.
        ranges, vague, units, skips: see the parts.
        changes: words of change, of which one stands before `from A to B`.
        shares: phrases for a share without a value (`most`).
        share_guards: words that, behind a share phrase, make it something else
            (`most recent`), and before it (`at most`); `guarded` lists the phrases
            that need guarding, `verbs` those that follow a share of people (`most had`),
            `fraction_before` the guards of fractions.
        fractions: percent by phrase (`two thirds`).
        every: percent by phrases that tell a share unless time follows (`every third
            welder`, not `every third day`).
        share_places: words behind a comma and `most` that make it a share (`, most in
            China`).
        measured_fractions: phrases for a fraction that take a unit (`half a year`);
            not those that are ordinals too (`a third year`).
        fraction_tails: words of which one must follow a fraction, but for the
            sure_fractions (`cut by two thirds`).
        part_of: words between a part and its whole (`140 of 176`).
        out_of: words between a part and a whole that make a share (`in`, `out of`),
            asked only for wholes of at most ten.
        per: words that make a rate before a unit or thing.
        per_of: by kind of unit, words that make a rate of such amounts only (`for an
            hour` of money, `in the month` of days), asked only before a period and
            before per_measures.
        times_unit: what a number of times may count (`entered 900 times`).
        per_things: what a rate can be per, other than units, by its words.
        not_per: words behind `a year` that make it a date (`a year ago`).
        age_hints: words beside which a bare number may be an age.
        per_adverbs: rates in one word (`daily`), before or behind the number.
        rate_gaps: words between the unit and the rate (`three days off per year`).
        row_joints: words that join amounts of one row, along which a rate is lent.
        at_a_time: phrases behind a plural unit that make a duration.
        ages, age_unit: words between both ages by the words before an age range, and
            its unit.
        age_joints: words between numbers of one series (`resolutions 1 and 2`).
        plural_ends: endings of a noun that is counted without being listed.
        decades: value by the words for a decade of life.
        people: plural nouns for people; their numbers count persons.
        people_joined: words joined to a number that count persons (`50-strong`).
        noun_stops: words that end a noun phrase.
        date_words: months and weekdays, beside which a bare number is a date.
        year_words: words before a bare year.
        clock_works: verbs and nouns of work, before hours told by bare numbers (`they
            work from seven to seven`).
        place_leads: words before a place, behind which a number counts (`in Kyoto 40`).
        noun_links: words skipped between a vague number and its noun (`hundreds of the`).
        definite: words before a number that name things already spoken of.
        clock: words behind a clock time.
        clock_unit: rate that the hours between two clock times are told in.
        clock_openings: words before two clock times.
        clock_leads: words before one, which makes an hour of a number.
        clock_joints: words between two clock times, with the opening that each asks
            for, empty for none (`and` only behind `between`).
        clock_names: hour, 0 to 24, by the words for it (`noon`).
        clock_parts: parts of an hour by the words before it (`half past six`).
        clock_ends: words before the second of two times that others part, with the
            qualifier of the hours between both (`come back after ten at night`);
            clock_returns words of which one stands before them.
        hour_leads, hour_guards: words before a bare hour (`at six`), and those that,
            shortly before, make it a number of something (`put the number at six`).
        age_subjects: words before a bare number that is one person's age (`he is`).
        cold_unit: name of the unit of a bare number below zero; cold_tails are words
            behind one that make it so (`it was 20 below`).
        clock_halves: earliest hour of the part of the day named behind an hour.
        denials: see the part.
        tails: flag by the words behind a number whose noun is left out (`11,000 in
            all`): total, more or of_them.
        anaphors: nouns that stand for papers counted before (`cases`).
        wholes: words behind a counted noun that open what it is part of (`two columns
            of men` are two columns).
        abbreviations: words whose point ends no sentence (`mln.`).
        twin_words: words that open a converted amount (`5,000 rubles, or $78`).
    """

    decimal_mark: str
    thousands_marks: str
    ones: dict[str, float]
    tens: dict[str, float]
    scales: dict[str, float]
    groups: dict[str, float]
    short_scales: dict[str, float]
    joints: tuple[str, ...]
    unit_one: tuple[str, ...]
    marks: dict[str, tuple[str, ...]]
    marks_after: dict[str, tuple[str, ...]]
    fillers: tuple[str, ...]
    ranges: tuple[Range, ...]
    changes: tuple[str, ...]
    vague: tuple[Vague, ...]
    units: tuple[UnitWords, ...]
    skips: tuple[Skip, ...]
    shares: tuple[str, ...]
    share_guards: dict[str, tuple[str, ...]]
    fractions: dict[str, float]
    fraction_tails: tuple[str, ...]
    part_of: tuple[str, ...]
    out_of: tuple[str, ...]
    per: tuple[str, ...]
    per_things: dict[str, str]
    not_per: tuple[str, ...]
    age_hints: frozenset[str]
    per_adverbs: dict[str, str]
    rate_gaps: tuple[str, ...]
    row_joints: tuple[str, ...]
    at_a_time: tuple[str, ...]
    ages: dict[str, tuple[str, ...]]
    plural_ends: tuple[str, ...]
    decades: dict[str, float]
    age_unit: str
    age_joints: tuple[str, ...]
    people: tuple[str, ...]
    people_joined: tuple[str, ...]
    noun_stops: tuple[str, ...]
    noun_links: tuple[str, ...]
    date_words: tuple[str, ...]
    year_words: tuple[str, ...]
    clock: tuple[str, ...]
    clock_unit: str
    clock_openings: tuple[str, ...]
    clock_leads: tuple[str, ...]
    clock_joints: dict[str, str]
    clock_names: dict[str, float]
    clock_halves: dict[str, float]
    clock_works: frozenset[str] = frozenset()
    clock_parts: dict[str, float] = {}
    clock_ends: dict[str, str] = {}
    clock_returns: frozenset[str] = frozenset()
    place_leads: frozenset[str] = frozenset()
    denials: tuple[Denial, ...] = ()
    sure_fractions: tuple[str, ...] = ()
    measured_fractions: tuple[str, ...] = ()
    sure_letters: tuple[str, ...] = ()
    minus: tuple[str, ...] = ()
    below: tuple[str, ...] = ()
    lone_one: bool = False
    hour_leads: tuple[str, ...] = ()
    hour_guards: frozenset[str] = frozenset()
    age_subjects: tuple[str, ...] = ()
    cold_unit: str | None = None
    cold_tails: tuple[str, ...] = ()
    scale_leads: tuple[str, ...] = ()
    compounds: dict[str, Smaller] = {}
    lasting: tuple[str, ...] = ()
    lasting_one: tuple[str, ...] = ()
    rises: tuple[str, ...] = ()
    falls: tuple[str, ...] = ()
    change_gaps: tuple[str, ...] = ()
    change_row: tuple[str, ...] = ()
    year_flow: YearFlow | None = None
    each: tuple[str, ...] = ()
    holders: tuple[str, ...] = ()
    one_fates: tuple[str, ...] = ()
    one_leads: tuple[str, ...] = ()
    one_counts: tuple[str, ...] = ()
    one_rows: frozenset[str] = frozenset()
    not_one: frozenset[str] = frozenset()
    repeats: dict[str, float] = {}
    goers: dict[str, tuple[str, ...]] = {}
    per_of: dict[str, tuple[str, ...]] = {}
    per_measures: frozenset[str] = frozenset()
    times_unit: str | None = None
    every: dict[str, float] = {}
    share_places: frozenset[str] = frozenset()
    anaphors: tuple[str, ...]
    wholes: tuple[str, ...]
    tails: dict[str, str]
    abbreviations: tuple[str, ...] = ()
    twin_words: tuple[str, ...]
    definite: tuple[str, ...]
