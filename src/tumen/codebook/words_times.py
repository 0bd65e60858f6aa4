"""Shape of `languages/<language>/times.toml`.

Patterns are regular expressions in lower case, matched without regard to case, with
these gaps: `{month}`, `{weekday}` (as the language writes them, capitals kept),
`{day}`, `{year}`, `{short}`, `{mm}`, `{dd}` (digits), `{part}`, `{season}`, `{count}`, `{unit}`,
`{event}` (a phrase of the public calendar), `{stretch}` (a part of a year named alone),
`{daypart}`, `{holiday}`, `{monthpart}`, `{ordinal}`. A gap may stand twice as `{month2}`,
`{day2}`, `{year2}`. A space matches any white space.
"""

import msgspec


class Part(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Base of the parts of a time table: an unknown key is an error."""


class TimeRule(Part, frozen=True, kw_only=True):
    """A way to name a time.

    Args:
        id: shown as the rule of the slot.
        pattern: see the module.
        reading: name of a reading in `tumen.extract.times_readings`.
        role: what the time is likely for: as_of, now, report, plan, deadline, since,
            bare (a year without a word before it).
        shift: for readings that need one: -1 the one before, 0 this, 1 the next.
        needs_edge: True when it is a time only behind words of an edge.
        anchored: True when it is counted from the time named before it in the same
            paragraph (`two years earlier`); without one it is not resolved.
    """

    id: str
    pattern: str
    reading: str
    role: str = "as_of"
    shift: int = 0
    needs_edge: bool = False
    anchored: bool = False


class Edge(Part, frozen=True, kw_only=True):
    """Words in front of a time that open or close a period.

    Args:
        words: the phrases.
        edge: since, until, before, deadline or during.
        events: True when it makes a period of a public event, too.
    """

    words: tuple[str, ...]
    edge: str
    events: bool = True


class TimeWords(Part, frozen=True, kw_only=True):
    """Tables of `times.toml`; each field is one key.

    Args:
        months, weekdays: number (Monday is 1) by name and abbreviation.
        day_ends: endings of a day number (`5th`).
        counts: numbers in words; articles: may stand before an event.
        units: day, week, month, year or decade by its words.
        parts: first and last month by the phrase for a part of a year.
        month_parts: first and last day by the phrase for a part of a month; the 31st
            stands for its last day.
        ordinals: days of a month in words (`the sixteenth`).
        seasons: first month and number of months by season; winter begins in the
            year before.
        rules: longest match first, then in this order.
        edges: see `Edge`.
        not_over: words behind an event that put its end in the future (`ends`).
        stretches: parts of a year that may stand alone (`the third quarter`), first
            and last month.
        spelled_years: years by the words for them (`nineteen ninety-four`).
        day_parts: words for parts of a day.
        holidays: month and day by name.
        ahead, ahead_stops: words that put a day or month named behind them after the
            publication (`will come in April`), unless one of the others, or a comma,
            stands between.
        behind, past_ends: words, and endings of words, that put it before.
        fillers: words between an edge and its time (`since the`, `about`).
    """

    months: dict[str, int]
    weekdays: dict[str, int]
    day_ends: tuple[str, ...]
    counts: dict[str, int]
    articles: tuple[str, ...]
    units: dict[str, str]
    parts: dict[str, tuple[int, int]]
    seasons: dict[str, tuple[int, int]]
    rules: tuple[TimeRule, ...]
    edges: tuple[Edge, ...]
    not_over: tuple[str, ...]
    fillers: tuple[str, ...]
    stretches: dict[str, tuple[int, int]] = {}
    spelled_years: dict[str, int] = {}
    month_parts: dict[str, tuple[int, int]] = {}
    ordinals: dict[str, int] = {}
    day_parts: tuple[str, ...] = ()
    holidays: dict[str, tuple[int, int]] = {}
    ahead: tuple[str, ...] = ()
    ahead_stops: tuple[str, ...] = ()
    behind: tuple[str, ...] = ()
    past_ends: tuple[str, ...] = ()
