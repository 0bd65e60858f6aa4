"""What a clause says, as names of features for the learned choice of its element."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tumen.extract.analysis import Analysis, Sentence, Token
from tumen.extract.clauses import SUBJECTS, VERBAL, Clause
from tumen.extract.compiled import latest, once
from tumen.extract.figure_people import PagePeople
from tumen.extract.figure_places import PagePlaces
from tumen.extract.frame import LANGUAGE, Frame
from tumen.extract.quotes import is_speech, quote_around
from tumen.extract.statement_cues import (
    Classes,
    Term,
    compile_cue,
    first_keys,
    term_fits,
)
from tumen.extract.statement_words import Word
from tumen.extract.stretches import Stretches
from tumen.extract.voice_page import voices_of
from tumen.records.claim import Claim
from tumen.records.span import Span

YEAR = re.compile(r"(?:19|20)\d\d")
CONTENT = frozenset({"NOUN", "VERB", "ADJ", "ADV"})
HELPERS = frozenset({"aux", "auxpass", "neg"})
OBJECTS = frozenset({"dobj", "attr", "nsubjpass", "acomp", "oprd"})
LONG, SHORT = 18, 5
"""Tokens from which on a clause is long, and up to which it is short."""
LONE = 40
"""A quantity that fills a smaller part of its clause, in hundredths, is an aside."""


@dataclass(frozen=True, slots=True)
class PageClauses:
    """What is asked of every clause of a page, found once.

    Args:
        people: groups named; `places` those that describe no voice.
        figures: claims with numbers; a clause that tells one seldom tells more.
        aside: tokens that only say who said something.
    """

    frame: Frame
    people: PagePeople
    places: PagePlaces
    figures: Sequence[Claim]
    aside: frozenset[int]


@dataclass(frozen=True, slots=True)
class ClauseAt:
    """A clause where it stands; `row` holds the words of its sentence.

    Args:
        number: index of the sentence; `place` that of the clause in it.
        span: the words that carry the statement.
    """

    number: int
    place: int
    clauses: Sequence[Clause]
    row: Sequence[Word]
    span: Span

    @property
    def clause(self) -> Clause:
        """The clause itself."""
        return self.clauses[self.place]


def clause_features(page: PageClauses, at: ClauseAt) -> tuple[str, ...]:
    """Return what a clause says, each feature once, in a fixed order.

    Names of people, places and bodies are left out: weights must not learn them.
    """
    found = (
        *_predicate(page.frame.analysis, at.clause),
        *_words(page.frame.analysis, at.clause),
        *_classes(page.frame, at),
        *_groups(page, at),
        *_numbers(page, at),
        *_position(page, at),
    )
    return tuple(dict.fromkeys(found))


def head_of(analysis: Analysis, clause: Clause) -> int:
    """Return the token a clause hangs on; its first verb when nothing is parsed."""
    if clause.head is not None:
        return clause.head
    own = sorted(clause.own)
    verbs = (i for i in own if analysis.tokens[i].pos in VERBAL)
    return next(verbs, own[0])


def _predicate(analysis: Analysis, clause: Clause) -> Iterator[str]:
    head = head_of(analysis, clause)
    token = analysis.tokens[head]
    yield f"p:{_name(token)}"
    yield f"p:{token.pos}"
    yield f"dep:{token.dep}"
    children = _children(analysis, clause, head)
    helpers = [t for t in children if t.dep in HELPERS]
    yield from (f"help:{helper.lemma}" for helper in helpers)
    yield f"form:{_form(token, helpers)}"
    for child in children:
        if child.dep in SUBJECTS:
            yield f"s:{_name(child)}"
        if child.dep in OBJECTS:
            yield f"o:{_name(child)}"
            yield f"po:{token.lemma}/{_name(child)}"
        if child.dep in ("prt", "prep", "xcomp", "advmod"):
            yield f"pp:{token.lemma}/{_name(child)}"
    for index in clause.own:
        child, above = (
            analysis.tokens[index],
            analysis.tokens[analysis.tokens[index].head],
        )
        if child.dep == "pobj":
            yield f"{above.lemma}:{_name(child)}"


def _children(analysis: Analysis, clause: Clause, head: int) -> list[Token]:
    tokens = analysis.tokens
    return [tokens[i] for i in sorted(clause.own) if tokens[i].head == head != i]


def _name(token: Token) -> str:
    return token.pos if token.pos in ("PROPN", "NUM") else token.lemma


def _form(token: Token, helpers: Sequence[Token]) -> str:
    """Return tense and mood as one word, by the verb's ending and its helpers."""
    words = {helper.lower for helper in helpers}
    lemmas = {helper.lemma for helper in helpers}
    passive = "-passive" if any(h.dep == "auxpass" for h in helpers) else ""
    for word in ("will", "would", "could", "may", "might", "must", "should", "can"):
        if word in words:
            return word + passive
    for word in ("had", "have", "has"):
        if word in words:
            return word + passive
    if "be" in lemmas and not passive:
        return "ongoing"
    if passive:
        return ("was" if words & {"was", "were"} else "is") + passive
    if token.lower.endswith("ing"):
        return "gerund"
    return "now" if token.lower in (token.lemma, token.lemma + "s") else "past"


def _words(analysis: Analysis, clause: Clause) -> Iterator[str]:
    for index in sorted(clause.extent):
        token = analysis.tokens[index]
        if token.pos in CONTENT or token.dep == "neg":
            yield f"w:{token.lemma}"


@dataclass(frozen=True, slots=True)
class _WordClasses:
    """The word classes of a codebook, ready to be asked.

    Args:
        terms: name of each class, and the term that finds its words.
        by_opening: places in `terms` by what may open a word of the class: a clause
            holds words of few classes, and only those are asked.
    """

    terms: tuple[tuple[str, Term], ...]
    by_opening: Mapping[str, Sequence[int]]


@once
def _asked_classes(groups: dict[str, tuple[str, ...]]) -> _WordClasses:
    classes = Classes.of(groups)
    cues = {name: compile_cue(f"@{name}", classes) for name in groups}
    by_opening: defaultdict[str, list[int]] = defaultdict(list)
    for place, cue in enumerate(cues.values()):
        for key in first_keys(cue):
            by_opening[key].append(place)
    terms = tuple((name, cue.anchor) for name, cue in cues.items())
    return _WordClasses(terms, dict(by_opening))


def _classes(frame: Frame, at: ClauseAt) -> Iterator[str]:
    inside = [word for word in at.row if word.token in at.clause.extent]
    everywhere = range(len(inside))
    asked = _asked_classes(frame.codebook.classes.get(LANGUAGE, {}))
    openings = frozenset[str]().union(*(word.openings for word in inside))
    found = (asked.by_opening.get(key, ()) for key in openings)
    for place in sorted({place for places in found for place in places}):
        name, term = asked.terms[place]
        if next(term_fits(term, inside, everywhere), None) is not None:
            yield f"class:{name}"


def _groups(page: PageClauses, at: ClauseAt) -> Iterator[str]:
    inside = page.people.within(at.span)
    yield from (f"group:{group.role}" for group in inside)
    if page.places.within(at.span):
        yield "place"
    if not inside:
        yield "group:none"


def _numbers(page: PageClauses, at: ClauseAt) -> Iterator[str]:
    """Yield which figures a clause tells, and whether they fill it."""
    size = at.span.end - at.span.start
    told = False
    for place in _spans_of(page).meeting(at.span):
        figure = page.figures[place]
        shared = _shared(figure.span, at.span)
        told = True
        length = figure.span.end - figure.span.start
        part = "all" if 100 * shared > LONE * size else "part"
        yield f"figure:{part}"
        yield f"figure:{figure.element}"
        yield f"figure:{figure.element}/{part}"
        if shared < length / 2:
            yield "figure:edge"
    analysis = page.frame.analysis
    for index in sorted(at.clause.own):
        token = analysis.tokens[index]
        if token.pos == "NUM" and not YEAR.fullmatch(token.text):
            yield "number:told" if told else "number:free"
            yield f"number:{_part_of(analysis, at.clause, index)}"


@latest
def _spans_of(page: PageClauses) -> Stretches:
    """Return where the figures of a page stand: asked for each clause."""
    return Stretches.of((f.span, place) for place, f in enumerate(page.figures))


def _part_of(analysis: Analysis, clause: Clause, index: int) -> str:
    """Return the part of a clause in which a word stands: subject, object or another."""
    for above in (index, *analysis.ancestors(index)):
        dep = analysis.tokens[above].dep
        if dep in SUBJECTS:
            return "subject"
        if dep in OBJECTS:
            return "object"
        if above not in clause.own or dep == "prep":
            break
    return "other"


def _shared(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def _position(page: PageClauses, at: ClauseAt) -> Iterator[str]:
    analysis, clause = page.frame.analysis, at.clause
    sentence = analysis.sentences[at.number]
    size = len(clause.extent)
    yield "long" if size >= LONG else ("short" if size <= SHORT else "middling")
    if clause.governed:
        yield "governed"
    if clause.joined:
        yield "joined"
    if clause.parent is None:
        yield "main"
    else:
        above = analysis.tokens[head_of(analysis, at.clauses[clause.parent])]
        yield f"above:{above.lemma}"
    if clause.own & page.aside:
        yield "aside"
    quote = quote_around(page.frame.quotes, at.span.start)
    if quote is not None and is_speech(quote):
        yield "quoted"
    if at.number in voices_of(page.frame).cited_at:
        yield "cited"
    yield from _opening(analysis, sentence, at)


def _opening(analysis: Analysis, sentence: Sentence, at: ClauseAt) -> Iterator[str]:
    first = analysis.tokens[min(at.clause.own)]
    if first.pos in ("SCONJ", "CCONJ", "PRON", "DET", "ADP"):
        yield f"first:{first.lower}"
    if analysis.tokens[sentence.first].span.start == at.span.start:
        yield "opens"
