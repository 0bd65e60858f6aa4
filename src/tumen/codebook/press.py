"""The typed shape of a codebook's `press` folder: how an invented press reports a world.

Templates are plain strings. `[a|b]` is a choice, `<name>` one of the ways to say a rule,
`{slot}` is filled from the fact, and `«fact:words»` marks the clause that carries a
fact: the words of its label.
"""

from datetime import date

from tumen.codebook.entry import Entry


class PressSeries(Entry, frozen=True, kw_only=True):
    """A true series of the world, told with the code of a box or arrow.

    Args:
        table, columns: of the world; the columns are summed.
        span: `stock` (a value at the end of each month), `collected` (the running sum
            of a flow since the first month) or `flow` (a sum a year).
    """

    code: str
    element: str
    population: str | None = None
    place: str
    iso: str
    table: str
    columns: tuple[str, ...]
    span: str


class PressFact(Entry, frozen=True, kw_only=True):
    """Something that can be told, and the slots of its label.

    Args:
        kind: figure, event, condition or policy.
        topic: plans choose facts by it.
        where: `host`, `region`, `home`, `destination` or `nowhere`.
        span: what it is about: `stock`, `flow`, `mean` (over a time), `site`,
            `event`, `policy`.
        table, columns: of the world, summed; for `site` the condition of the site, for
            `event` its `count` or `days`, nothing for a statement.
        over: columns that divide the sum; over_table: their table, else `table`.
        factor: on the value: 100 for percent, or another definition.
        per: values of one month are multiplied by it (12: a year's money).
        event: element of the event it needs; outcome: of that event.
        policy: name of the policy in force that it needs.
        at_least, at_most: told only while the value lies between.
        held_most: nobody holds more, however wrong: a day has 24 hours.
        first, last: months in which it can be told (`2019-09`).
        times: names of time forms it may be told with, a habit is told with none.
        words: name of the fact whose sentences it borrows.
        step: values are rounded to it; styles: weights of qualifiers in place of the
            voice's.
        lag: months that the time told lies before that of the main fact.
        ahead: it is a plan: its value is the one of the following year.
        on: the day that its words name, whatever the time form.
        hedge: in place of that of the frame; flags, also: as in labels.
        series: code of the series it speaks about.
    """

    name: str
    kind: str = "figure"
    topic: str
    element: str
    measure: str = "none"
    unit: str | None = None
    population: str | None = None
    where: str = "host"
    span: str
    table: str = ""
    columns: tuple[str, ...] = ()
    over: tuple[str, ...] = ()
    over_table: str = ""
    factor: float = 1.0
    event: str | None = None
    outcome: str | None = None
    policy: str | None = None
    at_least: float = 0.0
    at_most: float = 1e12
    held_most: float = 1e12
    first: str | None = None
    last: str | None = None
    times: tuple[str, ...] = ()
    words: str | None = None
    step: float = 1.0
    styles: dict[str, float] = {}
    lag: int = 0
    ahead: bool = False
    on: date | None = None
    hedge: str | None = None
    flags: tuple[str, ...] = ()
    also: dict[str, tuple[str, ...]] = {}
    series: str | None = None


class PressSentence(Entry, frozen=True, kw_only=True):
    """A clause that tells a fact, without its attribution and its full stop.

    Args:
        fact: the main one; marks may name further facts, which are told with it.
        times: time forms it fits, or `past`; empty fits all that the fact may be told
            with.
        styles: qualifiers it fits, or `number`; empty fits all.
    """

    fact: str
    text: str
    times: tuple[str, ...] = ()
    styles: tuple[str, ...] = ()


class PressFrame(Entry, frozen=True, kw_only=True):
    """A sentence around a clause: who says it, and how surely.

    Args:
        text: with `{clause}` or `{Clause}` (capital letter), and `{voice}`,
            `{Voice}`, `{again}`, `{Again}` (said the second time), `{relay}`,
            `{Relay}`, `{outlet}`.
        place: `first` introduces the voice, `next` goes on with it.
        kinds: speaker kinds it fits; relayed: only for voices that another one cites.
        of_figures: it speaks of numbers, so that only a figure fits.
    """

    text: str
    place: str
    kinds: tuple[str, ...]
    hedge: str = "asserted"
    relayed: bool = False
    of_figures: bool = False


class PressVoice(Entry, frozen=True, kw_only=True):
    """Somebody who tells facts, and what they could know.

    Args:
        speaker: as labels name it; for a person of a site only the description.
        kind: named, pseudonymous, anonymous, institution, document, author.
        forms: ways to introduce it; again: ways to say it the second time.
        relay: the named person who cites it, None when it speaks itself.
        facts: names of facts it tells, and weights.
        bias: mean of the logarithm of what it holds over what is true;
            noise: its standard deviation from statement to statement.
        digits: significant digits it tells, 0 tells all.
        styles: weights of qualifiers.
        delay: least and most months between a count and its telling.
        printed_least: smaller numbers are printed as this one.
        first, last: months in which it speaks.
        estimates: False for an office that counts: it is never said to estimate.
        also: second readings of the speaker.
    """

    name: str
    speaker: str
    kind: str
    forms: tuple[str, ...]
    again: tuple[str, ...]
    relay: str | None = None
    facts: dict[str, float]
    bias: float = 0.0
    noise: float = 0.0
    digits: int = 2
    styles: dict[str, float]
    delay: tuple[int, int] = (0, 3)
    printed_least: float = 0.0
    first: str | None = None
    last: str | None = None
    estimates: bool = True
    also: tuple[str, ...] = ()


class PressTime(Entry, frozen=True, kw_only=True):
    """A way to say when.

    Args:
        name: one of TIMES; texts: with `{year}`, `{month}`, `{day}`, `{weekday}`.
        is_relative: it needs the day of publication to be understood.
    """

    name: str
    texts: tuple[str, ...]
    is_relative: bool = False


class PressOutlet(Entry, frozen=True, kw_only=True):
    """An invented outlet.

    Args:
        site: its domain, ends in `.example`.
        weight: how often it publishes; wire: others copy it.
        layouts: names of layouts its pages have.
        town: in its datelines.
    """

    name: str
    site: str
    weight: float
    is_wire: bool = False
    layouts: tuple[str, ...]
    town: str
    undated: float = 0.0


class PressPlan(Entry, frozen=True, kw_only=True):
    """A kind of page.

    Args:
        weight: how often it is made.
        subject: `nation`, `region`, `site`, `event`, or `none` for
            pages about other things.
        topics: of facts it tells.
        voices: names of voices that may speak first; seconds: that may follow.
        background: names of facts the article itself may add.
        least, most: facts told by the first voice.
        second: chance that another voice follows.
        openings: names of grammar rules for a first paragraph that claims nothing.
        headlines: templates.
        fillers: names of grammar rules for paragraphs that claim nothing.
    """

    name: str
    weight: float
    subject: str
    topics: tuple[str, ...] = ()
    voices: tuple[str, ...] = ()
    seconds: tuple[str, ...] = ()
    background: tuple[str, ...] = ()
    least: int = 1
    most: int = 4
    second: float = 0.0
    openings: tuple[str, ...] = ()
    headlines: tuple[str, ...]
    fillers: tuple[str, ...]


class PressPart(Entry, frozen=True, kw_only=True):
    """A part of a layout.

    Args:
        part: `menu`, `clock`, `logo`, `headline`, `dateline`, `byline`, `tools`,
            `caption`, `body`, `mail`, `related`, `comments`, `cookies`, `invented`,
            `credit`, `copyright` or `plain` (nothing but its marks).
        before, after: around the part; item_before, item_after: around each line.
        chance: that the part stands on a page.
    """

    part: str
    before: str = ""
    after: str = ""
    item_before: str = ""
    item_after: str = ""
    chance: float = 1.0


class PressLayout(Entry, frozen=True, kw_only=True):
    """How a page is built.

    Args:
        suffix: `.html` or `.txt`.
        lead: before the first paragraph, with `{town}`, `{date}`, `{host}`.
        dates: date formats of the dateline, as `strftime` (English names).
    """

    name: str
    suffix: str
    lead: str = ""
    dates: tuple[str, ...]
    parts: tuple[PressPart, ...]


class PressCopies(Entry, frozen=True, kw_only=True):
    """How pages are copied.

    Args:
        reprint, excerpt: chance that a page is copied whole, or its first paragraphs.
        echo: chance that another outlet tells the first fact again, naming the outlet.
        undated: chance that a copy loses its date; late_days: most days it comes later.
        garbled: chance that a copy mangles the digits of its first large number.
        echo_frames: as frames, with `{source}` for the outlet.
    """

    reprint: float
    excerpt: float
    echo: float
    late_days: int
    garbled: float
    echo_frames: tuple[str, ...]
    credits: tuple[str, ...]


class PressPlaces(Entry, frozen=True, kw_only=True):
    """Names of places by what they are to the system, as in the codebook."""

    host: str
    host_iso: str
    home: str
    home_iso: str
    destination: str
    destination_iso: str


class PressRules(Entry, frozen=True, kw_only=True):
    """The whole folder: every file holds some of the keys.

    Args:
        language: ISO 639-1 of the pages.
        amounts: ways to say a qualifier, with `{low}`, `{best}`, `{high}`.
        number_words: words from zero on.
        signs: ways to write a number with its sign, by the slot that asks for it.
        sizes: what words such as million stand for, the smallest first.
        grammar: rules by name.
        pseudonyms: how protected witnesses are named; helpers: names of people who
            help; villages: all of them invented, and never to be released.
        first_names, last_names: of journalists.
        pseudonym_marks: how a page says that a name is not real.
    """

    version: str
    language: str
    places: PressPlaces
    series: tuple[PressSeries, ...]
    facts: tuple[PressFact, ...]
    voices: tuple[PressVoice, ...]
    times: tuple[PressTime, ...]
    frames: tuple[PressFrame, ...]
    sentences: tuple[PressSentence, ...]
    outlets: tuple[PressOutlet, ...]
    layouts: tuple[PressLayout, ...]
    plans: tuple[PressPlan, ...]
    copies: PressCopies
    amounts: dict[str, tuple[str, ...]]
    number_words: tuple[str, ...]
    signs: dict[str, tuple[str, ...]]
    sizes: dict[str, float]
    months: tuple[str, ...]
    weekdays: tuple[str, ...]
    grammar: dict[str, tuple[str, ...]]
    first_names: tuple[str, ...]
    last_names: tuple[str, ...]
    pseudonyms: tuple[str, ...]
    pseudonym_marks: tuple[str, ...]
    villages: tuple[str, ...]
    helpers: tuple[str, ...]


TIMES = (
    "year_end",
    "year",
    "month",
    "month_bare",
    "last_month",
    "last_year",
    "this_year",
    "half",
    "now",
    "day",
    "day_bare",
    "weekday",
    "since",
    "start",
    "next_year",
    "habit",
)
"""Time forms that the reporter can work out."""

GROUPS = {
    "past": tuple(
        name
        for name in TIMES
        if name not in ("now", "since", "start", "next_year", "habit")
    ),
    "number": ("exact", "about", "over", "at_least", "up_to", "under", "between"),
}
"""Short names for many time forms, or many qualifiers, in `times` and `styles`."""

SPANS = ("stock", "flow", "mean", "site", "event", "policy")
