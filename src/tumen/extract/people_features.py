"""Which groups of people a claim may be about, and what speaks for each."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tumen.codebook.schema import Codebook, Element
from tumen.extract.amounts import Quantity
from tumen.extract.attribution import link_at
from tumen.extract.compiled import once
from tumen.extract.figure_clause import Surroundings
from tumen.extract.figure_features import figure_features
from tumen.extract.figure_people import Counted, PagePeople
from tumen.extract.figure_places import PagePlaces
from tumen.extract.frame import Frame
from tumen.extract.people_page import (
    NEVER_NAMED,
    PAY,
    WORKERS,
    Named,
    PeoplePage,
    people_page,
)
from tumen.extract.populations import PopulationMention
from tumen.extract.ranking import Crossed, Evidence, present
from tumen.extract.standing import Claimed, Standing, describes_noun, standing_of
from tumen.records.span import Span

MANY = 3
"""More groups between are not told apart."""
FIGURE, STATEMENT = "figure", "statement"
NOBODY = "none"
"""Stands for nobody among the roles."""
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
TELLING = frozenset({"NOUN", "VERB"})


@dataclass(frozen=True, slots=True)
class GroupCandidate:
    """A role that people of a claim may have, None for nobody.

    Args:
        mention: words that name such people nearest to the claim, None when nothing
            on the page does.
    """

    role: str | None
    mention: PopulationMention | None
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Before:
    """The people of the claim before: their role, and the index of its sentence."""

    role: str | None
    sentence: int


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupAsked:
    """A claim whose people are looked for.

    Args:
        claimed: its words.
        noun: where the noun behind its number begins, None without one.
        context: what else is known of it, as names of features.
        before: people of the claim before it, None without one.
    """

    claimed: Claimed
    noun: int | None
    context: tuple[str, ...]
    before: Before | None


def group_of_figure(
    people: PagePeople,
    places: PagePlaces,
    quantity: Quantity,
    around: Surroundings,
    element: Element,
    before: Before | None,
) -> GroupAsked:
    """Ask for the people that a number counts or is about.

    Args:
        before: people of the claim before it, None without one.
    """
    frame = people.frame
    noun = quantity.noun_span.start if quantity.noun_span else None
    features = figure_features(frame, quantity, around, people, places)
    return GroupAsked(
        claimed=Claimed.at(frame.analysis, around.clause, quantity.span),
        noun=noun,
        context=(
            FIGURE,
            *_of_element(element, FIGURE),
            *_nations(places, around.clause),
            *_pronouns(frame, around.inner),
            *features,
        ),
        before=before,
    )


def group_of_statement(frame: Frame, span: Span, element: Element) -> GroupAsked:
    """Ask for the people that a clause without a number is about."""
    tokens = frame.analysis.tokens
    words = (tokens[i] for i in frame.analysis.tokens_in(span))
    features = tuple(
        f"s:{word.lemma}"
        for word in words
        if word.pos in TELLING and word.text[0].islower()
    )
    return GroupAsked(
        claimed=Claimed.at(frame.analysis, span, span),
        noun=None,
        context=(
            STATEMENT,
            *_of_element(element, STATEMENT),
            *_pronouns(frame, frame.analysis.tokens_in(span)),
            *features,
        ),
        before=None,
    )


def _of_element(element: Element, form: str) -> Iterator[str]:
    yield f"{form}/family:{element.code.partition('.')[0]}"
    yield f"element:{element.code}"
    for word in element.code.partition(".")[2].split("_"):
        yield f"code:{word}"
    yield f"where:{element.where}"


def _pronouns(frame: Frame, places: Sequence[int]) -> Iterator[str]:
    """Yield the pronouns of some words, and whether one is what they are about."""
    tokens = frame.analysis.tokens
    for place in places:
        token = tokens[place]
        if token.pos == "PRON":
            yield f"pronoun:{token.lower}"
        if token.dep in SUBJECTS:
            word = token.lower if token.pos == "PRON" else token.pos
            yield f"subject:{word}"


def _nations(places: PagePlaces, span: Span) -> Iterator[str]:
    """Yield which nations the words name otherwise than as places (`a Pole`)."""
    frame = places.frame
    for mention in places.told:
        if span.holds(mention.span) and not mention.literal:
            whose = "own" if mention.iso == frame.codebook.home else "other"
            form = (
                "describing"
                if describes_noun(frame.analysis, mention.span)
                else "people"
            )
            yield f"nation:{whose}/{form}"


def role_of(name: str | None, codebook: Codebook) -> str | None:
    """Return the role of a group by its name; its pay is that of the workers."""
    role = next((p.role for p in codebook.populations if p.name == name), None)
    return WORKERS if role == PAY else role


@once
def roles_of(codebook: Codebook) -> tuple[str, ...]:
    """Return the roles that people of a codebook have."""
    roles = dict.fromkeys(p.role for p in codebook.populations)
    return tuple(role for role in roles if role != PAY)


def group_candidates(
    people: PagePeople, asked: GroupAsked, by_rules: Counted
) -> tuple[GroupCandidate, ...]:
    """Return every role that the people of a claim may have, nobody the last.

    A role that no words of the page name is a candidate too: `the men` are somebody.
    """
    frame = people.frame
    chosen = role_of(by_rules.name, frame.codebook)
    rule = by_rules.slot.rule
    page = people_page(people)
    near = _near(page, asked)
    voice = _roles_of_voice(page, asked)
    context = tuple(dict.fromkeys(asked.context))
    found = []
    for role in roles_of(frame.codebook):
        mentions = _by_nearness(page.by_role.get(role, NEVER_NAMED), asked, frame)
        names = (
            role,
            *_of_role(role, page, asked, near),
            *(f"voice:{how}" for how in voice.get(role, ())),
            *_of_mentions(role, mentions, page, asked),
            *_of_rules(role, chosen, rule),
        )
        nearest = mentions[0][1] if mentions else None
        evidence = Crossed(role, context, present(names))
        found.append(GroupCandidate(role, nearest, evidence))
    own = present((NOBODY, *_of_rules(NOBODY, chosen or NOBODY, rule)))
    return (*found, GroupCandidate(None, None, Crossed(NOBODY, context, own)))


def _by_nearness(
    named: Named, asked: GroupAsked, frame: Frame
) -> list[tuple[Standing, PopulationMention]]:
    """Return the mentions nearest to a claim with how they stand to it.

    These are all of its sentence, the nearest first; else those of the last sentence
    before it that has any, else of the first one behind.
    """
    near = named.nearest(asked.claimed.index)
    placed = [(standing_of(frame.analysis, asked.claimed, m.span), m) for m in near]
    return sorted(placed, key=lambda pair: pair[0].rank)


def _roles_of_voice(
    page: PeoplePage, asked: GroupAsked
) -> Mapping[str, tuple[str, ...]]:
    """Return the roles of whoever speaks: `we` of a builder are builders."""
    frame = page.people.frame
    speech = link_at(frame, asked.claimed.span).speech
    if speech is None:
        return {}
    tokens = frame.analysis.tokens
    own = frame.language.voices.sources.own_pronouns
    here = frame.analysis.tokens_in(asked.claimed.sentence)
    person = "own" if any(tokens[i].lower in own for i in here) else "others"
    roles = page.voices.get(speech.profile.number, frozenset())
    return {role: (person, f"{person}/{role}") for role in roles}


def _of_rules(role: str, chosen: str | None, rule: str) -> Iterator[str]:
    if role == chosen:
        yield "rules"
        yield f"rules:{rule}"
        yield f"{role}|rules:{rule}"


def _of_role(
    role: str, page: PeoplePage, asked: GroupAsked, near: str
) -> Iterator[str]:
    share = page.shares.get(role, 0.0)
    signs = {
        "titled": role in page.titled,
        "first": role == page.first,
        "most": share == max(page.shares.values(), default=0.0) and share > 0,
    }
    for sign, holds in signs.items():
        if holds:
            yield f"{sign}/near:{near}"
            yield f"{role}|{sign}"
    if asked.before is not None and asked.before.role == role:
        distance = min(MANY, asked.claimed.index - asked.before.sentence)
        noun = "bare" if asked.noun is None else "noun"
        yield f"again:{distance}/near:{near}"
        yield f"again:{distance}/{noun}"
        yield f"{role}|again:{distance}"


def _near(page: PeoplePage, asked: GroupAsked) -> str:
    """Return how near the words name people: as counted, in their clause, or not."""
    claimed, counted, noun = asked.claimed, page.counted, asked.noun
    if noun is not None and [*counted.beginning(noun, noun + 1)]:
        return "counted"
    for name, words in (
        ("counted", claimed.anchor),
        ("clause", claimed.span),
        ("sentence", claimed.sentence),
    ):
        if counted.inside(words):
            return name
    return "none"


def _of_mentions(
    role: str,
    mentions: Sequence[tuple[Standing, PopulationMention]],
    page: PeoplePage,
    asked: GroupAsked,
) -> Iterator[str]:
    if not mentions:
        yield "unnamed"
        yield f"{role}|unnamed"
        return
    seen: set[str] = set()
    for standing, mention in mentions:
        if seen and standing.distance:
            continue
        form = page.forms[mention.span]
        for name in (*standing.names(), *_nearness(mention, page, asked)):
            seen.add(f"at:{name}")
            seen.add(f"at:{name}/{form}")
            seen.add(f"{role}|at:{name}")
        if _is_subject(mention, page):
            seen.add(f"subject/{standing.where}/{form}")
            seen.add(f"{role}|subject/{standing.where}")
        if mention.span.start == asked.noun or asked.claimed.anchor.holds(mention.span):
            seen.add(f"counted/{form}")
            seen.add(f"{role}|counted/{form}")
    yield from seen


def _is_subject(mention: PopulationMention, page: PeoplePage) -> bool:
    """Tell whether words are what their sentence is about."""
    analysis = page.people.frame.analysis
    return any(
        analysis.tokens[i].dep in SUBJECTS for i in analysis.tokens_in(mention.span)
    )


def _nearness(
    mention: PopulationMention, page: PeoplePage, asked: GroupAsked
) -> Iterator[str]:
    """Yield how many other groups stand between a mention and the claim."""
    anchor = asked.claimed.anchor
    first, last = sorted((mention.span, anchor))
    others = page.between.count(first.end, last.start, mention.role)
    side = "left" if mention.span == first else "right"
    yield f"between:{min(MANY, others)}/{side}"
