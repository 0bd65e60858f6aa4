"""Articles and sentences written and labelled for this project.

  python -m quality.articles FOLDER...    check the form of the labels

An article is one TOML file: `published`, `outlet`, `text` and its `[[claims]]`; a file of
sentences holds `[[sentences]]` with the same keys. Labels name the words; this finds them.
"""

import re
import sys
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from quality.label import Label, LabelError, amount_slots
from tumen.codebook.load import load_codebook
from tumen.codebook.schema import Codebook
from tumen.errors import FigureError, TumenError
from tumen.extract.amounts import find_numbers
from tumen.records.amount import Amount, Measure, Qualifier
from tumen.records.claim import Hedge, Kind, SpeakerKind

CODEBOOK = "dprk-labour"
AUTHOR = "article | author"
KNOWN = frozenset(
    [
        "quote",
        "nth",
        "kind",
        "element",
        "measure",
        "amount",
        "as_of",
        "place",
        "iso",
        "population",
        "speaker",
        "via",
        "hedge",
        "flags",
        "also",
    ]
)

Row = dict[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """A text with its labels.

    Args:
        name: file, and place in it for a sentence.
        published: ISO day printed on the page, None when it shows none.
        rows: labels in the form of the machine answers; `doc` is `name`.
        is_article: False for a sentence.
    """

    name: str
    text: str
    published: date | None
    rows: tuple[Row, ...]
    is_article: bool


def load_labelled(folder: Path) -> tuple[Labelled, ...]:
    """Return all labelled texts below a folder, in the order of their names.

    Raises:
        LabelError: a file cannot be read, or a label does not fit its text.
    """
    return tuple(text for file in sorted(folder.rglob("*.toml")) for text in _of(file))


def _of(file: Path) -> Iterator[Labelled]:
    content = _read(file)
    name = f"{file.parent.name}/{file.stem}"
    if "sentences" not in content:
        yield _labelled(f"{name}.txt", content, is_article=True)
        return
    for number, each in enumerate(_list(content, "sentences", name), start=1):
        yield _labelled(f"{name}-{number:03}.txt", each, is_article=False)


def _read(file: Path) -> Label:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise LabelError(f"{file}: {error}", "Mend the file.") from error


def _list(content: Label, key: str, name: str) -> list[Label]:
    entries = content.get(key, [])
    if not isinstance(entries, list):
        raise LabelError(f"{name}: {key} must be a list", "Mend the file.")
    return entries


def _labelled(name: str, content: Label, *, is_article: bool) -> Labelled:
    text = str(content["text"])
    published = str(content.get("published", ""))
    rows = [_row(label, text, name) for label in _list(content, "claims", name)]
    return Labelled(
        name=name,
        text=text,
        published=date.fromisoformat(published) if published else None,
        rows=tuple(rows),
        is_article=is_article,
    )


def _row(label: Label, text: str, name: str) -> Row:
    """Return a label in the form of the machine answers."""
    unknown = set(label) - KNOWN
    if unknown or "quote" not in label or "element" not in label:
        raise LabelError(
            f"{name}: a label has {', '.join(sorted(unknown)) or 'no quote or element'}",
            f"The keys are: {', '.join(sorted(KNOWN))}.",
        )
    quote = str(label["quote"])
    start = _place(quote, int(str(label.get("nth", 1))), text, name)
    first, _, last = str(label.get("as_of", "/")).partition("/")
    speaker, _, kind = str(label.get("speaker", AUTHOR)).partition(" | ")
    return {
        "doc": name,
        "start": start,
        "end": start + len(quote),
        "quote": quote,
        "kind": label.get("kind", "figure"),
        "element": label["element"],
        "measure": label.get("measure", "none"),
        **amount_slots(str(label.get("amount", ""))),
        "as_of_start": first or None,
        "as_of_end": last or None,
        "place": label.get("place") or None,
        "iso": label.get("iso") or None,
        "population": label.get("population") or None,
        "speaker": speaker,
        "speaker_kind": kind,
        "via": label.get("via") or None,
        "hedge": label.get("hedge", "asserted"),
        "flags": label.get("flags", []),
        "also": label.get("also", {}),
    }


def _place(quote: str, nth: int, text: str, name: str) -> int:
    places = [match.start() for match in re.finditer(re.escape(quote), text)]
    if len(places) < nth:
        raise LabelError(
            f"{name}: {quote!r} stands {len(places)} times in the text, not {nth}",
            "Quote the text letter by letter.",
        )
    return places[nth - 1]


def faults_of(text: Labelled, codebook: Codebook) -> Iterator[str]:
    """Yield what is wrong with the labels of a text, as sentences to read."""
    for row in text.rows:
        for fault in _faults(row, codebook, text):
            yield f"{text.name}: {str(row['quote'])[:60]!r}: {fault}"


def _faults(row: Row, codebook: Codebook, text: Labelled) -> Iterator[str]:
    element = codebook.elements.get(str(row["element"]))
    if element is None:
        yield f"there is no element {row['element']}"
        return
    if row["kind"] not in element.kinds:
        yield f"{element.code} is no {row['kind']}, but {', '.join(element.kinds)}"
    for name, choices in (
        ("kind", Kind),
        ("measure", Measure),
        ("hedge", Hedge),
        ("speaker_kind", SpeakerKind),
    ):
        if row[name] not in list(choices):
            yield f"{row[name]!r} is no {name}"
    if (row["speaker"] == "article") != (row["speaker_kind"] == "author"):
        yield "article and author go together"
    yield from _number_faults(row, codebook)
    yield from _period_faults(row)


def _number_faults(row: Row, codebook: Codebook) -> Iterator[str]:
    if row["kind"] != "figure":
        if row["qualifier"] != "none" or row["measure"] != "none":
            yield "only a figure has an amount and a measure"
        return
    if row["unit"] is None:
        yield "the figure has no amount and unit"
        return
    values = [row[end] for end in ("low", "best", "high")]
    try:
        Amount(
            measure=Measure(str(row["measure"])),
            qualifier=Qualifier(str(row["qualifier"])),
            unit=str(row["unit"]),
            low=_number(values[0]),
            best=_number(values[1]),
            high=_number(values[2]),
        )
    except (FigureError, ValueError) as error:
        yield str(error)
    quote = str(row["quote"])
    found: set[float] = set()
    for language in codebook.languages.values():
        found |= find_numbers(quote, 0, len(quote), language.numbers)
    for value in {v for v in values if v is not None}:
        if value not in found:
            yield f"look again: {value} is not read in the quote (found {sorted(found)})"


def _period_faults(row: Row) -> Iterator[str]:
    ends = [row["as_of_start"], row["as_of_end"]]
    days = []
    for day in ends:
        try:
            days += [date.fromisoformat(str(day))] if day else []
        except ValueError:
            yield f"{day} is no day"
    if len(days) == len(ends) and days[0] > days[1]:
        yield f"the period {days[0]} to {days[1]} runs backwards"


def _number(value: object) -> float | None:
    return float(str(value)) if value is not None else None


def counts(texts: Sequence[Labelled]) -> Mapping[str, int]:
    """Return how many texts and labels there are, by kind."""
    rows = [row for text in texts for row in text.rows]
    return {
        "articles": sum(text.is_article for text in texts),
        "sentences": sum(not text.is_article for text in texts),
        **{f"{kind}s": sum(row["kind"] == kind for row in rows) for kind in Kind},
    }


def main() -> int:
    """Print what is wrong in the folders given; 1 when anything is."""
    codebook = load_codebook(CODEBOOK)
    wrong = 0
    for folder in map(Path, sys.argv[1:]):
        texts: list[Labelled] = []
        for file in sorted(folder.rglob("*.toml")):
            try:
                texts += _of(file)
            except (TumenError, KeyError, ValueError, IndexError) as error:
                wrong += 1
                print(f"{file}: {error}")
        faults = [fault for text in texts for fault in faults_of(text, codebook)]
        wrong += len(faults)
        print(*faults, *(f"{n} {what}" for what, n in counts(texts).items()), sep="\n")
    return int(wrong > 0)


if __name__ == "__main__":
    sys.exit(main())
