"""Compare claims with labels: what was found, and which slots are right."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from tumen.records.claim import Kind
from tumen.records.document import Role
from tumen.records.release import ReleasedClaim
from tumen.records.score import ClaimScores, KindScore, Share, SlotScore
from tumen.records.truth import TruthClaim, TruthDocument
from tumen.score.names import SameNames
from tumen.score.pairs import Page, by_page, claim_span, pair_page
from tumen.score.places import Span, label_name, match_names, place_label
from tumen.score.shares import found_over_pages, make_share, share_over_pages
from tumen.score.slots import (
    ESTIMATE_READY,
    JOINT,
    SLOTS,
    all_right,
    is_asked,
    is_right,
)

SILENT = (Role.FURNITURE, Role.COMMENT)


@dataclass(frozen=True, slots=True)
class Matched:
    """Labels and claims of a case, paired.

    Args:
        pages: every labelled page.
        missing: labelled pages the case does not hold.
        left_out: how many pages of the case nobody labelled.
        not_placed: labels whose words stand nowhere on their page.
    """

    pages: tuple[Page, ...]
    missing: tuple[str, ...]
    left_out: int
    not_placed: tuple[str, ...]


def match_claims(
    labels: Sequence[TruthClaim],
    documents: Sequence[TruthDocument],
    claims: Iterable[ReleasedClaim],
    texts: Mapping[str, str],
    names: SameNames,
    silent: Mapping[str, Sequence[Span]] = {},
) -> Matched:
    """Return labels and claims, paired page by page.

    Args:
        labels: of pages that are labelled in full.
        documents: what is known about pages; one without a label holds no statement.
        claims: of the case, with their places: no public view.
        texts: of the pages of the case, by name.
        silent: where no claim may come from, for pages whose regions nobody listed.
    """
    known = dict.fromkeys((*(row.doc for row in labels), *(d.doc for d in documents)))
    held = match_names(tuple(known), tuple(texts))
    ours, theirs, placed = _labels_by_page(labels), by_page(claims), []
    lost: list[str] = []
    listed = {row.doc: _silent(row) for row in documents if row.regions}
    for doc in known:
        name = held.get(doc)
        here = theirs.get(name, []) if name else []
        quiet = listed.get(doc, silent.get(name or "", ()))
        spans = [claim_span(claim) for claim in here]
        rows = []
        for number, label in enumerate(ours.get(doc, ()), start=1):
            found = place_label(label, texts[name] if name else None, spans)
            rows.append(found or label)
            if found is None and name:
                lost.append(label_name(label, number))
        placed.append(pair_page(doc, rows, here, quiet, names))
    return Matched(
        pages=tuple(placed),
        missing=tuple(doc for doc in known if doc not in held),
        left_out=len(set(texts) - set(held.values())),
        not_placed=tuple(lost),
    )


def score_claims(
    matched: Matched, names: SameNames, rng: np.random.Generator
) -> ClaimScores:
    """Return the scores of paired claims."""
    pages = matched.pages
    return ClaimScores(
        pages=len(pages),
        pages_missing=len(matched.missing),
        pages_left_out=matched.left_out,
        kinds=tuple(_kind(kind, pages, rng) for kind in Kind),
        joint=share_right(JOINT, pages, names, rng),
        estimate_ready=share_right(ESTIMATE_READY, pages, names, rng),
        slots=tuple(SlotScore(slot=s, score=_slot(s, pages, names)) for s in SLOTS),
        repeats=sum(page.repeats for page in pages),
        silent=sum(page.silent for page in pages),
        not_placed=matched.not_placed,
    )


def _labels_by_page(labels: Iterable[TruthClaim]) -> dict[str, list[TruthClaim]]:
    found: dict[str, list[TruthClaim]] = {}
    for label in labels:
        found.setdefault(label.doc, []).append(label)
    return found


def _silent(document: TruthDocument) -> tuple[Span, ...]:
    return tuple((r.start, r.end) for r in document.regions if r.role in SILENT)


def _kind(kind: Kind, pages: Sequence[Page], rng: np.random.Generator) -> KindScore:
    counts = []
    for page in pages:
        wanted = [i for i, label in enumerate(page.labels) if label.kind is kind]
        found = sum(i in page.pairs for i in wanted)
        extra = sum(claim.kind == kind for claim in page.extra)
        counts.append((found, len(wanted) - found, extra))
    return KindScore(kind=kind.value, score=found_over_pages(counts, rng))


def share_right(
    slots: Sequence[str],
    pages: Sequence[Page],
    names: SameNames,
    rng: np.random.Generator,
) -> Share:
    """Return for how many labelled figures all of the slots are right."""
    counts = [
        (
            sum(
                label.kind is Kind.FIGURE and all_right(label, claim, slots, names)
                for label, claim in page.found()
            ),
            sum(label.kind is Kind.FIGURE for label in page.labels),
        )
        for page in pages
    ]
    return share_over_pages([row for row in counts if row[1]], rng)


def _slot(slot: str, pages: Iterable[Page], names: SameNames) -> Share:
    asked = [
        is_right(label, claim, slot, names)
        for page in pages
        for label, claim in page.found()
        if is_asked(label, slot)
    ]
    return make_share(sum(asked), len(asked))
