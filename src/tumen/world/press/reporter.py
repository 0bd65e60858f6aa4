"""Write a page of own reporting: voices tell facts, the article adds the rest."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

import numpy as np

from tumen.codebook.press import (
    PressFact,
    PressFrame,
    PressPlan,
    PressRules,
    PressSentence,
    PressVoice,
)
from tumen.records.world import World
from tumen.world.press.choices import (
    is_active,
    months_between,
    order_facts,
    pick_subject,
)
from tumen.world.press.compose import (
    AUTHOR,
    ESTIMATED,
    Composer,
    Sentence,
    Telling,
    frames_for,
)
from tumen.world.press.draft import Assignment, Draft, Paragraph, join
from tumen.world.press.dress import Dresser
from tumen.world.press.grammar import choose, weighted
from tumen.world.press.memory import Memory, Person, Statement
from tumen.world.press.series import month_end
from tumen.world.press.times import Moment, When, tell_time
from tumen.world.press.values import Subject

FIRST_MONTH = 13
HABIT = "habit"
LAST_DAY = 28
TRIES = 40
MARKED = re.compile(r"«(\w+):")
TOGETHER = 0.45
"""Chance that a sentence joins the paragraph before it."""


class Reporter:
    """Writes pages about a world; keeps what was said."""

    def __init__(
        self, world: World, rules: PressRules, rng: np.random.Generator
    ) -> None:
        self.world = world
        self.rules = rules
        self.rng = rng
        self.memory = Memory(world, rules, rng)
        self.composer = Composer(rules, self.memory, rng)
        self.voices = {voice.name: voice for voice in rules.voices}
        self.dresser = Dresser(rules, self.composer, rng)
        self.tellings: dict[int, list[tuple[PressFact, Telling]]] = {}
        self.relative = {time.name for time in rules.times if time.is_relative}

    def write(self, number: int) -> Draft:
        """Return the next page; a page that finds nothing to tell is about other things."""
        for _ in range(TRIES):
            assignment = self.assign(number)
            if assignment is None:
                continue
            paragraphs = self.report(assignment)
            if paragraphs is not None:
                return self.dresser.draft(assignment, paragraphs)
        quiet = next(plan for plan in self.rules.plans if plan.subject == "none")
        return self.dresser.draft(
            self.assignment(number, quiet, self.a_day(), Subject()), ()
        )

    def assign(self, number: int) -> Assignment | None:
        """Return what the next page is about, None when nothing happened."""
        plan = self.rules.plans[
            weighted({at: p.weight for at, p in enumerate(self.rules.plans)}, self.rng)
        ]
        day = self.a_day()
        subject = pick_subject(self.world, plan, day, self.composer.facts, self.rng)
        return None if subject is None else self.assignment(number, plan, day, subject)

    def a_day(self) -> date:
        """Return a day of publication, after the first year of the world."""
        first = min(FIRST_MONTH, self.world.months - 1)
        month = int(self.rng.integers(first, self.world.months))
        return self.world.month_start(month).replace(
            day=int(self.rng.integers(1, LAST_DAY + 1))
        )

    def assignment(
        self, number: int, plan: PressPlan, day: date, subject: Subject
    ) -> Assignment:
        """Return a page to be, with its outlet."""
        outlets = self.rules.outlets
        outlet = outlets[
            weighted({a: o.weight for a, o in enumerate(outlets)}, self.rng)
        ]
        return Assignment(
            number=number,
            plan=plan,
            outlet=outlet,
            day=day,
            month=months_between(self.world, day),
            is_dated=bool(self.rng.random() >= outlet.undated),
            subject=subject,
        )

    def report(self, page: Assignment) -> tuple[Paragraph, ...] | None:
        """Return the paragraphs of a page; None when its first voice has nothing to say."""
        plan = page.plan
        if plan.subject == "none":
            return ()
        voice = self.a_voice(plan.voices, page.day)
        if voice is None:
            return None
        count = int(self.rng.integers(plan.least, plan.most + 1))
        told: dict[str, When] = {}
        lead = self.account(page, voice, count, told)
        if not lead:
            return None
        paragraphs = [join(lead[:1]), *self.grouped(lead[1:])]
        other = self.a_voice(self.others_than(voice, plan.seconds), page.day)
        if other is not None and self.rng.random() < plan.second:
            more = self.account(page, other, max(1, count - 1), told)
            paragraphs += self.grouped(more)
        paragraphs += [join([s]) for s in self.background(page, told)]
        return tuple(paragraphs)

    def a_voice(self, names: Sequence[str], day: date) -> PressVoice | None:
        """Return one of the voices that speak at that time."""
        voices = [self.voices[name] for name in names]
        active = [v for v in voices if is_active(v.first, v.last, day)]
        return choose(active, self.rng) if active else None

    def others_than(self, voice: PressVoice, names: Sequence[str]) -> tuple[str, ...]:
        """Return the voices but for one, and for the one that passes its words on.

        Nobody is introduced twice on a page.
        """
        known = {voice.speaker, voice.relay} - {"", None}
        return tuple(
            name
            for name in names
            if name != voice.name and self.voices[name].speaker not in known
        )

    def account(
        self, page: Assignment, voice: PressVoice, count: int, told: dict[str, When]
    ) -> list[Sentence]:
        """Return what a voice tells on a page: so many facts that the page lacks."""
        subject = page.subject

        def slot(name: str) -> str:
            return self.composer.subject_slot(name, subject)

        person = self.memory.person(voice, subject, slot)
        facts = order_facts(
            voice, self.composer.facts, page.plan.topics, page.day, self.rng
        )
        sentences: list[Sentence] = []
        for fact in facts:
            if len(sentences) >= count:
                break
            if fact.name in told:
                continue
            place = "next" if sentences else "first"
            sentence = self.tell(page, voice, person, fact, told, place)
            if sentence is not None:
                sentences.append(sentence)
        return sentences

    def background(self, page: Assignment, told: dict[str, When]) -> Iterator[Sentence]:
        """Yield what the article adds by itself."""
        if not page.plan.background or self.rng.random() < TOGETHER:
            return
        author = next(v for v in self.rules.voices if v.kind == AUTHOR)
        article = Person(author.speaker, AUTHOR, "", "")
        known = [self.composer.facts[name] for name in page.plan.background]
        open_facts = [f for f in known if is_active(f.first, f.last, page.day)]
        for at in self.rng.permutation(len(open_facts)):
            fact = open_facts[at]
            if fact.name in told:
                continue
            sentence = self.tell(page, author, article, fact, told, "first")
            if sentence is not None:
                yield sentence
                return

    def tell(
        self,
        page: Assignment,
        voice: PressVoice,
        person: Person,
        fact: PressFact,
        told: dict[str, When],
        place: str,
    ) -> Sentence | None:
        """Return a sentence in which a voice tells a fact, None when it cannot."""
        frames = [
            frame
            for frame in frames_for(self.rules.frames, voice, place)
            if fact.kind == "figure"
            or not (frame.of_figures or frame.hedge == ESTIMATED)
        ]
        for when in self.times_for(page, voice, fact, told):
            statement = self.memory.ask(
                voice, person, fact, when, page.subject, page.number
            )
            if statement is None or not frames:
                continue
            fitting = self.composer.sentences_for(fact, when, statement.told.qualifier)
            for at in self.rng.permutation(len(fitting)):
                sentence = fitting[at]
                whens = {fact.name: when, **self.others(fact, sentence, when)}
                more = self.ask_others(page, voice, person, fact, whens)
                if more is None or more.keys() & told.keys():
                    continue
                telling = Telling(
                    voice=voice,
                    person=person,
                    subject=page.subject,
                    host=page.outlet.name,
                    whens=whens,
                    statements={**more, fact.name: statement},
                )
                told.update(whens)
                self.tellings.setdefault(page.number, []).append((fact, telling))
                return self.sentence(fact, sentence, telling, choose(frames, self.rng))
        return None

    def sentence(
        self,
        fact: PressFact,
        template: PressSentence,
        telling: Telling,
        frame: PressFrame,
    ) -> Sentence:
        """Return a clause in its frame."""
        clause = self.composer.clause(fact, template, telling)
        return self.composer.sentence(fact, clause, telling, frame)

    def times_for(
        self,
        page: Assignment,
        voice: PressVoice,
        fact: PressFact,
        told: Mapping[str, When],
    ) -> Iterator[When]:
        """Yield the times a fact may be told with, in a random order."""
        if fact.span == "event":
            named = [told[name] for name in told if self.composer.facts[name].event]
            if named:
                yield replace(named[0], words="")
                return
        policy = self.world.policies.get(fact.policy or "")
        if fact.policy and policy is None:
            return
        moment = Moment(
            world=self.world,
            day=page.day,
            month=page.month,
            delay=voice.delay,
            event=page.subject.event if fact.span == "event" else None,
            since=policy[0] if policy else None,
        )
        for at in self.rng.permutation(len(fact.times)):
            name = fact.times[at]
            if not page.is_dated and name in self.relative:
                continue
            when = tell_time(name, moment, self.rules, self.rng)
            if when is not None and _is_in_force(policy, page.month):
                yield when

    def others(
        self, fact: PressFact, sentence: PressSentence, when: When
    ) -> Mapping[str, When]:
        """Return the times of the other facts that a template tells.

        One that is only told as a habit has no days of its own: a correction is made
        today, whatever year its number is about.
        """
        names = set(MARKED.findall(sentence.text)) - {fact.name}
        facts = [self.composer.facts[name] for name in sorted(names)]
        return {
            other.name: replace(when, first=None, last=None)
            if other.times == (HABIT,)
            else self.lagged(when, other.lag)
            for other in facts
        }

    def lagged(self, when: When, lag: int) -> When:
        """Return a time so many months before another one."""
        if not lag:
            return when
        first, last = when.months[0] - lag, when.months[1] - lag
        words = choose(self.rules.grammar["a_year_before"], self.rng)
        if first < 0:
            return replace(when, months=(first, last))
        start = self.world.month_start(first)
        end = month_end(self.world, last)
        is_point = when.first == when.last
        return When(
            name=when.name,
            words=words,
            first=end if is_point else start,
            last=end,
            months=(first, last),
        )

    def ask_others(
        self,
        page: Assignment,
        voice: PressVoice,
        person: Person,
        fact: PressFact,
        whens: Mapping[str, When],
    ) -> dict[str, Statement] | None:
        """Return what the voice says about the other facts; None when one is missing."""
        found: dict[str, Statement] = {}
        for name, when in whens.items():
            if name == fact.name:
                continue
            other = self.composer.facts[name]
            said = self.memory.ask(
                voice, person, other, when, page.subject, page.number
            )
            if said is None:
                return None
            found[name] = said
        return found

    def grouped(self, sentences: Sequence[Sentence]) -> list[Paragraph]:
        """Return sentences in paragraphs of one or two."""
        groups: list[list[Sentence]] = []
        for sentence in sentences:
            if groups and len(groups[-1]) == 1 and self.rng.random() < TOGETHER:
                groups[-1].append(sentence)
            else:
                groups.append([sentence])
        return [join(group) for group in groups]


def _is_in_force(policy: tuple[int, int] | None, month: int) -> bool:
    return policy is None or policy[0] <= month <= policy[1]
