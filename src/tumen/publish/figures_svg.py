"""Draw the figures of one series, each claim in its own form."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from tumen.codebook.schema import Codebook
from tumen.publish.axes import Days, Numbers, make_days, make_numbers
from tumen.publish.fitting import shorten, text_width
from tumen.publish.rendering import render
from tumen.publish.wording import claim_words, period_words
from tumen.records.release import Release, ReleasedClaim, ReleasedEstimate

LEFT, RIGHT, TOP, BOTTOM = 62.0, 22.0, 58.0, 40.0
LABEL_SIZE = 10.5
ARROW = 30.0
"""How far the arrow of an open end reaches."""
OWN_VOICE = "page's own voice"
NOBODY = frozenset({OWN_VOICE, "anonymous", "author", "unnamed"})
"""Names that would only crowd the marks of claims that are no origin."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One claim ready to be drawn.

    Args:
        form: point, up, down or bar.
        role: origin, echo or excluded.
        x1, x2: the period it speaks about; x is its middle.
        y, y2: its value; for a bar lower and upper end.
    """

    id: str
    form: str
    role: str
    x: float
    x1: float
    x2: float
    y: float
    y2: float
    title: str
    name: str


@dataclass(frozen=True, slots=True)
class Label:
    """A name beside a mark."""

    id: str
    x: float
    y: float
    text: str
    role: str


@dataclass(frozen=True, slots=True)
class Band:
    """A step of the envelope: from the lowest to the highest independent origin."""

    x: float
    y: float
    width: float
    height: float
    carried: bool


def draw_figures(
    release: Release,
    codebook: Codebook,
    element: str,
    *,
    place: str | None = None,
    link: str = "#",
    width: int = 1120,
    height: int = 520,
) -> str:
    """Return the chart of one series as an SVG; an empty string without any figure.

    Args:
        element: code of the series, e.g. `people.present`.
        place: the place of the series, the one with most estimates when None.
        link: put before the id of a claim to make its address.
    """
    series = find_series(release, element, place)
    claims = find_claims(release, element, series)
    if not claims:
        return ""
    roles = _roles(release, series)
    days = make_days([day for c in claims for day in _period(c)], LEFT, width - RIGHT)
    values = [v for c in claims for v in (c.low, c.best, c.high) if v is not None]
    numbers = make_numbers(values, height - BOTTOM, TOP)
    marks = [
        _mark(claim, roles.get(claim.id, "excluded"), days, numbers) for claim in claims
    ]
    marks.sort(key=lambda mark: (mark.role == "origin", mark.x))
    label = (
        codebook.elements[element].label if element in codebook.elements else element
    )
    where = next((e.place for e in series if e.place), None)
    return render(
        "figures.svg.j2",
        width=width,
        height=height,
        left=LEFT,
        right=width - RIGHT,
        bottom=height - BOTTOM,
        title=f"{label}, {where}" if where else label,
        link=link,
        years=[(year, days.x(date(year, 1, 1))) for year in days.years()],
        ticks=[(tick, numbers.y(tick)) for tick in numbers.ticks()],
        by_tens=numbers.by_tens,
        bands=_bands(series, days, numbers),
        marks=marks,
        labels=_labels(marks, width),
        arrow=ARROW,
    )


def find_series(
    release: Release, element: str, place: str | None = None
) -> tuple[ReleasedEstimate, ...]:
    """Return the estimates of the series of an element with most dates, in order."""
    found = [e for e in release.estimates if e.element == element]
    if place is not None:
        found = [e for e in found if e.place == place]
    keys: Counter[tuple[str, str | None, str | None, str]] = Counter()
    for e in found:
        rests_on = len(e.lineages) if e.engine != "carried" else 0
        keys[e.measure, e.unit, e.population, e.place or ""] += rests_on
    if not keys:
        return ()
    best = max(sorted(keys, key=repr), key=lambda key: keys[key])
    chosen = [
        e for e in found if (e.measure, e.unit, e.population, e.place or "") == best
    ]
    return tuple(sorted(chosen, key=lambda e: e.date))


def find_claims(
    release: Release, element: str, series: tuple[ReleasedEstimate, ...]
) -> tuple[ReleasedClaim, ...]:
    """Return the dated figures of a series: used, repeated and excluded ones."""
    used = {claim for e in series for claim in e.claims}
    excluded = {row["id"] for e in series for row in e.excluded}
    echoes = {e["id"] for line in _lines(release) if used & {*line[0]} for e in line[1]}
    wanted = used | excluded | echoes
    if not series:
        wanted = {claim.id for claim in release.claims if claim.element == element}
    return tuple(
        c
        for c in release.claims
        if c.id in wanted and _has_value(c) and (c.as_of_start or c.as_of_end)
    )


def _lines(
    release: Release,
) -> list[tuple[tuple[str, ...], tuple[Mapping[str, str], ...]]]:
    return [
        (line.claims, line.echoes)
        for group in release.origins
        for line in group.lineages
    ]


def _has_value(claim: ReleasedClaim) -> bool:
    return any(v is not None for v in (claim.low, claim.best, claim.high))


def _roles(release: Release, series: tuple[ReleasedEstimate, ...]) -> dict[str, str]:
    """Return for each claim whether it is an origin, an echo or excluded."""
    excluded = {row["id"] for e in series for row in e.excluded}
    roles: dict[str, str] = {}
    for claims, echoes in _lines(release):
        roles.update(dict.fromkeys(claims, "origin"))
        roles.update({row["id"]: "echo" for row in echoes})
    return roles | dict.fromkeys(excluded, "excluded")


def _period(claim: ReleasedClaim) -> tuple[date, date]:
    """Return first and last day; an open end takes the known one."""
    first = claim.as_of_start or claim.as_of_end
    last = claim.as_of_end or claim.as_of_start
    if first is None or last is None:
        raise ValueError(f"claim {claim.id} has no period")
    return first, last


def _mark(claim: ReleasedClaim, role: str, days: Days, numbers: Numbers) -> Mark:
    first, last = _period(claim)
    form, value, other = _form(claim)
    speaker = claim.speaker or claim.speaker_kind
    name = OWN_VOICE if speaker == "article" else speaker
    when = period_words(claim.as_of_start, claim.as_of_end)
    return Mark(
        id=claim.id,
        form=form,
        role=role,
        x=days.x(first + (last - first) / 2),
        x1=days.x(first),
        x2=days.x(last),
        y=numbers.y(value),
        y2=numbers.y(other),
        title=f"{claim_words(claim)} ({when}), {name}: {claim.quote or 'quote withheld'}",
        name=name,
    )


def _form(claim: ReleasedClaim) -> tuple[str, float, float]:
    low, best, high = claim.low, claim.best, claim.high
    if best is not None:
        return "point", best, best
    if low is not None and high is not None:
        return "bar", low, high
    if low is not None:
        return "up", low, low
    return "down", high or 0.0, high or 0.0


def _bands(
    series: tuple[ReleasedEstimate, ...], days: Days, numbers: Numbers
) -> list[Band]:
    """Return one step per estimate: from the date before, at most a year, to its own."""
    bands, before = [], date.min
    for estimate in series:
        start = max(before, estimate.date - timedelta(days=365))
        before = estimate.date
        if estimate.q05 is None or estimate.q95 is None:
            continue
        top, bottom = numbers.y(estimate.q95) - 1.5, numbers.y(estimate.q05) + 1.5
        left = days.x(start)
        bands.append(
            Band(
                left,
                top,
                days.x(estimate.date) - left,
                bottom - top,
                estimate.engine == "carried",
            )
        )
    return bands


def _labels(marks: list[Mark], width: int) -> list[Label]:
    """Name the marks, origins first, wherever a name fits beside its mark."""
    taken = [_ground(mark) for mark in marks]
    labels: list[Label] = []
    named = [m for m in marks if m.role == "origin" or m.name not in NOBODY]
    for mark in sorted(named, key=lambda m: (m.role != "origin", m.role, m.x)):
        text = shorten(mark.name, 190, LABEL_SIZE)
        size = text_width(text, LABEL_SIZE)
        for dx, dy in (
            (9, 4),
            (-9 - size, 4),
            (-size / 2, -12),
            (-size / 2, 20),
            (9, -9),
            (9, 16),
        ):
            x, y = mark.x + dx, mark.y + dy
            spot = (x, y - LABEL_SIZE, x + size, y + 2)
            inside = spot[0] > LEFT and spot[2] < width - 4 and spot[1] > TOP - 20
            if inside and not any(_overlaps(spot, other) for other in taken):
                labels.append(Label(mark.id, x, y, text, mark.role))
                taken.append(spot)
                break
    return labels


def _ground(mark: Mark) -> tuple[float, float, float, float]:
    """Return the rectangle a mark covers, its arrow included."""
    up = ARROW if mark.form == "up" else 6
    down = ARROW if mark.form == "down" else 6
    top = min(mark.y, mark.y2)
    return mark.x - 6, top - up, mark.x + 6, max(mark.y, mark.y2) + down


def _overlaps(
    a: tuple[float, float, float, float], b: tuple[float, float, float, float]
) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
