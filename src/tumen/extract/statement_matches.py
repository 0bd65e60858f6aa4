"""Find the clauses that say what an element's cues ask for."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from tumen.codebook.schema import Element
from tumen.codebook.words_statements import StatementWords
from tumen.extract.analysis import Analysis
from tumen.extract.clauses import Clause, clause_span, find_clauses, holding_runs
from tumen.extract.statement_cues import (
    Classes,
    Cue,
    Fit,
    compile_cue,
    first_keys,
    fits_anywhere,
    may_fit,
    may_open,
    others_fit,
    part_that_fits,
    term_fits,
)
from tumen.extract.statement_words import Word, keys_of, read_words
from tumen.records.claim import Hedge
from tumen.records.span import Span

GROUPS: Mapping[str, Hedge | None] = {
    "clause": None,
    "loose": None,
    "planned": Hedge.PLANNED,
    "alleged": Hedge.ALLEGED,
}
"""Groups of `Element.cues` that hold the cues of statements, and the hedge they imply.

Events of `clause` must have happened (see `statement_moods`); those of the others are
about what is wanted, tried, owed or said of somebody. A group `unless` takes the place of `not_when`,
which in elements that also carry figures speaks of figures.
"""


@dataclass(frozen=True, slots=True)
class Asked:
    """A cue and the element it is for; `number` counts the cues of the element."""

    code: str
    element: Element
    cue: Cue
    number: int
    barred: tuple[Cue, ...]
    loose: bool
    hedge: Hedge | None


@dataclass(frozen=True, slots=True)
class CueTable:
    """All cues of a codebook, by the words that may open them."""

    by_key: Mapping[str, tuple[Asked, ...]]

    def asked(self, words: Sequence[Word]) -> tuple[Asked, ...]:
        """Return the cues that a row of words may fit, in a fixed order."""
        keys = keys_of(words)
        found: dict[tuple[str, int], Asked] = {}
        for key in keys & self.by_key.keys():
            for asked in self.by_key[key]:
                place = (asked.code, asked.number)
                if place not in found and may_fit(asked.cue, keys):
                    found[place] = asked
        return tuple(found[place] for place in sorted(found))


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A clause that fits a cue.

    Args:
        loose: whether the cue is about what is wanted, tried or owed.
        hedge: what the cue implies when no other words hedge.
        place: number of the innermost clause around the anchor, which is `clause`.
        fitted: tokens that the cue fitted; the first is the anchor's first.
        tokens: of the clauses that hold them, shared subjects left out.
        above: tokens of the clause that says or judges it, empty when there is none.
        span: the words that carry the statement.
        rule: code of the element and number of the cue.
    """

    element: Element
    loose: bool
    hedge: Hedge | None
    sentence: int
    place: int
    clause: Clause
    fitted: tuple[int, ...]
    tokens: frozenset[int]
    above: frozenset[int]
    span: Span
    rule: str


def make_table(elements: Iterable[Element], classes: Classes) -> CueTable:
    """Return the cues of all elements, ready to be asked.

    Raises:
        CodebookError: a cue is badly written.
    """
    by_key: dict[str, list[Asked]] = defaultdict(list)
    for element in elements:
        for asked in _asked_of(element, classes):
            for key in first_keys(asked.cue):
                by_key[key].append(asked)
    return CueTable({key: tuple(rows) for key, rows in by_key.items()})


def _asked_of(element: Element, classes: Classes) -> Iterator[Asked]:
    cues = [(text, group) for group in GROUPS for text in element.cues.get(group, ())]
    if not cues:
        return
    against = element.cues.get("unless", element.not_when)
    barred = tuple(compile_cue(text, classes) for text in against)
    for number, (text, group) in enumerate(cues):
        loose = group != "clause" or not element.code.startswith("event.")
        cue = compile_cue(text, classes)
        yield Asked(element.code, element, cue, number, barred, loose, GROUPS[group])


def parts_of(table: CueTable, keys: frozenset[str]) -> dict[str, float]:
    """Return the largest part of a cue that words may fit, by element; 0 to 1.

    Only cues whose anchor may begin there are asked, and only words that open a term
    are looked at: this is what speaks for an element whose cues do not quite fit.
    """
    found: dict[str, float] = {}
    for key in keys & table.by_key.keys():
        for asked in table.by_key[key]:
            best = found.get(asked.code, 0.0)
            if best < 1.0:
                part = part_that_fits(asked.cue, keys)
                found[asked.code] = part if part > best else best
    return found


def find_matches(
    analysis: Analysis,
    table: CueTable,
    words: StatementWords,
    aside: frozenset[int] = frozenset(),
) -> Iterator[Match]:
    """Yield the matches of a page in order of the text, one per element and clause.

    Args:
        aside: tokens that only say who said it; no clause is joined with them.
    """
    for number, sentence in enumerate(analysis.sentences):
        if analysis.tokens[sentence.last - 1].text == "?":
            continue
        yield from _of_sentence(analysis, number, table, words, aside)


def _of_sentence(
    analysis: Analysis,
    number: int,
    table: CueTable,
    words: StatementWords,
    aside: frozenset[int],
) -> Iterator[Match]:
    sentence = analysis.sentences[number]
    row = read_words(analysis, sentence, words)
    asked = table.asked(row)
    if not asked:
        return
    clauses = find_clauses(analysis, sentence, words)
    best: dict[tuple[str, int], Match] = {}
    openings = frozenset[str]().union(*(word.openings for word in row))
    for one in asked:
        for place, fit, holding in _fits(one, openings, row, clauses, aside):
            fitted = tuple(row[index].token for index in fit.words)
            tokens = holding_runs(analysis, holding, fitted, words)
            span = clause_span(analysis, tokens, words)
            key = (one.element.code, place)
            if span is None or (key in best and _width(best[key].span) <= _width(span)):
                continue
            best[key] = Match(
                element=one.element,
                loose=one.loose,
                hedge=one.hedge,
                sentence=number,
                place=place,
                clause=clauses[place],
                fitted=fitted,
                tokens=tokens,
                above=above_of(clauses, place),
                span=span,
                rule=f"{one.element.code}#{one.number}",
            )
    yield from _without_nested(_joined(list(best.values()), analysis, words))


def above_of(clauses: Sequence[Clause], place: int) -> frozenset[int]:
    """Return the tokens of the clause that says or judges one, none where none does."""
    parent = clauses[place].parent
    if parent is None or not clauses[place].governed:
        return frozenset()
    return clauses[parent].own


def _width(span: Span) -> int:
    return span.end - span.start


def _fits(
    asked: Asked,
    openings: frozenset[str],
    row: Sequence[Word],
    clauses: Sequence[Clause],
    aside: frozenset[int],
) -> Iterator[tuple[int, Fit, frozenset[int]]]:
    """Yield number of the clause, fit, and tokens of the clauses that hold it.

    Args:
        openings: of all words of the row.
    """
    everywhere = range(len(row))
    for anchor in term_fits(asked.cue.anchor, row, everywhere):
        place = _clause_of(clauses, row[anchor.start].token)
        for room in _rooms(clauses, place):
            tokens = clauses[place].own.union(*(clauses[n].own - aside for n in room))
            says_who = row[anchor.start].token in aside
            lent = frozenset() if says_who else clauses[place].borrowed
            allowed = _allowed(row, tokens | lent)
            if (says_who and len(room) > 1) or not set(anchor) <= allowed:
                continue
            fit = others_fit(asked.cue, anchor, row, allowed)
            if fit is None:
                continue
            if not _is_barred(asked, openings, row, allowed):
                yield place, fit, _holding(fit, row, clauses, room)
            break


def _is_barred(
    asked: Asked,
    openings: frozenset[str],
    row: Sequence[Word],
    allowed: Collection[int],
) -> bool:
    """Tell whether words stand there that rule the element out."""
    return any(
        may_open(cue, openings) and fits_anywhere(cue, row, allowed)
        for cue in asked.barred
    )


def _allowed(row: Sequence[Word], tokens: Collection[int]) -> frozenset[int]:
    return frozenset(index for index, word in enumerate(row) if word.token in tokens)


def _clause_of(clauses: Sequence[Clause], token: int) -> int:
    """Return the innermost clause that owns a token."""
    owners = [n for n, clause in enumerate(clauses) if token in clause.own]
    return min(owners, key=lambda n: len(clauses[n].own))


def _rooms(clauses: Sequence[Clause], place: int) -> Iterator[tuple[int, ...]]:
    """Yield rooms for a cue: the clause, with those inside it, with the one above."""
    yield (place,)
    inside = [n for n, clause in enumerate(clauses) if clause.parent == place]
    for child in inside:
        yield (place, child)
    parent = clauses[place].parent
    if parent is not None:
        yield (place, parent)


def _holding(
    fit: Fit, row: Sequence[Word], clauses: Sequence[Clause], room: Sequence[int]
) -> frozenset[int]:
    """Return the tokens of the clauses in which the cue's words stand."""
    used = {row[index].token for index in fit.words}
    kept = [clauses[n].extent for n in room if clauses[n].own & used]
    return frozenset[int]().union(*kept)


def _joined(
    matches: Sequence[Match], analysis: Analysis, words: StatementWords
) -> list[Match]:
    """Make one of matches of one element in clauses that `and` or `or` ties."""
    found = {(match.element.code, match.place): match for match in matches}
    for match in sorted(matches, key=lambda m: -m.place):
        code, parent = match.element.code, match.clause.parent
        above = found.get((code, parent)) if parent is not None else None
        if not match.clause.joined or above is None:
            continue
        latest = found.pop((code, match.place))
        tokens = above.tokens | latest.tokens
        span = clause_span(analysis, tokens, words) or above.span
        found[(code, above.place)] = replace(above, tokens=tokens, span=span)
    return list(found.values())


def _without_nested(matches: Sequence[Match]) -> Iterator[Match]:
    """Leave out a match that holds a narrower one of the same element.

    A participle that describes a noun of the wider clause belongs to it, and goes.
    """
    for match in sorted(matches, key=lambda m: (m.span, m.element.code)):
        same = [
            other
            for other in matches
            if other is not match and other.element.code == match.element.code
        ]
        if any(_describes(match, other) for other in same):
            continue
        if not any(_covers(match, o) for o in same if not _describes(o, match)):
            yield match


def _describes(narrow: Match, wide: Match) -> bool:
    return narrow.place != wide.place and narrow.clause.own <= wide.clause.extent


def _covers(wide: Match, narrow: Match) -> bool:
    if wide.span == narrow.span:
        return narrow.rule < wide.rule
    return wide.span.holds(narrow.span)
