"""Make the report: one printable page in which every figure opens its quotes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from tumen.codebook.schema import Codebook
from tumen.publish.chance import doubt_of, doubt_words
from tumen.publish.figures_svg import draw_figures
from tumen.publish.prior_svg import draw_prior
from tumen.publish.pulls_svg import draw_pulls
from tumen.publish.rendering import read_template, render
from tumen.publish.series import Series, element_label, find_series
from tumen.publish.series_bands import has_model
from tumen.publish.system_svg import draw_system
from tumen.publish.table_rows import brief_cells, headers_of, row_cells
from tumen.publish.wording import (
    INVISIBLE,
    MODEL,
    box_in_full,
    claim_words,
    date_words,
    estimate_words,
    evidence_words,
    notes_of,
    period_words,
    reviewed_count,
    reviewed_words,
    verdict_words,
)
from tumen.records.estimate import Verdict
from tumen.records.release import (
    Release,
    ReleasedBox,
    ReleasedClaim,
    ReleasedEstimate,
    ReleasedGroup,
)

FIRST = "people.present"
"""The series that leads the report."""

CHARTS = 6
"""Most series drawn in one report."""

RULES: Mapping[str, str] = {
    "person_at_risk": "about a person at risk: no words, page, title, address or hash",
    "name_not_listed": "words hold a name that is on no list of institutions, places or public speakers",
    "route_detail": "words tell how somebody got away",
    "minor": "words are about a minor",
    "age": "words tell the age of one person",
    "under_5": "a count of people below 5",
    "same_words": "words that another claim may not show: about people at risk, or a count below 5",
    "voice": "name of a speaker who does not speak in public",
    "mask": "names to be masked, found on the pages",
    "address": "address of a page with claims about people at risk",
    "year_lag": "hiding and escape in the last year",
    "finer_than_national": "hiding and escape finer than a country and a year",
    "rejected_in_review": "rejected by a reviewer",
    "not_reviewed_yet": "proposed by another tool, or too unsure, and not reviewed yet",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One line of the first table: the latest figure of a series, and its source.

    Args:
        full: the kind of answer and all its numbers; empty for a plain envelope.
        evidence: how much the figures taught.
        notes: what to know with the number, save that bias may be invisible.
        newest: when the newest figure behind it is from, if that is an earlier year.
    """

    label: str
    estimate: ReleasedEstimate
    words: str
    full: str
    evidence: str
    notes: tuple[str, ...]
    when: str
    newest: str
    claims: tuple[ReleasedClaim, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A chart, what pulls its latest answer, its prior, and what was left out.

    Args:
        pulls, prior: empty where no model has a part.
    """

    element: str
    label: str
    svg: Markup
    pulls: Markup
    prior: Markup
    excluded: tuple[tuple[ReleasedClaim, str], ...]


def make_report(release: Release, codebook: Codebook) -> str:
    """Return the whole report as one HTML file that fetches nothing."""
    claims: dict[str, ReleasedClaim] = {claim.id: claim for claim in release.claims}
    series = main_series(release)
    year = latest_year(release)
    headers = headers_of(release)
    return render(
        "report.html.j2",
        css=Markup(read_template("report.css")),  # noqa: S704  # our own stylesheet
        release=release,
        codebook=codebook,
        answers=[a for e in series if (a := _answer(release, codebook, claims, e))],
        valueless=[
            element_label(codebook, e) for e in series if not _stated(release, e)
        ],
        year=year,
        system=Markup(draw_system(release, codebook, year, link="#box-")),  # noqa: S704  # escaped when drawn
        boxes=_boxes(release, codebook, year),
        charts=_charts(release, codebook, claims, series),
        groups=_groups(release),
        conflicts=_conflicts(release, claims),
        claims=claims,
        labels={code: element.label for code, element in codebook.elements.items()},
        withheld=[
            (RULES.get(w.rule, w.rule), w.rows, w.count) for w in release.withheld
        ],
        value=claim_words,
        doubt=doubt_words,
        has_unsure=any(doubt_of(claim) for claim in release.claims),
        cells=lambda claim: row_cells(claim, headers),
        brief=brief_cells,
        box_words=box_in_full,
        rules=codebook.model.rules if codebook.model else None,
        invisible=INVISIBLE,
        reviewed=reviewed_words(release),
        is_reviewed=reviewed_count(release) > 0,
        is_modelled=has_model(release.estimates),
    )


def main_series(release: Release) -> list[str]:
    """Return the elements that have estimates, the leading one first.

    Then come people before other things, those the model answers before others, by name.
    """
    found = {estimate.element for estimate in release.estimates}
    modelled = {e.element for e in release.estimates if e.engine == MODEL}
    return sorted(
        found,
        key=lambda code: (
            code != FIRST,
            not code.startswith("people."),
            code not in modelled,
            code,
        ),
    )


def latest_year(release: Release) -> int:
    """Return the latest year in which some box was counted; else the year of making.

    The model answers for years nobody speaks about; they do not count.
    """
    claims = {claim.id: claim for claim in release.claims}
    counted = [
        box.year
        for box in release.boxes
        if box.claims
        and not box.carried_from
        and (
            box.verdict not in (Verdict.BAND, Verdict.CONDITIONAL)
            or any(_is_about(claims[c], box.year) for c in box.claims if c in claims)
        )
    ]
    return max(counted, default=release.made_on.year)


def _is_about(claim: ReleasedClaim, year: int) -> bool:
    first = claim.as_of_start or claim.as_of_end
    last = claim.as_of_end or claim.as_of_start
    return bool(first and last and first.year <= year <= last.year)


def _answer(
    release: Release,
    codebook: Codebook,
    claims: Mapping[str, ReleasedClaim],
    element: str,
) -> Answer | None:
    """Return the latest date of a series on which origins speak."""
    stated = _stated(release, element)
    if not stated:
        return None
    last = stated[-1]
    # The claims that the sides of a conflict rest on come first.
    told = [claim for side in last.conditionals for claim in side.claims]
    used = tuple(claims[c] for c in dict.fromkeys((*told, *last.claims)) if c in claims)
    return Answer(
        label=element_label(codebook, element),
        estimate=last,
        words=estimate_words(last),
        full=verdict_words(last) if last.verdict else "",
        evidence=evidence_words(last),
        notes=tuple(note for note in notes_of(last) if note != INVISIBLE),
        when=date_words(last.date),
        newest=_newest(used, last.date.year),
        claims=used,
    )


def _newest(claims: Sequence[ReleasedClaim], year: int) -> str:
    """Return when the newest of the claims is from, nothing in the year itself."""
    dated = [claim for claim in claims if claim.as_of_end]
    if not dated:
        return ""
    newest = max(dated, key=lambda claim: claim.as_of_end or date.min)
    if newest.as_of_end is None or newest.as_of_end.year >= year:
        return ""
    return period_words(newest.as_of_start, newest.as_of_end)


def _stated(release: Release, element: str) -> list[ReleasedEstimate]:
    """Return the dates of a series that have a value, those stated before carried."""
    series = find_series(release, element)
    known = [
        e for e in series if e.q50 is not None or e.conditionals or "under_5" in e.flags
    ]
    return [e for e in known if e.engine != "carried"] or known


def _boxes(
    release: Release, codebook: Codebook, year: int
) -> list[tuple[str, str, str, ReleasedBox | None]]:
    """Return code, label, definition and state of all that the screen shows."""
    found = {box.code: box for box in release.boxes if box.year == year}
    entries = [
        *((e.code, e.label, e.definition) for e in codebook.boxes),
        *((e.code, e.label, e.definition) for e in codebook.arrows),
        *((e.code, e.label, e.definition) for e in codebook.money),
    ]
    return [(code, label, text, found.get(code)) for code, label, text in entries]


def _charts(
    release: Release,
    codebook: Codebook,
    claims: Mapping[str, ReleasedClaim],
    series: list[str],
) -> list[Chart]:
    charts: list[Chart] = []
    for element in series:
        svg = draw_figures(release, codebook, element, link="#claim-")
        if svg and len(charts) < CHARTS:
            row = find_series(release, element)
            charts.append(
                Chart(
                    element=element,
                    label=element_label(codebook, element),
                    svg=Markup(svg),  # noqa: S704  # escaped when drawn
                    pulls=_pulls(row, codebook),
                    prior=Markup(draw_prior(row, codebook)),  # noqa: S704  # the same
                    excluded=_excluded(release, claims, element),
                )
            )
    return charts


def _pulls(series: Series, codebook: Codebook) -> Markup:
    """Return what pulls the latest answer that the model gives."""
    answered = [e for e in series if e.engine == MODEL]
    drawn = draw_pulls(answered[-1], codebook, link="#claim-") if answered else ""
    return Markup(drawn)  # noqa: S704  # escaped when drawn


def _excluded(
    release: Release, claims: Mapping[str, ReleasedClaim], element: str
) -> tuple[tuple[ReleasedClaim, str], ...]:
    found: dict[str, str] = {}
    for estimate in find_series(release, element):
        for row in estimate.excluded:
            found.setdefault(row["id"], row["reason"])
    return tuple((claims[c], reason) for c, reason in found.items() if c in claims)


def _groups(release: Release) -> list[ReleasedGroup]:
    """Return groups of figures on people and money that have claims, leading first."""
    shown = [g for g in release.origins if g.measure != "none" and g.lineages]
    return sorted(
        shown, key=lambda g: (g.element != FIRST, g.element, str(g.as_of_start))
    )


def _conflicts(
    release: Release, claims: Mapping[str, ReleasedClaim]
) -> list[tuple[ReleasedClaim, str, ReleasedClaim]]:
    """Return pairs of claims that do not say the same, and how they differ."""
    pairs = []
    for group in release.origins:
        for row in group.relations:
            a, b = claims.get(row["a"]), claims.get(row["b"])
            if a and b and row["kind"] != "agrees":
                pairs.append((a, row["kind"], b))
    return pairs
