"""Recognise bylines and credits, and the people they name."""

import re

from tumen.read.lexicon import Lexicon
from tumen.read.outlet_names import OutletNames
from tumen.records.document import Author
from tumen.records.span import Span

ADDRESS = re.compile(r"[\[(<]?\s*[\w.+-]+@[\w.-]+\.\w{2,}\s*[\])>]?")
SEPARATOR = re.compile(r"\s*(?:,|;|&|\||/|\band\b|\bwith\b)\s*", re.I)
SENTENCE_OF_CREDITS = re.compile(r"[^.;]+(?:[.;](?=\s|$))?")
BRACKETED = re.compile(r"[\[(【〔<]\s*(?P<name>[^\[\]()【】]{2,60}?)\s*[\])】〕>]")
MAX_BYLINE_WORDS = 25
MAX_BYLINE_CHARS = 300
MAX_GLUED_CHARS = 600
MAX_NAMES = 6
MAX_DESK_WORDS = 6


def split_byline(text: str, span: Span, lexicon: Lexicon) -> tuple[Span, ...]:
    """Return the line, cut in two where a byline is glued to its end.

    `...to flee, experts sayBy Ada Example` becomes the sub-headline and the byline.
    """
    line = span.quote(text)
    if len(line) > MAX_GLUED_CHARS:
        return (span,)
    for found in lexicon.byline_glued.finditer(line):
        cut = found.start(1)
        if cut > 0 and find_people(line[found.end() :], lexicon):
            return (
                Span(span.start, span.start + cut),
                Span(span.start + cut, span.end),
            )
    return (span,)


def is_byline(line: str, lexicon: Lexicon) -> bool:
    """Tell whether a line is nothing but an opener such as `By` and names."""
    opener = lexicon.byline_start.match(line)
    if opener is None or len(line) > MAX_BYLINE_CHARS:
        return False
    rest = line[opener.end() :]
    return bool(find_people(rest, lexicon)) or _is_desk(rest, lexicon)


def _is_desk(rest: str, lexicon: Lexicon) -> bool:
    """Tell whether a byline names a desk instead of people: `By GAZETTE STAFF`."""
    bare = ADDRESS.sub("", rest)
    short = 0 < len(bare.split()) <= MAX_DESK_WORDS and not bare.rstrip().endswith(".")
    return short and (bare.isupper() or bool(lexicon.staff_in.search(bare)))


def find_people(rest: str, lexicon: Lexicon) -> tuple[str, ...]:
    """Return the names when a text is a list of names, titles and addresses only."""
    if (
        len(rest.split()) > MAX_BYLINE_WORDS
        or "." in ADDRESS.sub("", rest).rstrip(". ")[-1:]
    ):
        return ()
    bare = lexicon.staff_in.sub(",", ADDRESS.sub(",", rest))
    parts = [part.strip(" .") for part in SEPARATOR.split(bare) if part.strip(" .")]
    names = tuple(part for part in parts if is_name(part, lexicon))
    if not names or len(names) > MAX_NAMES or parts[0] != names[0]:
        return ()
    return names if len(names) == len(parts) or len(parts) <= len(names) + 1 else ()


def is_name(part: str, lexicon: Lexicon) -> bool:
    """Tell whether a text looks like the name of one person."""
    tokens = part.split()
    if not 2 <= len(tokens) <= 4 or any(char.isdigit() for char in part):
        return False
    if any(token.lower().strip(".") in lexicon.not_names for token in tokens):
        return False
    return all(token[0].isupper() or token in lexicon.particles for token in tokens)


def is_credit(line: str, lexicon: Lexicon, names: OutletNames) -> bool:
    """Tell whether a line is a credit: `Translated by ...` or `[Outlet]`."""
    if len(line) > 2 * MAX_BYLINE_CHARS:
        return False
    return (
        bool(lexicon.credit.match(line))
        or credited_outlet(line, lexicon, names) is not None
    )


def credited_outlet(line: str, lexicon: Lexicon, names: OutletNames) -> str | None:
    """Return the outlet that a whole line gives as its source, else None."""
    bracketed = BRACKETED.fullmatch(line.strip(" ."))
    if bracketed:
        return _outlet_in(bracketed["name"], names, strict=False)
    opener = re.match(rf"(?:{lexicon.source})\s*[:\-–—|]?\s*", line, re.I)
    if opener:
        return _outlet_in(
            line[opener.end() :].strip(" ."), names, strict=":" not in opener[0]
        )
    return None


def _outlet_in(name: str, names: OutletNames, *, strict: bool) -> str | None:
    hits = names.find_in(name)
    if hits and len(name.split()) <= 8:
        return hits[0].name
    tokens = name.split()
    capitalised = all(
        token[0].isupper() or token in ("of", "the", "and") for token in tokens
    )
    return name if not strict and capitalised and 2 <= len(tokens) <= 6 else None


def find_credits(line: str, lexicon: Lexicon) -> tuple[Author, ...]:
    """Return the people a byline or credit line names, with their roles."""
    roles = dict(lexicon.credit_roles)
    people: list[Author] = []
    for sentence in SENTENCE_OF_CREDITS.findall(line):
        part = sentence.strip(" ;")
        opener = lexicon.credit.match(part)
        if opener is None:
            continue
        role = roles.get(" ".join(opener[0].lower().split()), "reporter")
        rest = re.split(r"\s+for\s+", part[opener.end() :].strip(" .:"))[0]
        people += [Author(readable(name), role) for name in find_people(rest, lexicon)]
    if people:
        return tuple(people)
    begun = lexicon.byline_start.match(line)
    rest = line[begun.end() :] if begun else line
    return tuple(
        Author(readable(name), "reporter") for name in find_people(rest, lexicon)
    )


def readable(name: str) -> str:
    """Return a name without capitals throughout: `LEE EXAMPLE-A` is `Lee Example-a`.

    Only the first letter of each part stays large, the custom for Korean names.
    """
    if not name.isupper():
        return name
    return " ".join(part.capitalize() for part in name.split())
