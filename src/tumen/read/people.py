"""Read who made a page, and from which language it was translated."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tumen.read.bylines import ADDRESS, find_credits, is_byline
from tumen.read.lexicon import Lexicon
from tumen.read.outlet_names import OutletNames
from tumen.records.document import Author, Block, Role


@dataclass(frozen=True, slots=True)
class People:
    """People of the byline and credits, in the order printed, each once."""

    authors: tuple[Author, ...] = ()
    byline_quote: str | None = None
    translated_from: str | None = None


def read_people(
    text: str, blocks: Sequence[Block], lexicon: Lexicon, names: OutletNames
) -> People:
    """Return the authors, the words that name them, and the original language."""
    lines = [b.span.quote(text) for b in blocks if b.role in (Role.BYLINE, Role.CREDIT)]
    named = [line for line in lines if find_credits(line, lexicon)]
    authors: dict[str, Author] = {}
    for line in named:
        for author in find_credits(line, lexicon):
            if names.find_in(author.name):
                continue
            authors.setdefault(author.name.lower(), author)
    return People(
        authors=tuple(authors.values()),
        byline_quote=_quote(named, lexicon),
        translated_from=_original_language(lines, lexicon),
    )


def _quote(named: Sequence[str], lexicon: Lexicon) -> str | None:
    opened = [
        line for line in named if is_byline(line, lexicon) or lexicon.credit.match(line)
    ]
    line = next(iter(opened or named), None)
    return ADDRESS.sub("", line).strip() if line else None


def _original_language(lines: Sequence[str], lexicon: Lexicon) -> str | None:
    for line in lines:
        translated = any(
            author.role == "translator" for author in find_credits(line, lexicon)
        )
        for words, language in lexicon.desks:
            named = re.search(rf"(?<!\w){re.escape(words)}(?!\w)", line, re.I)
            if translated and named:
                return language
    return None
