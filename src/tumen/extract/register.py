"""Tell which voice of the page a phrase means, remembering those met before."""

import re
from bisect import bisect_left
from dataclasses import dataclass, field

from tumen.codebook.words_voices import VoiceWords
from tumen.extract import met_before
from tumen.extract.analysis import Analysis, Entity
from tumen.extract.compiled import latest
from tumen.extract.genders import gender_of_phrase
from tumen.extract.known_names import Known, KnownNames
from tumen.extract.roll import Roll
from tumen.extract.source_phrase import Phrase
from tumen.extract.voices import PEOPLE, Called, Profile, names_of
from tumen.extract.word_sets import body_words
from tumen.records.claim import SpeakerKind, Voice
from tumen.records.span import Span

REST_OF_NAME = re.compile(r"-\w+")
"""Parsers cut `Mi-kyung` in two."""
PERSON, ORG = "PERSON", "ORG"
"""Labels of `Entity`."""


@dataclass(slots=True)
class Register:
    """The voices of one page in order of their first mention.

    It grows while the page is read from top to bottom, and lives no longer.

    Args:
        places: lower-case words of place names, which never name a person.
        countries: lower-case names of places, which speak as their governments.
        given: words that describe somebody with a given name, and that voice's number.
    """

    analysis: Analysis
    known: KnownNames
    words: VoiceWords
    places: frozenset[str]
    countries: frozenset[str] = frozenset()
    roll: Roll = field(default_factory=Roll)
    given: tuple[Span, int] | None = None

    def resolve(self, source: Span | None) -> Profile | None:
        """Return the voice that a phrase names; a new one when it is new.

        None for words that name nobody: a time, a number, a verb. `They said` before
        any group was named is somebody unnamed.
        """
        if source is None:
            return self._unnamed()
        phrase = Phrase.read(self.analysis, source, self.words)
        readers = (
            self._by_pronoun,
            self._view,
            self._pseudonym,
            self._document,
            self._person,
            self._met_before,
            self._anonymous,
            self._institution,
        )
        found = (reader(phrase) for reader in readers)
        profile = next((p for p in found if p is not None), None)
        if profile is None:
            profile = self._other(phrase) if phrase.may_name_voice else None
        if profile is None and phrase.is_pronoun:
            profile = self._nobody_yet(phrase)
        return self._remember(profile, phrase, cited=True)

    def person_called(self, name: str) -> Profile:
        """Return the person with a name, a new one when it is new."""
        titles = self.words.sources.titles
        kept = [w for w in name.split() if w.lower().rstrip(".") not in titles]
        plain = " ".join(kept) or name
        known = self.roll.named(plain)
        if known is not None and known.voice.kind in PEOPLE:
            return known
        return self.roll.new(
            Called(Voice(plain, SpeakerKind.NAMED), names=names_of(plain))
        )

    def told_of(self, name: str) -> Profile | None:
        """Return the person, or the country, that one word before a verb may name."""
        if name.lower() in self.countries:
            return self.roll.same_or_new(Called(Voice(name, SpeakerKind.INSTITUTION)))
        return self.person_called(name) if self.may_be_person(name) else None

    def may_be_person(self, name: str) -> bool:
        """Tell whether one word may be what a person of the page is called."""
        lower, sources = name.lower(), self.words.sources
        common = (
            sources.openings,
            sources.prepositions,
            sources.organisation_words,
            sources.times,
        )
        if any(lower in words for words in (self.places, self.countries, *common)):
            return False
        is_again = name[0].isupper() and self.analysis.text.count(name) > 1
        return is_again and not self.known.has(name)

    def note(self, subject: Span | None, *, aside: bool = False) -> Profile | None:
        """Remember who a sentence is about: `he said`, `the agency told` may follow.

        Args:
            aside: True for anybody named there: a pronoun does not stand for them.
        """
        if subject is None:
            return None
        phrase = Phrase.read(self.analysis, subject, self.words)
        profile = self._pseudonym(phrase) or self._person(phrase)
        if profile is None and aside:
            profile = self._document(phrase)
        if profile is None and phrase.head.lemma in self.words.sources.institutions:
            profile = self._met_before(phrase) or self._institution(phrase)
        if profile is None and phrase.name.lower() in self.countries:
            profile = self.roll.same_or_new(
                Called(Voice(phrase.name, SpeakerKind.INSTITUTION))
            )
        if profile is None and aside:
            # `the foreman` may be a voice of its own; `the man` is the one met last.
            is_generic = phrase.head.lemma in self.words.sources.generic_persons
            again = met_before.one_before if is_generic else met_before.same_role
            profile = again(phrase, self.roll, self.known) or self._anonymous(phrase)
        if profile is None and not aside and not phrase.is_plural:
            profile = self._met_before(phrase) or self._anonymous(phrase)
        return self._remember(profile, phrase, cited=not aside)

    def _remember(
        self, profile: Profile | None, phrase: Phrase, *, cited: bool
    ) -> Profile | None:
        if profile is None:
            return None
        profile = self.roll.gendered(profile, gender_of_phrase(phrase))
        if cited:
            self.roll.cite(profile)
        return profile

    def introduced(self, name: str, near: Span) -> Profile:
        """Return the person who is called by a name that is not his own.

        Args:
            near: words before the name; whoever they describe is that person.
        """
        known = self.roll.named(name)
        if known is not None:
            return known
        voice = Voice(name, SpeakerKind.PSEUDONYMOUS)
        profile = self.roll.new(Called(voice, names=names_of(name)))
        self.roll.cite(profile)
        self.given = (near, profile.number)
        return profile

    def bodies_called(self, name: str) -> Profile | None:
        """Return the listed body or outlet that bears a name."""
        listed = self.known.find(name)
        return self._body(listed[-1]) if listed else None

    def bodies_in(self, span: Span) -> tuple[Profile, ...]:
        """Return the listed bodies and outlets that a stretch of text names."""
        found = self.known.find(span.quote(self.analysis.text))
        return tuple(self._body(listed) for listed in found)

    def named_in(self, span: Span) -> tuple[Profile, ...]:
        """Return the people and bodies whose names the parser finds in a stretch."""
        starts = _name_starts(self.analysis)
        near = slice(bisect_left(starts, span.start), bisect_left(starts, span.end))
        names = [e for e in self.analysis.entities[near] if span.holds(e.span)]
        found = (self._of_name(entity) for entity in names)
        return tuple(profile for profile in found if profile is not None)

    def _of_name(self, entity: Entity) -> Profile | None:
        end = REST_OF_NAME.match(self.analysis.text, entity.span.end)
        span = Span(entity.span.start, end.end() if end else entity.span.end)
        phrase = Phrase.read(self.analysis, span, self.words)
        words = {word.lower() for word in phrase.text.split()}
        if words <= self.places or self.known.find(phrase.text):
            return None
        if entity.label == PERSON:
            is_name = phrase.text.isalpha() and self.may_be_person(phrase.text)
            return self.person_called(phrase.text) if is_name else self._person(phrase)
        is_body = not words.isdisjoint(body_words(self.words.sources))
        if entity.label != ORG or not (is_body and phrase.text[0].isupper()):
            return None
        voice = Voice(phrase.name, SpeakerKind.INSTITUTION)
        return self.roll.named(phrase.name) or self.roll.same_or_new(
            Called(voice, names=frozenset({phrase.name.lower()}), roles=phrase.roles)
        )

    def _unnamed(self) -> Profile:
        name = self.words.unnamed_voice
        return self.roll.same_or_new(
            Called(Voice(name, SpeakerKind.ANONYMOUS), group=True)
        )

    def _nobody_yet(self, phrase: Phrase) -> Profile:
        """Return who `he said` is before anybody was named: he has no other name."""
        pronoun = phrase.head.lower
        group = pronoun in self.words.sources.plural_pronouns
        return self.roll.same_or_new(
            Called(
                Voice(pronoun, SpeakerKind.ANONYMOUS),
                roles=frozenset({self.words.unnamed_voice}),
                group=group,
            )
        )

    def _by_pronoun(self, phrase: Phrase) -> Profile | None:
        return met_before.by_pronoun(phrase, self.roll)

    def _pseudonym(self, phrase: Phrase) -> Profile | None:
        lower = phrase.text.lower()
        marks = self.words.sources.pseudonym
        if not (phrase.name and any(mark in lower for mark in marks)):
            return None
        again = self._given_to(phrase)
        if again is not None:
            return again
        name = phrase.called or phrase.person(self.places) or phrase.name
        voice = Voice(name, SpeakerKind.PSEUDONYMOUS)
        return self.roll.named(name) or self.roll.new(
            Called(voice, names=names_of(name), roles=phrase.roles)
        )

    def _view(self, phrase: Phrase) -> Profile | None:
        """Return whose `the group's calculation` or `its own forecast` is."""
        if phrase.head.lemma not in self.words.cues.views:
            return None
        if phrase.is_somebodys:
            return met_before.owner_of(phrase, self.roll)
        owner = phrase.owner
        return self.resolve(owner) if owner is not None else None

    def _document(self, phrase: Phrase) -> Profile | None:
        sources, head = self.words.sources, phrase.head
        is_data = head.lemma in sources.data or head.lower in sources.data
        if head.lemma not in sources.documents and not is_data:
            return None
        listed = self.known.find(phrase.text)
        if phrase.is_somebodys and not listed:
            owner = met_before.owner_of(phrase, self.roll)
            if owner:
                return owner
        if listed and is_data:
            return self._body(listed[-1])
        roles = frozenset({head.lemma})
        if listed:
            name = self.words.report_of.format(listed[-1].short)
            return self.roll.same_or_new(
                Called(
                    Voice(name, SpeakerKind.DOCUMENT, stake=listed[-1].stake),
                    roles=roles,
                )
            )
        before = met_before.document_before(phrase, self.roll, is_data=is_data)
        if before is not None:
            return before
        plural = phrase.is_plural and not is_data
        kind = SpeakerKind.ANONYMOUS if plural else SpeakerKind.DOCUMENT
        return self.roll.same_or_new(
            Called(Voice(phrase.name, kind), roles=roles, group=plural)
        )

    def _person(self, phrase: Phrase) -> Profile | None:
        name = phrase.person(self.places) or phrase.person_behind(self.places)
        if name is None or self.known.has(name):
            return None
        if name.lower() in self.words.sources.prepositions:
            return None  # `To whom?` names nobody
        known = self.roll.named(name)
        if known is not None:
            return self.roll.enrich(known, phrase.roles)
        stake = next((k.stake for k in self.known.find(phrase.text) if k.stake), None)
        voice = Voice(name, SpeakerKind.NAMED, stake=stake)
        return self.roll.new(Called(voice, names=names_of(name), roles=phrase.roles))

    def _met_before(self, phrase: Phrase) -> Profile | None:
        return met_before.one_before(phrase, self.roll, self.known)

    def _anonymous(self, phrase: Phrase) -> Profile | None:
        sources, head = self.words.sources, phrase.head
        if head.lemma not in sources.persons or self.known.has(phrase.head_text):
            return None
        if phrase.is_anybody or (phrase.is_title and phrase.is_plural):
            return None
        again = self._given_to(phrase)
        if again is not None:
            return again
        name = phrase.name
        if phrase.is_another and not phrase.is_plural:
            name = phrase.as_second
        return self.roll.same_or_new(
            Called(
                Voice(name, SpeakerKind.ANONYMOUS),
                roles=phrase.roles | {head.lemma},
                group=phrase.is_plural,
            )
        )

    def _given_to(self, phrase: Phrase) -> Profile | None:
        """Return who is meant where a sentence gives a name: `A man I call X said`."""
        if self.given is None or phrase.is_plural or phrase.is_definite:
            return None
        near, number = self.given
        if not near.holds(phrase.head.span):
            return None
        return self.roll.enrich(self.roll.profiles[number], phrase.roles)

    def _institution(self, phrase: Phrase) -> Profile | None:
        listed = self.known.head_of(phrase, self.words.sources)
        if listed is not None:
            return self._body(listed)
        lemma, sources = phrase.head.lemma, self.words.sources
        one = phrase.is_one_of_several
        held = phrase.head_tokens if one else phrase.tokens
        words = {t.lower for t in held} | {t.lemma for t in held}
        # `one of the North Korean cooks` is no body for its capitals.
        if words.isdisjoint(sources.institutions if one else body_words(sources)):
            return None
        before = met_before.body_before(phrase, self.roll)
        if before is not None:
            return before
        is_media = phrase.is_plural and lemma in sources.media
        kind = SpeakerKind.ANONYMOUS if is_media else SpeakerKind.INSTITUTION
        roles = frozenset({lemma, *phrase.modifiers})
        return self.roll.same_or_new(Called(Voice(phrase.name, kind), roles=roles))

    def _other(self, phrase: Phrase) -> Profile:
        name, described = phrase.name, phrase.described_one
        if described is not None:
            return (
                self._anonymous(Phrase.read(self.analysis, described, self.words))
                or self._unnamed()
            )
        one = self._given_to(phrase) if phrase.is_one_of_several else None
        known = one or self.roll.named(name)
        if known is not None:
            return known
        if name.lower() in self.countries:
            # A capital or country that speaks stands for its government.
            return self.roll.same_or_new(Called(Voice(name, SpeakerKind.INSTITUTION)))
        capital = phrase.head.text[0].isupper() and not phrase.is_one_of_several
        return self.roll.same_or_new(
            Called(
                Voice(name, SpeakerKind.NAMED if capital else SpeakerKind.ANONYMOUS),
                names=names_of(name) if capital else frozenset(),
                roles=phrase.roles or frozenset({phrase.head.lemma}),
                group=phrase.is_plural and not capital,
            )
        )

    def _body(self, listed: Known) -> Profile:
        voice = Voice(listed.name, SpeakerKind.INSTITUTION, stake=listed.stake)
        return self.roll.same_or_new(
            Called(voice, names=frozenset({listed.name.lower()}), roles=listed.words)
        )


@latest
def _name_starts(analysis: Analysis) -> tuple[int, ...]:
    """Return where each name of a page begins: asked for each of its sentences."""
    return tuple(entity.span.start for entity in analysis.entities)
