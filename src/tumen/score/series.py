"""Compare dated answers with the true numbers."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from tumen.codebook.model import ModelAnswer
from tumen.records.estimate import Estimate, Verdict
from tumen.records.score import SeriesScore, SeriesScores
from tumen.records.truth import TruthValue

ALL = "all"

Slots = tuple[str | None, ...]
"""Element, measure, population, place and iso of a series."""


@dataclass(frozen=True, slots=True)
class _Dated:
    """An answer and the true number of its date."""

    code: str
    answer: Estimate
    value: float


def score_series(
    known: Sequence[TruthValue],
    estimates: Iterable[Estimate],
    answers: Iterable[ModelAnswer] = (),
) -> SeriesScores:
    """Return how often the true number lies in the band, and how wide bands are.

    A stock is compared with the true number of the month of the answer, a flow with
    that of the time that ends in this month.

    Args:
        answers: of the model; they say which series a code is. The series of another
            code is what the truth says of it.
    """
    asked: dict[str, Slots] = {
        row.code: (row.element, row.measure, row.population, row.place, row.iso)
        for row in answers
    }
    slots: dict[str, Slots] = {
        row.code: asked.get(row.code)
        or (row.element, row.measure, row.population, row.place, row.iso)
        for row in known
    }
    # A series that the model answers belongs to its own code, whoever else shares it.
    codes = {
        of: code for code, of in sorted(slots.items(), key=lambda s: s[0] in asked)
    }
    values = {(row.code, row.last.year, row.last.month): row.value for row in known}
    dated = list(_dated(estimates, codes, values))
    answered = dict.fromkeys(each.code for each in dated)
    return SeriesScores(
        whole=_score(ALL, dated),
        codes=tuple(
            _score(code, [each for each in dated if each.code == code])
            for code in slots
            if code in answered
        ),
        never_answered=tuple(code for code in slots if code not in answered),
    )


def _dated(
    estimates: Iterable[Estimate],
    codes: Mapping[Slots, str],
    values: Mapping[tuple[str, int, int], float],
) -> Iterator[_Dated]:
    for row in estimates:
        slots = (row.element, row.measure, row.population, row.place, row.iso)
        code = codes.get(slots)
        if code is None:
            continue
        value = values.get((code, row.date.year, row.date.month))
        if value is not None:
            yield _Dated(code, row, value)


def _score(code: str, dated: Sequence[_Dated]) -> SeriesScore:
    bands = [band for each in dated if (band := _band(each))]
    verdicts = [each.answer.weighed and each.answer.weighed.verdict for each in dated]
    inside = sum(low <= value <= high for low, _, high, value in bands)
    return SeriesScore(
        code=code,
        dates=len(dated),
        bands=len(bands),
        inside=inside,
        share=inside / len(bands) if bands else None,
        error=median(abs(mid - value) / max(value, 1) for _, mid, _, value in bands)
        if bands
        else None,
        width=median(max(high, 1) / max(low, 1) for low, _, high, _ in bands)
        if bands
        else None,
        conditionals=verdicts.count(Verdict.CONDITIONAL),
        either=sum(map(_lies_in_either, dated)),
        unanswered=verdicts.count(Verdict.NONE),
        others=verdicts.count(None),
    )


def _band(each: _Dated) -> tuple[float, float, float, float] | None:
    """Return lower end, middle and upper end of a band with the true number."""
    row = each.answer
    if row.weighed is None or row.weighed.verdict is not Verdict.BAND:
        return None
    if row.q05 is None or row.q50 is None or row.q95 is None:
        return None
    return row.q05, row.q50, row.q95, each.value


def _lies_in_either(each: _Dated) -> bool:
    weighed = each.answer.weighed
    if weighed is None or weighed.verdict is not Verdict.CONDITIONAL:
        return False
    return any(
        side.quantiles.q05 <= each.value <= side.quantiles.q95
        for side in weighed.conditionals
    )
