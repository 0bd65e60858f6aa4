"""Read labelled texts and compare what was read with the labels.

python -m quality.reading FOLDER...                  scores by slot
python -m quality.reading FOLDER... --wrong SLOT     and every figure wrong in a slot
"""

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import numpy as np

from quality.articles import CODEBOOK, Labelled, load_labelled
from tumen.codebook.load import load_codebook
from tumen.codebook.schema import Codebook
from tumen.extract.analyzer import Analyzer, load_analyzer
from tumen.extract.claims import extract_claims
from tumen.ingest.captures import make_capture
from tumen.protect.claim_rows import full_row
from tumen.read.page import read_document
from tumen.records.claim import Claim
from tumen.records.document import Block, Certainty, Dated, Document, Role
from tumen.records.period import Period
from tumen.records.reviewed import ReviewedClaim
from tumen.records.score import ClaimScores
from tumen.records.span import Span
from tumen.records.truth import TruthClaim
from tumen.score.claims import Matched, score_claims
from tumen.score.names import SameNames
from tumen.score.pairs import Page, pair_page
from tumen.score.slots import is_asked, is_right

READ_AT = datetime(2026, 1, 1, tzinfo=UTC)
LARGEST_PAGE = 1_000_000
TITLE = "North Korean workers abroad"
"""Headline of the page that a single sentence is taken from."""
SEED = 7


def make_document(text: Labelled, codebook: Codebook) -> Document:
    """Return an article as Tumen reads its page; a sentence is a page of its own."""
    data = text.text.encode()
    capture = make_capture(text.name, data, added_at=READ_AT, max_bytes=LARGEST_PAGE)
    if text.is_article:
        return read_document(capture, data, codebook)[0]
    day = text.published
    return Document(
        capture=capture.id,
        name=text.name,
        text=text.text,
        blocks=(Block(Span(0, len(text.text)), Role.BODY, "en"),),
        title=TITLE,
        published=Dated(Period(day, day), Certainty.DAY, ()) if day else None,
        language="en",
    )


def read_claims(
    text: Labelled, codebook: Codebook, analyzer: Analyzer
) -> tuple[Document, tuple[Claim, ...]]:
    """Return the page of a text and the claims read from it."""
    document = make_document(text, codebook)
    return document, extract_claims(document, codebook, analyzer)[0]


def compare(
    text: Labelled, document: Document, claims: Sequence[Claim], names: SameNames
) -> Page:
    """Return labels and claims of a text, paired."""
    rows = [full_row(ReviewedClaim(claim)) for claim in claims]
    quiet = [
        (block.span.start, block.span.end)
        for block in document.blocks_of(Role.FURNITURE, Role.COMMENT)
    ]
    return pair_page(text.name, labels_of(text), rows, quiet, names)


def labels_of(text: Labelled) -> tuple[TruthClaim, ...]:
    """Return the labels of a text as records."""
    return tuple(msgspec.convert(row, TruthClaim) for row in text.rows)


def read_all(
    texts: Iterable[Labelled], mode: str, names: SameNames, codebook: Codebook
) -> Iterator[Page]:
    """Yield every text read and compared with its labels."""
    analyzer = load_analyzer(mode)
    for text in texts:
        yield compare(text, *read_claims(text, codebook, analyzer), names)


def score_pages(pages: Sequence[Page], names: SameNames) -> ClaimScores:
    """Return the scores of pages that were compared."""
    matched = Matched(tuple(pages), (), 0, ())
    return score_claims(matched, names, np.random.default_rng(SEED))


def summary(score: ClaimScores) -> Iterator[str]:
    """Yield the scores as lines to read."""
    for kind in score.kinds:
        yield f"{kind.kind}: {kind.score}"
    yield f"joint: {score.joint}"
    yield f"estimate ready: {score.estimate_ready}"
    for slot in score.slots:
        yield f"  {slot.slot}: {slot.score.right} of {slot.score.asked}"


def wrong_ones(pages: Iterable[Page], slot: str, names: SameNames) -> Iterator[str]:
    """Yield every label that was found but is wrong in a slot; `missed`, `extra` too."""
    for page in pages:
        if slot == "extra":
            yield from (
                f"{page.doc}: {claim.kind} {claim.element} {claim.quote!r}"
                for claim in page.extra
            )
        elif slot == "missed":
            yield from (
                f"{page.doc}: {label.kind} {label.element} {label.quote!r}"
                for number, label in enumerate(page.labels)
                if number not in page.pairs
            )
        else:
            yield from _wrong_in(page, slot, names)


def _wrong_in(page: Page, slot: str, names: SameNames) -> Iterator[str]:
    for label, claim in page.found():
        if is_asked(label, slot) and not is_right(label, claim, slot, names):
            yield (
                f"{page.doc}: {label.quote!r} wanted {_said(label, slot)}, "
                f"got {_said(claim, slot)}"
            )


def _said(row: object, slot: str) -> object:
    parts = {
        "range": ("qualifier", "low", "best", "high"),
        "as_of": ("as_of_start", "as_of_end"),
        "as_of_exact": ("as_of_start", "as_of_end"),
    }.get(slot, (slot,))
    return "/".join(str(getattr(row, part)) for part in parts)


def main() -> int:
    """Print the scores of folders of labelled texts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--mode", default="spacy")
    parser.add_argument("--only", choices=("articles", "sentences"))
    parser.add_argument("--wrong", nargs="*", default=[])
    options = parser.parse_args()
    codebook = load_codebook(CODEBOOK)
    names = SameNames(codebook)
    texts = [text for folder in options.folders for text in load_labelled(folder)]
    if options.only:
        texts = [t for t in texts if t.is_article == (options.only == "articles")]
    pages = tuple(read_all(texts, options.mode, names, codebook))
    print(*summary(score_pages(pages, names)), sep="\n")
    for slot in options.wrong:
        print(f"\n## {slot}", *wrong_ones(pages, slot, names), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
