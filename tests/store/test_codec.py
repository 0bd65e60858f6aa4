import dataclasses
import types
import typing
from collections.abc import Mapping
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tumen.errors import CaseDamaged
from tumen.records.amount import FILLED, Amount, Measure, Qualifier
from tumen.records.capture import Capture
from tumen.records.claim import Claim
from tumen.records.decision import Decision
from tumen.records.document import Document
from tumen.records.estimate import BoxState, Estimate
from tumen.records.group import Group
from tumen.records.issue import Issue
from tumen.records.period import Period
from tumen.records.reviewed import ReviewedClaim
from tumen.records.span import Span
from tumen.records.trace import Trace
from tumen.store.codec import decode_record, encode_record
from tumen.store.raw_exits import RawExit

RECORDS = (
    Capture,
    Document,
    Claim,
    ReviewedClaim,
    Decision,
    Group,
    Estimate,
    BoxState,
    Issue,
    Trace,
    RawExit,
)

texts = st.text(st.characters(codec="utf-8"), max_size=12)
floats = st.floats(allow_nan=False, allow_infinity=False)
days = st.none() | st.dates()
plain = st.none() | texts | floats | st.integers(-9, 9) | st.lists(texts, max_size=2)


def amount_of(qualifier: Qualifier, values: list[float], unit: str | None) -> Amount:
    filled = FILLED.get(qualifier, (False, False, False))
    pairs = zip(sorted(values), filled, strict=True)
    low, best, high = (value if wanted else None for value, wanted in pairs)
    return Amount(
        measure=Measure.STOCK,
        low=low,
        best=best,
        high=high,
        unit=unit,
        qualifier=qualifier,
    )


def period_of(one: date | None, other: date | None) -> Period:
    is_late = one is not None and other is not None and one > other
    return Period(other, one) if is_late else Period(one, other)


BUILT: dict[object, st.SearchStrategy[object]] = {
    str: texts,
    float: floats,
    object: plain,
    datetime: st.datetimes().map(lambda at: at.replace(tzinfo=UTC)),
    Period: st.builds(period_of, days, days),
    Span: st.builds(lambda a, n: Span(a, a + n), st.integers(0, 99), st.integers(1, 9)),
    Amount: st.builds(
        amount_of,
        st.sampled_from(Qualifier),
        st.lists(floats, min_size=3, max_size=3),
        st.none() | texts,
    ),
}


def any_of(hint: typing.Any) -> st.SearchStrategy[typing.Any]:
    """Return a strategy for a type as it stands in a record."""
    hint = getattr(hint, "__supertype__", hint)
    parts = typing.get_args(hint)
    origin = typing.get_origin(hint)
    if hint in BUILT:
        return BUILT[hint]
    if origin is tuple:
        return st.lists(any_of(parts[0]), max_size=2).map(tuple)
    if origin is Mapping:
        return st.dictionaries(texts, any_of(parts[1]), max_size=2)
    if origin in (types.UnionType, typing.Union):
        return st.one_of([any_of(part) for part in parts])
    if dataclasses.is_dataclass(hint):
        return record_of(typing.cast("type[object]", hint))
    return st.from_type(hint)


def record_of(kind: type[object]) -> st.SearchStrategy[typing.Any]:
    hints = typing.get_type_hints(kind)
    return st.builds(kind, **{name: any_of(hint) for name, hint in hints.items()})


@pytest.mark.parametrize("kind", RECORDS)
@given(data=st.data())
def test_write_then_read_gives_the_same_record(
    kind: type[object], data: st.DataObject
) -> None:
    record = data.draw(record_of(kind))

    assert decode_record(encode_record(record), kind) == record


@pytest.mark.parametrize("kind", RECORDS)
@given(data=st.data())
def test_a_record_read_back_is_written_the_same(
    kind: type[object], data: st.DataObject
) -> None:
    text = encode_record(data.draw(record_of(kind)))

    assert encode_record(decode_record(text, kind)) == text


@pytest.mark.parametrize("text", ["", "{}", '{"start": 2, "end": "x"}', "\ud800"])
def test_a_text_that_is_no_such_record_is_damage(text: str) -> None:
    with pytest.raises(CaseDamaged, match="a stored Span cannot be read"):
        decode_record(text, Span)


def test_a_record_that_breaks_its_own_rules_is_damage() -> None:
    with pytest.raises(CaseDamaged, match="a stored Span cannot be read"):
        decode_record('{"start": 5, "end": 2}', Span)
