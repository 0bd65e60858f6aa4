"""Scores on the public sets, as their authors or the common measures define them."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from benchmarks.extract_sets import Said, Stretch, Timex, Value

WORD = re.compile(r"\w+|[^\w\s]")
CLOSE = 1e-5
"""Relative difference of two equal values (the set's own)."""


@dataclass(frozen=True)
class F1:
    """How many were right, of how many found, of how many there are."""

    right: float
    found: float
    there: float

    @property
    def precision(self) -> float:
        """Right of found, 0 to 1."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Right of there, 0 to 1."""
        return self.right / self.there if self.there else 0.0

    @property
    def f1(self) -> float:
        """Twice right by found and there together, 0 to 1."""
        both = self.found + self.there
        return 2 * self.right / both if both else 0.0


def total(parts: Iterable[F1]) -> F1:
    """Return the sum."""
    rows = list(parts)
    return F1(
        sum(r.right for r in rows),
        sum(r.found for r in rows),
        sum(r.there for r in rows),
    )


def score_values(there: Sequence[Value], found: Sequence[Value]) -> tuple[F1, F1]:
    """Return values right, and values right with their bound, paired one to one."""
    bounded, rest, left = _paired(there, found, _same_bounded)
    plain, _, _ = _paired(rest, left, _same_value)
    return (
        F1(bounded + plain, len(found), len(there)),
        F1(bounded, len(found), len(there)),
    )


def _paired(
    there: Sequence[Value], found: Sequence[Value], same: Callable[[Value, Value], bool]
) -> tuple[int, list[Value], list[Value]]:
    """Return how many pairs there are, and what is left of both."""
    left, rest = list(found), []
    for value in there:
        match = next((k for k, other in enumerate(left) if same(value, other)), None)
        if match is None:
            rest.append(value)
        else:
            del left[match]
    return len(there) - len(rest), rest, left


def _same_value(one: Value, other: Value) -> bool:
    return _close(one.low, other.low) and _close(one.high, other.high)


def _same_bounded(one: Value, other: Value) -> bool:
    return _same_value(one, other) and one.bound == other.bound


def _close(one: float, other: float) -> bool:
    return abs(one - other) <= 1e-8 + CLOSE * abs(other)


@dataclass(frozen=True)
class SaidScore:
    """Words of what is said, attributions, and voices right when one was found."""

    tokens: F1
    attributions: F1
    sources: F1


def score_said(text: str, there: Sequence[Said], found: Sequence[Said]) -> SaidScore:
    """Compare attributions; contents that share most characters are paired first."""
    gold, ours = _words(text, there), _words(text, found)
    pairs = _pairs(there, found)
    asked = [(a, b) for a, b in pairs if a.source]
    right = sum(_shared(a.source, b.source) > 0 for a, b in asked)
    return SaidScore(
        F1(len(gold & ours), len(ours), len(gold)),
        F1(len(pairs), len(found), len(there)),
        F1(right, len(asked), len(asked)),
    )


def _words(text: str, said: Iterable[Said]) -> set[int]:
    """Return the starts of the words inside what is said."""
    spans = [span for one in said for span in one.content]
    return {
        word.start()
        for start, end in spans
        for word in WORD.finditer(text, start, min(end, len(text)))
    }


def _shared(one: Iterable[Stretch], other: Iterable[Stretch]) -> int:
    others = list(other)
    return sum(max(0, min(a[1], b[1]) - max(a[0], b[0])) for a in one for b in others)


def _pairs(there: Sequence[Said], found: Sequence[Said]) -> list[tuple[Said, Said]]:
    ranked = sorted(
        (
            (_shared(a.content, b.content), i, j)
            for i, a in enumerate(there)
            for j, b in enumerate(found)
        ),
        key=lambda row: (-row[0], row[1], row[2]),
    )
    one: set[int] = set()
    other: set[int] = set()
    pairs = []
    for shared, i, j in ranked:
        if shared and i not in one and j not in other:
            one.add(i)
            other.add(j)
            pairs.append((there[i], found[j]))
    return pairs


@dataclass(frozen=True)
class TimeScore:
    """Words for times with the same ends, with shared characters, and of equal value."""

    strict: F1
    relaxed: F1
    value: F1


def score_times(there: Sequence[Timex], found: Sequence[Timex]) -> TimeScore:
    """Compare words for times in order of the text, one to one."""
    left = sorted(found, key=lambda timex: timex.start)
    strict = relaxed = value = 0
    for gold in there:
        match = next(
            (t for t in left if t.start < gold.end and gold.start < t.end), None
        )
        if match is None:
            continue
        left.remove(match)
        relaxed += 1
        strict += (match.start, match.end) == (gold.start, gold.end)
        value += match.value == gold.value
    sizes = len(found), len(there)
    return TimeScore(F1(strict, *sizes), F1(relaxed, *sizes), F1(value, *sizes))
