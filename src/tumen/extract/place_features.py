"""Which places a claim may be about, and what speaks for each."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from tumen.codebook.schema import Codebook
from tumen.extract.attribution import link_at
from tumen.extract.compiled import latest
from tumen.extract.figure_places import WORLD, Located
from tumen.extract.names_between import NamesBetween
from tumen.extract.place_marks import country_of_body
from tumen.extract.place_page import PlaceAsked, PlacePage
from tumen.extract.places import PlaceMention, contains
from tumen.extract.ranking import Crossed, Evidence, present
from tumen.extract.standing import Standing, describes_noun, standing_of
from tumen.extract.stretches import Stretches
from tumen.extract.voice_page import voices_of
from tumen.records.span import Span

MANY = 3
"""More countries between are not told apart."""
GAPS = (("next", 1), ("near", 4), ("middle", 10))
"""Names of distances, and how many tokens they have at most."""
NOWHERE = "none"


@dataclass(frozen=True, slots=True)
class PlaceCandidate:
    """A place that a claim may be about, None for none or several.

    Args:
        mention: where the page names it nearest to the claim, None when it does not.
    """

    name: str | None
    iso: str | None
    level: str | None
    mention: PlaceMention | None
    evidence: Evidence


def place_candidates(
    page: PlacePage, asked: PlaceAsked, by_rules: Located
) -> tuple[PlaceCandidate, ...]:
    """Return the places a claim may be about, none at all the last."""
    around = _Around.of(page, asked, by_rules)
    context = tuple(dict.fromkeys(asked.context))
    found = []
    for name, iso, level in page.names(asked, around.voice, by_rules):
        kind = WORLD if level == WORLD else _class_of(iso, page.places.frame.codebook)
        nearest = around.nearest(name)
        signs = {
            kind,
            f"level:{level}",
            *_of_mentions(around, name, kind, level, nearest),
            *_of_country(around, name, iso, kind),
            *_of_page(around, iso, kind),
            *_of_rules(around, name, iso),
        }
        evidence = Crossed(kind, context, present(signs))
        found.append(PlaceCandidate(name, iso, level, nearest, evidence))
    nowhere = Crossed(NOWHERE, context, present(_of_nowhere(around)))
    return (*found, PlaceCandidate(None, None, None, None, nowhere))


@dataclass(frozen=True, slots=True)
class _Around:
    """What stands around a claim.

    Args:
        voice: country of the body that vouches for it; `number` of its profile.
        near: mentions in its sentence; `here` the same by name.
        best: how near the words name a place that it may be about.
    """

    page: PlacePage
    asked: PlaceAsked
    by_rules: Located
    voice: str | None
    number: int | None
    near: tuple[PlaceMention, ...]
    here: Mapping[str, Sequence[PlaceMention]]
    best: str
    standings: dict[Span, Standing] = field(default_factory=dict)

    @classmethod
    def of(cls, page: PlacePage, asked: PlaceAsked, by_rules: Located) -> "_Around":
        frame = page.places.frame
        speech = link_at(frame, asked.claimed.span).speech
        body = speech.profile.voice.name if speech else None
        number = speech.profile.number if speech else None
        near = _mentions_of(page).within(asked.claimed.sentence)
        here: dict[str, list[PlaceMention]] = {}
        for mention in near:
            here.setdefault(mention.name, []).append(mention)
        return cls(
            page=page,
            asked=asked,
            by_rules=by_rules,
            voice=country_of_body(body, frame.codebook) if body else None,
            number=number,
            near=near,
            here=here,
            best=_nearest_named(near, asked.claimed.span, page),
        )

    def nearest(self, name: str) -> PlaceMention | None:
        """Return the mention of a place nearest to the claim.

        Outside its sentence that is the last one before, else the first one behind.
        """
        here, anchor = self.here.get(name), self.asked.claimed.anchor
        if here:
            return min(
                here,
                key=lambda m: (
                    self.standing(m).rank,
                    abs(m.span.start - anchor.start),
                ),
            )
        known, start = self.page.known.get(name, ()), self.asked.claimed.sentence.start
        behind = bisect_left(known, start, key=lambda m: m.span.start)
        return known[max(0, behind - 1)] if known else None

    def standing(self, mention: PlaceMention) -> Standing:
        """Return how a mention stands to the claim."""
        found = self.standings.get(mention.span)
        if found is None:
            analysis = self.page.places.frame.analysis
            found = standing_of(analysis, self.asked.claimed, mention.span)
            self.standings[mention.span] = found
        return found


def _nearest_named(near: Sequence[PlaceMention], clause: Span, page: PlacePage) -> str:
    """Return `clause` or `sentence` where words name a place abroad, else `none`."""
    voices = _describing_voices(page)
    abroad = [m for m in near if m.iso != page.places.frame.codebook.home]
    named = [m for m in abroad if m.literal and m.span not in voices]
    if named:
        is_inside = any(clause.holds(m.span) for m in named)
        return "clause" if is_inside else "sentence"
    return "associated" if abroad else "none"


@dataclass(frozen=True, slots=True)
class _Mentions:
    """The places that a page names, in order of the text."""

    ordered: tuple[PlaceMention, ...]
    spans: Stretches

    def within(self, zone: Span) -> tuple[PlaceMention, ...]:
        """Return those in a stretch of text."""
        return tuple(self.ordered[place] for place in self.spans.inside(zone))


@latest
def _mentions_of(page: PlacePage) -> _Mentions:
    known = (m for mentions in page.known.values() for m in mentions)
    ordered = tuple(sorted(known, key=lambda m: m.span))
    return _Mentions(ordered, Stretches.of((m.span, n) for n, m in enumerate(ordered)))


@latest
def _describing_voices(page: PlacePage) -> frozenset[Span]:
    """Return where words that name a voice name a place, too."""
    sources = voices_of(page.places.frame).sources
    spans = {m.span for m in _mentions_of(page).ordered}
    return frozenset(span for span in spans if sources.holding(span))


def _class_of(iso: str | None, codebook: Codebook) -> str:
    """Return what a country is to the system, whatever its name."""
    if iso is None:
        return "wide"
    if iso == codebook.home:
        return "home"
    if iso in codebook.destinations:
        return "destination"
    return "host" if iso in codebook.hosts else "other"


def _of_nowhere(around: _Around) -> Iterator[str]:
    yield NOWHERE
    home = around.page.places.frame.codebook.home
    isos = {m.iso for m in around.near if m.iso != home}
    yield f"{NOWHERE}|near:{around.best}"
    yield f"{NOWHERE}|here:{min(MANY, len(isos))}"
    yield f"{NOWHERE}|page:{min(MANY, len(around.page.counts))}"
    if around.by_rules.iso is None:
        yield f"{NOWHERE}|rules:{around.by_rules.slot.rule}"


def _of_mentions(
    around: _Around,
    name: str,
    kind: str,
    level: str | None,
    nearest: PlaceMention | None,
) -> Iterator[str]:
    """Yield where the page names a place: all of the sentence, else the nearest."""
    here = around.here.get(name, ())
    if nearest is None:
        yield "unnamed"
        yield f"unnamed/{kind}"
        return
    for mention in here or [nearest]:
        form = _form(around, mention)
        for where in around.standing(mention).names():
            yield f"at:{where}"
            yield f"at:{where}/{form}"
            yield f"at:{where}/{kind}"
            yield f"at:{where}/{form}/{kind}"
            yield f"at:{where}/{level}"
        if here:
            gap = _gap(around, mention)
            yield f"gap:{gap}"
            yield f"gap:{gap}/{form}"
        yield f"before:{_word_before(around, mention)}/{bool(here)}"
        yield f"between:{_between(around, mention)}/{bool(here)}"
    inner = any(
        m.name != name and contains(around.page.places.frame.codebook, name, m.name)
        for m in around.near
    )
    yield f"holds-another:{inner}/{bool(here)}"


def _form(around: _Around, mention: PlaceMention) -> str:
    """Return how words name a place: as one, as a quality, or in naming a voice."""
    frame = around.page.places.frame
    voices = voices_of(frame)
    naming = (voices.told[n].profile for _, n in voices.sources.around(mention.span))
    if any(profile.number == around.number for profile in naming):
        return "own-voice"
    if mention.span in _describing_voices(around.page):
        return "voice"
    if not mention.literal:
        return (
            "associated" if describes_noun(frame.analysis, mention.span) else "people"
        )
    if mention.name in around.page.guessed:
        return "guessed"
    return "located" if mention.located else "literal"


def _gap(around: _Around, mention: PlaceMention) -> str:
    """Return how many tokens stand between a mention and the claim's anchor."""
    analysis = around.page.places.frame.analysis
    anchor = around.asked.claimed.anchor
    first, last = sorted((mention.span, anchor))
    stop = max(first.end + 1, last.start)
    between = len(analysis.tokens_in(Span(first.end, stop)))
    side = "left" if mention.span == first else "right"
    size = next((name for name, most in GAPS if between <= most), "far")
    return f"{size}/{side}"


def _word_before(around: _Around, mention: PlaceMention) -> str:
    analysis = around.page.places.frame.analysis
    place = analysis.tokens_in(mention.span).start
    token = analysis.tokens[place - 1] if place else None
    return token.lower if token and token.pos in ("ADP", "CCONJ", "DET") else ""


def _between(around: _Around, mention: PlaceMention) -> int:
    """Count the other countries named between a mention and the claim."""
    anchor = around.asked.claimed.anchor
    first, last = sorted((mention.span, anchor))
    told = _told(around.page)
    return min(MANY, told.count(first.end, last.start, mention.iso))


@latest
def _told(page: PlacePage) -> NamesBetween[str | None]:
    """Return the countries that the page tells of, by where they stand."""
    return NamesBetween.of((m.span, m.iso) for m in page.places.told)


def _of_country(
    around: _Around, name: str, iso: str | None, kind: str
) -> Iterator[str]:
    """Yield where other names of the same country stand, and other signs of it."""
    if iso is None:
        return
    others = [m for m in around.near if m.iso == iso and m.name != name]
    for mention in others:
        form = _form(around, mention)
        yield from (f"iso-at:{w}/{form}" for w in around.standing(mention).names())
    claimed = around.asked.claimed
    for mark in around.page.marks:
        if mark.iso == iso:
            here = claimed.sentence.holds(mark.span)
            yield f"mark:{mark.kind}/{'here' if here else 'page'}"
            yield f"mark:{mark.kind}/{'here' if here else 'page'}/{kind}"
    if iso == around.asked.currency:
        yield "currency"
        yield f"currency/{kind}"
    if iso == around.voice:
        yield "voice-of"
        yield f"voice-of/{kind}"


def _of_page(around: _Around, iso: str | None, kind: str) -> Iterator[str]:
    page = around.page
    if iso is None:
        return
    count, total, most = page.counts[iso], *_counted(page)
    signs = {
        "again": iso == around.asked.before,
        "first": iso == page.first,
        "titled": iso in page.titled,
        "dateline": iso in page.dateline,
        "outlet": iso == page.own,
        "most": count == most > 0,
        "main": iso in around.page.places.frame.codebook.hosts[:1],
        "only": count > 0 and len(page.counts) == 1,
    }
    for sign, holds in signs.items():
        if holds:
            yield f"{sign}/near:{around.best}"
            yield f"{sign}/{kind}/near:{around.best}"
    yield f"share:{round(count / max(1, total) * 4)}/near:{around.best}"


@latest
def _counted(page: PlacePage) -> tuple[int, int]:
    """Return how often countries are named, and how often the one named most."""
    return page.counts.total(), max(page.counts.values(), default=0)


def _of_rules(around: _Around, name: str, iso: str | None) -> Iterator[str]:
    by_rules = around.by_rules
    if iso == by_rules.iso and iso:
        yield "rules-iso"
        yield f"rules-iso:{by_rules.slot.rule}"
        yield f"rules-iso:{by_rules.slot.rule}/near:{around.best}"
    if name == by_rules.name:
        yield "rules"
        yield f"rules:{by_rules.slot.rule}"
