"""Read three public sets of labelled text from git folders; none of it is kept here.

Each is a copy of its repository, bare or checked out: `satya77/CQE_Evaluation` (what
numbers in news sentences are worth), `networkdynamics/PolNeAR` (who says what in news
articles), `jspotter/TempEval-3` (what words for a time mean). Their texts belong to
others: read them, never copy them into this project.
"""

import json
import re
import subprocess
import xml.etree.ElementTree as ET  # own copies of a known set
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

Stretch = tuple[int, int]
PLAIN = re.compile(r"-?[\d.]*\d(?:-[\d.]*\d)?")
BOUNDS = {"+": "up"}
"""Signs of the language model that the set writes otherwise."""


@dataclass(frozen=True)
class Value:
    """A quantity: one value (low is high) or a range, and its bound.

    `bound` is one of the signs of the set: `=`, `~`, `>`, `<`, `up`, `down`.
    """

    low: float
    high: float
    bound: str = "="


@dataclass(frozen=True)
class QuantityText:
    """A sentence and the quantities in it."""

    number: int
    text: str
    values: tuple[Value, ...]


@dataclass(frozen=True)
class Said:
    """An attribution: characters of the voice and of what it says."""

    source: tuple[Stretch, ...]
    content: tuple[Stretch, ...]


@dataclass(frozen=True)
class SaidText:
    """An article and the attributions one person found in it."""

    name: str
    annotator: str
    text: str
    said: tuple[Said, ...]


@dataclass(frozen=True)
class Timex:
    """Words for a time; `value` as TimeML writes it, `kind` DATE, DURATION, ..."""

    start: int
    end: int
    value: str
    kind: str = ""


@dataclass(frozen=True)
class TimeText:
    """An article, its day (`1998-02-13`), and its words for times."""

    part: str
    name: str
    day: str
    text: str
    timexes: tuple[Timex, ...]


class Missing(Exception):
    """A folder that is not a copy of the set asked for."""


def _git(folder: Path, *words: str) -> bytes:
    command = ["git", "-C", str(folder), *words]
    done = subprocess.run(command, capture_output=True, check=False)
    if done.returncode:
        raise Missing(done.stderr.decode(errors="replace").strip())
    return done.stdout


def _names(folder: Path, under: str, ending: str) -> list[str]:
    listed = _git(folder, "ls-tree", "-r", "--name-only", "-z", "HEAD", "--", under)
    names = [n for n in listed.decode().split("\0") if n.endswith(ending)]
    if not names:
        raise Missing(f"{folder} has no file {under}/*{ending}")
    return names


def _show(folder: Path, name: str) -> str:
    return _git(folder, "show", f"HEAD:{name}").decode()


def load_quantities(folder: Path, part: str = "NewsQuant") -> tuple[QuantityText, ...]:
    """Return the sentences of a part of CQE_Evaluation."""
    rows = json.loads(_show(folder, f"data/formatted_test_set/{part}.json"))
    return tuple(
        QuantityText(
            number,
            row["text"],
            tuple(
                _value(str(quantity["value"]), quantity["change"])
                for quantity in row["quantities"]
            ),
        )
        for number, row in enumerate(rows)
    )


def load_answers(folder: Path, part: str = "NewsQuant") -> tuple[QuantityText, ...]:
    """Return what a large language model answered, as the authors kept it."""
    rows = json.loads(_show(folder, f"data/gpt_3_output/predictions_{part}.json"))
    return tuple(
        QuantityText(number, row["text"], tuple(_answers(row["quantities"])))
        for number, row in enumerate(rows)
    )


def _answers(rows: Sequence[Sequence[str]]) -> Iterator[Value]:
    """Yield the answers whose value is a number or a range."""
    for row in rows:
        written = row[1].strip().replace(",", "") if len(row) > 1 else ""
        if PLAIN.fullmatch(written):
            yield _value(written, BOUNDS.get(row[0].strip(), row[0].strip()))


def _value(written: str, bound: str) -> Value:
    is_range = "-" in written[1:] and "E" not in written and written[0] != "-"
    low, _, high = written.partition("-") if is_range else (written, "", written)
    return Value(float(low), float(high), bound)


def load_said(folder: Path, part: str = "dev") -> tuple[SaidText, ...]:
    """Return the articles of a part of PolNeAR, once for each person who labelled."""
    root = f"data/{part}"
    texts = {
        Path(name).stem: _show(folder, name)
        for name in _names(folder, f"{root}/text", ".txt")
    }
    found = []
    for name in sorted(_names(folder, f"{root}/attributions", ".ann")):
        stem, annotator = Path(name).stem.rsplit("_", 1)
        if stem in texts:
            said = tuple(_attributions(_show(folder, name)))
            found.append(SaidText(stem, annotator, texts[stem], said))
    return tuple(found)


def _attributions(stand_off: str) -> Iterator[Said]:
    spans: dict[str, list[Stretch]] = {}
    events: list[list[str]] = []
    for line in stand_off.splitlines():
        fields = line.split("\t")
        if line.startswith("T") and len(fields) > 1 and " " in fields[1]:
            places = fields[1].split(" ", 1)[1].split(";")
            spans[fields[0]] = [_stretch(place) for place in places]
        elif line.startswith("E") and len(fields) > 1:
            events.append(fields[1].split())
    for event in events:
        parts: dict[str, list[Stretch]] = {"source": [], "content": []}
        for filled in event:
            role, _, name = filled.partition(":")
            role = re.sub(r"\d+$", "", role).lower()
            if role in parts:
                parts[role] += spans.get(name, [])
        if parts["content"]:
            yield Said(tuple(sorted(parts["source"])), tuple(sorted(parts["content"])))


def _stretch(place: str) -> Stretch:
    start, end = place.split()
    return int(start), int(end)


def load_times(folder: Path) -> tuple[TimeText, ...]:
    """Return the articles of TimeBank and AQUAINT as cleaned for TempEval-3."""
    found = []
    for name in _names(folder, "data/TBAQ-cleaned", ".tml"):
        if Path(name).name.startswith("._"):
            continue
        root = ET.fromstring(_show(folder, name))  # noqa: S314  a set of known texts
        body, day = root.find("TEXT"), root.find("DCT/TIMEX3")
        if body is None or day is None:
            raise Missing(f"{name} holds no text or no date")
        texts: list[str] = []
        timexes: list[Timex] = []
        _flatten(body, texts, timexes)
        part = name.split("/")[2]
        found.append(
            TimeText(
                part,
                Path(name).stem,
                (day.get("value") or "")[:10],
                "".join(texts),
                tuple(timexes),
            )
        )
    return tuple(found)


def _flatten(node: ET.Element, texts: list[str], timexes: list[Timex]) -> None:
    start = sum(map(len, texts))
    texts.append(node.text or "")
    for child in node:
        _flatten(child, texts, timexes)
        texts.append(child.tail or "")
    if node.tag == "TIMEX3":
        end = sum(map(len, texts))
        value, kind = node.get("value") or "", node.get("type") or ""
        timexes.append(Timex(start, end, value, kind))


def odd(texts: Sequence[QuantityText]) -> tuple[QuantityText, ...]:
    """Return the half that rules may be developed on."""
    return tuple(text for text in texts if text.number % 2)


def even(texts: Sequence[QuantityText]) -> tuple[QuantityText, ...]:
    """Return the half that is only reported."""
    return tuple(text for text in texts if not text.number % 2)
