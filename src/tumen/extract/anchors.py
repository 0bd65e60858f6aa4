"""Find given words in a text: letter by letter, or but for quote marks and spaces."""

import re
from dataclasses import dataclass

from tumen.errors import ClaimRefused
from tumen.records.span import Span

QUOTE_MARKS = str.maketrans(
    {**dict.fromkeys("“”„‟«»″", '"'), **dict.fromkeys("‘’‚‛′`´", "'")}
)
SPACES = re.compile(r"\s+")
CUT_NUMBER = re.compile(r"\d[.,]?\d")
"""What stands across an edge that cuts a number: `1|40`, `1|,400`, `1,|400`."""


@dataclass(frozen=True, slots=True)
class PlainText:
    """A text, and the same with plain quote marks and single spaces.

    Args:
        starts: for each letter of `plain` where it stands in `text`, and the length of
            `text` after the last.
    """

    text: str
    plain: str
    starts: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> "PlainText":
        """Make the plain form; every letter of it knows where it comes from."""
        letters: list[str] = []
        starts: list[int] = []
        for place, letter in enumerate(text.translate(QUOTE_MARKS)):
            if letter.isspace():
                if letters and letters[-1] == " ":
                    continue
                letter = " "
            letters.append(letter)
            starts.append(place)
        return cls(text, "".join(letters), (*starts, len(text)))

    def find(self, words: str) -> tuple[Span, ...]:
        """Return where words stand: exactly, and if nowhere, in the plain form."""
        if not words.strip():
            return ()
        exact = tuple(
            Span(place, place + len(words)) for place in _places(self.text, words)
        )
        if exact:
            return exact
        wanted = plain_words(words)
        return tuple(
            Span(self.starts[place], self.starts[place + len(wanted) - 1] + 1)
            for place in _places(self.plain, wanted)
        )

    def find_once(self, words: str, what: str) -> Span:
        """Return where words stand.

        Args:
            what: what the words are called in a message.

        Raises:
            ClaimRefused: they stand nowhere, or more than once.
        """
        found = self.find(words)
        if len(found) == 1:
            return found[0]
        if found:
            raise ClaimRefused(
                f"the {what} stands {len(found)} times on the page",
                "Give start and end, or quote more words.",
            )
        raise ClaimRefused(
            f"the {what} does not stand on the page",
            "Quote the page letter by letter; nothing is matched by likeness.",
        )


def cuts_words(span: Span, text: str) -> bool:
    """Tell whether a span begins or ends inside a word or a number.

    Scripts without capitals put no space between words: they cannot be cut this way.
    """
    edges = (edge for edge in (span.start, span.end) if 0 < edge < len(text))
    return any(_is_inside(text, edge) for edge in edges)


def _is_inside(text: str, edge: int) -> bool:
    if all(letter.lower() != letter.upper() for letter in text[edge - 1 : edge + 1]):
        return True
    windows = (
        text[edge - 1 : edge + 1],
        text[edge - 1 : edge + 2],
        text[max(0, edge - 2) : edge + 1],
    )
    return any(CUT_NUMBER.fullmatch(window) for window in windows)


def plain_words(words: str) -> str:
    """Return words with plain quote marks and single spaces."""
    return SPACES.sub(" ", words.translate(QUOTE_MARKS)).strip()


def _places(text: str, words: str) -> list[int]:
    found: list[int] = []
    place = text.find(words)
    while place >= 0:
        found.append(place)
        place = text.find(words, place + 1)
    return found
