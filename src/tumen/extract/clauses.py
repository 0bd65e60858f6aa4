"""Cut a sentence into clauses: by the parse where there is one, by words elsewhere."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tumen.codebook.words_statements import StatementWords
from tumen.extract.analysis import Analysis, Sentence
from tumen.extract.compiled import of_latest
from tumen.records.span import Span

OWN = frozenset({"ccomp", "advcl", "relcl", "parataxis", "csubj", "csubjpass", "acl"})
"""Arcs whose dependent begins a clause (labels of the ClearNLP scheme)."""

GOVERNED = frozenset({"ccomp", "csubj", "csubjpass"})
NOMINAL = frozenset({"relcl", "acl"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
LEFT_OF_NOUN = frozenset({"amod", "compound", "nummod", "det", "nmod", "poss"})
VERBAL = frozenset({"VERB", "AUX"})
MARKS = frozenset(',;:()—–“”"')


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A clause; tokens are indices in `Analysis.tokens`.

    Args:
        own: its tokens, without those of the clauses inside it.
        borrowed: tokens of a subject it shares with the clause above.
        extent: its own tokens and those of participles and gerunds that complete it.
        parent: number of the clause it hangs on, None for the first.
        joined: True when `and` or `or` ties it to the clause it hangs on.
        governed: True when it is what somebody says, knows, or finds likely.
        head: the token that all others hang on, None when nothing is parsed.
    """

    own: frozenset[int]
    extent: frozenset[int]
    borrowed: frozenset[int] = frozenset()
    parent: int | None = None
    joined: bool = False
    governed: bool = False
    head: int | None = None


@of_latest
def find_clauses(
    analysis: Analysis, sentence: Sentence, words: StatementWords
) -> tuple[Clause, ...]:
    """Return the clauses of a sentence; each token is the own token of one."""
    if analysis.parsed:
        return _parsed(analysis, sentence)
    return _unparsed(analysis, sentence, words)


def clause_span(
    analysis: Analysis, tokens: Iterable[int], words: StatementWords
) -> Span | None:
    """Return the stretch from the first to the last token, without edge words."""
    kept = sorted(tokens)
    while kept and analysis.tokens[kept[0]].lower in words.edges:
        kept.pop(0)
    while kept and analysis.tokens[kept[-1]].lower in words.edges:
        kept.pop()
    if not kept:
        return None
    return Span(analysis.tokens[kept[0]].span.start, analysis.tokens[kept[-1]].span.end)


def runs_of(
    analysis: Analysis, tokens: Iterable[int], words: StatementWords
) -> tuple[tuple[int, ...], ...]:
    """Return tokens as runs; a run ends where words of another clause stand between."""
    runs: list[list[int]] = []
    for index in sorted(tokens):
        between = range(runs[-1][-1] + 1, index) if runs else range(0)
        parted = any(analysis.tokens[i].lower not in words.edges for i in between)
        if not runs or parted:
            runs.append([])
        runs[-1].append(index)
    return tuple(tuple(run) for run in runs)


def holding_runs(
    analysis: Analysis,
    tokens: Iterable[int],
    held: Iterable[int],
    words: StatementWords,
) -> frozenset[int]:
    """Return the runs from the first to the last one that has a held token."""
    needed = frozenset(held)
    runs = runs_of(analysis, tokens, words)
    places = [n for n, run in enumerate(runs) if needed & set(run)]
    if not places:
        return frozenset(tokens)
    return frozenset(i for run in runs[places[0] : places[-1] + 1] for i in run)


def _parsed(analysis: Analysis, sentence: Sentence) -> tuple[Clause, ...]:
    places = range(sentence.first, sentence.last)
    heads = [index for index in places if _begins_clause(analysis, index)]
    number = {head: place for place, head in enumerate(heads)}
    members: list[set[int]] = [set() for _ in heads]
    for index in places:
        members[number[_clause_head(analysis, index, number)]].add(index)
    parents = [_parent(analysis, head, number) for head in heads]
    return tuple(
        Clause(
            own=frozenset(own | set(_antecedent(analysis, head))),
            extent=frozenset(own | _described(analysis, head, own)),
            borrowed=_borrowed(analysis, head, own),
            parent=parent,
            joined=analysis.tokens[head].dep == "conj",
            governed=analysis.tokens[head].dep in GOVERNED,
            head=head,
        )
        for head, own, parent in zip(heads, members, parents, strict=True)
    )


def _parent(analysis: Analysis, head: int, number: dict[int, int]) -> int | None:
    above = analysis.tokens[head].head
    return None if above == head else number[_clause_head(analysis, above, number)]


def _described(analysis: Analysis, head: int, own: Iterable[int]) -> set[int]:
    """Return the antecedent of a clause, and what only completes its own words."""
    found = set(_antecedent(analysis, head))
    for index in own:
        for child in analysis.children(index):
            dep = analysis.tokens[child].dep
            if dep == "acl" or (dep == "pcomp" and child > head):
                found |= set(analysis.subtree(child))
    return found


def _borrowed(analysis: Analysis, head: int, own: Iterable[int]) -> frozenset[int]:
    above = analysis.tokens[head].head
    if above == head or any(analysis.tokens[i].dep in SUBJECTS for i in own):
        return frozenset()
    return frozenset(_subject(analysis, above)) - frozenset(own)


def _begins_clause(analysis: Analysis, index: int) -> bool:
    token = analysis.tokens[index]
    if token.head == index:
        return True
    if token.dep in OWN:
        return True
    above = analysis.tokens[token.head]
    if token.dep == "pcomp" and token.pos in VERBAL:
        return analysis.tokens[above.head].pos in VERBAL
    return token.dep == "conj" and {token.pos, above.pos} <= VERBAL


def _clause_head(analysis: Analysis, index: int, heads: dict[int, int]) -> int:
    if index in heads:
        return index
    return next(above for above in analysis.ancestors(index) if above in heads)


def _antecedent(analysis: Analysis, head: int) -> tuple[int, ...]:
    """Return the noun a clause describes, with the words before it."""
    token = analysis.tokens[head]
    if token.dep not in NOMINAL:
        return ()
    before = (
        i
        for i in analysis.children(token.head)
        if analysis.tokens[i].dep in LEFT_OF_NOUN
    )
    return (*(j for i in before for j in analysis.subtree(i)), token.head)


def _subject(analysis: Analysis, verb: int) -> tuple[int, ...]:
    """Return the subject of the nearest verb above that has one."""
    for index in (verb, *analysis.ancestors(verb)):
        for child in analysis.children(index):
            if analysis.tokens[child].dep in SUBJECTS:
                return analysis.subtree(child)
    return ()


def _unparsed(
    analysis: Analysis, sentence: Sentence, words: StatementWords
) -> tuple[Clause, ...]:
    pieces = list(_pieces(analysis, sentence, words))
    subject = frozenset(pieces[0][:6]) if pieces else frozenset()
    return tuple(
        Clause(
            own=frozenset(piece),
            extent=frozenset(piece),
            borrowed=subject - frozenset(piece),
            parent=number - 1 if number else None,
            joined=analysis.tokens[piece[0]].pos == "CCONJ",
            governed=analysis.tokens[piece[0]].lower in words.complementizers,
        )
        for number, piece in enumerate(pieces)
    )


def _pieces(
    analysis: Analysis, sentence: Sentence, words: StatementWords
) -> Iterator[Sequence[int]]:
    piece: list[int] = []
    for index in range(sentence.first, sentence.last):
        lower = analysis.tokens[index].lower
        if (lower in words.clause_breaks or lower in MARKS) and piece:
            yield piece
            piece = []
        piece.append(index)
    if piece:
        yield piece
