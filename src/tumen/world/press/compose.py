"""Write a sentence about facts, with the labels of what it says."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from tumen.codebook.press import (
    GROUPS,
    PressFact,
    PressFrame,
    PressPlaces,
    PressRules,
    PressSentence,
    PressVoice,
)
from tumen.records.press import PressClaim
from tumen.world.press.amounts import BARE, amount_words
from tumen.world.press.grammar import capital, choose, lift_marks, say
from tumen.world.press.memory import Memory, Person, Statement, also_of
from tumen.world.press.times import When
from tumen.world.press.values import Subject

AUTHOR = "author"
ESTIMATED = "estimated"
DENIED = "denied"


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """Who tells what on which page.

    Args:
        host: outlet of the page; source: outlet it came from, None for own reporting.
        whens: the times of facts by name.
        statements: by fact; facts left out have no statement.
    """

    voice: PressVoice
    person: Person
    subject: Subject
    host: str
    source: str | None = None
    whens: Mapping[str, When]
    statements: Mapping[str, Statement]


@dataclass(frozen=True, slots=True)
class Sentence:
    """Words, and labels whose `at` counts from their beginning."""

    text: str
    claims: tuple[PressClaim, ...] = ()


@dataclass(slots=True)
class Composer:
    """Knows the rules, the facts by name, and what has been said."""

    rules: PressRules
    memory: Memory
    rng: np.random.Generator
    facts: Mapping[str, PressFact] = field(init=False)

    def __post_init__(self) -> None:
        self.facts = {fact.name: fact for fact in self.rules.facts}

    def sentences_for(
        self, fact: PressFact, when: When, style: str
    ) -> tuple[PressSentence, ...]:
        """Return the templates that fit a fact, its time and its qualifier."""
        return tuple(
            sentence
            for sentence in self.rules.sentences
            if sentence.fact == (fact.words or fact.name)
            and _fits(when.name, sentence.times)
            and _fits(style, sentence.styles)
        )

    def clause(self, fact: PressFact, sentence: PressSentence, telling: Telling) -> str:
        """Return the clause of a template, with its marks."""

        def slot(name: str) -> str:
            return self.slot(name, fact, telling)

        return say(sentence.text, self.rules.grammar, slot, self.rng)

    def slot(self, name: str, fact: PressFact, telling: Telling) -> str:
        """Return the words of a slot; `amount:strike` asks for another fact's."""
        what, _, other = name.partition(":")
        about = self.facts[other] if other else fact
        if what == BARE or what in self.rules.signs:
            told = telling.statements[about.name].told
            is_denied = about.hedge == DENIED
            return amount_words(told, what, self.rules, self.rng, first_way=is_denied)
        if what == "when":
            return telling.whens[about.name].words
        return self.subject_slot(what, telling.subject)

    def subject_slot(self, name: str, subject: Subject) -> str:
        """Return the words of a slot about the subject of the page."""
        places = self.rules.places
        trade = subject.site.trade if subject.site else None
        trade = (subject.event.trade if subject.event else None) or trade
        if name == "craft":
            return self.spoken(f"craft {trade}", subject)
        if name == "crafts":
            return self.spoken(f"crafts {trade}", subject)
        if name == "site":
            return self.spoken(f"site {trade}", subject)
        if name in ("village", "helper"):
            return self.secret(name, subject)
        event_region = subject.event.region if subject.event else None
        region = subject.region or event_region or places.host
        return {
            "region": region,
            "host": places.host,
            "home": places.home,
            "destination": places.destination,
        }[name]

    def secret(self, name: str, subject: Subject) -> str:
        """Return an invented name that may not leave; the subject keeps its own."""
        names = self.rules.villages if name == "village" else self.rules.helpers
        about = subject.event if name == "helper" else subject.site
        return names[(about.number if about else 0) % len(names)]

    def spoken(self, rule: str, subject: Subject) -> str:
        """Return one way to say a rule about the subject."""
        options = self.rules.grammar.get(rule) or self.rules.grammar[rule.split()[0]]

        def slot(name: str) -> str:
            return self.subject_slot(name, subject)

        return say(choose(options, self.rng), self.rules.grammar, slot, self.rng)

    def sentence(
        self, fact: PressFact, clause: str, telling: Telling, frame: PressFrame
    ) -> Sentence:
        """Return a whole sentence around a clause."""
        person = telling.person

        def slot(name: str) -> str:
            return {
                "clause": clause,
                "Clause": capital(clause),
                "voice": person.first,
                "Voice": capital(person.first),
                "again": person.again,
                "Again": capital(person.again),
                "relay": telling.voice.relay or "",
                "Relay": capital(telling.voice.relay or ""),
                "outlet": telling.host,
                "source": telling.source or "",
                "Source": capital(telling.source or ""),
            }[name]

        said = say(frame.text, self.rules.grammar, slot, self.rng)
        text, marks = lift_marks(said)
        claims = [
            self.label(
                telling, frame, mark.name or fact.name, text, (mark.start, mark.end)
            )
            for mark in marks
            if (mark.name or fact.name) in telling.statements
        ]
        return Sentence(text, tuple(claims))

    def label(
        self,
        telling: Telling,
        frame: PressFrame,
        name: str,
        text: str,
        span: tuple[int, int],
    ) -> PressClaim:
        """Return the label of a marked clause."""
        fact, when = self.facts[name], telling.whens[name]
        statement, person = telling.statements[name], telling.person
        place, iso = place_of(fact, telling.subject, self.rules.places)
        own = () if person.kind == AUTHOR else (person.name,)
        relay = (telling.voice.relay,) if telling.voice.relay else ()
        source = (telling.source,) if telling.source else ()
        told = statement.told
        return PressClaim(
            fact=name,
            origin=statement.origin,
            anchor=text,
            at=span[0],
            quote=text[span[0] : span[1]],
            kind=fact.kind,
            element=fact.element,
            measure=fact.measure if fact.kind == "figure" else "none",
            low=told.low,
            best=told.best,
            high=told.high,
            unit=fact.unit,
            qualifier=told.qualifier,
            as_of_start=fact.on or when.first,
            as_of_end=fact.on or when.last,
            place=place,
            iso=iso,
            population=fact.population,
            speaker=person.name,
            speaker_kind=person.kind,
            via=telling.source,
            chain=(*own, *relay, *source, telling.host),
            hedge=fact.hedge or frame.hedge,
            flags=fact.flags,
            also=also_of(telling.voice, fact),
        )


def _fits(name: str, listed: Sequence[str]) -> bool:
    """Tell whether a name is listed, by itself or in a group; no list fits all."""
    return not listed or any(name in GROUPS.get(entry, (entry,)) for entry in listed)


def frames_for(
    frames: Sequence[PressFrame], voice: PressVoice, place: str
) -> tuple[PressFrame, ...]:
    """Return the frames that fit a voice."""
    return tuple(
        frame
        for frame in frames
        if frame.place == place
        and voice.kind in frame.kinds
        and frame.relayed == (voice.relay is not None)
        and (voice.estimates or frame.hedge != ESTIMATED)
    )


def place_of(
    fact: PressFact, subject: Subject, places: PressPlaces
) -> tuple[str | None, str | None]:
    """Return the place and country of a label."""
    region = subject.region or (subject.event.region if subject.event else None)
    if fact.where == "region" and region:
        return region, places.host_iso
    return {
        "home": (places.home, places.home_iso),
        "destination": (places.destination, places.destination_iso),
        "nowhere": (None, None),
    }.get(fact.where, (places.host, places.host_iso))
