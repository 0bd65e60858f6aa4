"""Tell whether a page is about what the codebook is about."""

import re
from collections.abc import Iterable, Iterator, Sequence

from tumen.codebook.schema import Codebook
from tumen.extract.compiled import once
from tumen.extract.frame import LANGUAGE, Frame
from tumen.records.document import Document, Role
from tumen.records.span import Span

FEWEST_SIGNS = 2
TOWN = "city"
"""Level of the places whose names hint at the home state."""


def is_about(frame: Frame) -> bool:
    """Tell whether the headlines or the body name what the codebook is about.

    `Police arrested a man` is a statement on a page about these workers, and news of
    no concern on every other.
    """
    return is_page_about(frame.document, frame.analysis.paragraphs, frame.codebook)


def is_page_about(
    document: Document, paragraphs: Sequence[Span], codebook: Codebook
) -> bool:
    """Tell the same of a page that is not taken apart yet.

    One of the codebook's terms is enough, or two of the words that hint at it.
    """
    headlines = (block.span for block in document.blocks_of(Role.HEADLINE))
    told = (span.quote(document.text) for span in (*headlines, *paragraphs))
    text = "\n".join((document.title or "", *told))
    if _terms(codebook).search(text.casefold()):
        return True
    found = _signs(codebook).finditer(text)
    return sum(match["sign"] is not None for match in found) >= FEWEST_SIGNS


@once
def _terms(codebook: Codebook) -> re.Pattern[str]:
    """Return a pattern of the terms, which may go on: `in Korea` is not `N Korea`."""
    return re.compile(rf"(?<!\w)(?:{_any_of(codebook.terms.get(LANGUAGE, ()))})")


@once
def _signs(codebook: Codebook) -> re.Pattern[str]:
    """Return a pattern of the hints; words they say nothing in are passed over.

    Towns of the home state are hints as well. Capitals count: `the North` is a state,
    `the north` is none.
    """
    nothing = _as_written(codebook.not_signs.get(LANGUAGE, ()))
    hints = (*codebook.signs.get(LANGUAGE, ()), *_home_towns(codebook))
    return re.compile(rf"\b(?:{nothing}|(?P<sign>{_as_written(hints)}))")


def _home_towns(codebook: Codebook) -> Iterator[str]:
    for place in codebook.places:
        if place.iso == codebook.home and place.level == TOWN:
            yield from place.names.get(LANGUAGE, ())


def _as_written(words: Iterable[str]) -> str:
    """Return a pattern of words as written, at the head of a sentence, in capitals."""
    forms = {
        form: None for word in words for form in (word, _headed(word), word.upper())
    }
    return _one_of(forms)


def _headed(word: str) -> str:
    return word[:1].upper() + word[1:]


def _any_of(words: Iterable[str]) -> str:
    return _one_of(word.casefold() for word in words)


def _one_of(words: Iterable[str]) -> str:
    longest = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word) for word in longest) or r"(?!)"
