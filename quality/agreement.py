"""How well two people agree who labelled the same texts without seeing each other's labels.

  python -m quality.agreement

The labels of `quality/unseen` are scored as if those of `quality/second` had been read by
a machine: what two careful readers reach is what a machine can be measured against.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

import msgspec

from quality.articles import CODEBOOK, Labelled, Row, load_labelled
from quality.label import LabelError
from quality.reading import labels_of, score_pages, summary
from quality.unseen import UNSEEN
from tumen.codebook.load import load_codebook
from tumen.records.release import ReleasedClaim
from tumen.records.score import ClaimScores
from tumen.score.names import SameNames
from tumen.score.pairs import Page, pair_page

SECOND = Path(__file__).parent / "second"
AS_CLAIM: Row = {
    "chain": (),
    "confidence": None,
    "inherited": (),
    "rule": None,
    "found_by": "second reader",
    "auto": False,
    "status": "proposed",
}
"""What a claim has besides the slots of a label."""


def score_agreement() -> ClaimScores:
    """Return the scores of the second reader's labels against the first one's."""
    names = SameNames(load_codebook(CODEBOOK))
    return score_pages(list(read_twice(names)), names)


def read_twice(names: SameNames) -> Iterator[Page]:
    """Yield every text that two people labelled, the second one's labels as claims.

    Raises:
        LabelError: both do not have the same text.
    """
    first = {_stem(text): text for text in load_labelled(UNSEEN)}
    for again in load_labelled(SECOND):
        text = first.get(_stem(again))
        if text is None or text.text != again.text:
            raise LabelError(
                f"{again.name}: the text is not that of {UNSEEN.name}/",
                "Copy the text letter by letter.",
            )
        claims = [claim_of(row, number) for number, row in enumerate(again.rows)]
        yield pair_page(text.name, labels_of(text), claims, (), names)


def _stem(text: Labelled) -> str:
    return text.name.rpartition("/")[2]


def claim_of(row: Row, number: int) -> ReleasedClaim:
    """Return a label in the form of what a machine reads."""
    known = {key: value for key, value in row.items() if key != "also"}
    content = AS_CLAIM | known | {"id": f"{row['doc']}-{number}", "alternatives": {}}
    return msgspec.convert(content, ReleasedClaim)


def main() -> int:
    """Print how well the two agree."""
    print(*summary(score_agreement()), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
