"""Choose what a clause states: rules alone, or rules and learned weights."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from tumen.codebook.weights import Weights
from tumen.extract.clause_evidence import (
    STATED,
    Heard,
    Stated,
    element_choices,
    hear,
    kind_choices,
)
from tumen.extract.clause_features import ClauseAt, PageClauses, head_of
from tumen.extract.clauses import clause_span, find_clauses
from tumen.extract.frame import Frame
from tumen.extract.ranking import chances_of
from tumen.extract.statement_matches import Match, above_of
from tumen.extract.statement_moods import mood_of
from tumen.extract.statement_rules import Found, find_by_rules, found_of
from tumen.extract.statement_slots import StatementSlots
from tumen.extract.statement_words import read_words
from tumen.records.claim import Claim

KINDS, ELEMENTS = "statement_kinds", "statement_elements"
"""Models that decide whether and what kind of thing is stated, and which element."""
LEARNED = "statement.learned"
SURELY_NOTHING = 0.72
"""Chance from which on a clause is left alone."""
RULED_OUT = 0.85
"""Chance of nothing from which on what the rules find is left out."""
WORTH_NOTING = 0.15
"""Chance from which on another element is named beside the chosen one."""


@dataclass(frozen=True, slots=True)
class Known:
    """What the rules say of a page's clauses, by sentence, clause and element."""

    found: tuple[Found, ...]
    by_clause: Mapping[tuple[int, int], Mapping[str, Found]]

    @classmethod
    def of(cls, page: PageClauses) -> "Known":
        """Ask the cues of every clause."""
        found = tuple(find_by_rules(page.frame, page.figures, page.aside))
        by_clause: defaultdict[tuple[int, int], dict[str, Found]] = defaultdict(dict)
        for each in found:
            place = (each.match.sentence, each.match.place)
            by_clause[place].setdefault(each.element, each)
        return cls(found, by_clause)

    def at(self, at: ClauseAt) -> Mapping[str, Found]:
        """Return what the rules find in a clause, by element."""
        return self.by_clause.get((at.number, at.place), {})


def page_of(
    frame: Frame,
    figures: Sequence[Claim],
    aside: frozenset[int],
    slots: StatementSlots,
) -> PageClauses:
    """Return what is asked of every clause of a page."""
    return PageClauses(frame, slots.people, slots.places, figures, aside)


def choose_statements(
    frame: Frame,
    figures: Sequence[Claim],
    aside: frozenset[int],
    slots: StatementSlots,
) -> Iterator[Found]:
    """Yield what the clauses of a page state, in order of the text.

    Without weights every clause that fits a cue does. Weights leave out what they all
    but rule out, and add clauses that no cue fits, which state one thing each.

    Args:
        figures: claims with numbers of the page.
        aside: tokens that only say who said something.
    """
    kinds = frame.codebook.learned.get(KINDS)
    elements = frame.codebook.learned.get(ELEMENTS)
    if kinds is None or elements is None:
        by_rules = find_by_rules(frame, figures, aside)
        yield from (found for found in by_rules if found.is_real)
        return
    page = page_of(frame, figures, aside, slots)
    known, before = Known.of(page), None
    for at in page_clauses(page):
        heard = hear(page, at, known.at(at))
        whether = chances_of(kind_choices(heard).evidence, kinds)
        asked = [found for found in heard.by_rules.values() if found.is_real]
        if asked and whether[-1] < RULED_OUT:
            before = Stated(asked[-1].element, at.number)
            sure = round(1 - whether[-1], 3)
            yield from (replace(found, chance=sure) for found in asked)
            continue
        chosen = None if asked else _learned(heard, before, whether, elements)
        if chosen is not None:
            code, chance, others = chosen
            before = Stated(code, at.number)
            found = heard.by_rules.get(code) or _unasked(page, at, code)
            yield replace(found, chance=chance, others=others)


def _learned(
    heard: Heard,
    before: Stated | None,
    chances: tuple[float, ...],
    elements: Weights,
) -> tuple[str, float, tuple[str, ...]] | None:
    """Return the element of a clause, its chance, and others that it may be.

    Args:
        chances: of each kind, and of nothing.
    """
    if chances[-1] >= SURELY_NOTHING:
        return None
    kind = max(zip(chances, STATED, strict=False), key=lambda pair: pair[0])[1]
    which = element_choices(heard, kind, before)
    if not which.names:
        return None
    parts = chances_of(which.evidence, elements)
    ranked = sorted(zip(parts, which.names, strict=True), key=lambda p: (-p[0], p[1]))
    (chance, code), *following = ranked
    others = tuple(name for part, name in following[:2] if part >= WORTH_NOTING)
    return code, round(chance * (1 - chances[-1]), 3), others


def _unasked(page: PageClauses, at: ClauseAt, code: str) -> Found:
    """Return a clause that states what no cue asked for."""
    frame = page.frame
    match = Match(
        element=frame.codebook.elements[code],
        loose=True,
        hedge=None,
        sentence=at.number,
        place=at.place,
        clause=at.clause,
        fitted=(head_of(frame.analysis, at.clause),),
        tokens=at.clause.extent,
        above=above_of(at.clauses, at.place),
        span=at.span,
        rule=LEARNED,
    )
    words = frame.language.statements
    return found_of(frame, match, mood_of(frame.analysis, match, words))


def page_clauses(page: PageClauses) -> Iterator[ClauseAt]:
    """Yield the clauses of a page that are more than an attribution."""
    frame = page.frame
    analysis, words = frame.analysis, frame.language.statements
    for number, sentence in enumerate(analysis.sentences):
        if analysis.tokens[sentence.last - 1].text == "?":
            continue
        row = read_words(analysis, sentence, words)
        clauses = find_clauses(analysis, sentence, words)
        for place, clause in enumerate(clauses):
            span = clause_span(analysis, clause.extent - page.aside, words)
            if span is None or head_of(analysis, clause) in page.aside:
                continue
            yield ClauseAt(number, place, clauses, row, span)
