"""Score the texts that nobody who works on the rules or weights has read.

  python -m quality.unseen            print the scores
  python -m quality.unseen --curve    how they grow with the training texts: curve.json

Only scores are ever printed, never the texts: look at training texts instead.
"""

import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from quality.articles import CODEBOOK, load_labelled
from quality.learn.cases import Opened, open_texts
from quality.learn.crossed import learn, read_with
from quality.learn.guided import with_models
from quality.learn.sureness import Read, reads_of
from quality.learn.texts import load_texts
from quality.reading import SEED, score_pages
from tumen.codebook.load import load_codebook
from tumen.codebook.review_rules import load_review_rules
from tumen.codebook.rules_only import rules_only
from tumen.codebook.schema import Codebook
from tumen.extract.analyzer import load_analyzer
from tumen.extract.confidence import CLAIMS
from tumen.extract.frame import LANGUAGE
from tumen.records.claim import Kind
from tumen.records.score import ClaimScores, Share
from tumen.score.names import SameNames
from tumen.score.shares import share_over_pages

UNSEEN = Path(__file__).parent / "unseen"
CURVE = Path(__file__).parent / "curve.json"
PARTS = (0.0, 0.125, 0.25, 0.5, 1.0)
"""Parts of the training texts from which the curve's weights are learned."""

SHOWN = ("figure_f1", "joint", "estimate_ready")

Figures = dict[str, float]


@dataclass(frozen=True, slots=True)
class Unseen:
    """How the unseen texts were read.

    Args:
        score: as for any labelled texts.
        right: share of the green figures in which every slot of an estimate is right.
        green: which share of the figures found is shown green.
    """

    score: ClaimScores
    right: Share
    green: float

    def floors(self) -> Figures:
        """Return the figures that have floors."""
        return {
            "figure_f1": self.score.of_kind("figure").f1 or 0.0,
            "joint": self.score.joint.share or 0.0,
            "estimate_ready": self.score.estimate_ready.share or 0.0,
            "event_f1": self.score.of_kind("event").f1 or 0.0,
            "condition_f1": self.score.of_kind("condition").f1 or 0.0,
            "green": self.green,
            "green_right": self.right.share or 0.0,
            "silent": float(self.score.silent),
        }


def open_unseen(codebook: Codebook, mode: str) -> tuple[Opened, ...]:
    """Return the unseen texts, taken apart."""
    return open_texts(load_labelled(UNSEEN), codebook, load_analyzer(mode))


def read_unseen(
    texts: Sequence[Opened], codebook: Codebook, names: SameNames
) -> Unseen:
    """Return how the texts are read with the weights of a codebook."""
    pages, reads = [], list[Read]()
    for opened in texts:
        page, claims = read_with(opened, codebook, names)
        pages.append(page)
        reads += reads_of(page, claims)
    figures = [read for read in reads if read.claim.kind is Kind.FIGURE]
    is_calibrated = CLAIMS in codebook.languages[LANGUAGE].learned
    least = load_review_rules().green_from if is_calibrated else 1.0
    green = [read for read in figures if read.claim.confidence >= least]
    return Unseen(
        score=score_pages(pages, names),
        right=_right(green, names),
        green=len(green) / max(1, len(figures)),
    )


def _right(reads: Sequence[Read], names: SameNames) -> Share:
    by_page: dict[str, list[bool]] = {}
    for read in reads:
        by_page.setdefault(read.page.doc, []).append(read.is_right(names))
    counts = [(sum(each), len(each)) for each in by_page.values()]
    return share_over_pages(counts, np.random.default_rng(SEED))


def score_unseen(mode: str) -> Unseen:
    """Return how the unseen texts are read by the codebook as it is."""
    codebook = load_codebook(CODEBOOK)
    return read_unseen(open_unseen(codebook, mode), codebook, SameNames(codebook))


def make_curve(mode: str) -> list[dict[str, float]]:
    """Return the scores with weights of a growing part of the training texts.

    The first point is the rules alone. Articles and files of sentences are taken in a
    drawn order, and stay whole.
    """
    plain = rules_only(load_codebook(CODEBOOK))
    names = SameNames(plain)
    training = open_texts(load_texts(), plain, load_analyzer(mode))
    texts = open_unseen(plain, mode)
    order = np.random.default_rng(SEED).permutation(len(training))
    points = []
    for part in PARTS:
        chosen = [training[i] for i in order[: round(part * len(training))]]
        book = with_models(plain, learn(chosen, names)) if chosen else plain
        floors = read_unseen(texts, book, names).floors()
        point = {"texts": float(len(chosen))}
        points.append(point | {each: floors[each] for each in SHOWN})
    return points


def read_curve() -> list[dict[str, float]]:
    """Return the curve as written last, empty when there is none."""
    return json.loads(CURVE.read_text(encoding="utf-8")) if CURVE.is_file() else []


def summary(mode: str, figures: Mapping[str, float]) -> str:
    """Return the figures of a mode as one line."""
    return " ".join((f"unseen {mode}", *(f"{k} {v:.3f}" for k, v in figures.items())))


def main() -> int:
    """Print the scores of all modes."""
    if "--curve" in sys.argv:
        curve = make_curve("spacy")
        CURVE.write_text(json.dumps(curve, indent=1) + "\n", encoding="utf-8")
        print(*curve, sep="\n")
        return 0
    for mode in ("spacy", "regex", "encoder"):
        unseen = score_unseen(mode)
        print(summary(mode, unseen.floors()))
        slots = (f"{s.slot} {s.score.share or 0:.2f}" for s in unseen.score.slots)
        print("  of those found:", *slots)
    return 0


if __name__ == "__main__":
    sys.exit(main())
