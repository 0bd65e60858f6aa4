"""Our own reading of any text, put into the terms of three public sets.

The extractor itself answers in claims; here its grammars and its speeches are asked
directly. What the sets count and Tumen leaves out on purpose (ages, `one of them`,
times that date something) is taken back in; nothing is found here that the grammars do
not find.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache

from msgspec.structs import replace

from benchmarks.extract_sets import (
    QuantityText,
    Said,
    SaidText,
    Stretch,
    Value,
)
from tumen.codebook.language import Language
from tumen.codebook.load import load_codebook
from tumen.codebook.schema import Codebook
from tumen.codebook.words_numbers import NumberWords
from tumen.extract.amounts import Quantity, find_amounts
from tumen.extract.analyzer import Analyzer
from tumen.extract.attribution import link_at
from tumen.extract.frame import Frame, make_frame
from tumen.extract.quotes import is_speech
from tumen.extract.voices import Cue
from tumen.records.amount import Qualifier
from tumen.records.document import Block, Document, Role
from tumen.records.ids import CaptureId
from tumen.records.span import Span

WORD = re.compile(r"\s+(\w+)")
CODEBOOK = "dprk-labour"
SaidReader = Callable[[SaidText], tuple[Said, ...]]
DATING = "dating"
CITING = "voice.citing"
LEFT_OUT = frozenset({"age", "one_of", "dating", "pair"})
"""Reasons for which our claims leave a number out, and a set counts it."""
ESTIMATES = ("an estimated", "estimated")
RISES = ("gain", "gains")
"""Words that the set counts as `~` and `up`; for Tumen they bound nothing."""
BOUNDS = {
    Qualifier.ABOUT: "~",
    Qualifier.OVER: ">",
    Qualifier.AT_LEAST: ">",
    Qualifier.UP_TO: "<",
    Qualifier.UNDER: "<",
}
STRONG = frozenset(set(BOUNDS) - {Qualifier.ABOUT})
"""Bounds that the set keeps beside a rise or fall; `about` gives way."""
DIRECTIONS = {"rise": "up", "fall": "down"}
NOT_COUNTED = ("age", "clock")
"""Forms that the set does not count."""
VAGUE = {
    "dozens": (10.0, 100.0),
    "hundreds": (100.0, 1e3),
    "thousands": (1e3, 1e4),
    "tens of thousands": (1e4, 1e5),
    "hundreds of thousands": (1e5, 1e6),
    "millions": (1e6, 1e7),
    "tens of millions": (1e7, 1e8),
    "hundreds of millions": (1e8, 1e9),
    "billions": (1e9, 1e10),
}
"""The ranges that the set gives to words for a size."""


@cache
def codebook() -> Codebook:
    """Return the built-in codebook."""
    return load_codebook(CODEBOOK)


@cache
def language() -> Language:
    """Return its English tables."""
    return codebook().languages["en"]


@cache
def open_numbers() -> NumberWords:
    """Return the number words without the skips of `LEFT_OUT`, and with `one`."""
    words = language().numbers
    kept = tuple(skip for skip in words.skips if skip.reason not in LEFT_OUT)
    about = (*words.marks["about"], *ESTIMATES)
    return replace(
        words,
        skips=kept,
        lone_one=True,
        marks=words.marks | {"about": about},
        rises=(*words.rises, *RISES),
    )


@cache
def time_numbers() -> NumberWords:
    """Return the number words with lengths of time that date something."""
    words = language().numbers
    kept = tuple(skip for skip in words.skips if skip.reason != DATING)
    return replace(words, skips=kept, lone_one=True)


def read_values(text: QuantityText) -> tuple[Value, ...]:
    """Return the quantities of a sentence."""
    found = find_amounts(text.text, 0, len(text.text), open_numbers())
    return tuple(
        value
        for before, quantity in zip((None, *found), found, strict=False)
        for value in _values(quantity, before, text.text)
    )


def _values(quantity: Quantity, before: Quantity | None, text: str) -> Iterator[Value]:
    """Yield what a quantity is worth; a change is one range from old to new."""
    if quantity.form in NOT_COUNTED or quantity.form == "change_from":
        return
    ends = ends_of(quantity)
    if _is_pronoun(quantity, text):
        return
    if not ends:
        vague = VAGUE.get(quantity.value_span.quote(text).lower())
        yield from [Value(*vague)] if vague else []
        return
    part = 100.0 if quantity.form == "share_words" else 1.0
    low, high = min(ends) / part, max(ends) / part
    if quantity.form == "change_to" and before is not None and ends_of(before):
        yield Value(ends_of(before)[0], low, _bound(before, text))
    elif low < high and " or " in quantity.value_span.quote(text):
        yield Value(low, low, _bound(quantity, text))
        yield Value(high, high)
    else:
        yield Value(low, high, _bound(quantity, text))


def _is_pronoun(quantity: Quantity, text: str) -> bool:
    """Tell whether `one` stands for a thing and counts none (`I want one.`)."""
    if quantity.value_span.quote(text).lower() != "one" or quantity.noun:
        return False
    follows = WORD.match(text, quantity.value_span.end)
    if follows is None:
        return True
    word = follows[1].lower()
    return word != "of" and word in language().numbers.noun_stops


def ends_of(quantity: Quantity) -> list[float]:
    """Return the values that a quantity bounds or names."""
    ends = (quantity.low, quantity.best, quantity.high)
    return [value for value in ends if value is not None]


def _bound(quantity: Quantity, text: str) -> str:
    """Return the sign of the set; a range keeps the word `about` before it."""
    told = next((DIRECTIONS[f] for f in quantity.flags if f in DIRECTIONS), None)
    if quantity.qualifier in STRONG:
        return BOUNDS[quantity.qualifier]
    opening = text[quantity.span.start : quantity.value_span.start].strip().lower()
    about = language().numbers.marks["about"]
    if quantity.qualifier is Qualifier.BETWEEN and opening in about:
        return "~"
    if quantity.kind == "percent" and (quantity.best or 0) < 0:
        return "down"
    return told or BOUNDS.get(quantity.qualifier, "=")


def read_said(text: SaidText, analyzer: Analyzer) -> tuple[Said, ...]:
    """Return the attributions of an article: those with a cue, then quotes without."""
    frame = make_frame(_page(text.name, text.text), codebook(), analyzer)
    told = [
        Said(_stretches([_teller(s.cue)]), _stretches(s.cue.scope))
        for s in frame.speeches
        if s.cue.scope
    ]
    covered = [span for said in told for span in said.content]
    return (*told, *_quoted(frame, covered))


def _teller(cue: Cue) -> Span | None:
    """Return who does the telling: of `X reported, citing Y`, the set names X."""
    return cue.relay if cue.rule == CITING and cue.relay else cue.source


def _quoted(frame: Frame, covered: Iterable[Stretch]) -> Iterator[Said]:
    taken = list(covered)
    for quote in frame.quotes:
        if not is_speech(quote):
            continue
        if any(start < quote.end and quote.start < end for start, end in taken):
            continue
        yield Said(_voice_of(frame, quote), ((quote.start, quote.end),))


def _voice_of(frame: Frame, quote: Span) -> tuple[Stretch, ...]:
    """Return where the voice that a quote without a cue goes on with is named."""
    speech = link_at(frame, quote).speech
    return _stretches([speech.cue.source] if speech is not None else [])


def _stretches(spans: Iterable[Span | None]) -> tuple[Stretch, ...]:
    return tuple((span.start, span.end) for span in spans if span is not None)


def _page(name: str, text: str) -> Document:
    return Document(
        capture=CaptureId("0" * 64),
        name=name,
        text=text,
        blocks=(Block(Span(0, len(text)), Role.BODY),),
    )
