"""A quantity as written, and how its parts are put together."""

from dataclasses import dataclass

from tumen.extract.amounts_tokens import Pieces
from tumen.records.amount import FILLED, Qualifier
from tumen.records.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number, or words for one, with its bounds and what it counts.

    Args:
        span: bound, value, unit and rate; `value_span` the value alone (for a range
            both numbers).
        low, best, high, qualifier: as the annotation guide fills them.
        unit: as in claims (`hours/day`), None when the noun is no unit.
        kind: of the unit: people, time, money, distance, percent, thing, or None.
        noun: the counted noun phrase as written, None when elided.
        noun_span: where it stands.
        form: plain, range, change_from, change_to, age, share, share_words, money,
            rate or clock.
        per: period or thing of a rate (`day`, `room`), else None.
        twin_of: place, in the answer, of the amount this one converts, else None.
        flags: word_share, decades, converted_twin, joined (`three-month`), definite
            (`the three`), part and whole (`140 of 176`), vague_millions, clock, rate_lent; bare
            for a number whose noun is left out, with more, total or of_them where its
            words say so (`11,000 in all`).
    """

    span: Span
    value_span: Span
    low: float | None = None
    best: float | None = None
    high: float | None = None
    qualifier: Qualifier = Qualifier.NONE
    unit: str | None = None
    kind: str | None = None
    noun: str | None = None
    noun_span: Span | None = None
    form: str = "plain"
    per: str | None = None
    twin_of: int | None = None
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read from one place: none for a number that counts nothing."""

    end: int
    quantities: tuple[Quantity, ...] = ()


def span_of(pieces: Pieces, begin: int, end: int) -> Span:
    """Return the span from piece `begin` to before piece `end`."""
    return Span(pieces[begin].start, pieces[end - 1].end)


def bounded(
    qualifier: Qualifier, value: float, high: float | None = None
) -> tuple[float | None, float | None, float | None]:
    """Return low, best and high as the qualifier fills them."""
    low, best, top = FILLED.get(qualifier, (False, False, False))
    upper = value if high is None else high
    return (
        value if low else None,
        value if best else None,
        upper if top else None,
    )
