"""What a page says of countries without naming one: money, bodies, its own outlet."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tumen.codebook.schema import Codebook
from tumen.extract.analysis import Analysis
from tumen.extract.choices import by_opening
from tumen.extract.compiled import once
from tumen.extract.frame import LANGUAGE, Frame
from tumen.records.span import Span

MONEY = "money"
ISO_LETTERS = 2
"""The code of a currency begins with that of its country (ISO 4217)."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Words that point to a country; `kind` is `money` or `body`."""

    span: Span
    iso: str
    kind: str


@dataclass(frozen=True, slots=True)
class _Table:
    pattern: re.Pattern[str]
    isos: Mapping[str, tuple[str, str]]


def find_marks(frame: Frame) -> tuple[Mark, ...]:
    """Return the words of the body that point to a country of the codebook."""
    return tuple(_marks(frame.document.text, frame.analysis, frame.codebook))


def country_of_outlet(frame: Frame) -> str | None:
    """Return the country of the outlet a page is from, None when it is not known."""
    names = {frame.document.original_outlet, frame.document.host, *frame.tail}
    outlets = frame.codebook.outlets
    return next((o.country for o in outlets if o.name in names and o.country), None)


def country_of_body(name: str, codebook: Codebook) -> str | None:
    """Return the country of a body the codebook lists, None for any other voice."""
    return _bodies(codebook).get(name)


def currency_country(unit: str | None, codebook: Codebook) -> str | None:
    """Return the country whose money an amount is in, None for other units."""
    code = (unit or "").partition("/")[0]
    is_currency = len(code) == ISO_LETTERS + 1 and code.isupper()
    iso = code[:ISO_LETTERS] if is_currency else None
    return iso if iso in _isos(codebook) else None


def _marks(text: str, analysis: Analysis, codebook: Codebook) -> Iterator[Mark]:
    table = _tables(codebook)[LANGUAGE]
    for window in analysis.paragraphs:
        for found in table.pattern.finditer(text, window.start, window.end):
            iso, kind = table.isos[" ".join(found.group().lower().split())]
            yield Mark(Span(found.start(), found.end()), iso, kind)


@once
def _isos(codebook: Codebook) -> frozenset[str]:
    return frozenset(p.iso for p in codebook.places if p.iso)


@once
def _bodies(codebook: Codebook) -> Mapping[str, str]:
    return {b.name: b.country for b in codebook.institutions if b.country}


@once
def _tables(codebook: Codebook) -> Mapping[str, _Table]:
    return {code: _table(codebook, code) for code in codebook.languages}


def _table(codebook: Codebook, code: str) -> _Table:
    isos: dict[str, tuple[str, str]] = {}
    for body in codebook.institutions:
        if body.country:
            for name in (body.name, *body.aliases):
                isos[name.lower()] = (body.country, "body")
    for unit in codebook.languages[code].numbers.units:
        iso = currency_country(unit.name, codebook)
        if unit.kind == MONEY and iso:
            isos |= {word.lower(): (iso, MONEY) for word in unit.words}
    longest = sorted(isos, key=len, reverse=True)
    words = by_opening(re.escape(w).replace(r"\ ", r"\s+") for w in longest)
    return _Table(re.compile(rf"(?<![\w-])(?:{words})(?!\w)", re.IGNORECASE), isos)
