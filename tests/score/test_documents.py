"""What a run says about pages is compared with what is known."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from tests.score.conftest import DOCUMENT, PAGE
from tumen.records.release import Cleared, ReleasedDate, ReleasedDocument
from tumen.records.truth import TruthDate, TruthDocument, TruthReprint
from tumen.score.documents import score_documents
from tumen.score.names import SameNames

KNOWN = TruthDocument(
    doc=PAGE,
    title="Workers - a Count",
    original_outlet="the Invented Herald",
    published=TruthDate(date(2010, 11, 27), date(2010, 11, 27)),
    language="en",
    reprint_of=TruthReprint("Invented Herald"),
)
NOVEMBER = ReleasedDate(date(2010, 11, 1), date(2010, 11, 30), "month", ())
OPEN = ReleasedDate(None, None, "interval", ())
LATER = ReleasedDate(date(2012, 1, 1), None, "interval", ())


def test_a_page_read_as_it_is_known_is_right(
    names: SameNames, rng: np.random.Generator
) -> None:
    score = score_documents([KNOWN], [DOCUMENT], names, rng)
    assert (score.published_day.share, score.published.share) == (1.0, 1.0)
    assert (score.original_outlet.share, score.title.share) == (1.0, 1.0)
    assert (score.language.share, score.reprints.f1) == (1.0, 1.0)


@pytest.mark.parametrize(
    ("published", "right", "undated"),
    [(NOVEMBER, 1, 0), (OPEN, 0, 1), (None, 0, 1), (LATER, 0, 0)],
)
def test_an_interval_is_right_when_it_meets_the_day(
    published: ReleasedDate | None,
    right: int,
    undated: int,
    names: SameNames,
    rng: np.random.Generator,
) -> None:
    ours = replace(DOCUMENT, published=published)
    score = score_documents([KNOWN], [ours], names, rng)
    assert (score.published.right, score.undated) == (right, undated)
    assert score.published_day.right == 0


@pytest.mark.parametrize(
    ("known", "ours", "counts"),
    [
        (KNOWN, replace(DOCUMENT, reprint_of=None), (0, 1, 0)),
        (replace(KNOWN, reprint_of=None), DOCUMENT, (0, 0, 1)),
        (replace(KNOWN, reprint_of=TruthReprint("Taiga Courier")), DOCUMENT, (0, 1, 1)),
    ],
)
def test_a_copy_of_another_outlet_is_missed_and_extra(
    known: TruthDocument,
    ours: ReleasedDocument,
    counts: tuple[int, int, int],
    names: SameNames,
    rng: np.random.Generator,
) -> None:
    found = score_documents([known], [ours], names, rng).reprints
    assert (found.found, found.missed, found.extra) == counts


def test_a_page_in_a_folder_is_the_same_page(
    names: SameNames, rng: np.random.Generator
) -> None:
    ours = replace(DOCUMENT, doc=Cleared(f"pages/{PAGE}"))
    score = score_documents([KNOWN], [ours], names, rng)
    assert (score.pages, score.pages_missing) == (1, 0)


def test_what_is_not_known_is_not_asked(
    names: SameNames, rng: np.random.Generator
) -> None:
    score = score_documents([TruthDocument(doc=PAGE)], [DOCUMENT], names, rng)
    assert (score.title.asked, score.published.asked) == (0, 0)
    assert score.reprints.extra == 1
