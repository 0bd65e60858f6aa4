"""Decide which claims of a series speak about the same time.

Two claims are about one time when their periods overlap or lie within 31 days of each
other. The rule is kept from swallowing a decade of yearly figures in three ways:

- every claim of a cluster must fit every other one, not only its neighbour;
- the 31 days join only statements about three months or less: the last day of a
  year says nothing about the year after it;
- a partial overlap with a longer period counts when it covers at least half of the
  shorter one, and flows count as one only when they share at least half of the days of both
  together: arrivals in a quarter are no second report of the arrivals of the year.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from tumen.records.claim import Claim
from tumen.records.document import Document
from tumen.records.ids import CaptureId
from tumen.records.period import Period

SLACK_DAYS = 31
SHORT_DAYS = 92


@dataclass(frozen=True, slots=True)
class Timed:
    """A claim and the days it is placed at; `apart` keeps unknown times apart.

    Args:
        own: True when the days are those the words give.
    """

    claim: Claim
    first: date | None
    last: date | None
    own: bool
    apart: str

    @property
    def days(self) -> int:
        """Length of the period in days, both ends included; 0 when unknown."""
        if self.first is None or self.last is None:
            return 0
        return (self.last - self.first).days + 1

    @property
    def middle(self) -> date:
        """The day halfway; the last day of all when unknown."""
        if self.first is None or self.last is None:
            return date.max
        return self.first + (self.last - self.first) / 2


def place_in_time(
    claim: Claim,
    documents: Mapping[CaptureId, Document],
    roots: Mapping[CaptureId, CaptureId],
) -> Timed:
    """Return when a claim is placed.

    A claim without any date is placed by the printed date of its page, of a copy by
    that of the page copied. Without one it is kept apart, but together with copies of
    its page. Of a period open at one
    end only the known end counts, except that "since" reaches to the page's date.
    """
    period = claim.as_of
    root = roots.get(claim.capture, claim.capture)
    page = documents.get(root) or documents.get(claim.capture)
    printed = page.published.period if page and page.published else Period()
    if not period.is_open:
        first = period.first or period.last
        last = period.last or printed.last or first
        if first and last and last < first:
            last = first
        return Timed(claim, first, last, True, "")
    if printed.first and printed.last:
        return Timed(claim, printed.first, printed.last, False, "")
    return Timed(claim, None, None, False, root)


def same_time(a: Timed, b: Timed, *, flow: bool) -> bool:
    """Tell whether two placed claims speak about one time."""
    if a.first is None or a.last is None or b.first is None or b.last is None:
        return a.apart == b.apart and a.first == b.first
    shared = (min(a.last, b.last) - max(a.first, b.first)).days + 1
    if flow:
        return 2 * shared >= a.days + b.days - max(shared, 0)
    if max(a.days, b.days) <= SHORT_DAYS:
        gap = max(a.first, b.first) - min(a.last, b.last)
        return gap <= timedelta(days=SLACK_DAYS)
    return 2 * shared >= min(a.days, b.days)


def cluster(placed: Sequence[Timed], *, flow: bool) -> list[list[Timed]]:
    """Sort claims of one series into clusters about one time, oldest first.

    Claims are taken by the middle of their period; each joins the youngest cluster
    all of whose members are about its time, or opens one. The outcome does not
    depend on the order of the input.
    """
    order = sorted(
        placed, key=lambda t: (t.middle, t.days, t.claim.doc, t.claim.span, t.claim.id)
    )
    clusters: list[list[Timed]] = []
    spans: list[dict[tuple[date | None, date | None, str], Timed]] = []
    for timed in order:
        window = (timed.first, timed.last, timed.apart)
        for members, windows in zip(reversed(clusters), reversed(spans), strict=True):
            if all(same_time(timed, other, flow=flow) for other in windows.values()):
                members.append(timed)
                windows.setdefault(window, timed)
                break
        else:
            clusters.append([timed])
            spans.append({window: timed})
    return clusters
