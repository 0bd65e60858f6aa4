"""Find the clauses that say what an element's cues ask for."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from tumen.codebook.schema import Codebook, Element
from tumen.codebook.words_statements import StatementWords
from tumen.extract.analysis import Analysis, Sentence
from tumen.extract.clauses import Clause, clause_span, find_clauses
from tumen.extract.statement_cues import (
    STEM_KEY,
    Classes,
    Cue,
    Fit,
    Word,
    compile_cue,
    first_keys,
    others_fit,
    read_words,
    term_fits,
)
from tumen.records.span import Span

GROUP = "clause"
"""Group of `Element.cues` that holds the cues of statements."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A cue and the element it is for; `number` counts the cues of the element."""

    element: Element
    cue: Cue
    number: int
    barred: tuple[Cue, ...]


@dataclass(frozen=True, slots=True)
class CueTable:
    """All cues of a codebook, by the words that may open them."""

    by_key: Mapping[str, tuple[Asked, ...]]

    def asked(self, words: Sequence[Word]) -> tuple[Asked, ...]:
        """Return the cues that a row of words may fit, in a fixed order."""
        forms = {form for word in words for form in word.forms}
        keys = forms | {form[:STEM_KEY] + "*" for form in forms}
        found = {
            (asked.element.code, asked.number): asked
            for key in keys
            for asked in self.by_key.get(key, ())
        }
        return tuple(found[place] for place in sorted(found))


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A clause that fits a cue.

    Args:
        clause: the innermost clause around the anchor.
        fitted: tokens that the cue fitted; the first is the anchor's first.
        tokens: of the clauses that hold them, shared subjects left out.
        span: the words that carry the statement.
        rule: code of the element and number of the cue.
    """

    element: Element
    sentence: int
    clause: Clause
    fitted: tuple[int, ...]
    tokens: frozenset[int]
    span: Span
    rule: str


def make_table(codebook: Codebook, language: str) -> CueTable:
    """Return the cues of all elements, ready to be asked.

    Raises:
        CodebookError: a cue is badly written.
    """
    classes = Classes.of(codebook.classes.get(language, {}))
    by_key: dict[str, list[Asked]] = defaultdict(list)
    for element in codebook.elements.values():
        barred = tuple(compile_cue(text, classes) for text in element.not_when)
        for number, text in enumerate(element.cues.get(GROUP, ())):
            asked = Asked(element, compile_cue(text, classes), number, barred)
            for key in first_keys(asked.cue):
                by_key[key].append(asked)
    return CueTable({key: tuple(rows) for key, rows in by_key.items()})


def find_matches(
    analysis: Analysis, table: CueTable, words: StatementWords
) -> Iterator[Match]:
    """Yield the matches of a page in order of the text, one per element and clause."""
    for number, sentence in enumerate(analysis.sentences):
        if analysis.tokens[sentence.last - 1].text == "?":
            continue
        yield from _of_sentence(analysis, number, sentence, table, words)


def _of_sentence(
    analysis: Analysis,
    number: int,
    sentence: Sentence,
    table: CueTable,
    words: StatementWords,
) -> Iterator[Match]:
    row = read_words(analysis.words(sentence), sentence.first, parsed=analysis.parsed)
    asked = table.asked(row)
    if not asked:
        return
    clauses = find_clauses(analysis, sentence, words)
    best: dict[tuple[str, int], Match] = {}
    for one in asked:
        for place, fit, tokens in _fits(one, row, clauses):
            span = clause_span(analysis, tokens, words)
            key = (one.element.code, place)
            if span is None or (key in best and _width(best[key].span) <= _width(span)):
                continue
            best[key] = Match(
                element=one.element,
                sentence=number,
                clause=clauses[place],
                fitted=tuple(row[index].token for index in fit.words),
                tokens=tokens,
                span=span,
                rule=f"{one.element.code}#{one.number}",
            )
    yield from _without_nested(list(best.values()))


def _width(span: Span) -> int:
    return span.end - span.start


def _fits(
    asked: Asked, row: Sequence[Word], clauses: Sequence[Clause]
) -> Iterator[tuple[int, Fit, frozenset[int]]]:
    """Yield number of the clause, fit, and tokens of the clauses that hold it."""
    everywhere = range(len(row))
    for anchor in term_fits(asked.cue.anchor, row, everywhere):
        place = _clause_of(clauses, row[anchor.start].token)
        for room in _rooms(clauses, place):
            tokens = frozenset[int]().union(*(clauses[n].own for n in room))
            allowed = _allowed(row, tokens | clauses[place].borrowed)
            if not set(anchor) <= allowed:
                continue
            fit = others_fit(asked.cue, anchor, row, allowed)
            if fit is None:
                continue
            if not any(_bars(cue, row, allowed) for cue in asked.barred):
                yield place, fit, _holding(fit, row, clauses, room)
            break


def _allowed(row: Sequence[Word], tokens: Collection[int]) -> frozenset[int]:
    return frozenset(index for index, word in enumerate(row) if word.token in tokens)


def _bars(cue: Cue, row: Sequence[Word], allowed: frozenset[int]) -> bool:
    return any(
        others_fit(cue, anchor, row, allowed) is not None
        for anchor in term_fits(cue.anchor, row, allowed)
    )


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
    kept = [clauses[n].own for n in room if clauses[n].own & used]
    return frozenset[int]().union(*kept)


def _without_nested(matches: Sequence[Match]) -> Iterator[Match]:
    """Leave out a match that holds a narrower one of the same element."""
    for match in sorted(matches, key=lambda m: (m.span, m.element.code)):
        same = (
            other
            for other in matches
            if other is not match and other.element.code == match.element.code
        )
        if not any(_covers(match, other) for other in same):
            yield match


def _covers(wide: Match, narrow: Match) -> bool:
    if wide.span == narrow.span:
        return narrow.rule < wide.rule
    return wide.span.holds(narrow.span)
