"""What the unseen texts say, as a part of the page about reading."""

from collections.abc import Mapping, Sequence

from quality.unseen import Unseen
from tumen.records.score import ClaimScores, Share


def unseen_page(
    unseen: Mapping[str, Unseen],
    curve: Sequence[Mapping[str, float]],
    second: ClaimScores,
) -> str:
    """Return the scores of unseen texts by mode, and how they grew with training.

    Args:
        second: of the labels that another person gave to the same texts.
    """
    lines = [
        "\n## Texts that nobody had read\n",
        "Articles written and labelled by people who had not seen the rules; nobody who"
        " works on rules or weights reads them, only these scores are looked at. Brackets"
        " hold the 95 % interval over articles. `green` is the share of figures that are"
        " marked as safe to accept, and how many of those are right in every slot that an"
        " estimate uses.\n",
        *_second(second),
        f"| of all labelled figures | {' | '.join(unseen)} |",
        f"|---|{'---|' * len(unseen)}",
    ]
    rows: dict[str, list[str]] = {
        "labelled": [str(_labelled(each)) for each in unseen.values()],
        "found": [_said(u.score.of_kind("figure").recall) for u in unseen.values()],
        "found ones that are labelled": [
            _said(u.score.of_kind("figure").precision) for u in unseen.values()
        ],
        "value, measure and speaker right": [
            _with_interval(u.score.joint) for u in unseen.values()
        ],
        "fit for an estimate": [
            _with_interval(u.score.estimate_ready) for u in unseen.values()
        ],
        "events, F1": [_said(u.score.of_kind("event").f1) for u in unseen.values()],
        "conditions, F1": [
            _said(u.score.of_kind("condition").f1) for u in unseen.values()
        ],
        "policies, F1": [_said(u.score.of_kind("policy").f1) for u in unseen.values()],
        "green": [_said(u.green) for u in unseen.values()],
        "green ones that are right": [_with_interval(u.right) for u in unseen.values()],
        "claims from menus and comments": [
            str(u.score.silent) for u in unseen.values()
        ],
    }
    lines += [f"| {name} | {' | '.join(cells)} |" for name, cells in rows.items()]
    lines += [
        "\nSlots, over all claims found that the label says anything about:\n",
        f"| slot | {' | '.join(unseen)} |",
        f"|---|{'---|' * len(unseen)}",
    ]
    slots = [{row.slot: row.score for row in u.score.slots} for u in unseen.values()]
    for slot in slots[0]:
        lines.append(f"| {slot} | {' | '.join(_with_range(s[slot]) for s in slots)} |")
    if curve:
        lines += [
            "\nThe same texts, read with weights learned from a growing part of the"
            " training texts (`spacy`; no texts: the rules alone):\n",
            "| training texts | figures, F1 | value, measure, speaker | fit for an"
            " estimate |",
            "|---|---|---|---|",
            *(
                f"| {point['texts']:.0f} | {point['figure_f1']:.2f} |"
                f" {point['joint']:.2f} | {point['estimate_ready']:.2f} |"
                for point in curve
            ),
        ]
    return "\n".join(lines) + "\n"


def _second(score: ClaimScores) -> tuple[str, ...]:
    """Return how another person's labels of the same texts would score."""
    kinds = ("figure", "event", "condition", "policy")
    found = ", ".join(f"{k} {_said(score.of_kind(k).f1)}" for k in kinds)
    return (
        "Others labelled the same texts again, without seeing the first labels, by the"
        f" same guide. Scored like a machine, theirs reach F1 {found}; value, measure and"
        f" speaker {_with_interval(score.joint)}; fit for an estimate"
        f" {_with_interval(score.estimate_ready)}. Doubtful readings that the first label"
        " allows count as right, for them as for the machine.\n",
    )


def _labelled(unseen: Unseen) -> int:
    found = unseen.score.of_kind("figure")
    return found.found + found.missed


def _said(share: float | None) -> str:
    return "-" if share is None else f"{share:.2f}"


def _with_interval(share: Share) -> str:
    if share.share is None:
        return "-"
    if share.low is None or share.high is None:
        return _said(share.share)
    return f"{share.share:.2f} ({share.low:.2f}-{share.high:.2f})"


def _with_range(share: Share) -> str:
    """Return a share with its Wilson interval (Wilson 1927), 95 %."""
    if share.share is None:
        return "-"
    low, high = wilson(share.right, share.asked)
    return f"{share.share:.2f} ({low:.2f}-{high:.2f})"


def wilson(right: int, asked: int) -> tuple[float, float]:
    """Return the 95 % interval of a share: 8 of 10 gives 0.49 to 0.94.

    centre = (p + z^2/2n) / (1 + z^2/n), half = z sqrt(p(1-p)/n + z^2/4n^2) / (1 + z^2/n)
    (Wilson 1927), z = 1.96.
    """
    z, p = 1.96, right / asked
    scale = 1 + z * z / asked
    centre = (p + z * z / (2 * asked)) / scale
    half = z * (p * (1 - p) / asked + z * z / (4 * asked * asked)) ** 0.5 / scale
    return centre - half, centre + half
