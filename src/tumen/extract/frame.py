"""What holds for a whole page while its claims are read."""

import re
from dataclasses import dataclass

from tumen.codebook.language import Language
from tumen.codebook.schema import Codebook
from tumen.extract.analysis import Analysis
from tumen.extract.analyzer import Analyzer
from tumen.extract.encoded import EncodedPage
from tumen.extract.encoder import load_encoder
from tumen.extract.plain_words import plain_words
from tumen.extract.quotes import find_quotes
from tumen.extract.speech import find_speeches
from tumen.extract.voices import Speech
from tumen.records.document import Document, Role
from tumen.records.period import Period
from tumen.records.span import Span

LANGUAGE = "en"
DATELINE = re.compile(r"[A-Z][A-Z .,'/-]{2,40}.{0,45}?(?:\s-{1,2}|\s?[—–])\s+(?=\S)")
"""`CITY, Month 5 (Agency) -` before the first words of a report."""
IN_BRACKETS = re.compile(r"\(([A-Z][^()\d]{1,40})\)")
SPACES = dict.fromkeys((0xA0, *range(0x2002, 0x200B), 0x202F, 0x205F, 0x3000), " ")
"""Spaces that print as a plain one; each is one code point, so spans do not move."""
MASTHEAD = 6
"""A line of more words than these is no masthead."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A page made ready for reading claims; made by `make_frame`.

    Args:
        analysis: of the body paragraphs only: furniture, captions, comments and
            headlines yield no claims. Its text has a plain space for every other.
        published: days the page may be from, open at both ends when unknown.
        tail: outlets that end every chain, from the origin to the page at hand.
        copied_from: outlet a copy was taken from, else None.
        encoded: the page as the encoder of the codebook reads it, None without one.
        quotes: stretches between quotation marks, marks included.
        speeches: attributed stretches of the body, in order of the text; use
            `tumen.extract.voice_choice.said_at(frame, span)` to ask them.
        mentions: voices that a sentence names without citing them; they have no scope.
    """

    document: Document
    codebook: Codebook
    language: Language
    analysis: Analysis
    published: Period
    tail: tuple[str, ...]
    copied_from: str | None
    speeches: tuple[Speech, ...] = ()
    mentions: tuple[Speech, ...] = ()
    quotes: tuple[Span, ...] = ()
    encoded: EncodedPage | None = None


def make_frame(document: Document, codebook: Codebook, analyzer: Analyzer) -> Frame:
    """Take the body apart and find its voices."""
    language = codebook.languages[LANGUAGE]
    analysis = analyzer.analyze(
        document.text.translate(SPACES),
        paragraphs_of(document),
        language.voices,
        plain_words(codebook),
    )
    tail = publishers_of(document, language)
    heard = find_speeches(analysis, codebook, language)
    encoder = codebook.encoder if analyzer.encodes else None
    return Frame(
        document=document,
        codebook=codebook,
        language=language,
        analysis=analysis,
        published=document.published.period if document.published else Period(),
        tail=tail,
        copied_from=document.reprint_of.outlet if document.reprint_of else None,
        speeches=heard.speeches,
        mentions=heard.mentions,
        quotes=find_quotes(document.text, analysis.paragraphs),
        encoded=EncodedPage.of(document.text, load_encoder(encoder))
        if encoder
        else None,
    )


def paragraphs_of(document: Document) -> tuple[Span, ...]:
    """Return the lines of the body blocks that hold words."""
    found: list[Span] = []
    for block in document.blocks_of(Role.BODY):
        start = block.span.start
        for line in block.span.quote(document.text).splitlines(keepends=True):
            words = line.strip()
            if words:
                left = start + line.index(words)
                opening = DATELINE.match(words)
                skipped = opening.end() if opening else 0
                found.append(Span(left + skipped, left + len(words)))
            start += len(line)
    return tuple(found)


def publishers_of(document: Document, language: Language) -> tuple[str, ...]:
    """Return the outlets from the origin to the page; a copy names both ends."""
    if document.reprint_of is None:
        outlet = document.original_outlet or document.host
        outlet = outlet or _printed_outlet(document, language)
        return (outlet,) if outlet else ()
    has_comments = bool(document.blocks_of(Role.COMMENT))
    unnamed = language.voices.unnamed_hosts["blog" if has_comments else "mirror"]
    return (document.reprint_of.outlet, document.host or unnamed)


def _printed_outlet(document: Document, language: Language) -> str | None:
    """Return the outlet in a dateline or in the first line, None when none is there."""
    for block in document.blocks_of(Role.BODY):
        for line in block.span.quote(document.text).splitlines():
            opening = DATELINE.match(line.strip())
            bracket = IN_BRACKETS.search(opening.group()) if opening else None
            if bracket is not None:
                return bracket.group(1)
    first = next((line for line in document.text.splitlines() if line.strip()), "")
    words = first.strip().split()
    sources = language.voices.sources
    is_name = all(w[0].isupper() or w.lower() in sources.prepositions for w in words)
    is_outlet = bool({w.lower() for w in words} & sources.outlet_words)
    return first.strip() if is_name and is_outlet and len(words) <= MASTHEAD else None
