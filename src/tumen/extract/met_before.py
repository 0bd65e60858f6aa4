"""Tell which voice met before a pronoun, a role or an owner stands for."""

from tumen.codebook.words_voices import SourceWords
from tumen.extract.genders import gender_of_words, may_be
from tumen.extract.known_names import KnownNames
from tumen.extract.roll import Roll
from tumen.extract.source_phrase import Phrase
from tumen.extract.voices import PEOPLE, Profile, is_body
from tumen.records.claim import SpeakerKind

PERSONS = (SpeakerKind.NAMED, SpeakerKind.PSEUDONYMOUS)
MAKERS = (SpeakerKind.INSTITUTION, SpeakerKind.DOCUMENT)
"""Whose tables `the same tables` may be."""


def by_pronoun(phrase: Phrase, roll: Roll) -> Profile | None:
    """Return the voice that `he`, `they` or `it` stands for."""
    sources = phrase.words
    first = phrase.tokens[0].lower
    word = sources.owners.get(first) or sources.objects.get(first, first)
    if len(phrase.tokens) > 2 or (phrase.is_somebodys and len(phrase.tokens) > 1):
        return None
    if word in sources.singular_pronouns:
        return _one_called(word, phrase, roll)
    if word in sources.plural_pronouns:
        plurals = sources.plurals
        return roll.last(lambda p: p.group or bool(plurals & p.roles))
    if word in sources.thing_pronouns:
        return roll.last(lambda p: p.voice.kind not in PEOPLE)
    return None


def owner_of(phrase: Phrase, roll: Roll) -> Profile | None:
    """Return whose `his report` or `its own forecast` is."""
    sources = phrase.words
    pronoun = sources.owners.get(phrase.tokens[0].lower)
    if pronoun in sources.thing_pronouns:
        return roll.last(is_body)
    return _one_called(pronoun or "", phrase, roll)


def _one_called(pronoun: str, phrase: Phrase, roll: Roll) -> Profile | None:
    """Return the person whom `he` or `she` stands for."""
    sources = phrase.words
    gender = gender_of_words((pronoun,), sources)
    return roll.known(
        lambda p: not p.group and _is_person(p, sources) and may_be(p, gender, sources)
    )


def _is_person(profile: Profile, sources: SourceWords) -> bool:
    """Tell somebody from a thing that seemed to say something (`a padlock`)."""
    is_named = profile.voice.kind in PERSONS
    has_role = not profile.roles.isdisjoint(sources.persons | sources.ordinals)
    return is_named or (profile.voice.kind in PEOPLE and has_role)


def document_before(phrase: Phrase, roll: Roll, *, is_data: bool) -> Profile | None:
    """Return what `the report` is, or whose `the same tables` are."""
    if not phrase.is_definite:
        return None
    before = roll.last(lambda p: phrase.head.lemma in p.roles)
    if before is None and is_data and phrase.is_short:
        return roll.last(lambda p: p.voice.kind in MAKERS)
    return before


def body_before(phrase: Phrase, roll: Roll) -> Profile | None:
    """Return the body that `the ministry` or `the organisation` stands for."""
    if not (phrase.is_definite and phrase.is_short):
        return None
    lemma = phrase.head.lemma
    before = roll.last(
        lambda p: is_body(p) and phrase.modifiers | {lemma} <= p.roles,
    )
    if before is None and lemma in phrase.words.generic_bodies and not phrase.modifiers:
        return roll.known(is_body)
    return before


def one_before(phrase: Phrase, roll: Roll, known: KnownNames) -> Profile | None:
    """Return the voice that `the source` or `the second source` stands for.

    Of people the last one met may be meant, whatever they were called before.
    """
    exact = same_role(phrase, roll, known)
    is_person = phrase.head.lemma in phrase.words.generic_persons
    may_be_again = _may_be_again(phrase, known) and not phrase.is_another
    if exact or phrase.is_plural or not (is_person and may_be_again):
        return exact
    anonymous = roll.last(
        lambda p: not p.group and p.voice.kind is SpeakerKind.ANONYMOUS
    )
    return anonymous or roll.last(lambda p: not p.group and p.voice.kind in PEOPLE)


def same_role(phrase: Phrase, roll: Roll, known: KnownNames) -> Profile | None:
    """Return the voice met before that has the role a phrase names."""
    if not _may_be_again(phrase, known):
        return None
    lemma, second = phrase.head.lemma, phrase.words.second

    def fits(profile: Profile) -> bool:
        is_second = profile.voice.name.startswith(second)
        return (
            lemma in profile.roles
            and profile.group == phrase.is_plural
            and (is_second or not phrase.is_another)
            and (not is_body(profile) or phrase.modifiers <= profile.roles)
        )

    return roll.known(fits)


def _may_be_again(phrase: Phrase, known: KnownNames) -> bool:
    """Tell whether a phrase may stand for somebody met before: `the source`."""
    is_listed = known.find(phrase.head_text)
    return phrase.is_definite and phrase.is_short and not is_listed
