"""Where a statement is about: the place in its words, or that of the words before."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from tumen.codebook.schema import Codebook
from tumen.extract.analysis import Token
from tumen.extract.compiled import latest
from tumen.extract.frame import Frame
from tumen.extract.places import PlaceMention, contains, find_datelines, find_places
from tumen.extract.stretches import Stretches
from tumen.extract.towns import find_towns
from tumen.extract.voice_page import voices_of
from tumen.records.claim import Slot
from tumen.records.document import Role
from tumen.records.span import Span

IN_CLAUSE, IN_SENTENCE, BEFORE, OF_PAGE = 0.85, 0.75, 0.6, 0.5
"""Chances that a place is right, by how far it stands; first guesses."""

SITE_REACH = 6
"""A site lies in the town named at most so many sentences before."""

WORLD, BORDER = "world", "border"
LEVELS = {WORLD: 0, "country": 1, "region": 2, "border": 2, "city": 3}


@dataclass(frozen=True, slots=True)
class Located:
    """A place as a claim names it; `iso` is None for several countries."""

    name: str | None
    iso: str | None
    slot: Slot
    level: str | None = None


NOWHERE = Located(None, None, Slot(rule="place.none", confidence=0.5))


@dataclass(frozen=True, slots=True)
class PagePlaces:
    """The places of a page, and the host country it is mostly about.

    Args:
        mentions: in the body, without those that describe a voice.
        told: all in the body; `headlines` those of the headlines.
    """

    frame: Frame
    mentions: tuple[PlaceMention, ...]
    home: PlaceMention | None
    dateline: tuple[PlaceMention, ...] = ()
    told: tuple[PlaceMention, ...] = ()
    headlines: tuple[PlaceMention, ...] = ()

    @classmethod
    def of(cls, frame: Frame) -> "PagePlaces":
        """Find the places of the body, and of the headline for the page's own."""
        text, codebook = frame.document.text, frame.codebook
        named = tuple(
            mention
            for paragraph in frame.analysis.paragraphs
            for mention in find_places(text, paragraph.start, paragraph.end, codebook)
        )
        headlines = tuple(
            mention
            for block in frame.document.blocks_of(Role.HEADLINE)
            for mention in find_places(text, block.span.start, block.span.end, codebook)
        )
        known = (*headlines, *named)
        towns = find_towns(text, frame.analysis.paragraphs, known, codebook)
        told = tuple(sorted((*named, *towns), key=lambda m: m.span))
        body = tuple(m for m in told if not _describes_voice(frame, m.span))
        guessed = frozenset(towns)
        listed = tuple(m for m in body if m not in guessed)
        home = _main_country((*headlines, *listed), codebook)
        dateline = tuple(find_datelines(text, frame.analysis.paragraphs, codebook))
        return cls(frame, body, home, dateline, told, headlines)

    def place_at(self, zones: Sequence[Span], anchor: int, where: str) -> Located:
        """Return the place of a statement.

        Args:
            zones: its clause, then its sentence: tried in this order.
            anchor: the place nearest to this position counts.
            where: `host`, `destination` or `any`, as `Element.where`.
        """
        for zone, chance in zip(zones, (IN_CLAUSE, IN_SENTENCE), strict=False):
            found = self._in(zone, anchor, where)
            if found:
                return _located(found, "place.words", chance, None, 0)
        before = self._before(zones[-1], where)
        if self._is_of_site(zones[-1]) and (before is None or _is_wide(before)):
            before = self._site(zones[-1], where) or before
        return before or self._of_page(where)

    def within(self, zone: Span) -> list[PlaceMention]:
        """Return the places named in a stretch of text, in order."""
        return [self.mentions[place] for place in _spans_of(self).inside(zone)]

    def _is_of_site(self, sentence: Span) -> bool:
        """Tell whether a sentence is about one site (`at the camp`, `found there`)."""
        words = self.frame.language.voices
        tokens = self.frame.analysis.tokens
        for i in self.frame.analysis.tokens_in(sentence):
            token = tokens[i]
            if token.lower in words.pointers and not _begins_count(tokens, i):
                return True
            before = {t.lower for t in tokens[max(0, i - 2) : i]}
            is_site = token.lower in words.sites or token.lemma in words.sites
            if is_site and before & words.one_site:
                return True
        return False

    def _site(self, sentence: Span, where: str) -> Located | None:
        """Return the town or region named last before a site, the dateline included.

        A figure tied to one site is never one of the whole country.
        """
        analysis = self.frame.analysis
        index = analysis.sentence_index(sentence.start)
        for distance in range(1, min(index, SITE_REACH) + 1):
            earlier = analysis.sentences[index - distance]
            found = self._in(earlier.span, earlier.span.start, where)
            if found and LEVELS.get(found.level, 0) > LEVELS["country"]:
                return _located(found, "place.site", BEFORE, earlier.span, distance)
        found = next((m for m in self.dateline if self._fits(m, where)), None)
        return _located(found, "place.dateline", OF_PAGE, None, 0) if found else None

    def _in(self, zone: Span, anchor: int, where: str) -> PlaceMention | None:
        wanted = [m for m in self.within(zone) if m.literal and self._fits(m, where)]
        return _one_of(wanted, anchor, self.frame)

    def _fits(self, mention: PlaceMention, where: str) -> bool:
        codebook = self.frame.codebook
        if where == "any":
            return True
        if mention.level == WORLD:
            return where == "host"
        is_destination = mention.iso in codebook.destinations
        if where == "destination":
            return is_destination
        return mention.iso != codebook.home and not is_destination

    def _before(self, sentence: Span, where: str) -> Located | None:
        """Return the place of the nearest sentence before, in the same paragraph."""
        analysis = self.frame.analysis
        index = analysis.sentence_index(sentence.start)
        paragraph = analysis.sentences[index].paragraph
        for distance in range(1, index + 1):
            earlier = analysis.sentences[index - distance]
            if earlier.paragraph != paragraph:
                return None
            found = self._in(earlier.span, earlier.span.start, where)
            if found:
                return _located(found, "place.before", BEFORE, earlier.span, distance)
        return None

    def _of_page(self, where: str) -> Located:
        if where == "any" or self.home is None:
            return NOWHERE
        if where == "destination":
            return self._of_page("host")
        slot = Slot(
            rule="place.page", confidence=OF_PAGE, inherited_from=self.home.span
        )
        return Located(self.home.name, self.home.iso, slot)


@latest
def _spans_of(places: PagePlaces) -> Stretches:
    """Return where the places of a page stand: asked for each clause and sentence."""
    return Stretches.of((m.span, place) for place, m in enumerate(places.mentions))


def _begins_count(tokens: Sequence[Token], place: int) -> bool:
    """Tell `there were 40` from `40 worked there`."""
    follows = tokens[place + 1] if place + 1 < len(tokens) else None
    return follows is not None and follows.pos in ("AUX", "VERB")


def _is_wide(found: Located) -> bool:
    return found.slot.rule == "place.before" and found.level in ("country", WORLD)


def _describes_voice(frame: Frame, span: Span) -> bool:
    """Tell whether words stand in the description of a voice (`professor in X`)."""
    # `Kuwait said`: the place itself speaks.
    return any(source != span for source, _ in voices_of(frame).sources.around(span))


def _main_country(
    mentions: Sequence[PlaceMention], codebook: Codebook
) -> PlaceMention | None:
    """Return the first mention of the host country that is named most often."""
    hosts = [m for m in mentions if m.iso in codebook.hosts]
    if not hosts:
        return None
    iso = Counter(m.iso for m in hosts).most_common(1)[0][0]
    country = [m for m in hosts if m.iso == iso and m.level == "country"]
    if country:
        return country[0]
    name = next(
        (p.name for p in codebook.places if p.iso == iso and p.level == "country"), None
    )
    first = next(m for m in hosts if m.iso == iso)
    if name is None:
        return first
    return PlaceMention(first.span, name, iso, "country", first.literal, first.located)


def _located(
    mention: PlaceMention, rule: str, chance: float, source: Span | None, distance: int
) -> Located:
    slot = Slot(
        rule=rule,
        confidence=chance,
        span=None if source else mention.span,
        inherited_from=source,
        distance=distance,
    )
    iso = None if mention.level == BORDER else mention.iso
    return Located(mention.name, iso, slot, mention.level)


def _one_of(
    wanted: Sequence[PlaceMention], anchor: int, frame: Frame
) -> PlaceMention | None:
    """Return the place that several mentions together name."""
    narrow = [m for m in wanted if m.level != WORLD] or list(wanted)
    if not narrow:
        return None
    codebook = frame.codebook
    finest = [
        m
        for m in narrow
        if not any(
            o.name != m.name and contains(codebook, m.name, o.name) for o in narrow
        )
    ]
    names = list(dict.fromkeys(m.name for m in finest))
    if len(names) == 1:
        return finest[0]
    joined = _joined(finest, frame)
    if joined is not None:
        return joined
    holders = [
        m
        for m in narrow
        if all(m.name == n or contains(codebook, m.name, n) for n in names)
    ]
    listed = len(names) > 2
    if holders and listed:
        return holders[0]
    return min(finest, key=lambda m: _distance(m, anchor))


def _distance(mention: PlaceMention, anchor: int) -> int:
    """Return how far a place stands; one behind the number is nearer to it."""
    behind = mention.span.start - anchor
    return behind if behind >= 0 else -2 * behind


def _joined(finest: Sequence[PlaceMention], frame: Frame) -> PlaceMention | None:
    """Return `A and B` when two places of different countries are joined."""
    for one, other in pairwise(finest):
        if one.iso == other.iso or one.span.end >= other.span.start:
            continue
        between = frame.document.text[one.span.end : other.span.start].strip().lower()
        if between in frame.language.voices.together:
            span = Span(one.span.start, other.span.end)
            name = span.quote(frame.document.text)
            return PlaceMention(span, name, None, one.level, True, one.located)
    return None
