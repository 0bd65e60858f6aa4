"""What stands around a number, as names of features for the learned models."""

from collections.abc import Iterator

from tumen.codebook.schema import Codebook
from tumen.codebook.words_numbers import NumberWords
from tumen.extract.amounts import Quantity
from tumen.extract.analysis import Analysis, Token
from tumen.extract.compiled import of_latest, once
from tumen.extract.figure_clause import VERBAL, Surroundings
from tumen.extract.figure_people import PagePeople
from tumen.extract.figure_places import PagePlaces
from tumen.extract.frame import LANGUAGE, Frame
from tumen.extract.measures import verbs_by_nearness
from tumen.extract.senses import senses_at
from tumen.records.span import Span

CONTENT = frozenset({"NOUN", "VERB", "ADJ", "ADV", "ADP", "AUX", "SCONJ", "PART"})
TELLING = frozenset({"NOUN", "VERB"})
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
    return tuple(dict.fromkeys((*_form(quantity), *_beside(people, around, places))))


@of_latest
def _beside(
    people: PagePeople, around: Surroundings, places: PagePlaces
) -> tuple[str, ...]:
    """Return the features of a place on the page, whatever unit its number has."""
    frame = people.frame
    found = (
        *_nouns(frame, around),
        *_verbs(frame, around),
        *_governor(frame, around),
        *_words(frame, around.zone, "w", CONTENT),
        *_words(frame, around.outer, "o", TELLING),
        *_above(frame, around),
        *_classes(frame, around),
        *_groups(people, around),
        *_places(frame, places, around),
        *_periods(frame, around),
    )
    return tuple(dict.fromkeys(found))


def _form(quantity: Quantity) -> Iterator[str]:
    yield f"unit:{quantity.unit}"
    yield f"kind:{quantity.kind}"
    yield f"form:{quantity.form}"
    yield f"per:{quantity.per}"
    yield from (f"flag:{flag}" for flag in quantity.flags)


def _nouns(frame: Frame, around: Surroundings) -> Iterator[str]:
    """Yield the nouns behind the number, the nearest apart from the others."""
    tokens = frame.analysis.tokens
    nouns = [i for i in around.noun if tokens[i].pos == "NOUN"]
    if nouns:
        yield f"noun1:{tokens[nouns[0]].lemma}"
        yield from _meant(frame, nouns[0], "noun1")
    for place in nouns[:4]:
        yield f"noun:{tokens[place].lemma}"
        yield from _meant(frame, place, "noun")


def _meant(frame: Frame, place: int, mark: str) -> Iterator[str]:
    """Yield the senses of a word."""
    tokens, senses = frame.analysis.tokens, frame.language.senses
    yield from (f"{mark}~{sense}" for sense in senses_at(senses, tokens, place))


def _verbs(frame: Frame, around: Surroundings) -> Iterator[str]:
    analysis = frame.analysis
    for place in verbs_by_nearness(analysis, around)[:SEVERAL]:
        token = analysis.tokens[place]
        side = "behind" if place >= around.first else "before"
        yield f"verb:{token.lemma}"
        yield f"verb-{side}:{token.lemma}"
        yield from _meant(frame, place, "verb")
        yield from _meant(frame, place, f"verb-{side}")
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


def _governor(frame: Frame, around: Surroundings) -> Iterator[str]:
    """Yield the noun and the verb that the number hangs on in the parse."""
    analysis = frame.analysis
    if not analysis.parsed:
        return
    place = around.first
    has_noun = False
    for above in analysis.ancestors(place):
        token = analysis.tokens[above]
        if token.pos in VERBAL:
            yield f"gov:{token.lemma}"
            yield f"gov:{token.lemma}/{analysis.tokens[place].dep}"
            yield from _meant(frame, above, "gov")
            yield from _meant(frame, above, f"gov-{analysis.tokens[place].dep}")
            return
        if token.pos == "NOUN" and not has_noun:
            yield f"head:{token.lemma}"
            yield from _meant(frame, above, "head")
            has_noun = True
        place = above


def _words(
    frame: Frame, places: tuple[int, ...], mark: str, kept: frozenset[str]
) -> Iterator[str]:
    for place in places:
        token = frame.analysis.tokens[place]
        if token.pos in kept and _is_word(token):
            yield f"{mark}:{token.lemma}"
            yield from _meant(frame, place, mark)


def _above(frame: Frame, around: Surroundings) -> Iterator[str]:
    """Yield the nouns and verbs of the sentence before, for a list entry without verb."""
    analysis = frame.analysis
    first = around.sentence.first
    if not first or verbs_by_nearness(analysis, around):
        return
    place = analysis.sentence_index(analysis.tokens[first - 1].span.start)
    earlier = analysis.sentences[place]
    yield from _words(frame, tuple(range(earlier.first, earlier.last)), "p", TELLING)


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
    for mention in people.within(around.clause):
        yield f"people:{mention.role}"


def _places(frame: Frame, places: PagePlaces, around: Surroundings) -> Iterator[str]:
    codebook = frame.codebook
    tokens = frame.analysis.tokens
    zone = Span(tokens[around.zone[0]].span.start, around.clause.end)
    for mention in places.within(zone):
        role = "host"
        if mention.iso == codebook.home:
            role = "home"
        elif mention.iso in codebook.destinations:
            role = "destination"
        yield f"place:{role}"


def _periods(frame: Frame, around: Surroundings) -> Iterator[str]:
    """Yield the periods that the sentence and the one before it name."""
    sentences = frame.analysis.sentences
    index = frame.analysis.sentence_index(around.sentence.span.start)
    known = _period_index(frame.language.numbers)
    for place, where in ((index, "here"), (index - 1, "before")):
        if place < 0:
            continue
        tokens = frame.analysis.tokens[sentences[place].first : sentences[place].last]
        named = (known[t.lower] for t in tokens if t.lower in known)
        yield from (f"period:{period}/{where}" for period in dict.fromkeys(named))


@once
def _period_index(words: NumberWords) -> dict[str, str]:
    """Return the period that each word names (`monthly` and `months`: month)."""
    times = [unit for unit in words.units if unit.one and unit.kind == "time"]
    return words.per_adverbs | {w: u.one for u in times for w in u.words if u.one}
