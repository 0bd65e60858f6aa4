"""What stands around a number, as names of features for the learned models."""

from collections.abc import Iterator

from tumen.codebook.schema import Codebook
from tumen.extract.amounts import Quantity
from tumen.extract.analysis import Analysis, Token
from tumen.extract.compiled import once
from tumen.extract.figure_clause import VERBAL, Surroundings
from tumen.extract.figure_people import PagePeople
from tumen.extract.figure_places import PagePlaces
from tumen.extract.frame import LANGUAGE, Frame
from tumen.extract.measures import verbs_by_nearness
from tumen.records.span import Span

CONTENT = frozenset({"NOUN", "VERB", "ADJ", "ADV", "ADP", "AUX", "SCONJ", "PART"})
TELLING = frozenset({"NOUN", "VERB"})
NAME = "PROPN"
SEVERAL = 2
"""Verbs nearest to the number that are looked at one by one."""


def figure_features(
    frame: Frame,
    quantity: Quantity,
    around: Surroundings,
    people: PagePeople,
    places: PagePlaces,
) -> tuple[str, ...]:
    """Return what stands around a number, each feature once, in a fixed order.

    Names of people and bodies are left out: the weights must not learn who says what.
    """
    found = (
        *_form(quantity),
        *_nouns(frame.analysis, around),
        *_verbs(frame, around),
        *_governor(frame.analysis, around),
        *_words(frame.analysis, around.zone, "w", CONTENT),
        *_words(frame.analysis, around.outer, "o", TELLING),
        *_above(frame.analysis, around),
        *_classes(frame, around),
        *_groups(people, around),
        *_places(frame, places, around),
    )
    return tuple(dict.fromkeys(found))


def _form(quantity: Quantity) -> Iterator[str]:
    yield f"unit:{quantity.unit}"
    yield f"kind:{quantity.kind}"
    yield f"form:{quantity.form}"
    yield f"per:{quantity.per}"
    yield from (f"flag:{flag}" for flag in quantity.flags)


def _nouns(analysis: Analysis, around: Surroundings) -> Iterator[str]:
    """Yield the nouns behind the number, the nearest apart from the others."""
    nouns = [
        analysis.tokens[i].lemma
        for i in around.noun
        if analysis.tokens[i].pos == "NOUN"
    ]
    if nouns:
        yield f"noun1:{nouns[0]}"
    yield from (f"noun:{noun}" for noun in nouns[:4])


def _verbs(frame: Frame, around: Surroundings) -> Iterator[str]:
    analysis = frame.analysis
    for place in verbs_by_nearness(analysis, around)[:SEVERAL]:
        token = analysis.tokens[place]
        side = "behind" if place >= around.first else "before"
        yield f"verb:{token.lemma}"
        yield f"verb-{side}:{token.lemma}"
        yield f"tense:{_tense(frame, place)}"
        if _is_helped(analysis, place, "be"):
            yield f"passive:{token.lemma}"


def _tense(frame: Frame, place: int) -> str:
    """Return `past`, `had`, `have`, `will` or `now`, by the verb and its helpers."""
    words, tokens = frame.language.voices, frame.analysis.tokens
    helpers = {t.lower for t in tokens[max(0, place - 3) : place]}
    for helper, tense in words.tense_helpers.items():
        if helper in helpers:
            return tense
    is_past = tokens[place].lower.endswith(words.participles)
    if is_past or helpers & words.past_helpers:
        return "past"
    return "ing" if tokens[place].lower.endswith("ing") else "now"


def _is_helped(analysis: Analysis, place: int, lemma: str) -> bool:
    before = analysis.tokens[max(0, place - 3) : place]
    is_participle = analysis.tokens[place].lower != analysis.tokens[place].lemma
    return is_participle and any(token.lemma == lemma for token in before)


def _governor(analysis: Analysis, around: Surroundings) -> Iterator[str]:
    """Yield the noun and the verb that the number hangs on in the parse."""
    if not analysis.parsed:
        return
    place = around.first
    has_noun = False
    for above in analysis.ancestors(place):
        token = analysis.tokens[above]
        if token.pos in VERBAL:
            yield f"gov:{token.lemma}"
            yield f"gov:{token.lemma}/{analysis.tokens[place].dep}"
            return
        if token.pos == "NOUN" and not has_noun:
            yield f"head:{token.lemma}"
            has_noun = True
        place = above


def _words(
    analysis: Analysis, places: tuple[int, ...], mark: str, kept: frozenset[str]
) -> Iterator[str]:
    for place in places:
        token = analysis.tokens[place]
        if token.pos in kept and _is_word(token):
            yield f"{mark}:{token.lemma}"


def _above(analysis: Analysis, around: Surroundings) -> Iterator[str]:
    """Yield the nouns and verbs of the sentence before, for a list entry without verb."""
    first = around.sentence.first
    if not first or verbs_by_nearness(analysis, around):
        return
    place = analysis.sentence_index(analysis.tokens[first - 1].span.start)
    earlier = analysis.sentences[place]
    yield from _words(analysis, tuple(range(earlier.first, earlier.last)), "p", TELLING)


def _classes(frame: Frame, around: Surroundings) -> Iterator[str]:
    """Yield the classes of the codebook that words of the clause belong to."""
    tokens = frame.analysis.tokens
    by_word = _class_index(frame.codebook)
    for place in around.zone:
        for name in (
            *by_word.get(tokens[place].lower, ()),
            *by_word.get(tokens[place].lemma, ()),
        ):
            yield f"class:{name}"


@once
def _class_index(codebook: Codebook) -> dict[str, tuple[str, ...]]:
    """Return the classes of each single word."""
    found: dict[str, tuple[str, ...]] = {}
    for name, words in codebook.classes.get(LANGUAGE, {}).items():
        for word in words:
            if " " not in word and "_" not in word:
                found[word] = (*found.get(word, ()), name)
    return found


def _is_word(token: Token) -> bool:
    """Tell a plain word from a name; what opens a sentence may be either."""
    return token.text[0].islower() and len(token.lemma) > 1


def _groups(people: PagePeople, around: Surroundings) -> Iterator[str]:
    for mention in people.mentions:
        if around.clause.holds(mention.span):
            yield f"people:{mention.role}"


def _places(frame: Frame, places: PagePlaces, around: Surroundings) -> Iterator[str]:
    codebook = frame.codebook
    tokens = frame.analysis.tokens
    zone = Span(tokens[around.zone[0]].span.start, around.clause.end)
    for mention in places.mentions:
        if not zone.holds(mention.span):
            continue
        role = "host"
        if mention.iso == codebook.home:
            role = "home"
        elif mention.iso in codebook.destinations:
            role = "destination"
        yield f"place:{role}"
