"""Say numbers, bands and periods as they are printed."""

import math
from collections.abc import Sequence
from datetime import date

from tumen.records.estimate import Verdict
from tumen.records.release import (
    Release,
    ReleasedBox,
    ReleasedClaim,
    ReleasedConditional,
    ReleasedEstimate,
)

UNKNOWN = "nobody has counted this"
NO_NUMBER = "told, not counted"
KEPT_BACK = "kept back for a year"
UNDER = "under 5"
NO_VALUE = "no value"
INVISIBLE = "A bias that all sources share is invisible to this estimate."
MODEL = "model"
"""What a row of the model calls its engine."""
NOT_REVIEWED = "Nobody has reviewed this release."
AS_FOUND = (
    "{claims} are as a machine found them, and it misreads some: "
    "read the words of a claim before you rely on it."
)
SIGNIFICANT = 2
"""Digits of a model's number that are printed; more would feign precision."""

BOUNDS = {
    "about": "about {best}",
    "over": "over {low}",
    "at_least": "at least {low}",
    "up_to": "up to {high}",
    "under": "under {high}",
    "between": "{low}–{high}",
    "exact": "{best}",
    "vague_dozens": "dozens",
    "vague_hundreds": "hundreds",
    "vague_thousands": "thousands",
}


WHOLE_FROM = 1000
"""From here on a number is printed without decimals."""


def shown_number(value: float | None) -> str:
    """Return a number with thousands commas; millions and billions in words."""
    if value is None:
        return ""
    for size, word in ((1e9, "billion"), (1e6, "million")):
        if abs(value) >= size:
            return f"{value / size:,.2f}".rstrip("0").rstrip(".") + f" {word}"
    is_whole = value == int(value) or abs(value) >= WHOLE_FROM
    return f"{value:,.0f}" if is_whole else f"{value:,.4g}"


def rounded_number(value: float | None) -> str:
    """Return a number of the model with two significant digits, e.g. `4,400`."""
    if not value:
        return shown_number(value)
    digits = SIGNIFICANT - 1 - math.floor(math.log10(abs(value)))
    return shown_number(round(value, digits))


def shown_unit(unit: str | None) -> str:
    """Return a unit as printed behind a number; people need none."""
    if unit is None or unit == "persons":
        return ""
    return " %" if unit == "percent" else f" {unit}"


def claim_words(claim: ReleasedClaim) -> str:
    """Return the value of a claim in its own form, e.g. `over 20,000`."""
    if "under_5" in claim.flags:
        return UNDER
    pattern = BOUNDS.get(claim.qualifier or "", "")
    values = {
        "low": shown_number(claim.low),
        "best": shown_number(claim.best),
        "high": shown_number(claim.high),
    }
    words = pattern.format(**values)
    return f"{words}{shown_unit(claim.unit)}" if words else ""


def span_words(low: float | None, high: float | None) -> str:
    """Return a band; one open end is said, two open ends give nothing."""
    if low is not None and high is not None:
        same = shown_number(low) == shown_number(high)
        return (
            shown_number(low) if same else f"{shown_number(low)}–{shown_number(high)}"
        )
    if low is not None:
        return f"over {shown_number(low)}"
    return f"up to {shown_number(high)}" if high is not None else ""


def band_words(low: float | None, high: float | None, *, cut: bool = False) -> str:
    """Return a band of the model; an end that is too small to be told is `under 5`.

    Args:
        cut: a value below 5 was taken out of the band.
    """
    if cut and low is None:
        return UNDER if high is None else f"{UNDER}–{rounded_number(high)}"
    ends = (rounded_number(low), rounded_number(high))
    return ends[0] if ends[0] == ends[1] else "–".join(filter(None, ends))


def by_size(
    conditionals: Sequence[ReleasedConditional],
) -> tuple[ReleasedConditional, ...]:
    """Return the sides of a conflict, the lower answer first."""
    return tuple(sorted(conditionals, key=lambda side: side.q50 or 0.0))


def side_number(side: ReleasedConditional) -> str:
    """Return the median of one side of a conflict."""
    return UNDER if side.q50 is None else rounded_number(side.q50)


def either_words(conditionals: Sequence[ReleasedConditional]) -> str:
    """Return the medians of both sides of a conflict, e.g. `2,800 or 14,000`."""
    return " or ".join(side_number(side) for side in by_size(conditionals))


def condition_words(side: ReleasedConditional) -> str:
    """Return on what condition a side of a conflict stands.

    An origin is only right about what it counted: crossings are no people.
    """
    about = f" about {side.counted}" if side.counted else ""
    return f"if {side.origin} is right{about}"


def short_condition(side: ReleasedConditional) -> str:
    """Return that condition where there is little room: its origin or what it counted."""
    return f"by {side.counted}" if side.counted else f"if {side.origin}"


def conditional_words(
    conditionals: Sequence[ReleasedConditional], unit: str | None = None
) -> str:
    """Return both answers of a conflict, each with its band and whose figure it takes."""
    return "; ".join(
        f"{side_number(side)}{shown_unit(unit)} "
        f"({band_words(side.q05, side.q95, cut=side.q05 is None)}) "
        f"{condition_words(side)}"
        for side in by_size(conditionals)
    )


def box_words(box: ReleasedBox | None) -> str:
    """Return what is known about a box, in numbers or in words."""
    if box is None:
        return UNKNOWN
    if box.withheld:
        return KEPT_BACK
    band = _box_band(box)
    if band:
        return f"{band}{shown_unit(box.unit)}"
    if box.under:
        return f"under {box.under}"
    if box.words:
        return ", ".join(dict.fromkeys(box.words))
    return NO_NUMBER if box.claims else UNKNOWN


def box_in_full(box: ReleasedBox | None) -> str:
    """Return what is known about a box, both answers of a conflict with their bands."""
    if box is not None and box.conditionals and not box.withheld:
        return conditional_words(box.conditionals, box.unit)
    return box_words(box)


def _box_band(box: ReleasedBox) -> str:
    if box.verdict == Verdict.CONDITIONAL:
        return either_words(box.conditionals)
    if box.verdict == Verdict.BAND:
        return band_words(box.low, box.high, cut=box.under is not None)
    return span_words(box.low, box.high) or shown_number(box.best)


def estimate_words(estimate: ReleasedEstimate) -> str:
    """Return an answer in short: a band, `2,800 or 14,000`, or what origins say."""
    hidden = "under_5" in estimate.flags
    if estimate.verdict == Verdict.CONDITIONAL:
        band = either_words(estimate.conditionals)
    elif estimate.engine == MODEL:
        band = band_words(estimate.q05, estimate.q95, cut=hidden)
    else:
        band = span_words(estimate.q05, estimate.q95)
    if not band:
        return UNDER if hidden else NO_VALUE
    return f"{band}{shown_unit(estimate.unit)}"


def verdict_words(estimate: ReleasedEstimate) -> str:
    """Return an answer in full: what kind it is, its numbers, and on what condition."""
    unit, hidden = shown_unit(estimate.unit), "under_5" in estimate.flags
    if estimate.verdict == Verdict.CONDITIONAL:
        return conditional_words(estimate.conditionals, estimate.unit)
    if estimate.verdict == Verdict.NONE:
        said = estimate_words(estimate)
        origins = "" if said == NO_VALUE else f". Independent origins say {said}"
        return f"{why_words(estimate)}{origins}"
    if estimate.engine == MODEL:
        middle = UNDER if estimate.q50 is None else rounded_number(estimate.q50)
        inner = band_words(estimate.q25, estimate.q75, cut=hidden)
        outer = band_words(estimate.q05, estimate.q95, cut=hidden)
        return f"{middle}{unit} (50 % band {inner}, 90 % band {outer})"
    return estimate_words(estimate)


def why_words(estimate: ReleasedEstimate) -> str:
    """Return that and why there is no estimate; nothing when there is one."""
    if estimate.verdict != Verdict.NONE:
        return ""
    return f"no estimate: {estimate.why}" if estimate.why else "no estimate"


def notes_of(estimate: ReleasedEstimate) -> tuple[str, ...]:
    """Return what to know with an answer; notes on a band only where there is one."""
    if estimate.verdict != Verdict.NONE:
        return estimate.notes
    return tuple(
        note for note in estimate.notes if note != INVISIBLE and "band" not in note
    )


def evidence_words(estimate: ReleasedEstimate) -> str:
    """Return how much the figures taught; nothing without a model."""
    if estimate.evidence is None:
        return ""
    return f"figures took away {estimate.evidence * 100:.0f} % of what was unknown"


def factor_words(factor: float) -> str:
    """Return how much something pulls, e.g. `×1.28`."""
    return f"×{factor:.2f}"


def reviewed_count(release: Release) -> int:
    """Return how many claims of a release a person has decided on or added."""
    return sum(not claim.auto for claim in release.claims)


def reviewed_words(release: Release) -> str:
    """Return who stands behind the claims of a release: people, or a machine alone."""
    reviewed, claims = reviewed_count(release), len(release.claims)
    if not reviewed:
        return f"{NOT_REVIEWED} {AS_FOUND.format(claims=f'All {claims:,} claims')}"
    others = AS_FOUND.format(claims="The others")
    return f"People have reviewed {reviewed:,} of {claims:,} claims. {others}"


def date_words(day: date) -> str:
    """Return the year that a date ends, or the day itself."""
    first = date(day.year, 1, 1) if (day.month, day.day) == (12, 31) else day
    return period_words(first, day)


def period_words(first: date | None, last: date | None) -> str:
    """Return a period as short as it can be said: a year, a month, days."""
    if first is None and last is None:
        return "undated"
    if first is None or last is None:
        return f"until {last}" if last else f"from {first}"
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return (
            f"{first.year}" if first.year == last.year else f"{first.year}–{last.year}"
        )
    if first == last:
        return f"{first.day} {first:%b %Y}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first:%b %Y}"
    return f"{first:%b %Y} – {last:%b %Y}"
