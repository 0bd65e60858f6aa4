"""Find the capitalised names in a text, and those that no list lets out."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tumen.codebook.schema import Codebook
from tumen.protect.policy import Policy

WORD = re.compile(r"[^\W_]+(?:[.'’&-]+[^\W_]+)*")
SENTENCE_END = re.compile(r"[.!?:]['\"”’)\]]*\s+$|\n\s*$|[“\"‘(\[•–—]\s*$|^\s*$")
POSSESSIVE = re.compile(r"['’]s?$", re.IGNORECASE)
SEPARATORS = re.compile(r"[\W_]+")


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
        plain = SEPARATORS.sub(" ", text.casefold())
        return self.forbidden.search(plain) is not None

    def unlisted(self, text: str) -> tuple[str, ...]:
        """Return the words of the text that could be a name and are on no list.

        A word is let through when it is in lower case, listed, or an ordinary word;
        letters of scripts without capitals are never let through unlisted.
        """
        rest = self.names.sub(lambda found: " " * len(found[0]), text)
        return tuple(
            found[0] for found in WORD.finditer(rest) if self._could_name(found[0])
        )

    def allows(self, text: str | None) -> bool:
        """Tell whether a text may leave as far as names go; None may not."""
        return (
            bool(text)
            and not self.forbids(text or "")
            and not self.unlisted(text or "")
        )

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
        if not bare.isalpha() and any(letter.isdigit() for letter in bare):
            return False
        if any(
            letter.isalpha() and letter.lower() == letter.upper() for letter in bare
        ):
            return True
        if bare.lower() == bare:
            return False
        return bare.lower() not in self.ordinary

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
    closed = {SEPARATORS.sub(" ", name.casefold()).strip() for name in masked}
    return ListedNames(
        names=_whole_words(name for name in listed if name.strip()),
        ordinary=frozenset(policy.words.ordinary),
        forbidden=_whole_words(closed) if closed else None,
    )


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
    for terms in codebook.terms.values():
        yield from terms
    yield from (*codebook.hosts, codebook.home)
    yield from codebook.public_names


def _whole_words(names: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern of the names, the longest first, as whole words."""
    longest = sorted(set(names), key=lambda name: (-len(name), name))
    choices = "|".join(re.escape(name) for name in longest) or r"(?!)"
    return re.compile(rf"(?<!\w)(?:{choices})(?!\w)(?:['’]s?(?!\w))?")


def _run(text: str, found: list[re.Match[str]]) -> NameRun:
    start, end = found[0].start(), found[-1].end()
    bare = POSSESSIVE.sub("", text[start:end])
    return NameRun(start, start + len(bare), bare, len(found))
