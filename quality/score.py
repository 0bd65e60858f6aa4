"""Compare claims with labels: what was found, and which slots are right.

Rows are those of `tumen claims --json --raw`; labels have the same slots, and may list
further accepted readings of a slot under `also`.

A claim and a label are paired when they are of one page and kind, share at least half
of the shorter span, and, for a figure with a value, agree on one bound.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

Row = Mapping[str, object]

VALUES = ("low", "best", "high")
ROUNDING = 0.005
"""Relative difference of two numbers that counts as rounding of a conversion."""
LEAST_SHARED = 0.5
JOINT = ("range", "measure", "speaker")
ESTIMATE_READY = (*JOINT, "element", "unit", "iso", "as_of")


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """Figures of merit of one run over labelled pages.

    Args:
        found, missed, extra: figures, by the pairing rule; `extra` leaves out
            further mentions of a labelled value elsewhere on the page.
        joint, estimate_ready: labelled figures with all slots of the list right.
        slots: right and asked, by slot, over paired figures.
        silent: claims that touch blocks from which none may come.
    """

    found: int
    missed: int
    extra: int
    joint: int
    estimate_ready: int
    slots: Mapping[str, tuple[int, int]]
    silent: int

    @property
    def precision(self) -> float:
        """Share of found figures that are labelled, 0 to 1."""
        return self.found / max(1, self.found + self.extra)

    @property
    def recall(self) -> float:
        """Share of labelled figures that are found, 0 to 1."""
        return self.found / max(1, self.found + self.missed)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall, 0 to 1."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def share(self, right: int) -> float:
        """Return a count over all labelled figures, 0 to 1."""
        return right / max(1, self.found + self.missed)


def score_figures(labels: Sequence[Row], claims: Sequence[Row], silent: int) -> Score:
    """Return the score of figure claims against figure labels."""
    labels = [row for row in labels if row["kind"] == "figure"]
    figures = [row for row in claims if row["kind"] == "figure"]
    pairs = pair_rows(labels, figures)
    paired = [(labels[i], figures[j]) for i, j in pairs.items()]
    used = set(pairs.values())
    extra = [
        row
        for j, row in enumerate(figures)
        if j not in used and not _is_repeat(row, labels)
    ]
    names = dict.fromkeys((*JOINT, *ESTIMATE_READY, "qualifier", "hedge", "population"))
    return Score(
        found=len(paired),
        missed=len(labels) - len(paired),
        extra=len(extra),
        joint=sum(_all_right(a, b, JOINT) for a, b in paired),
        estimate_ready=sum(_all_right(a, b, ESTIMATE_READY) for a, b in paired),
        slots={
            name: (sum(is_right(a, b, name) for a, b in paired), len(paired))
            for name in names
        },
        silent=silent,
    )


def pair_rows(labels: Sequence[Row], claims: Sequence[Row]) -> dict[int, int]:
    """Return which claim stands for which label, best overlap first, one to one."""
    fits = [
        (-fit, i, j)
        for i, label in enumerate(labels)
        for j, claim in enumerate(claims)
        if (fit := _fit(label, claim)) > 0
    ]
    pairs: dict[int, int] = {}
    for _, i, j in sorted(fits):
        if i not in pairs and j not in pairs.values():
            pairs[i] = j
    return pairs


def _fit(label: Row, claim: Row) -> float:
    """Return how well a claim stands for a label, 0 when it does not."""
    if label["doc"] != claim["doc"] or label["kind"] != claim["kind"]:
        return 0.0
    a, b = _span(label), _span(claim)
    shared = min(a[1], b[1]) - max(a[0], b[0])
    shorter = min(a[1] - a[0], b[1] - b[0])
    if shared < LEAST_SHARED * shorter or not _shares_value(label, claim):
        return 0.0
    alike = sum(is_right(label, claim, slot) for slot in ("unit", "element", "measure"))
    longer = max(a[1] - a[0], b[1] - b[0])
    return shared / shorter + shared / longer + alike / 10


def _span(row: Row) -> tuple[int, int]:
    start, end = row["start"], row["end"]
    if not (isinstance(start, int) and isinstance(end, int)):
        return (0, 0)
    return start, end


def accepted(label: Row, slot: str) -> list[object]:
    """Return the readings of a slot that count as right."""
    also = label.get("also")
    more = also.get(slot, []) if isinstance(also, Mapping) else []
    return [label.get(slot), *more]


def is_right(label: Row, claim: Row, slot: str) -> bool:
    """Tell whether a slot of a claim is right."""
    if slot == "range":
        return all(
            any(_close(good, claim.get(v)) for good in accepted(label, v))
            for v in VALUES
        )
    if slot == "speaker":
        said = claim.get("speaker")
        return any(_same_name(good, said) for good in accepted(label, "speaker"))
    if slot == "as_of":
        return _periods_meet(label, claim)
    return claim.get(slot) in accepted(label, slot)


def _all_right(label: Row, claim: Row, slots: Iterable[str]) -> bool:
    return all(is_right(label, claim, slot) for slot in slots)


def _close(a: object, b: object) -> bool:
    if not (isinstance(a, int | float) and isinstance(b, int | float)):
        return a is None and b is None
    return abs(a - b) <= ROUNDING * max(1.0, abs(a), abs(b))


def _values(row: Row) -> list[object]:
    return [row[v] for v in VALUES if row.get(v) is not None]


def _shares_value(label: Row, claim: Row) -> bool:
    wanted = _values(label)
    return not wanted or any(_close(a, b) for a in wanted for b in _values(claim))


def _is_repeat(claim: Row, labels: Iterable[Row]) -> bool:
    """Tell whether a claim states a labelled value again, apart from the label."""
    start, end = _span(claim)
    return bool(_values(claim)) and any(
        label["doc"] == claim["doc"]
        and bool(_values(label))
        and _shares_value(label, claim)
        and not (start < _span(label)[1] and _span(label)[0] < end)
        for label in labels
    )


def _same_name(a: object, b: object) -> bool:
    """Tell whether one name holds all words of the other."""
    if a is None or b is None:
        return a is b
    one, other = (set(re.findall(r"\w+", str(name).lower())) for name in (a, b))
    small, large = sorted(
        (one - {"the", "a", "an"}, other - {"the", "a", "an"}), key=len
    )
    return bool(small) and small <= large


def _periods_meet(label: Row, claim: Row) -> bool:
    wanted = (label.get("as_of_start"), label.get("as_of_end"))
    if not any(wanted):
        return True
    given = (claim.get("as_of_start"), claim.get("as_of_end"))
    if not any(given):
        return False
    begin, end = str(given[0] or "0000"), str(given[1] or given[0])
    return begin <= str(wanted[1] or "9999") and end >= str(wanted[0] or "0000")
