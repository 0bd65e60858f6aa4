"""What a number hangs on in the parse, and the words right beside it."""

from collections.abc import Iterator

from tumen.extract.analysis import Token
from tumen.extract.figure_clause import VERBAL, Surroundings
from tumen.extract.frame import Frame
from tumen.extract.senses import senses_at

PART_OF_NOUN = frozenset({"nummod", "quantmod", "compound", "amod", "det", "nmod"})
"""Arcs from a number to the noun it counts."""
DESCRIBING = frozenset({"relcl", "acl"})
GOING_ON = frozenset({"conj", "xcomp", "ccomp", "advcl"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
OBJECTS = frozenset({"dobj", "attr", "oprd"})
NAMED = frozenset({"NOUN", "PRON"})
BESIDE = 2
"""Words on either side of a number that are looked at one by one."""


def governor_features(frame: Frame, around: Surroundings) -> Iterator[str]:
    """Yield the noun and the verb that the number hangs on in the parse."""
    place = around.first
    has_noun = False
    for above, token in _above(frame, place):
        if token.pos in VERBAL:
            dep = frame.analysis.tokens[place].dep
            yield f"gov:{token.lemma}"
            yield f"gov:{token.lemma}/{dep}"
            yield from meant(frame, above, "gov")
            yield from meant(frame, above, f"gov-{dep}")
            return
        if token.pos == "NOUN" and not has_noun:
            yield f"head:{token.lemma}"
            yield from meant(frame, above, "head")
            has_noun = True
        place = above


def syntax_features(frame: Frame, around: Surroundings) -> tuple[str, ...]:
    """Return the words beside a number, and those that its noun and verb are tied to."""
    found = [*_neighbours(frame, around)]
    if frame.analysis.parsed:
        noun = _counted(frame, around)
        found += [*_of_verb(frame, around.first), *_described(frame, noun)]
        found += _towards(frame, noun)
    return tuple(dict.fromkeys(found))


def meant(frame: Frame, place: int, mark: str) -> Iterator[str]:
    """Yield the senses of a word."""
    tokens, senses = frame.analysis.tokens, frame.language.senses
    yield from (f"{mark}~{sense}" for sense in senses_at(senses, tokens, place))


def _neighbours(frame: Frame, around: Surroundings) -> Iterator[str]:
    """Yield the words right before and behind a number: `another 40`, `40 of them`."""
    tokens, sentence = frame.analysis.tokens, around.sentence
    before = tokens[max(sentence.first, around.first - BESIDE) : around.first]
    behind = tokens[around.first + 1 : min(sentence.last, around.first + 1 + BESIDE)]
    plain = [token for token in before if not token.text[:1].isupper()]
    yield from (f"left:{token.lower}" for token in plain)
    yield from (f"right:{t.lower}" for t in behind if not t.text[:1].isupper())
    if not before:
        yield "left:nothing"


def _above(frame: Frame, place: int) -> Iterator[tuple[int, Token]]:
    """Yield what a word hangs on, the nearest first; nothing when nothing is parsed."""
    if frame.analysis.parsed:
        for above in frame.analysis.ancestors(place):
            yield above, frame.analysis.tokens[above]


def _of_verb(frame: Frame, place: int) -> Iterator[str]:
    """Yield what the verb above a number is tied to."""
    for above, token in _above(frame, place):
        if token.pos in VERBAL:
            yield from _tied(frame, above, place)
            yield from _towards(frame, above)
            return
        place = above


def _towards(frame: Frame, word: int) -> Iterator[str]:
    """Yield the nouns that follow a word with a preposition: `go to the state`."""
    analysis = frame.analysis
    for link in analysis.children(word):
        if analysis.tokens[link].dep != "prep":
            continue
        for place in analysis.children(link):
            if analysis.tokens[place].pos == "NOUN":
                yield from _named(frame, place, f"{analysis.tokens[link].lower}>")


def _tied(frame: Frame, verb: int, number: int) -> Iterator[str]:
    """Yield the verbs that go on from one, and what else it is said of.

    Args:
        number: the dependent of the verb that holds the number; left out.
    """
    tokens = frame.analysis.tokens
    for place in frame.analysis.children(verb):
        token = tokens[place]
        if place == number:
            continue
        if token.dep in GOING_ON and token.pos in VERBAL:
            yield from _named(frame, place, "then")
        elif token.dep in SUBJECTS | OBJECTS and token.pos in NAMED:
            side = "subject" if token.dep in SUBJECTS else "object"
            yield from _named(frame, place, side)
        elif token.dep == "neg":
            yield "not"


def _counted(frame: Frame, around: Surroundings) -> int:
    """Return the noun that a number counts, the number itself without one."""
    tokens = frame.analysis.tokens
    place = around.first
    while tokens[place].dep in PART_OF_NOUN and tokens[place].head != place:
        place = tokens[place].head
    return place


def _described(frame: Frame, noun: int) -> Iterator[str]:
    """Yield the verbs that describe what is counted: `twelve who left`."""
    analysis = frame.analysis
    for place in analysis.children(noun):
        if analysis.tokens[place].dep not in DESCRIBING:
            continue
        yield from _named(frame, place, "who")
        for further in analysis.children(place):
            token = analysis.tokens[further]
            if token.dep in GOING_ON and token.pos in VERBAL:
                yield from _named(frame, further, "who")
            if token.dep in OBJECTS and token.pos in NAMED:
                yield from _named(frame, further, "whose")


def _named(frame: Frame, place: int, mark: str) -> Iterator[str]:
    yield f"{mark}:{frame.analysis.tokens[place].lemma}"
    yield from meant(frame, place, mark)
