"""Write the labels of the example pages as JSON lines.

  python -m quality.label            write examples.jsonl from examples.toml
  python -m quality.label --check    only say whether it is up to date

The labels name the words; this finds them in the text of the page as Tumen reads it, so
spans follow when a reader changes. Words that stand on no page stop it.
"""

import json
import sys
import tomllib
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path

from tumen.codebook.load import load_codebook
from tumen.errors import TumenError
from tumen.ingest.captures import make_capture
from tumen.read.page import read_document
from tumen.records.amount import FILLED, Qualifier
from tumen.records.document import Document, Role

HERE = Path(__file__).parent
PAGES = HERE.parent / "examples"
LABELS = HERE / "examples.toml"
WRITTEN = HERE / "examples.jsonl"
READ_AT = datetime(2026, 1, 1, tzinfo=UTC)
"""Time of addition given to the pages; labels do not depend on it."""
LARGEST_PAGE = 1_000_000

Label = Mapping[str, object]


class LabelError(TumenError):
    """A label does not fit its page."""


def read_example(doc: str) -> Document:
    """Return an example page as Tumen reads it."""
    data = (PAGES / doc).read_bytes()
    capture = make_capture(doc, data, added_at=READ_AT, max_bytes=LARGEST_PAGE)
    document, _ = read_document(capture, data, load_codebook("dprk-labour"))
    return document


def find_words(quote: str, document: Document) -> tuple[int, int]:
    """Return where the words stand in the running text, the first place of several.

    Raises:
        LabelError: the words stand nowhere.
    """
    spans = [block.span for block in document.blocks_of(Role.BODY)]
    for span in spans:
        at = document.text.find(quote, span.start, span.end)
        if at >= 0:
            return at, at + len(quote)
    raise LabelError(
        f"{document.name}: {quote!r} does not stand in the running text",
        "Correct the label in quality/examples.toml, or how the page is read.",
    )


def amount_slots(written: str) -> dict[str, object]:
    """Return the slots of an amount written as `between 12000 15000 visas`."""
    words = written.split()
    qualifier = Qualifier(words[0]) if words else Qualifier.NONE
    numbers = iter([float(word) for word in words[1:-1]])
    filled = FILLED.get(qualifier, (False, False, False))
    if qualifier is Qualifier.EXACT:
        numbers = iter([next(numbers)] * 3)
    values = [next(numbers) if wanted else None for wanted in filled]
    slots = dict(zip(("low", "best", "high"), values, strict=True))
    unit = words[-1] if words else None
    return {**slots, "unit": unit, "qualifier": qualifier.value}


def label_row(label: Label, page: Label, document: Document) -> dict[str, object]:
    """Return one label in the form of the machine answers."""
    start, end = find_words(str(label["quote"]), document)
    first, _, last = str(label.get("as_of", "/")).partition("/")
    name, _, kind = str(label.get("speaker", "article | author")).partition(" | ")
    return {
        "doc": page["doc"],
        "start": start,
        "end": end,
        "quote": label["quote"],
        "kind": label.get("kind", "figure"),
        "element": label["element"],
        "measure": label.get("measure", "none"),
        **amount_slots(str(label.get("amount", ""))),
        "as_of_start": first or None,
        "as_of_end": last or None,
        "place": label.get("place", "Russia") or None,
        "iso": label.get("iso", "RU") or None,
        "population": label.get("population", "NK workers"),
        "speaker": name,
        "speaker_kind": kind,
        "via": label.get("via", page.get("via")),
        "hedge": label.get("hedge", "asserted"),
        "flags": label.get("flags", []),
        "also": label.get("also", {}),
    }


def labels_of(page: Label, pages: Mapping[str, Label]) -> Iterator[Label]:
    """Yield the labels of a page; a copy has those of the page it was copied from."""
    source = pages[str(page.get("same_as", page["doc"]))]
    only = page.get("only")
    claims = source["claims"]
    if not isinstance(claims, list):
        raise LabelError(f"{source['doc']}: claims must be a list", "Mend the file.")
    for label in claims:
        if not isinstance(only, list) or label.get("amount", "") in only:
            yield label


def all_rows() -> list[dict[str, object]]:
    """Return the labels of all pages, in the order of the file."""
    listed = tomllib.loads(LABELS.read_text(encoding="utf-8"))["page"]
    pages = {page["doc"]: page for page in listed}
    rows = []
    for page in listed:
        document = read_example(page["doc"])
        rows += [label_row(one, page, document) for one in labels_of(page, pages)]
    return rows


def main() -> int:
    """Write the labels, or say whether they are up to date."""
    lines = (json.dumps(row, ensure_ascii=False) + "\n" for row in all_rows())
    text = "".join(lines)
    if "--check" in sys.argv:
        return int(WRITTEN.read_text(encoding="utf-8") != text)
    WRITTEN.write_text(text, encoding="utf-8", newline="\n")
    print(f"{text.count(chr(10))} labels written to {WRITTEN.name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
