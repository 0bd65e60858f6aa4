"""The calibration page: what was asked, what was reached, and what it does not show."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from quality.calibration.plots import (
    coverage,
    draw_forecast,
    draw_predicted,
    draw_ranks,
    shown,
)
from quality.calibration.record import Forecast, Predicted, interval_score
from tumen.estimate.answers.verdicts import Judge
from tumen.estimate.answers.weighing import Weighing
from tumen.publish.wording import shown_number
from tumen.records.estimate import Quantiles, Verdict

HEAD = """<!-- Made by python -m quality.calibration; do not edit. -->

# Calibration

Does the estimate keep its promises? Two questions, with the answers as they came out.
`make calibration` makes this page; the short version of both runs with every `make test`.

"""

WORLDS = """## Worlds with a known truth

{count} worlds are drawn from the prior of the built-in model, each reported by 60 figures
in all the forms people use: rounded, "about", ranges, "over", "at least", "up to", with
house biases, definition effects and gross errors. The estimator sees the figures only.
The table says how often its interval held the truth at a random year.

| answer | 50 % interval | 80 % | 90 % | mean rank of the truth |
|---|---|---|---|---|
"""

AFTER_WORLDS = """
Asked: 80 % intervals hold the truth in 75 to 85 % overall, in 70 to 90 % for each answer.

![Where the truth lies among the draws: flat is right](pictures/calibration_ranks.svg)

This tests the arithmetic, not the assumptions: the worlds come from the same prior. The
next part does not.

"""

RECORD = """## The public record

The public figures on North Korean workers in Russia and the UN refugee agency's series.
All figures of one house are taken away and each is predicted from those of the others.

Asked: 80 % intervals hold 72 to 90 % of {count} printed numbers. Reached: **{inside:.1%}**.

| house left out | figures | held |
|---|---|---|
"""

SCORES = """
The interval score (Gneiting and Raftery 2007; width plus a fine for numbers outside, in
logs, less is better) beside three simple answers, on the figures for which each has one:

| simple answer | figures | its score | the model's score | its interval holds | the model's |
|---|---|---|---|---|---|
"""

AFTER_SCORES = """
![Printed numbers against what all other houses predict](pictures/calibration_record.svg)

"""

FORECAST = """## From the end of 2019

Only figures about times up to the end of 2019 are given; the year-end counts of recognised
refugees that follow are predicted. Asked: three of four inside the 90 % band.
Reached: **{inside} of {count}**.

| year | printed | median | 80 % | 90 % |
|---|---|---|---|---|
"""

AFTER_FORECAST = """
![Recognised refugees from the end of 2019](pictures/calibration_forecast.svg)

"""

ANSWER = """## What the public record adds up to

People present in Russia to work, at the end of each year. The public record is thin: look at
the pulls before you quote a number.

| year | answer | evidence | origins |
|---|---|---|---|
"""

TAIL = """
In 2025 a count of border crossings (300 in the first quarter) and an intelligence estimate
(15,000 in spring) cannot both be right as they stand: the answer is two estimates.

## What this does not show

- A bias that all sources share is invisible to every line of this page.
- The priors and noise levels are judgements. They were fixed before the figures above were
  scored, apart from the second guess at noise that the design notes report.
- Pareto shapes of the draws lie above 0.7 in most cases: the bells are an approximation.
  Coverage is what speaks for them.
"""


def write_page(
    docs: Path,
    *,
    ranks: Mapping[str, Sequence[float]],
    predicted: Sequence[Predicted],
    forecasts: Sequence[Forecast],
    weighing: Weighing,
) -> None:
    """Write the page and its pictures."""
    pictures = docs / "pictures"
    pictures.mkdir(exist_ok=True)
    for name, svg in (
        ("ranks", draw_ranks(ranks)),
        ("record", draw_predicted(predicted)),
        ("forecast", draw_forecast(forecasts)),
    ):
        (pictures / f"calibration_{name}.svg").write_text(svg, encoding="utf-8")
    parts = (
        HEAD,
        *_worlds(ranks),
        *_record(predicted),
        *_forecast(forecasts),
        *_answer(weighing),
        TAIL,
    )
    (docs / "calibration.md").write_text("".join(parts), encoding="utf-8")


def _worlds(ranks: Mapping[str, Sequence[float]]) -> Iterator[str]:
    count = len(next(iter(ranks.values())))
    yield WORLDS.format(count=count)
    everything = [rank for values in ranks.values() for rank in values]
    for label, values in (*ranks.items(), ("**all**", everything)):
        levels = " | ".join(
            f"{coverage(values, level):.1%}" for level in (0.5, 0.8, 0.9)
        )
        yield f"| {label} | {levels} | {sum(values) / len(values):.2f} |\n"
    yield AFTER_WORLDS


def _record(predicted: Sequence[Predicted]) -> Iterator[str]:
    yield RECORD.format(count=len(predicted), inside=held(predicted))
    for house in sorted({row.statement.house for row in predicted}):
        rows = [row for row in predicted if row.statement.house == house]
        yield f"| {house} | {len(rows)} | {held(rows):.0%} |\n"
    yield SCORES
    for name in dict.fromkeys(name for row in predicted for name in row.others):
        rows = [row for row in predicted if name in row.others]
        theirs = [interval_score(r.printed, *r.others[name]) for r in rows]
        ours = [interval_score(r.printed, r.low, r.high) for r in rows]
        hits = [r.others[name][0] <= r.printed <= r.others[name][1] for r in rows]
        yield (
            f"| {name} | {len(rows)} | {sum(theirs) / len(rows):.2f} | "
            f"{sum(ours) / len(rows):.2f} | {sum(hits) / len(rows):.0%} | {held(rows):.0%} |\n"
        )
    yield AFTER_SCORES
    missed = [row for row in predicted if not row.low <= row.printed <= row.high]
    yield "Figures outside their interval:\n\n| figure | printed | 80 % from the others |\n|---|---|---|\n"
    for row in missed:
        said = row.statement
        yield (
            f"| {said.observables[0]}, {said.house}, month {said.window.last} | "
            f"{shown(row.printed)} | {shown(row.low)} to {shown(row.high)} |\n"
        )
    yield "\n"


def held(predicted: Sequence[Predicted]) -> float:
    """Return the share of printed numbers inside their intervals."""
    return sum(r.low <= r.printed <= r.high for r in predicted) / len(predicted)


def _forecast(forecasts: Sequence[Forecast]) -> Iterator[str]:
    inside = sum(f.q05 <= f.printed <= f.q95 for f in forecasts)
    yield FORECAST.format(inside=inside, count=len(forecasts))
    for f in forecasts:
        yield (
            f"| {f.year} | {f.printed:.0f} | {f.q50:.0f} | {f.q10:.0f} to {f.q90:.0f} | "
            f"{f.q05:.0f} to {f.q95:.0f} |\n"
        )
    yield AFTER_FORECAST


def _answer(weighing: Weighing) -> Iterator[str]:
    yield ANSWER
    judge = Judge(weighing)
    code = weighing.model.answers[0].code
    for number in weighing.targets.of(code):
        target = weighing.targets.listed[number]
        if (target.date.month, target.date.day) != (12, 31):
            continue
        weighed = judge.weighed(number)
        if weighed.verdict is Verdict.NONE:
            words = f"no estimate: {weighed.why}"
        elif weighed.verdict is Verdict.CONDITIONAL:
            words = "; ".join(
                f"{_band(side.quantiles)} if {side.origin} is right about {side.counted}"
                for side in weighed.conditionals
            )
        else:
            words = _band(Quantiles(*map(float, weighing.quantiles[:, number])))
        yield (
            f"| {target.date.year} | {words} | {weighed.evidence:.0%} | "
            f"{len(weighed.origins)} |\n"
        )


def _band(q: Quantiles) -> str:
    numbers = [shown_number(float(f"{value:.2g}")) for value in (q.q50, q.q05, q.q95)]
    return f"{numbers[0]} ({numbers[1]} to {numbers[2]})"
