"""Which days a claim may be about, and what speaks for each."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import accumulate

from tumen.extract.analysis import Analysis, Token
from tumen.extract.compiled import latest
from tumen.extract.date_around import Around, Asked
from tumen.extract.date_mentions import Placed, place_times
from tumen.extract.figure_clause import VERBAL
from tumen.extract.figure_dates import DatedClaim, PageTimes
from tumen.extract.frame import Frame
from tumen.extract.phrases import find_phrases
from tumen.extract.ranking import Crossed, Evidence, present
from tumen.extract.voice_page import voices_of
from tumen.records.period import Period

FAR, MANY = 5, 3
"""Greater distances and numbers are not told apart."""
JOINING = frozenset({"ADP", "SCONJ", "CCONJ", "DET", "ADV", "PUNCT"})
"""What may stand before a time and tell something; names of places tell nothing."""
SMALL = JOINING - {"PUNCT"} | {"PRON"}
"""Classes of words told apart one by one where they open a sentence."""
BREAKS = frozenset(',;:—–―"“”()')


@dataclass(frozen=True, slots=True)
class DateCandidate:
    """Days that a claim may be about.

    Args:
        placed: the time they come from; None for publication and for no days at all.
        sentence: number of the sentence of the claim.
    """

    period: Period
    placed: Placed | None
    sentence: int
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class PageDates:
    """The times of a page, ready to be asked."""

    frame: Frame
    placed: tuple[Placed, ...]

    @classmethod
    def of(cls, times: PageTimes) -> "PageDates":
        """Look around the times of a page once."""
        return cls(times.frame, place_times(times))

    def candidates(
        self, asked: Asked, by_rules: DatedClaim
    ) -> tuple[DateCandidate, ...]:
        """Return the days a claim may be about, no days at all the last.

        Besides the times around it these are the days of publication (`pub`), and
        any time up to them (`by-pub`), as of what is over without a date.
        """
        around = Around.of(self.frame, self.placed, asked)
        context = tuple(_context(around))
        rows: list[tuple[Period, Placed | None, str, Iterable[str]]] = [
            (
                placed.mention.period,
                placed,
                _kind(where, placed),
                _of_time(around, placed, where),
            )
            for placed in around.placed
            if placed.number in (None, asked.anchor)
            for where in (_where(around, placed),)
        ]
        published = self.frame.published
        if not published.is_open:
            rows.append((published, None, "pub", ()))
        if published.last:
            rows.append((Period(None, published.last), None, "by-pub", ()))
        rows.append((Period(), None, "blank", ()))
        return tuple(
            DateCandidate(
                period,
                placed,
                around.index,
                Crossed(kind, context, present((*names, *_of_rules(period, by_rules)))),
            )
            for period, placed, kind, names in rows
        )


def _of_rules(period: Period, by_rules: DatedClaim) -> Iterator[str]:
    if period == by_rules.period:
        yield "rules"
        yield "rules:" + ".".join(by_rules.slot.rule.split(".")[:2])


def _context(around: Around) -> Iterator[str]:
    """Yield what is known about a claim, whatever its days are."""
    asked = around.asked
    element = asked.element
    statements = around.frame.language.statements
    family = element.code.partition(".")[0]
    undated = "undated" if element.undated else "dated"
    yield ""
    yield f"form:{asked.form}"
    yield f"{undated}"
    yield f"hedge:{asked.hedge}"
    yield f"tense:{around.tense}"
    yield f"said:{around.said}/tense:{around.tense}"
    yield f"near:{around.near}"
    yield f"near:{around.near}/form:{asked.form}"
    yield f"near:{around.near}/tense:{around.tense}"
    yield f"near:{around.near}/{undated}"
    yield f"{undated}/tense:{around.tense}"
    yield f"family:{family}"
    yield f"family:{family}/tense:{around.tense}"
    yield f"family:{family}/form:{asked.form}"
    yield f"family:{family}/form:{asked.form}/tense:{around.tense}"
    yield f"element:{element.code}"
    yield f"element:{element.code}/tense:{around.tense}"
    yield f"hedge:{asked.hedge}/form:{asked.form}"
    yield f"said:{around.said}/form:{asked.form}"
    yield f"starts:{_opening(around)}"
    yield f"starts:{_opening(around)}/tense:{around.tense}"
    if statements.habits & {token.lower for token in around.words}:
        yield "habit"
    if any(find_phrases(around.words, statements.present)):
        yield "now"


def _where(around: Around, placed: Placed) -> str:
    span, asked = placed.mention.span, around.asked
    if placed.sentence != around.index:
        return "earlier" if placed.sentence < around.index else "later"
    if asked.span.holds(span):
        return "clause"
    return "before" if span.start < asked.span.start else "behind"


def _kind(where: str, placed: Placed) -> str:
    return f"{where}/report" if placed.is_report else where


def _of_time(around: Around, placed: Placed, where: str) -> Iterator[str]:
    mention, kind = placed.mention, _kind(where, placed)
    distance = placed.sentence - around.index
    yield f"role:{mention.role}/{kind}"
    yield f"role:{mention.role}/{kind}/form:{around.asked.form}"
    yield f"role:{mention.role}/tense:{around.tense}"
    rule = mention.rule.rpartition(".")[2]
    yield f"rule:{rule}/{kind}"
    yield f"cited:{placed.cited}/{kind}"
    yield f"cited:{placed.cited}/hedge:{around.asked.hedge}"
    size = _size(mention.period)
    yield f"size:{size}/{where}"
    yield f"size:{size}/form:{around.asked.form}"
    yield f"gap:{_gap(mention.period, around.frame.published)}/{where}"
    yield f"head:{placed.head}/{where}"
    yield f"order:{_order(around, placed)}/{where}"
    yield f"quote:{placed.quote is not None}/{around.quote is not None}/{where}"
    yield f"same-voice:{placed.voice == around.voice}/{where}/{around.said}"
    yield f"tense:{placed.tense}/{around.tense}/{where}"
    if placed.sentence == around.index:
        yield from _of_here(around, placed, where)
    else:
        yield from _of_far(around, placed, distance)


def _size(period: Period) -> str:
    if period.first is None or period.last is None:
        return "open"
    days = (period.last - period.first).days
    for name, most in (("day", 1), ("month", 31), ("part", 300), ("year", 366)):
        if days <= most:
            return name
    return "years"


def _gap(period: Period, published: Period) -> str:
    if published.first is None or published.last is None:
        return "unknown"
    if period == published:
        return "same"
    if period.first and period.first > published.last:
        return "future"
    last = period.last or date.max
    if last >= published.first:
        return "until"
    days = (published.first - last).days
    for name, most in (("week", 8), ("month", 62), ("year", 550), ("years", 2000)):
        if days <= most:
            return name
    return "long"


def _order(around: Around, placed: Placed) -> str:
    """Return how many times of the same sentence stand nearer to the claim."""
    if placed.sentence != around.index:
        return "x"
    distance = abs(placed.token - around.asked.anchor)
    nearer = bisect_left(around.gaps, distance)
    return f"{min(MANY, nearer)}/{min(MANY, len(around.inside))}"


@dataclass(frozen=True, slots=True)
class _Counted:
    """Breaks, verbs and numbers in front of each token of a page, and of its end."""

    breaks: tuple[int, ...]
    verbs: tuple[int, ...]
    numbers: tuple[int, ...]


@latest
def _counted(analysis: Analysis) -> _Counted:
    def sums(holds: Callable[[Token], bool]) -> tuple[int, ...]:
        return tuple(accumulate(map(holds, analysis.tokens), initial=0))

    return _Counted(
        breaks=sums(lambda token: token.text in BREAKS),
        verbs=sums(lambda token: token.pos in VERBAL),
        numbers=sums(lambda token: token.pos == "NUM"),
    )


def _of_here(around: Around, placed: Placed, where: str) -> Iterator[str]:
    tokens = around.frame.analysis.tokens
    first, last = sorted((placed.token, around.asked.anchor))
    counted = _counted(around.frame.analysis)
    breaks = counted.breaks[last] - counted.breaks[first]
    verbs = counted.verbs[last] - counted.verbs[first]
    inner = min(first + 1, last)
    numbers = counted.numbers[last] - counted.numbers[inner]
    side = "left" if placed.token < around.asked.anchor else "right"
    yield f"breaks:{min(MANY, breaks)}/{where}/{side}"
    yield f"verbs:{min(MANY, verbs)}/{where}/{side}"
    yield f"numbers:{min(MANY, numbers)}/{where}/{side}"
    yield f"verb:{placed.verb == around.verb}/{where}"
    yield f"verb:{placed.verb == around.verb}/{where}/{side}/report:{placed.is_report}"
    opens = placed.token - around.frame.analysis.sentences[around.index].first <= 1
    yield f"opens:{opens}/{where}"
    word = tokens[placed.token].lower
    yield f"word:{word}/{where}"
    before = tokens[placed.token - 1] if placed.token else None
    if before is not None and before.pos in JOINING:
        yield f"before:{before.lower}/{where}"


def _of_far(around: Around, placed: Placed, distance: int) -> Iterator[str]:
    analysis = around.frame.analysis
    sentences = analysis.sentences
    paragraphs = (
        sentences[around.index].paragraph - sentences[placed.sentence].paragraph
    )
    span = range(*sorted((placed.sentence, around.index)))
    side = 1 if distance < 0 else -1  # what stands between it and the claim
    between = sum(
        p.sentence in span[1:]
        or (p.sentence == placed.sentence and (p.token - placed.token) * side > 0)
        for p in around.placed
    )
    near = max(-FAR, min(MANY, distance))
    paragraph = max(-1, min(MANY, paragraphs))
    yield f"distance:{near}"
    yield f"distance:{near}/near:{around.near}"
    yield f"distance:{near}/form:{around.asked.form}/near:{around.near}"
    yield f"distance:{near}/tense:{around.tense}"
    yield f"paragraphs:{paragraph}"
    yield f"paragraphs:{paragraph}/voice:{placed.voice == around.voice}"
    yield f"between:{min(MANY, between)}/{distance < 0}"
    yield f"between:{min(MANY, between)}/near:{around.near}/{distance < 0}"
    yield f"first:{placed is around.placed[0]}"
    opening, voices = _opening(around), _voices_between(around, placed)
    yield f"starts:{opening}/distance:{near}"
    yield f"starts:{opening}/paragraphs:{paragraph}"
    yield f"element:{around.asked.element.code}/paragraphs:{paragraph}"
    yield f"voices:{voices}/distance:{near}"
    yield f"voices:{voices}/paragraphs:{paragraph}/{around.said}"


def _opening(around: Around) -> str:
    """Return the small word that opens the sentence of a claim, else its class.

    `They`, `there` and `of` tell that the account goes on.
    """
    analysis = around.frame.analysis
    sentence = analysis.sentences[around.index]
    tokens = analysis.tokens[sentence.first : sentence.last]
    first = next((t for t in tokens if t.text[:1].isalnum()), None)
    if first is None:
        return "none"
    return first.lower if first.pos in SMALL else first.pos


def _voices_between(around: Around, placed: Placed) -> int:
    """Return how many voices speak between a time and a claim in other sentences."""
    first, last = sorted((placed.sentence, around.index))
    return voices_of(around.frame).count_between(first, last + 1, MANY)
