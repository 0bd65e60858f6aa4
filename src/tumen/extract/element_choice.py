"""Choose the element of a number: rules alone, or rules and learned weights."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from tumen.extract.elements import SURE, THRESHOLD, Choice, FigureElements
from tumen.extract.figure_candidates import AS_WRITTEN, FigureCandidate, Reading
from tumen.extract.figure_features import figure_features
from tumen.extract.figure_slots import SlotReader
from tumen.extract.frame import Frame
from tumen.extract.ranking import Crossed, Evidence, chances_of, present

MODEL = "elements"
LEARNED = "element.learned"
NOTHING = "none"
"""Stands for a number that is about nothing the codebook knows."""
SURELY_NOTHING = 0.95
"""Chance from which on a number is left alone; see docs/explain/learned.md."""
NEAR_PERIOD = ("period:", "verb:", "tense:")
"""Features that tell whether money or time is meant per period."""
FAR = 3
"""Greater distances from the claim before are not told apart."""
KEPT = 20_000
"""Elements with their cues whose names of features are kept."""
WORTH_NOTING = 0.15
"""Chance from which on another element is named beside the chosen one."""


@dataclass(frozen=True, slots=True)
class Elements:
    """What a number may be about, and what speaks for each.

    Args:
        codes: elements, `none` the last.
        readings: the reading of the number under each; that as written for `none`.
        by_rules: what the rules choose.
    """

    codes: tuple[str, ...]
    readings: tuple[Reading, ...]
    evidence: tuple[Evidence, ...]
    by_rules: Choice | None


@dataclass(frozen=True, slots=True)
class Before:
    """The number that was made a claim last.

    Args:
        code: its element.
        sentence: index of its sentence; `paragraph` that of the paragraph.
    """

    code: str
    sentence: int
    paragraph: int


def element_candidates(
    frame: Frame,
    figure: FigureCandidate,
    elements: FigureElements,
    reader: SlotReader,
    before: Before | None,
) -> Elements:
    """Return the elements that the units and form of a number allow.

    Args:
        before: the claim before it: lists go on with what they began.
    """
    quantity, around = figure.quantity, figure.around
    features = figure_features(frame, quantity, around, reader.people, reader.places)
    seen = elements.seen(frame.analysis, around)
    going = _going_on(frame, figure, before)
    rows: list[tuple[str, Reading, Evidence]] = []
    by_rules: Choice | None = None
    for reading in figure.readings:
        scores = elements.scores(seen, around, reading.possible, reading.quantity)
        if reading.source == AS_WRITTEN:
            by_rules = elements.best(scores)
        known = {(code, read.quantity.unit) for code, read, _ in rows}
        unit = reading.quantity.unit
        codes = [code for code in sorted(scores) if (code, unit) not in known]
        parts = elements.parts(seen, around, codes)
        period = tuple(_of_period(reading, features))
        for code in codes:
            names = _names(
                code, reading.source, reading.quantity.per or "", parts[code]
            )
            own = present((*names, *period))
            own |= _of_score(code, scores[code], by_rules, reading)
            if going is not None:
                own |= present(_again(code, going))
            rows.append((code, reading, Crossed(code, features, own)))
    rows.append((NOTHING, figure.readings[0], _of_nothing(features, by_rules)))
    return Elements(
        codes=tuple(code for code, _, _ in rows),
        readings=tuple(reading for _, reading, _ in rows),
        evidence=tuple(evidence for _, _, evidence in rows),
        by_rules=by_rules,
    )


@lru_cache(maxsize=KEPT)
def _names(code: str, source: str, per: str, parts: tuple[str, ...]) -> tuple[str, ...]:
    """Return what speaks for an element by its code, its unit and the cues around.

    The same few thousand names are asked again and again: they are written once.

    Args:
        source: where the unit comes from; `per` empty without a period.
    """
    of_period = (f"{code}|per:{per}",) if per else ()
    cues = (f"cues:{part}" for part in parts)
    return (code, f"unit:{source}", f"{code}|unit:{source}", *of_period, *cues)


def _of_score(
    code: str,
    score: float,
    by_rules: Choice | None,
    reading: Reading,
) -> dict[str, float]:
    found = {"score": min(1.5, score / SURE)}
    if score >= THRESHOLD:
        found["enough"] = 1.0
    if reading.source == AS_WRITTEN and by_rules and by_rules.element.code == code:
        found["rules"] = 1.0
        found[f"{code}|rules"] = 1.0
    return found


def _of_period(reading: Reading, features: Sequence[str]) -> Iterator[str]:
    """Yield what speaks for a period that no word at the number gives."""
    source, per = reading.source, reading.quantity.per
    if not per:
        return
    yield f"per:{per}/{source}"
    if source != AS_WRITTEN:
        yield from (f"per:{source}/{f}" for f in features if f.startswith(NEAR_PERIOD))


@dataclass(frozen=True, slots=True)
class _Going:
    """How a number stands to the claim before it, which is about `code`."""

    code: str
    distance: int
    where: str
    bare: str


def _going_on(
    frame: Frame, figure: FigureCandidate, before: Before | None
) -> _Going | None:
    if before is None:
        return None
    index = frame.analysis.sentence_index(figure.quantity.span.start)
    distance = min(FAR, index - before.sentence)
    paragraph = frame.analysis.sentences[index].paragraph - before.paragraph
    where = f"{distance}/{min(FAR, paragraph)}"
    bare = "bare" if figure.quantity.noun is None else "named"
    return _Going(before.code, distance, where, bare)


def _again(code: str, going: _Going) -> Iterator[str]:
    """Yield how an element goes on with that of the claim before."""
    if code == going.code:
        yield f"again:{going.where}/{going.bare}"
        yield f"again:{code}"
        yield f"again:{going.bare}"
    elif going.distance <= 1:
        yield f"after:{going.code}/{code}"


def _of_nothing(features: Sequence[str], by_rules: Choice | None) -> Evidence:
    own = present((NOTHING,))
    if by_rules is None:
        own[f"{NOTHING}|rules"] = 1.0
    return Crossed(NOTHING, features, own)


def choose_element(
    frame: Frame,
    figure: FigureCandidate,
    elements: FigureElements,
    reader: SlotReader,
    before: Before | None,
) -> tuple[Choice, Reading] | None:
    """Return the element of a number and how it is read for that.

    None when it is about nothing that is known. Without weights the rules choose,
    and take the number as written.
    """
    weights = frame.codebook.learned.get(MODEL)
    if weights is None:
        by_rules = elements.choose(
            frame.analysis, figure.around, figure.possible, figure.quantity
        )
        return (by_rules, figure.readings[0]) if by_rules else None
    found = element_candidates(frame, figure, elements, reader, before)
    chances = chances_of(found.evidence, weights)
    if frame.encoded is not None:
        units = [f"{r.quantity.unit}/{r.quantity.per or ''}" for r in found.readings]
        chances = frame.encoded.elements(
            figure.quantity.span, found.codes, units, chances
        )
    return _likeliest(found, chances, elements)


def _likeliest(
    found: Elements, chances: Sequence[float], elements: FigureElements
) -> tuple[Choice, Reading] | None:
    ranked = sorted(
        zip(chances, range(len(chances)), strict=True), key=lambda r: (-r[0], r[1])
    )
    nothing = chances[-1]
    if nothing >= SURELY_NOTHING:
        return None
    (chance, best), *following = [r for r in ranked if r[1] != len(chances) - 1]
    near = dict.fromkeys(found.codes[n] for p, n in following if p >= WORTH_NOTING)
    others = tuple(code for code in near if code != found.codes[best])[:2]
    choice = Choice(elements.element(found.codes[best]), chance, others, LEARNED)
    return choice, found.readings[best]
