"""Say numbers, bands and periods as they are printed."""

from datetime import date

from tumen.records.release import ReleasedBox, ReleasedClaim, ReleasedEstimate

UNKNOWN = "nobody has counted this"
NO_NUMBER = "told, not counted"
KEPT_BACK = "kept back for a year"
UNDER = "under 5"

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


def shown_number(value: float | None) -> str:
    """Return a number with thousands commas; millions and billions in words."""
    if value is None:
        return ""
    for size, word in ((1e9, "billion"), (1e6, "million")):
        if abs(value) >= size:
            return f"{value / size:,.2f}".rstrip("0").rstrip(".") + f" {word}"
    return f"{value:,.0f}" if value == int(value) else f"{value:,.4g}"


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


def box_words(box: ReleasedBox | None) -> str:
    """Return what is known about a box, in numbers or in words."""
    if box is None:
        return UNKNOWN
    if box.withheld:
        return KEPT_BACK
    band = span_words(box.low, box.high) or shown_number(box.best)
    if band:
        return f"{band}{shown_unit(box.unit)}"
    if box.under:
        return f"under {box.under}"
    if box.words:
        return ", ".join(dict.fromkeys(box.words))
    return NO_NUMBER if box.claims else UNKNOWN


def estimate_words(estimate: ReleasedEstimate) -> str:
    """Return the band of an estimate."""
    band = span_words(estimate.q05, estimate.q95)
    if not band:
        return UNDER if "under_5" in estimate.flags else "no value"
    return f"{band}{shown_unit(estimate.unit)}"


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
