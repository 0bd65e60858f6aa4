"""Decided cases of the days that figures and statements are about."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from quality.learn.cases import Opened, labelled_figures, labelled_words
from quality.learn.fit import Decided
from tumen.codebook.schema import Element
from tumen.extract.attribution import attribution_at
from tumen.extract.date_around import Asked
from tumen.extract.date_features import DateCandidate, PageDates
from tumen.extract.figure_candidates import FigureCandidate
from tumen.extract.figure_dates import DatedClaim
from tumen.extract.statement_dates import Asking, StatementTimes
from tumen.records.amount import Measure
from tumen.records.claim import Hedge
from tumen.records.period import Period
from tumen.records.span import Span
from tumen.records.truth import TruthClaim


def date_cases(texts: Iterable[Opened]) -> Iterator[Decided]:
    """Yield for every label which days it is about, where these were found."""
    for opened in texts:
        for label, candidates in dated_labels(opened):
            right = right_days(label, [c.period for c in candidates])
            if right and len(candidates) > 1:
                evidence = tuple(c.evidence for c in candidates)
                yield Decided(evidence, right, opened.text.name)


def dated_labels(
    opened: Opened,
) -> Iterator[tuple[TruthClaim, tuple[DateCandidate, ...]]]:
    """Yield the labels of a text with the days each may be about."""
    page = PageDates.of(opened.reader.times)
    statements = StatementTimes.of(opened.frame)
    for figure, label, element in labelled_figures(opened):
        asked, by_rules = _of_figure(opened, figure, label, element)
        yield label, page.candidates(asked, by_rules)
    for _, label, element in labelled_words(opened):
        asked, by_rules = _of_statement(opened, statements, label, element)
        yield label, page.candidates(asked, by_rules)


def _of_figure(
    opened: Opened, figure: FigureCandidate, label: TruthClaim, element: Element
) -> tuple[Asked, DatedClaim]:
    measure, hedge = Measure(label.measure or Measure.NONE), _hedge(label)
    by_rules = opened.reader.times.date_of(figure.around, element, measure, hedge)
    return Asked.of_figure(figure.around, element, measure, hedge), by_rules


def _hedge(label: TruthClaim) -> Hedge:
    return Hedge(label.hedge or Hedge.ASSERTED)


def _of_statement(
    opened: Opened, times: StatementTimes, label: TruthClaim, element: Element
) -> tuple[Asked, DatedClaim]:
    analysis = opened.frame.analysis
    span = Span(label.start or 0, label.end or 0)
    asked = Asked.of_statement(analysis, span, label.kind, element, _hedge(label))
    asking = Asking(
        own=frozenset(analysis.tokens_in(span)),
        anchor=asked.anchor,
        span=span,
        kind=label.kind,
        element=element,
        hedge=_hedge(label),
        voice=attribution_at(opened.frame, span).voice,
    )
    return asked, times.date_of(asking)


def right_days(label: TruthClaim, periods: Sequence[Period]) -> frozenset[int]:
    """Return the numbers of the periods that a label means: the same days, else near.

    A label without days asks for none.
    """
    wanted = Period(label.as_of_start, label.as_of_end)
    same = frozenset(n for n, period in enumerate(periods) if period == wanted)
    if same or wanted.is_open:
        return same
    return frozenset(n for n, period in enumerate(periods) if _meets(period, wanted))


def _meets(period: Period, wanted: Period) -> bool:
    """Tell whether days meet those of a label; those with a start alone are a day."""
    if period.is_open:
        return False
    last = period.last or period.first
    return Period(period.first, last or date.max).meets(wanted)
