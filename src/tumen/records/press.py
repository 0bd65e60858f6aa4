"""What an invented press wrote about a simulated world, with the truth attached.

Nothing in it is evidence. Every page says INVENTED, and every outlet, voice and person
in it is made up.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from tumen.records.world import INVENTED


@dataclass(frozen=True, slots=True, kw_only=True)
class PressClaim:
    """A label: what a sentence says, in the slots of a claim.

    Args:
        fact: name of the fact in the press rules.
        origin: id that all tellings of one voice's statement share.
        anchor: paragraph that holds the quote, as one line; `at` is where the quote
            begins in it.
        quote: the clause that carries value, unit and subject.
        also: second readings that count as right, by slot.
    """

    fact: str
    origin: str
    anchor: str
    at: int
    quote: str
    kind: str
    element: str
    measure: str = "none"
    low: float | None = None
    best: float | None = None
    high: float | None = None
    unit: str | None = None
    qualifier: str = "none"
    as_of_start: date | None = None
    as_of_end: date | None = None
    place: str | None = None
    iso: str | None = None
    population: str | None = None
    speaker: str
    speaker_kind: str
    via: str | None = None
    chain: tuple[str, ...] = ()
    hedge: str = "asserted"
    flags: tuple[str, ...] = ()
    also: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PressBlock:
    """A piece of a page: its role (`headline`, `body`, ...) and its words, unmarked."""

    role: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PressPage:
    """A page.

    Args:
        name: of its file; content: what stands in the file.
        title: the headline; host: outlet whose page it is; original: whose reporting.
        first, last: days between which it was published; certainty: `day` or
            `interval`.
        origin_doc: name of the page it copies, None for own reporting.
        blocks: in the order of the page.
        masked: names that may never leave, with the reason.
    """

    name: str
    content: str
    title: str
    host: str
    original: str
    first: date
    last: date
    certainty: str
    language: str
    authors: tuple[str, ...] = ()
    origin_doc: str | None = None
    blocks: tuple[PressBlock, ...] = ()
    claims: tuple[PressClaim, ...] = ()
    masked: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PressOrigin:
    """One voice saying one thing, however often it is printed.

    Args:
        value: what the voice itself held, before rounding; None for statements.
        true_value: what the world held by the voice's own definition.
        series: code of the box or arrow it speaks about, None for none.
        world_value: of that code, over the same time.
    """

    id: str
    speaker: str
    speaker_kind: str
    element: str
    as_of_start: date | None
    as_of_end: date | None
    value: float | None
    true_value: float | None
    world_value: float | None
    series: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesRow:
    """What the world held: a stock at the end of a month, a flow over a year."""

    code: str
    element: str
    measure: str
    population: str | None
    place: str
    iso: str
    first: date
    last: date
    value: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Press:
    """All pages about one world; the same world, rules and seed give the same pages.

    Args:
        leaks: strings that nothing released may hold, with the reason.
    """

    codebook: str
    scenario: str
    seed: int
    pages: tuple[PressPage, ...]
    origins: tuple[PressOrigin, ...]
    series: tuple[SeriesRow, ...]
    leaks: tuple[tuple[str, str], ...]
    notice: str = INVENTED
