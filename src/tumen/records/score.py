"""How well a run did against what is known: the figures of `tumen score`.

Shares go from 0 to 1, and are None where nothing was asked. `low` and `high` are a 95 %
interval over pages: how much the figure would move with other pages of the same sort.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """How many of those asked are right.

    Args:
        right: how many are right.
        asked: of how many.
        share: right over asked.
        low: lower end of the interval over pages; None where it was not drawn.
        high: its upper end.
    """

    right: int
    asked: int
    share: float | None
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What was found of what there is.

    Args:
        found: right ones.
        missed: those there are and the run has not.
        extra: those the run has and there are not.
        precision: share of the run's that are right.
        recall: share of those there are that were found.
        f1: harmonic mean of the two.
        low: lower end of the interval of `f1` over pages; None where not drawn.
        high: its upper end.
    """

    found: int
    missed: int
    extra: int
    precision: float | None
    recall: float | None
    f1: float | None
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class KindScore:
    """Claims of one kind.

    Args:
        kind: figure, event, condition or policy.
        score: what was found.
    """

    kind: str
    score: Found


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotScore:
    """One slot, over the claims that were found.

    Args:
        slot: its name; `range` stands for low, best and high, `as_of` for a period
            that meets the labelled one, `as_of_exact` for the same two days.
        score: how often it is right.
    """

    slot: str
    score: Share


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimScores:
    """Claims against labels.

    Args:
        pages: pages that are labelled.
        pages_missing: of these, pages that the case does not hold.
        pages_left_out: pages of the case that nobody labelled; they are not scored.
        kinds: what was found, by kind.
        joint: labelled figures with value, measure and speaker all right.
        estimate_ready: labelled figures that are also right in element, unit,
            population, country and period: what an estimate may use.
        slots: slot by slot.
        repeats: figures that tell a labelled value again elsewhere on the page; they
            count neither as found nor as extra.
        silent: claims from menus and comments.
        not_placed: labels whose words stand nowhere on their page; they count as
            missed.
    """

    pages: int
    pages_missing: int
    pages_left_out: int
    kinds: tuple[KindScore, ...]
    joint: Share
    estimate_ready: Share
    slots: tuple[SlotScore, ...]
    repeats: int
    silent: int
    not_placed: tuple[str, ...] = ()

    def of_kind(self, kind: str) -> Found:
        """Return what was found of one kind.

        Raises:
            KeyError: no such kind.
        """
        return {row.kind: row.score for row in self.kinds}[kind]


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentScores:
    """Pages against what is known about them.

    Args:
        pages: pages that something is known about and the case holds.
        pages_missing: pages the case does not hold.
        published_day: pages whose day is known, dated to that day.
        published: all dated pages, given a day or interval that meets the known one.
        undated: pages with a known date that were given none.
        original_outlet: outlets that are right.
        title: titles that are right.
        language: languages that are right.
        reprints: pages told to be a copy, with the right outlet.
    """

    pages: int
    pages_missing: int
    published_day: Share
    published: Share
    undated: int
    original_outlet: Share
    title: Share
    language: Share
    reprints: Found


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginScores:
    """Which claims go back to one origin, over the claims that were found.

    Args:
        claims: claims of a known origin that were found.
        ungrouped: of these, claims that stand in no group; each counts as an origin.
        pairs: pairs of claims; found when both the truth and the run give them one
            origin, extra when only the run does, missed when only the truth does.
        facts: things the claims are about: one element, place, population and time.
        origins: how many origins these have in truth, summed over the facts.
        counted: how many the run counts for them.
        right: facts with the right number of origins.
        over: facts for which the run counts more than there are.
        under: facts for which it counts fewer.
    """

    claims: int
    ungrouped: int
    pairs: Found
    facts: int
    origins: int
    counted: int
    right: int
    over: int
    under: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesScore:
    """Answers of one series, or of all of them, against the true numbers.

    Args:
        code: of the box or arrow; `all` for all together.
        dates: dates with a true number and an answer of any kind.
        bands: answers that are one 90 % band.
        inside: true numbers that lie in their band.
        share: inside over bands; a good band holds 0.90.
        error: median over bands of the distance from the middle of the band to the
            true number, as a share of the true number, which counts as at least 1.
        width: median over bands of upper over lower end, each at least 1.
        conditionals: answers that are two estimates.
        either: true numbers that lie in one of the two.
        unanswered: dates for which the model says that there is no estimate.
        others: answers without a model, which are no bands.
    """

    code: str
    dates: int
    bands: int
    inside: int
    share: float | None
    error: float | None
    width: float | None
    conditionals: int
    either: int
    unanswered: int
    others: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesScores:
    """Dated answers against the true numbers.

    Args:
        whole: all series together.
        codes: series by series.
        never_answered: codes of true series that the case has no answer to.
    """

    whole: SeriesScore
    codes: tuple[SeriesScore, ...]
    never_answered: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Leak:
    """Forbidden words in something that leaves; the words are not repeated here.

    Args:
        forbidden: number of the words, from 1: those of the list, then the names that
            the pages of the truth give to be masked.
        why: what the list says of them.
        place: exit, file and line.
        count: how often they stand there.
    """

    forbidden: int
    why: str
    place: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LeakScores:
    """Forbidden words searched in everything that leaves.

    Args:
        forbidden: how many were searched.
        texts: files, parts of archives and answers that were searched.
        count: how often one was found.
        leaks: where.
    """

    forbidden: int
    texts: int
    count: int
    leaks: tuple[Leak, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """All figures of merit of one run; a part is None when the truth lacks it.

    Args:
        left_out: parts of which the truth knows nothing.
    """

    claims: ClaimScores | None = None
    documents: DocumentScores | None = None
    origins: OriginScores | None = None
    series: SeriesScores | None = None
    leaks: LeakScores | None = None
    left_out: tuple[str, ...] = ()
