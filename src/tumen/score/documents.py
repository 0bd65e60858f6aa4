"""Compare what a run says about pages with what is known about them."""

import datetime
from collections.abc import Callable, Iterable, Sequence

import numpy as np

from tumen.codebook.names import words_of
from tumen.records.release import ReleasedDate, ReleasedDocument
from tumen.records.score import DocumentScores, Found, Share
from tumen.records.truth import TruthDate, TruthDocument
from tumen.score.names import SameNames
from tumen.score.places import match_names
from tumen.score.shares import make_found, share_over_pages

Pair = tuple[TruthDocument, ReleasedDocument]


def score_documents(
    known: Sequence[TruthDocument],
    held: Sequence[ReleasedDocument],
    names: SameNames,
    rng: np.random.Generator,
) -> DocumentScores:
    """Return the scores of the pages that something is known about.

    Args:
        held: pages of the case, with their names: no public view.
    """
    by_name = {str(row.doc): row for row in held}
    same = match_names([row.doc for row in known], list(by_name))
    pairs = [(row, by_name[same[row.doc]]) for row in known if row.doc in same]
    dated = [pair for pair in pairs if _is_dated(pair[0].published)]

    def share(right: Callable[[Pair], bool], asked: Iterable[Pair]) -> Share:
        return share_over_pages([(int(right(pair)), 1) for pair in asked], rng)

    return DocumentScores(
        pages=len(pairs),
        pages_missing=len(known) - len(pairs),
        published_day=share(_same_day, [p for p in dated if _day(p[0].published)]),
        published=share(_dates_meet, dated),
        undated=sum(not _is_dated(ours.published) for _, ours in dated),
        original_outlet=share(
            lambda pair: names.is_voice(
                pair[0].original_outlet, pair[1].original_outlet
            ),
            [p for p in pairs if p[0].original_outlet],
        ),
        title=share(_same_title, [p for p in pairs if p[0].title]),
        language=share(
            lambda pair: pair[0].language == pair[1].language,
            [p for p in pairs if p[0].language],
        ),
        reprints=_reprints(pairs, names),
    )


def _is_dated(date: TruthDate | ReleasedDate | None) -> bool:
    return date is not None and not date.first is date.last is None


def _day(date: TruthDate | ReleasedDate | None) -> datetime.date | None:
    """Return the day of a date that is known to the day, else None."""
    return date.first if date is not None and date.first == date.last else None


def _same_day(pair: Pair) -> bool:
    return _day(pair[0].published) == _day(pair[1].published)


def _dates_meet(pair: Pair) -> bool:
    """Tell whether two dates have a day in common; one without any day meets none."""
    known, ours = pair[0].published, pair[1].published
    if known is None or ours is None or not _is_dated(ours):
        return False
    first, last = datetime.date.min, datetime.date.max
    return (ours.first or first) <= (known.last or last) and (known.first or first) <= (
        ours.last or last
    )  # fmt: skip


def _same_title(pair: Pair) -> bool:
    """Compare titles by their words; points and capitals do not count."""
    return words_of(pair[0].title or "") == words_of(pair[1].title or "")


def _reprints(pairs: Iterable[Pair], names: SameNames) -> Found:
    """Return which copies were told to be copies, with the outlet they copy."""
    found = missed = extra = 0
    for known, ours in pairs:
        wanted = known.reprint_of.outlet if known.reprint_of else None
        given = ours.reprint_of["outlet"] if ours.reprint_of else None
        right = bool(wanted and given) and names.is_voice(wanted, given)
        found += right
        missed += bool(wanted) and not right
        extra += bool(given) and not right
    return make_found(found, missed, extra)
