"""Find where the words of a label stand on a page."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from tumen.records.truth import TruthClaim

Span = tuple[int, int]
NOWHERE: Span = (-1, -1)


def place_label(
    label: TruthClaim, text: str | None, claimed: Sequence[Span]
) -> TruthClaim | None:
    """Return a label with its span, None when its words stand nowhere.

    A span whose words are the quote is kept. Else the exact words are looked up; white
    space may differ in kind. Of several places one that a claim touches is taken, else
    the first.

    Args:
        text: of the page; None when the case does not hold it.
        claimed: spans of the claims of the page.
    """
    if text is None or not label.quote:
        return label if _is_span(label, text) else None
    words, (start, end) = label.quote.split(), span_of(label)
    if start >= 0 and text[start:end].split() == words:
        return label
    found = find_exactly(label.quote, text)
    if not _near(found, claimed):
        # Most quotes stand letter by letter where a claim is; this is for the others.
        found = find_words(words, text)
    if not found:
        return None
    start, end = (_near(found, claimed) or found)[0]
    return replace(label, start=start, end=end)


def find_exactly(quote: str, text: str) -> list[Span]:
    """Return every place of a quote, letter by letter."""
    found, at = [], text.find(quote)
    while at >= 0:
        found.append((at, at + len(quote)))
        at = text.find(quote, at + 1)
    return found


def find_words(words: Sequence[str], text: str) -> list[Span]:
    """Return every place of some words, with any white space between them."""
    if not words:
        return []
    pattern = r"\s+".join(re.escape(word) for word in words)
    return [match.span() for match in re.finditer(pattern, text)]


def span_of(label: TruthClaim) -> Span:
    """Return the span of a label, one that touches nothing when it has none."""
    if label.start is None or label.end is None:
        return NOWHERE
    return label.start, label.end


def label_name(label: TruthClaim, number: int) -> str:
    """Return what to call a label: its id, or its page and number."""
    return label.claim_id or f"{label.doc}, label {number}"


def match_names(wanted: Sequence[str], held: Sequence[str]) -> Mapping[str, str]:
    """Return the page of the case for each page of the truth, where there is one.

    Names are equal, or end in the same file name that stands once on either side.
    """
    exact = {name: name for name in wanted if name in set(held)}
    ours = _by_file([name for name in wanted if name not in exact])
    taken = set(exact)
    theirs = _by_file([name for name in held if name not in taken])
    return exact | {
        names[0]: theirs[file][0]
        for file, names in ours.items()
        if len(names) == len(theirs.get(file, ())) == 1
    }


def _by_file(names: Sequence[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name in dict.fromkeys(names):
        found.setdefault(name.rsplit("/", 1)[-1], []).append(name)
    return found


def _is_span(label: TruthClaim, text: str | None) -> bool:
    start, end = span_of(label)
    return 0 <= start < end and (text is None or end <= len(text))


def _near(places: Sequence[Span], claimed: Sequence[Span]) -> list[Span]:
    return [span for span in places if any(_touch(span, each) for each in claimed)]


def _touch(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]
