"""Draw the figures of one series, each claim in its own form."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from tumen.codebook.schema import Codebook
from tumen.publish.axes import Days, Numbers, make_days, make_numbers
from tumen.publish.chance import doubt_of, doubt_words
from tumen.publish.fitting import shorten, text_width
from tumen.publish.legend import lay_keys
from tumen.publish.rendering import render
from tumen.publish.series import (
    Series,
    claims_of_part,
    coarsen,
    element_label,
    find_claims,
    find_part,
    find_roles,
    find_series,
    series_of_part,
)
from tumen.publish.series_bands import (
    SIDE_WIDTH,
    Side,
    colours_of,
    day_of,
    envelope_steps,
    has_model,
    model_runs,
    side_bars,
    spread,
    values_of,
)
from tumen.publish.table_rows import Headers, headers_of, said_words
from tumen.publish.wording import (
    INVISIBLE,
    MODEL,
    claim_words,
    period_words,
    short_condition,
)
from tumen.records.release import Release, ReleasedClaim

LEFT, RIGHT, BOTTOM = 62.0, 22.0, 40.0
KEYS_TOP, NOTE_LINE = 38.0, 20.0
ROOM = 12.0
"""Free space between the legend and the highest value."""
LABEL_SIZE, MOST_NAME = 10.5, 190.0
ARROW = 30.0
"""How far the arrow of an open end reaches."""
OWN_VOICE = "page's own voice"
NOBODY = frozenset({OWN_VOICE, "anonymous", "author", "unnamed", "he", "she", "they"})
"""Names that would only crowd the marks of claims that are no origin."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One claim ready to be drawn.

    Args:
        form: point, up, down or bar.
        role: origin, echo, excluded or other.
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
    is_unsure: bool


@dataclass(frozen=True, slots=True)
class Label:
    """A name beside a mark."""

    id: str
    x: float
    y: float
    text: str
    role: str


@dataclass(frozen=True, slots=True)
class _Figures:
    """What is drawn together: answers, claims, and the role each claim has."""

    series: Series
    claims: tuple[ReleasedClaim, ...]
    roles: Mapping[str, str]
    headers: Headers
    title: str

    def mark(self, claim: ReleasedClaim, days: Days, numbers: Numbers) -> Mark:
        """Return a claim as it is drawn."""
        role = self.roles.get(claim.id, "excluded")
        return _mark(claim, role, said_words(claim, self.headers), days, numbers)


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
    claims = coarsen(find_claims(release, element, series), codebook)
    label = element_label(codebook, element)
    where = next((e.place for e in series if e.place), None)
    title = f"{label}, {where}" if where else label
    roles, headers = find_roles(release, codebook, series), headers_of(release)
    figures = _Figures(series, claims, roles, headers, title)
    return _draw(figures, link, width, height)


def draw_part(
    release: Release,
    codebook: Codebook,
    code: str,
    *,
    link: str = "#",
    width: int = 1120,
    height: int = 520,
) -> str:
    """Return the chart of a box, arrow or money step; empty without any figure."""
    part = find_part(codebook, code)
    if part is None:
        return ""
    series = series_of_part(release, codebook, code)
    claims = coarsen(claims_of_part(release, codebook, code), codebook)
    where = next((e.place for e in series if e.place), None)
    title = f"{part.label}, {where}" if where else part.label
    roles, headers = find_roles(release, codebook, series), headers_of(release)
    figures = _Figures(series, claims, roles, headers, title)
    return _draw(figures, link, width, height)


def _draw(figures: _Figures, link: str, width: int, height: int) -> str:
    series, claims = figures.series, figures.claims
    if not claims and not has_model(series):
        return ""
    keys, top = lay_keys(_wanted_keys(figures), 0, width, KEYS_TOP)
    seen = [
        *(day for c in claims for day in _period(c)),
        *(day_of(e) for e in spread(series)),
    ]
    # The labels of the last two bars stand to the right of them.
    names = [
        shorten(short_condition(side), MOST_NAME, LABEL_SIZE)
        for e in series
        for side in e.conditionals
    ]
    beside = max((text_width(name, LABEL_SIZE) + ROOM for name in names), default=0.0)
    days = make_days(seen, LEFT, width - RIGHT - beside)
    values = [v for c in claims for v in (c.low, c.best, c.high) if v is not None]
    values += values_of(series)
    floor = height - BOTTOM - (NOTE_LINE if has_model(series) else 0)
    numbers = make_numbers(values, floor, top + ROOM)
    marks = [figures.mark(claim, days, numbers) for claim in claims]
    marks.sort(key=lambda mark: (mark.role == "origin", mark.x))
    sides = side_bars(series, days, numbers)
    return render(
        "figures.svg.j2",
        width=width,
        height=height,
        left=LEFT,
        right=width - RIGHT,
        bottom=floor,
        title=figures.title,
        link=link,
        years=[(year, days.x(date(year, 1, 1))) for year in days.years()],
        ticks=[(tick, numbers.y(tick)) for tick in numbers.ticks()],
        keys=keys,
        runs=model_runs(series, days, numbers),
        sides=sides,
        side_width=SIDE_WIDTH,
        steps=envelope_steps(series, days, numbers),
        marks=marks,
        labels=_labels(marks, sides, width, top),
        arrow=ARROW,
        note=INVISIBLE if has_model(series) else "",
    )


def _wanted_keys(figures: _Figures) -> list[tuple[str, str]]:
    """Return what the legend must explain: only what is drawn."""
    series, roles = figures.series, figures.roles
    drawn = {roles.get(claim.id, "excluded") for claim in figures.claims}
    forms = {_form(claim)[0] for claim in figures.claims}
    engines = {e.engine for e in series if e.q05 is not None and e.q95 is not None}
    has_band = any(e.engine == MODEL and e.q95 is not None for e in series)
    keys = [
        ("origin", "independent origin", "origin" in drawn),
        ("echo", "echo, counted once", "echo" in drawn),
        ("other", "about other people, but weighed", "other" in drawn),
        ("excluded", "not counted for this series", "excluded" in drawn),
        ("unsure", "likelier misread than not", any(map(doubt_of, figures.claims))),
        ("up", "over / at least", "up" in forms),
        ("down", "up to / under", "down" in forms),
        ("band90", "90 % band of the model", has_band),
        ("band50", "50 % band and median", has_band),
        ("envelope", "lowest to highest origin, no estimate", "envelope" in engines),
        ("carried", "carried forward, no estimate", "carried" in engines),
    ]
    sides = [
        (f"side{colour}", condition) for condition, colour in colours_of(series).items()
    ]
    return [(kind, text) for kind, text, is_drawn in keys if is_drawn] + sides


def _period(claim: ReleasedClaim) -> tuple[date, date]:
    """Return first and last day; an open end takes the known one."""
    first = claim.as_of_start or claim.as_of_end
    last = claim.as_of_end or claim.as_of_start
    if first is None or last is None:
        raise ValueError(f"claim {claim.id} has no period")
    return first, last


def _mark(
    claim: ReleasedClaim, role: str, said: str, days: Days, numbers: Numbers
) -> Mark:
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
        title=f"{claim_words(claim)} ({_aside(claim, when)}), {name}: "
        f"{said or 'quote withheld'}",
        name=name,
        is_unsure=bool(doubt_of(claim)),
    )


def _aside(claim: ReleasedClaim, when: str) -> str:
    return "; ".join(filter(None, (when, doubt_words(claim))))


def _form(claim: ReleasedClaim) -> tuple[str, float, float]:
    low, best, high = claim.low, claim.best, claim.high
    if best is not None:
        return "point", best, best
    if low is not None and high is not None:
        return "bar", low, high
    if low is not None:
        return "up", low, low
    return "down", high or 0.0, high or 0.0


def _labels(
    marks: list[Mark], sides: list[Side], width: int, top: float
) -> list[Label]:
    """Name bars and marks, origins first, wherever a name fits beside its mark."""
    taken = [_ground(mark) for mark in marks]
    taken += [(s.x - 5, s.top, s.x + 5, s.bottom) for s in sides]
    labels: list[Label] = []
    spots = [(s.x, s.middle, s.label, f"side{s.colour}", "") for s in sides if s.label]
    named = [
        m
        for m in marks
        if m.role == "origin" or (m.role != "other" and m.name not in NOBODY)
    ]
    spots += [
        (m.x, m.y, m.name, m.role, m.id)
        for m in sorted(named, key=lambda m: (m.role != "origin", m.role, m.x))
    ]
    for x, y, name, role, claim in spots:
        text = shorten(name, MOST_NAME, LABEL_SIZE)
        size = text_width(text, LABEL_SIZE)
        for dx, dy in _beside(size, is_side=not claim):
            left, line = x + dx, y + dy
            spot = (left, line - LABEL_SIZE, left + size, line + 2)
            inside = spot[0] > LEFT and spot[2] < width - 4 and spot[1] > top - 4
            if inside and not any(_overlaps(spot, other) for other in taken):
                labels.append(Label(claim, left, line, text, role))
                taken.append(spot)
                break
    return labels


def _beside(size: float, *, is_side: bool) -> tuple[tuple[float, float], ...]:
    """Return where a name of this breadth may stand, seen from its mark.

    Args:
        is_side: the mark is one of two bars: its name may stand beyond the other.
    """
    near = (
        (9.0, 4.0),
        (-9 - size, 4.0),
        (-size / 2, -12.0),
        (-size / 2, 20.0),
        (9.0, -9.0),
        (9.0, 16.0),
    )
    return ((9.0, 4.0), (18.0, 4.0), (18.0, 18.0), *near) if is_side else near


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
