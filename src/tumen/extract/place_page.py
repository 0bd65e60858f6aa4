"""The places a page names, all that points to countries, and claims that ask for one."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tumen.codebook.schema import Codebook, Element, Place
from tumen.extract.amounts import Quantity
from tumen.extract.compiled import once
from tumen.extract.figure_clause import VERBAL, Surroundings
from tumen.extract.figure_places import Located, PagePlaces
from tumen.extract.frame import Frame
from tumen.extract.place_marks import (
    Mark,
    country_of_outlet,
    currency_country,
    find_marks,
)
from tumen.extract.places import PlaceMention
from tumen.extract.standing import Claimed
from tumen.extract.towns import find_towns
from tumen.records.span import Span

FIGURE, STATEMENT = "figure", "statement"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceAsked:
    """A claim whose place is looked for.

    Args:
        claimed: its words.
        currency: country whose money its amount is in.
        context: what else is known of it, as names of features.
        before: country of the claim before it, None without one.
    """

    claimed: Claimed
    currency: str | None
    context: tuple[str, ...]
    before: str | None


def place_of_figure(
    frame: Frame,
    quantity: Quantity,
    around: Surroundings,
    element: Element,
    before: str | None,
) -> PlaceAsked:
    """Ask for the place a number is about."""
    claimed = Claimed.at(frame.analysis, around.clause, quantity.span)
    return PlaceAsked(
        claimed=claimed,
        currency=currency_country(quantity.unit, frame.codebook),
        context=(
            FIGURE,
            f"kind:{quantity.kind}",
            *_of_element(element, FIGURE),
            *_verbs(frame, around.clause),
        ),
        before=before,
    )


def place_of_statement(frame: Frame, span: Span, element: Element) -> PlaceAsked:
    """Ask for the place a clause without a number is about."""
    return PlaceAsked(
        claimed=Claimed.at(frame.analysis, span, span),
        currency=None,
        context=(STATEMENT, *_of_element(element, STATEMENT), *_verbs(frame, span)),
        before=None,
    )


def _of_element(element: Element, form: str) -> Iterator[str]:
    family, _, rest = element.code.partition(".")
    yield f"{form}/family:{family}"
    yield f"element:{element.code}"
    yield f"where:{element.where}"
    yield from (f"code:{word}" for word in rest.split("_"))


def _verbs(frame: Frame, span: Span) -> Iterator[str]:
    tokens = frame.analysis.tokens
    for i in frame.analysis.tokens_in(span):
        if tokens[i].pos in VERBAL:
            yield f"verb:{tokens[i].lemma}"


@dataclass(frozen=True, slots=True)
class PlacePage:
    """The places of a page and all that points to countries, ready to be asked.

    Args:
        known: mentions in the body, those that describe voices too, by name and in
            order of the text.
        counts: mentions of each country; `first` the one named first.
        titled, dateline: countries in the headlines, and in datelines.
        marks: words that point to a country without naming it.
        own: country of the page's outlet.
        guessed: small places whose country the page does not name.
    """

    places: PagePlaces
    known: Mapping[str, Sequence[PlaceMention]]
    counts: Counter[str]
    first: str | None
    titled: frozenset[str]
    dateline: frozenset[str]
    marks: tuple[Mark, ...]
    own: str | None
    guessed: frozenset[str]

    @classmethod
    def of(cls, places: PagePlaces) -> "PlacePage":
        """Look over a page once."""
        known: dict[str, list[PlaceMention]] = {}
        home = places.frame.codebook.home
        guessed = _guessed(places)
        for mention in sorted((*places.told, *guessed), key=lambda m: m.span):
            known.setdefault(mention.name, []).append(mention)
        isos = [m.iso for m in places.told if m.iso and m.iso != home]
        return cls(
            places,
            known,
            Counter(isos),
            isos[0] if isos else None,
            frozenset(m.iso for m in places.headlines if m.iso),
            frozenset(m.iso for m in places.dateline if m.iso),
            find_marks(places.frame),
            country_of_outlet(places.frame),
            frozenset(m.name for m in guessed) - {m.name for m in places.told},
        )

    def names(
        self, asked: PlaceAsked, voice: str | None, by_rules: Located
    ) -> Iterator[tuple[str, str | None, str | None]]:
        """Yield name, country and level of every place, each name once.

        Args:
            voice: country of the body that vouches for the claim.
        """
        codebook = self.places.frame.codebook
        found: dict[str, tuple[str | None, str | None]] = {
            name: (ms[0].iso, ms[0].level) for name, ms in self.known.items()
        }
        found |= {m.name: (m.iso, m.level) for m in self.places.dateline}
        found |= {m.name: (m.iso, m.level) for m in self.places.headlines}
        isos = {
            *(iso for iso, _ in found.values()),
            *(mark.iso for mark in self.marks),
            asked.currency,
            voice,
            self.own,
            codebook.home,
            *codebook.hosts[:1],
            *codebook.destinations,
        }
        for place in _countries(codebook):
            if place.iso in isos:
                found.setdefault(place.name, (place.iso, place.level))
        if by_rules.name:
            found.setdefault(by_rules.name, (by_rules.iso, by_rules.level))
        for name, (iso, level) in found.items():
            yield name, iso, level


@once
def _countries(codebook: Codebook) -> tuple[Place, ...]:
    return tuple(p for p in codebook.places if p.level == "country" and p.iso)


def _guessed(places: PagePlaces) -> tuple[PlaceMention, ...]:
    """Return small places of the host countries that the page itself does not name."""
    frame = places.frame
    end = len(frame.document.text)
    hosts = tuple(
        PlaceMention(
            Span(end, end + 1), p.name, p.iso, p.level, literal=True, located=False
        )
        for p in frame.codebook.places
        if p.level == "country" and p.iso in frame.codebook.hosts
    )
    known = (*places.told, *places.headlines, *hosts)
    windows = frame.analysis.paragraphs
    return find_towns(frame.document.text, windows, known, frame.codebook)
