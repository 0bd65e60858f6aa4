"""What a page itself says, to hold other people's claims about it against."""

from dataclasses import dataclass, field
from functools import cached_property

from tumen.codebook.schema import Codebook
from tumen.extract.analyzer import Analyzer
from tumen.extract.anchors import PlainText, cuts_words
from tumen.extract.frame import (
    LANGUAGE,
    Frame,
    make_frame,
    paragraphs_of,
    publishers_of,
)
from tumen.extract.known_names import KnownNames
from tumen.extract.places import PlaceMention, find_datelines, find_places
from tumen.extract.populations import find_populations
from tumen.extract.regex_analyzer import RegexAnalyzer
from tumen.extract.times import find_times
from tumen.extract.towns import find_towns
from tumen.records.document import Document, Role
from tumen.records.period import Period
from tumen.records.span import Span

UNSAID = (Role.FURNITURE, Role.COMMENT)
"""Nobody whose words count speaks in a menu or in a reader's comment."""


@dataclass(frozen=True)
class ProposedPage:
    """A page, and what can be read from it; each part is read when first asked for.

    Args:
        analyzer: takes the page apart to hear its voices.
    """

    document: Document
    codebook: Codebook
    analyzer: Analyzer = field(default_factory=RegexAnalyzer)

    @cached_property
    def words(self) -> PlainText:
        """The text, ready to be searched."""
        return PlainText.of(self.document.text)

    @cached_property
    def places(self) -> tuple[PlaceMention, ...]:
        """The places the page names, those of datelines last."""
        text, codebook = self.document.text, self.codebook
        listed = tuple(
            mention
            for span in self._said
            for mention in find_places(text, span.start, span.end, codebook)
        )
        towns = find_towns(text, self._said, listed, codebook)
        datelines = find_datelines(text, paragraphs_of(self.document), codebook)
        return (*listed, *towns, *datelines)

    @cached_property
    def populations(self) -> frozenset[str]:
        """The groups of people the page names."""
        text, codebook = self.document.text, self.codebook
        return frozenset(
            mention.name
            for span in self._said
            for mention in find_populations(text, span.start, span.end, codebook)
        )

    @cached_property
    def periods(self) -> frozenset[Period]:
        """The times the page names, and the day it was published."""
        published = self.document.published.period if self.document.published else None
        words = self.codebook.languages[LANGUAGE].times
        named = (
            mention.period
            for block in self.document.blocks_of(Role.BODY, Role.HEADLINE)
            for mention in find_times(
                self.document.text,
                block.span.start,
                block.span.end,
                published,
                words,
                self.codebook.calendar,
                LANGUAGE,
            )
        )
        return frozenset({*named, *((published,) if published else ())})

    @cached_property
    def publishers(self) -> tuple[str, ...]:
        """The outlets from the origin to the page."""
        return publishers_of(self.document, self.codebook.languages[LANGUAGE])

    @cached_property
    def frame(self) -> Frame | None:
        """The page taken apart; None where its language is not read."""
        if self.document.language not in (None, *self.codebook.languages):
            return None
        return make_frame(self.document, self.codebook, self.analyzer)

    @cached_property
    def voices(self) -> frozenset[str]:
        """The voices that the page cites, by the names that claims give them."""
        speeches = self.frame.speeches if self.frame else ()
        return frozenset(speech.profile.voice.name for speech in speeches)

    @cached_property
    def bodies(self) -> frozenset[str]:
        """The listed outlets and institutions that the page names or comes from."""
        known, text = KnownNames(self.codebook), self.document.text
        named = {
            body.name for span in self._said for body in known.find(span.quote(text))
        }
        return frozenset({*named, *self.publishers})

    @cached_property
    def _said(self) -> tuple[Span, ...]:
        blocks = self.document.blocks
        return tuple(block.span for block in blocks if block.role not in UNSAID)

    def span_of(self, words: str, near: int) -> Span | None:
        """Return where words stand outside menus and comments, nearest to a place.

        A name that is only part of a longer word does not stand there. The first letter
        may be a capital, as where a sentence begins.
        """
        capital = words[:1].upper() + words[1:]
        found = [
            span
            for span in (*self.words.find(words), *self.words.find(capital))
            if any(block.holds(span) for block in self._said)
            and not cuts_words(span, self.document.text)
        ]
        return min(found, key=lambda span: abs(span.start - near), default=None)
