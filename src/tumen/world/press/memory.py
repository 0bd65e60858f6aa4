"""What every voice has said so far: the same voice about the same thing is one origin."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import exp

import numpy as np

from tumen.codebook.press import PressFact, PressRules, PressVoice
from tumen.records.press import PressOrigin
from tumen.records.world import World
from tumen.world.press.amounts import WITHOUT_NUMBER, Told, tell
from tumen.world.press.grammar import Slots, choose, say, weighted
from tumen.world.press.times import When
from tumen.world.press.values import Subject, series_value, true_value

FEW = 5
"""So few are counted one by one, and told without bounds."""
ROUGH = 2
"""Significant digits of what is not told to the last one."""
BOUNDED = ("over", "at_least", "under", "between")
ABOUT, RATE = "about", "rate"
PERCENT_MOST = 90.0
"""More than that of a whole is not told."""
SHARE_NOISE = 0.5
"""Shares are told with this part of the noise of a count."""


@dataclass(frozen=True, slots=True)
class Person:
    """Who speaks on a page.

    Args:
        name: as labels name the speaker; first, again: as the page introduces it, and
            goes on with it; masked: a name that may not leave, else None.
    """

    name: str
    kind: str
    first: str
    again: str
    masked: str | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """One voice saying one thing."""

    origin: str
    told: Told


@dataclass(slots=True)
class Memory:
    """Keeps statements and persons while the pages are written."""

    world: World
    rules: PressRules
    rng: np.random.Generator
    statements: dict[tuple[object, ...], Statement | None] = field(default_factory=dict)
    origins: list[PressOrigin] = field(default_factory=list)
    persons: dict[tuple[str, int], Person] = field(default_factory=dict)
    names: list[str] = field(default_factory=list)

    def person(self, voice: PressVoice, subject: Subject, slots: Slots) -> Person:
        """Return who speaks for a voice; a witness of a site stays the same person."""
        number = subject.site.number if subject.site else -1
        if not voice.speaker and (voice.name, number) in self.persons:
            return self.persons[(voice.name, number)]
        rules, rng = self.rules.grammar, self.rng
        masked = self._new_name() if voice.kind == "pseudonymous" else None

        def filled(slot: str) -> str:
            if slot == "name":
                return masked or voice.speaker
            if slot == "mark":
                return choose(self.rules.pseudonym_marks, rng)
            return slots(slot)

        first = say(choose(voice.forms, rng), rules, filled, rng)
        again = say(choose(voice.again, rng), rules, filled, rng)
        made = Person(
            masked or voice.speaker or first, voice.kind, first, again, masked
        )
        if not voice.speaker:
            self.persons[(voice.name, number)] = made
        return made

    def _new_name(self) -> str:
        """Return an invented name; when all are used, one with a further initial."""
        used, pool = len(self.names), self.rules.pseudonyms
        name = pool[used % len(pool)]
        if used >= len(pool):
            first, _, last = name.partition(" ")
            name = f"{first} {chr(ord('A') + used // len(pool) - 1)}. {last}"
        self.names.append(name)
        return name

    def ask(
        self,
        voice: PressVoice,
        person: Person,
        fact: PressFact,
        when: When,
        subject: Subject,
        page: int,
    ) -> Statement | None:
        """Return what a voice says about a fact; None when it has nothing to say.

        Args:
            page: number of the page, for the article's own voice, which is another one
                on every page.
        """
        key = (
            person.name if voice.kind != "author" else page,
            *_definition(fact),
            when.months,
            subject.region if fact.where == "region" else None,
            subject.site.number if fact.span == "site" and subject.site else None,
            subject.event.number if fact.span == "event" and subject.event else None,
        )
        if key not in self.statements:
            self.statements[key] = self._state(voice, person, fact, when, subject)
        return self.statements[key]

    def _state(
        self,
        voice: PressVoice,
        person: Person,
        fact: PressFact,
        when: When,
        subject: Subject,
    ) -> Statement | None:
        true = true_value(self.world, fact, when.months, subject)
        if fact.span != "policy" and not _is_told(true, fact):
            return None
        origin = f"o{len(self.origins):05d}"
        held, told = self._hold(voice, fact, true)
        series = next((s for s in self.rules.series if s.code == fact.series), None)
        known = series_value(self.world, series, when.months) if series else None
        is_figure = fact.kind == "figure"
        self.origins.append(
            PressOrigin(
                id=origin,
                speaker=person.name,
                speaker_kind=person.kind,
                element=fact.element,
                as_of_start=when.first,
                as_of_end=when.last,
                value=held if is_figure else None,
                true_value=true if is_figure and not fact.ahead else None,
                world_value=None if fact.where == "region" else known,
                series=fact.series,
            )
        )
        return Statement(origin, told)

    def _hold(
        self, voice: PressVoice, fact: PressFact, true: float | None
    ) -> tuple[float | None, Told]:
        """Return what a voice holds, and how it tells it."""
        drawn = float(self.rng.standard_normal())
        if fact.kind != "figure" or true is None:
            return None, Told("none")
        is_share = fact.measure == "share"
        noise = voice.noise * (SHARE_NOISE if is_share else 1.0)
        held = true * exp(voice.bias + noise * drawn)
        held = min(held, PERCENT_MOST if is_share else fact.held_most)
        style = weighted(dict(fact.styles or voice.styles), self.rng)
        shown = max(held, voice.printed_least)
        bounds = BOUNDED if fact.measure == RATE else (*BOUNDED, ABOUT)
        if round(shown) <= FEW and style in bounds:
            style = "exact"
        digits = 0 if fact.span in ("site", "event") else voice.digits
        if not digits and style != "exact":
            digits = ROUGH
        told = tell(shown, style, digits=digits, step=fact.step)
        if told.qualifier not in WITHOUT_NUMBER and min(told.numbers) <= 0:
            told = Told("exact", fact.step, fact.step, fact.step)
        return held, told


def _definition(fact: PressFact) -> tuple[object, ...]:
    """Return what a fact is about; facts that share it are one, whatever their name."""
    return (
        *(fact.element, fact.measure, fact.unit, fact.population, fact.where),
        *(fact.span, fact.table, fact.columns, fact.over, fact.over_table, fact.factor),
        *(fact.event, fact.outcome, fact.policy, fact.ahead, fact.step),
    )


def _is_told(value: float | None, fact: PressFact) -> bool:
    if value is None:
        return False
    is_positive = value > 0 or fact.kind != "figure"
    return fact.at_least <= value <= fact.at_most and is_positive


def also_of(voice: PressVoice, fact: PressFact) -> Mapping[str, tuple[str, ...]]:
    """Return the second readings of a label."""
    speakers = {"speaker": voice.also} if voice.also else {}
    return {**fact.also, **speakers}
