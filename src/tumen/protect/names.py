"""Find the capitalised names in a text, and those that no list lets out."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from tumen.codebook.place_index import known_places
from tumen.codebook.schema import Codebook
from tumen.protect.policy import Policy

WORD = re.compile(r"[^\W_]+(?:[.'’&-]+[^\W_]+)*")
SENTENCE_END = re.compile(r"[.!?:]['\"”’)\]]*\s+$|\n\s*$|[“\"‘(\[•–—]\s*$|^\s*$")
POSSESSIVE = re.compile(r"['’]s?$", re.IGNORECASE)
SEPARATORS = re.compile(r"[\W_]+")
DIGITS = re.compile(r"\d+")
CONTACT = re.compile(
    r"\S@\S+\.\w|\+\d[\d ().-]{7,}\d"
    r"|\b\d{1,4}[ -]\(?\d{3}\)?[ -]\d{2,3}[ -]\d{2}[ -]?\d{2}\b"
    r"|\b\d{3}[ -]\d{3,4}[ -]\d{4}\b"
)
"""Mail addresses and telephone numbers."""

TITLE_SHARE = 0.6
"""Share of long words in capitals from which a text is set like a title."""

LONG_WORD = 4
"""Letters; shorter words are in lower case even in titles."""


@dataclass(frozen=True, slots=True)
class NameRun:
    """Capitalised words that stand together, e.g. a first and a family name."""

    start: int
    end: int
    text: str
    words: int


@dataclass(frozen=True, slots=True)
class ListedNames:
    """Names and words that may appear in a public text; made by `list_names`.

    Args:
        names: pattern of every listed name as a whole word, case as listed.
        ordinary: lower-case words that may begin a sentence.
        forbidden: pattern of every masked name of the case in any spelling of case
            and separators; None without any.
    """

    names: re.Pattern[str]
    ordinary: frozenset[str]
    forbidden: re.Pattern[str] | None = None

    def forbids(self, text: str) -> bool:
        """Tell whether a masked name of the case stands in the text."""
        if self.forbidden is None:
            return False
        return self.forbidden.search(plain_text(text)) is not None

    def unlisted(self, text: str) -> tuple[str, ...]:
        """Return the words of the text that could be a name and are on no list.

        A word is let through when it is in lower case, listed, or an ordinary word
        that begins a sentence or stands in a title; letters of scripts without
        capitals are never let through unlisted.
        """
        rest = self.names.sub(lambda found: " " * len(found[0]), text)
        titled = _is_titled(text)
        return tuple(
            found[0]
            for found in WORD.finditer(rest)
            if self._could_name(found[0])
            or (not titled and self._stands_out(found, text))
        )

    def allows(self, text: str | None) -> bool:
        """Tell whether a text may leave as far as names and contacts go; None may not."""
        return (
            text is not None
            and text != ""
            and not self.forbids(text)
            and not self.unlisted(text)
            and CONTACT.search(text) is None
        )

    def allows_name(self, name: str | None) -> bool:
        """Tell whether a name may leave: listed, or plain words that name nobody.

        A capital is no sentence's here: May Long and So Young are names.
        """
        if name is None or not self.allows(name):
            return False
        rest, listed = self.names.subn(" ", name)
        words = WORD.findall(rest)
        plain = all(word in self.ordinary for word in words)
        return plain or (bool(listed) and not any(letter.isupper() for letter in rest))

    def runs(self, text: str) -> Iterator[NameRun]:
        """Yield unlisted capitalised runs of the text, in order."""
        rest = self.names.sub(lambda found: "." * len(found[0]), text)
        begun: list[re.Match[str]] = []
        for found in WORD.finditer(rest):
            joined = begun and rest[begun[-1].end() : found.start()].strip(" ") == ""
            if begun and not (joined and self._in_run(found[0])):
                yield _run(text, begun)
                begun = []
            if begun or self._could_name(found[0]):
                begun.append(found)
        if begun:
            yield _run(text, begun)

    def _could_name(self, word: str) -> bool:
        bare = POSSESSIVE.sub("", word)
        if any(letter.isdigit() for letter in bare):
            # A letter beside digits is a row, a class or a unit: F04, Q1, 10K.
            parts = (part.strip(".-'’&") for part in DIGITS.split(bare))
            return any(len(part) > 1 and self._could_name(part) for part in parts)
        if any(
            letter.isalpha() and letter.lower() == letter.upper() for letter in bare
        ):
            return True
        if bare.lower() == bare:
            return False
        return bare.lower() not in self.ordinary

    def _stands_out(self, found: re.Match[str], text: str) -> bool:
        """Tell whether an ordinary word has a capital that no sentence gives it."""
        word = found[0]
        return (
            len(word) > 1
            and word[0].isupper()
            and text[found.start() - 1 : found.start()].isspace()
            and "'" not in word
            and "’" not in word
            and SENTENCE_END.search(text[max(0, found.start() - 20) : found.start()])
            is None
        )

    def _in_run(self, word: str) -> bool:
        return word[:1].isupper()


def list_names(
    codebook: Codebook, policy: Policy, *, public: Iterable[str], masked: Iterable[str]
) -> ListedNames:
    """Return the names that may leave.

    Args:
        public: names of people of this case who speak in public.
        masked: names of this case that may leave nowhere.
    """
    listed = {*_codebook_names(codebook), *public}
    listed |= {*policy.words.calendar, *policy.words.common_names}
    return ListedNames(
        names=_whole_words(name for name in listed if name.strip()),
        ordinary=frozenset(policy.words.ordinary),
        forbidden=_any_spelling(masked),
    )


def plain_text(text: str) -> str:
    """Return a text without case, accents, invisible letters and separators."""
    apart = unicodedata.normalize("NFKD", text)
    kept = (c for c in apart if unicodedata.category(c) not in ("Mn", "Cf"))
    return SEPARATORS.sub(" ", "".join(kept).casefold()).strip()


def _codebook_names(codebook: Codebook) -> Iterator[str]:
    for institution in codebook.institutions:
        yield from (institution.name, *institution.aliases)
    for outlet in codebook.outlets:
        yield from (outlet.name, *outlet.aliases)
    for place in codebook.places:
        yield place.name
        yield from (name for names in place.names.values() for name in names)
        if place.iso:
            yield place.iso
    # Of the gazetteer the regions alone: a town of it is finer than may be let out.
    every = known_places(codebook).values()
    yield from (place.name for place in every if place.level == "region")
    for terms in codebook.terms.values():
        yield from terms
    yield from (*codebook.hosts, codebook.home)
    yield from codebook.public_names


def _whole_words(names: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern of the names, the longest first, as whole words."""
    longest = sorted(set(names), key=lambda name: (-len(name), name))
    choices = "|".join(re.escape(name) for name in longest) or r"(?!)"
    return re.compile(rf"(?<!\w)(?:{choices})(?!\w)(?:['’]s?(?!\w))?")


def _any_spelling(masked: Iterable[str]) -> re.Pattern[str] | None:
    """Return a pattern of the names in plain text, None without any.

    Their parts may be written as one word, and the family name first or last.
    """
    parts = {tuple(plain_text(name).split()) for name in masked}
    turned = set(chain.from_iterable(map(_turns, parts)))
    choices = sorted(
        {" ?".join(map(re.escape, name)) for name in turned if name},
        key=lambda choice: (-len(choice), choice),
    )
    if not choices:
        return None
    return re.compile(rf"(?<![^\W\d_])(?:{'|'.join(choices)})(?![^\W\d_])")


def _turns(name: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    for first in range(len(name) or 1):
        yield (*name[first:], *name[:first])


def _is_titled(text: str) -> bool:
    """Tell whether a text is set like a title: most of its long words in capitals."""
    words = [found[0] for found in WORD.finditer(text)]
    long = [word for word in words if len(word) >= LONG_WORD and word.isalpha()]
    capitals = sum(word[0].isupper() for word in long)
    return capitals >= TITLE_SHARE * len(long)


def _run(text: str, found: list[re.Match[str]]) -> NameRun:
    start, end = found[0].start(), found[-1].end()
    bare = POSSESSIVE.sub("", text[start:end])
    return NameRun(start, start + len(bare), bare, len(found))
