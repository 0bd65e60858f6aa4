"""The typed shape of a codebook; every field is one key of its TOML files."""

from fnmatch import fnmatchcase
from functools import lru_cache
from pathlib import Path

import msgspec

from tumen.codebook.entry import Entry
from tumen.codebook.gazetteer import Gazetteer
from tumen.codebook.language import Language
from tumen.codebook.model import Model
from tumen.codebook.weights import Weights

THINGS = "things"
"""Among the units of an element: anything that can be counted, but people."""
NO_THINGS = frozenset({"persons", "percent", "times"})
UNITS_KEPT = 20_000
"""Units whose elements are remembered; a page asks for the same few again and again."""


class Example(Entry, frozen=True, kw_only=True):
    """A sentence of our own and what must, or must not, be read from it.

    Args:
        text: the sentence.
        expect: JSON slots the claim of this element must have, e.g.
            `{low = 13, unit = "hours/day"}`; empty asks for the element alone.
    """

    text: str
    expect: dict[str, str | float | None] = {}


class Element(Entry, frozen=True, kw_only=True):
    """One thing a claim can be about.

    Args:
        code: e.g. `people.present`.
        kinds: claim kinds it may have (figure, event, condition, policy).
        measures: allowed measures, the likeliest first; empty for no figure.
        units: allowed units, the likeliest first; empty allows any. `persons/*` allows
            what is per anything, `things` any countable things; see `allows`.
        cues: groups of words and phrases; see `tumen.extract.elements`.
        not_when: words whose presence speaks against it.
        evidence_for: code of the series its figures are evidence for; None keeps
            them out of every series, and `not_evidence` says why.
        indicator: ILO indicator it can evidence, else None.
        undated: True for habits, terms and rates: what has no date in its words stays
            without one, instead of being about the day of publication.
        where: which places such a claim is about: `host` countries, the
            `destination` people went on to, or `any`.
        examples, counter_examples: run as tests; each element has both.
    """

    code: str
    kinds: tuple[str, ...]
    label: str
    definition: str
    measures: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    cues: dict[str, tuple[str, ...]] = {}
    not_when: tuple[str, ...] = ()
    evidence_for: str | None = None
    not_evidence: str | None = None
    indicator: str | None = None
    undated: bool = False
    where: str = "host"
    examples: tuple[Example, ...]
    counter_examples: tuple[Example, ...]

    def allows(self, unit: str | None) -> bool:
        """Tell whether its figures may be counted in a unit."""
        return not self.units or (unit is not None and _is_listed(unit, self.units))


@lru_cache(maxsize=UNITS_KEPT)
def _is_listed(unit: str, units: tuple[str, ...]) -> bool:
    if unit in units or any(fnmatchcase(unit, allowed) for allowed in units):
        return True
    return THINGS in units and "/" not in unit and unit not in NO_THINGS


class Outlet(Entry, frozen=True, kw_only=True):
    """A publisher or agency and its habits.

    Args:
        kind: wire, broadcaster, paper, site, tabloid, aggregator, mirror, blog.
        aliases: other spellings, abbreviations and domain names.
        affiliate_of: canonical name of the outlet it shares a newsroom with.
        language: ISO 639-1 it writes in first; `country`: ISO 3166-1 alpha-2.
    """

    name: str
    kind: str
    aliases: tuple[str, ...] = ()
    affiliate_of: str | None = None
    language: str | None = None
    country: str | None = None


class Institution(Entry, frozen=True, kw_only=True):
    """A body that speaks: ministry, agency, think tank, UN body.

    Args:
        stake: who gains from a `low` or a `high` figure, else None.
        house: short code of the house its figures belong to, e.g. `ru_official`.
    """

    name: str
    aliases: tuple[str, ...] = ()
    kind: str = "institution"
    house: str | None = None
    stake: str | None = None
    country: str | None = None


class Place(Entry, frozen=True, kw_only=True):
    """A place at city, region or country level; never finer.

    Args:
        level: world, country, region, city, border.
        within: name of the place that contains it, None for the world.
        names: names by language (`en`, `ko`, `ru`, `zh`), aliases included.
        adjectives: words by language that only associate with it ("Russian").
        speaks: True for a capital whose name often stands for its government.
        region: the name that stands for it when it must be coarsened.
        lat, lon: degrees, town centre, two decimals at most; None when not drawn.
    """

    name: str
    level: str
    iso: str | None = None
    within: str | None = None
    names: dict[str, tuple[str, ...]] = {}
    adjectives: dict[str, tuple[str, ...]] = {}
    speaks: bool = False
    region: str | None = None
    lat: float | None = None
    lon: float | None = None


class Population(Entry, frozen=True, kw_only=True):
    """A group of people that can be counted.

    Args:
        name: as written in claims, e.g. `NK workers`.
        words: phrases by language that name it, the longest first.
        role: own_workers, own_nationals, military, officers, refugees, escaped,
            helpers, other_workers, managers.
        at_risk: True when the protection policy guards its members.
    """

    name: str
    role: str
    words: dict[str, tuple[str, ...]]
    at_risk: bool = False


class Box(Entry, frozen=True, kw_only=True):
    """A compartment of people on the system screen.

    Args:
        column, row: place on the screen; column 0 is the home country.
        within: code of the box that contains it (visa classes in `dispatched`).
        elements: whose claims count for it; `measures` which of their measures.
        mistaken: elements whose figures are often read as this count; they are shown
            beside it as excluded, with the element's `not_evidence`.
        populations: names that must match; empty allows all evidence populations.
        isos: countries the claims must be about; empty allows all.
        annual: True when only yearly national values may be shown anywhere.
    """

    code: str
    label: str
    definition: str
    column: int
    row: int
    within: str | None = None
    elements: tuple[str, ...] = ()
    mistaken: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()
    populations: tuple[str, ...] = ()
    isos: tuple[str, ...] = ()
    annual: bool = False


class Arrow(Entry, frozen=True, kw_only=True):
    """A transition between boxes (`T1`...)."""

    code: str
    label: str
    definition: str
    source: str
    target: str
    elements: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()
    isos: tuple[str, ...] = ()
    annual: bool = False


class MoneyStep(Entry, frozen=True, kw_only=True):
    """A step of the money band (`M1` employer pays ... `M4` kept).

    Args:
        pay: column of a simulated world's `money` table that it shows, else empty.
    """

    code: str
    label: str
    definition: str
    column: int
    elements: tuple[str, ...] = ()
    pay: str = ""


class PublicEvent(Entry, frozen=True, kw_only=True):
    """A dated public event, to resolve words (`since the war`) and check captions.

    Args:
        words: phrases by language that stand for it in time expressions.
        mentions: words that must all stand in a caption to be about it.
        ahead: words by language that all stand in a sentence which speaks of it as
            still to come in the same year; `a|b` asks for one of them.
        source: where the date can be checked.
    """

    code: str
    label: str
    first: str
    last: str
    words: dict[str, tuple[str, ...]] = {}
    mentions: tuple[str, ...] = ()
    ahead: dict[str, tuple[str, ...]] = {}
    source: str


class Question(Entry, frozen=True, kw_only=True):
    """A question the codebook can answer from claims.

    Args:
        reading: what is understood, shown with the answer.
        words: by language, groups of words; every group needs one of its words in
            the question. A question with more groups matched wins.
        element, measures: whose answers are given, best first.
        example: a question in these words, shown to the user.
    """

    code: str
    reading: str
    words: dict[str, tuple[tuple[str, ...], ...]]
    element: str
    measures: tuple[str, ...]
    example: str


class TableColumn(Entry, frozen=True, kw_only=True):
    """A column of an official series: which figure its numbers are."""

    column: str
    element: str
    measure: str
    unit: str
    population: str


class TableFormat(Entry, frozen=True, kw_only=True):
    """A table recognised by its header.

    Args:
        header: column names that must all be present.
        date_column: column holding the year (or day) of the row.
        as_of: `year` (whole year) or `year_end` (31 December).
        columns: what each figure column states.
        speaker, speaker_kind, place, iso, hedge: the same for every row.
    """

    name: str
    header: tuple[str, ...]
    date_column: str
    as_of: str
    columns: tuple[TableColumn, ...]
    speaker: str
    speaker_kind: str
    place: str
    iso: str
    source: str
    hedge: str = "asserted"


class Codebook(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A whole codebook.

    Args:
        name: folder name; `version`: of this data, apart from the code's.
        undrawn: arrows that no screen draws: they join the same boxes as another one,
            or stay inside one.
        home: ISO code of the sending state; `hosts`: of the receiving ones.
        destinations: ISO codes of states that people go on to for good.
        terms: words by language of which a relevant page has at least one.
        signs: words by language of which two do as well; those inside one of
            `not_signs` do not count.
        public_names: heads of state and officials who speak for a body in public; the
            protection policy lets their names out.
        model: stocks, flows and priors; None leaves the case with envelopes.
        gazetteer: small places beside those listed; None without any.
        classes: groups of words by language that cues of statements name with `@`.
        learned: weights of the models that choose among its elements
            (`learned/*.json`); without them the rules choose alone.
        encoder: file of a transformer that reads along where it is asked for
            (`learned/encoder.npz`); None without one.
    """

    name: str
    version: str
    title: str
    home: str
    hosts: tuple[str, ...]
    destinations: tuple[str, ...] = ()
    terms: dict[str, tuple[str, ...]]
    signs: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
    not_signs: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
    elements: dict[str, Element]
    outlets: tuple[Outlet, ...]
    institutions: tuple[Institution, ...]
    places: tuple[Place, ...]
    populations: tuple[Population, ...]
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]
    undrawn: tuple[Arrow, ...] = ()
    money: tuple[MoneyStep, ...]
    calendar: tuple[PublicEvent, ...]
    tables: tuple[TableFormat, ...]
    questions: tuple[Question, ...]
    languages: dict[str, Language]
    public_names: tuple[str, ...] = ()
    model: Model | None = None
    gazetteer: Gazetteer | None = None
    classes: dict[str, dict[str, tuple[str, ...]]] = {}
    learned: dict[str, Weights] = {}
    encoder: Path | None = None
