"""Who says what on a page: cues joined with the voices they mean."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tumen.codebook.language import Language
from tumen.codebook.schema import Codebook
from tumen.codebook.words_voices import VoiceWords
from tumen.extract.also_named import join_named
from tumen.extract.analysis import Analysis, Sentence, Token
from tumen.extract.appositions import apposed
from tumen.extract.bystanders import find_bystanders
from tumen.extract.cues import find_cues
from tumen.extract.given_names import given_name
from tumen.extract.hearsay import hearsay, told_speeches
from tumen.extract.known_names import KnownNames
from tumen.extract.noun_phrases import after, subject_of
from tumen.extract.outlets import outlet_of
from tumen.extract.phrases import find_phrases
from tumen.extract.places import find_places, place_names, place_words
from tumen.extract.plain_words import people_words
from tumen.extract.quotes import spoken_quotes
from tumen.extract.register import Register
from tumen.extract.source_phrase import Phrase
from tumen.extract.stretches import Stretches
from tumen.extract.talk_guests import remember
from tumen.extract.transcripts import find_turn_speeches, heard_before, make_talk
from tumen.extract.voices import MENTIONED, SUBJECT, TOLD, Cue, Profile, Speech
from tumen.records.claim import SpeakerKind
from tumen.records.span import Span

LEAD_SENTENCES = 8
"""A hidden voice of the first sentence is named within so many sentences."""


NEAR_NAME = 25
"""Letters before a given name in which somebody is described: `a man I will call X`."""


@dataclass(frozen=True, slots=True)
class Heard:
    """The voices of a page: those it cites, and those it only names."""

    speeches: tuple[Speech, ...]
    mentions: tuple[Speech, ...]


def find_speeches(analysis: Analysis, codebook: Codebook, language: Language) -> Heard:
    """Return the attributed stretches of a page, and whom it names, in order."""
    words = language.voices
    names = place_names(codebook)
    places = place_words(codebook) | people_words(codebook)
    country = main_country(analysis, codebook)
    known = KnownNames(codebook, words.sources.shared_bodies, country)
    register = Register(analysis, known, words, places, names)
    quotes = spoken_quotes(analysis.text, analysis.paragraphs)
    speeches: list[Speech] = []
    mentions: list[Speech] = []
    talk = make_talk(analysis, register, words, mentions)
    labels = Stretches.of((turn.mark.whole, n) for n, turn in enumerate(talk.turns))
    heard = heard_before(talk)
    for index, sentence in enumerate(analysis.sentences):
        if index in heard:
            remember(talk, heard[index])
        # A label alone cites nobody: `Ada: 40 left.`
        cues = [
            cue
            for cue in find_cues(analysis, index, quotes, words)
            if not _is_in(cue.source, labels)
        ]
        mentions += _introduced(index, sentence, register, words)
        subject = subject_of(_spoken(sentence, analysis, labels), words)
        if any(_is_of_it(cue, analysis.text, words) for cue in cues):
            # `The inspectorate checked ten firms, it told the committee.`
            register.note(subject)
        for cue in cues:
            speeches.extend(_speeches(cue, register, analysis, words))
        noted = register.note(subject) if not cues else None
        if noted is not None and subject is not None:
            mentions.append(_mention(index, subject, noted))
        mentions += [
            _mention(index, sentence.span, body)
            for body in (
                *register.bodies_in(sentence.span),
                *register.named_in(sentence.span),
            )
        ]
        mentions += _bystanders(
            index, _spoken(sentence, analysis, labels), register, words
        )
    everybody = join_named((*speeches, *mentions), register)
    speeches, mentions = everybody[: len(speeches)], everybody[len(speeches) :]
    told = _with_outlets(_with_lead(speeches, words))
    return Heard((*told, *find_turn_speeches(talk)), tuple(mentions))


def _spoken(
    sentence: Sentence, analysis: Analysis, labels: Stretches
) -> tuple[Token, ...]:
    """Return the words of a sentence without the label before them."""
    tokens = analysis.words(sentence)
    before = [label.end for label, _ in labels.within(sentence.span)]
    return tuple(t for t in tokens if t.span.start >= max(before, default=0))


def _is_in(source: Span | None, labels: Stretches) -> bool:
    return source is not None and bool(labels.meeting(source))


def _is_of_it(cue: Cue, text: str, words: VoiceWords) -> bool:
    """Tell whether `it` stands for the voice of a cue."""
    pronouns = words.sources.thing_pronouns
    return cue.source is not None and cue.source.quote(text).lower() in pronouns


def _introduced(
    index: int, sentence: Sentence, register: Register, words: VoiceWords
) -> list[Speech]:
    """Return the person whom a sentence gives a name that is not the real one."""
    start, text = sentence.span.start, register.analysis.text
    given = given_name(sentence.span.quote(text), words.sources)
    if given is None:
        return []
    near = Span(max(start, start + given.at - NEAR_NAME), start + given.at + 1)
    person = register.introduced(given.name, near)
    return [_mention(index, sentence.span, person)]


def _bystanders(
    index: int, tokens: tuple[Token, ...], register: Register, words: VoiceWords
) -> Iterator[Speech]:
    """Yield anybody and anything else that a sentence names and that may speak."""
    for found in find_bystanders(tokens, words):
        if found.is_name:
            name = found.span.quote(register.analysis.text)
            profile = register.told_of(name) if found.is_subject else None
        else:
            profile = apposed(register, found.span) or register.note(
                found.span, aside=True
            )
        if profile is not None:
            rule = SUBJECT if found.is_subject else MENTIONED
            yield _mention(index, found.span, profile, rule)


def _mention(index: int, span: Span, profile: Profile, rule: str = MENTIONED) -> Speech:
    cue = Cue(sentence=index, anchor=span, source=span, scope=(), rule=rule)
    return Speech(cue=cue, profile=profile)


def main_country(analysis: Analysis, codebook: Codebook) -> str | None:
    """Return the ISO code of the foreign country a page names most, else None."""
    named = Counter(
        place.iso
        for window in analysis.paragraphs
        for place in find_places(analysis.text, window.start, window.end, codebook)
        if place.iso not in (None, codebook.home)
    )
    return named.most_common(1)[0][0] if named else None


def _speeches(
    cue: Cue, register: Register, analysis: Analysis, words: VoiceWords
) -> tuple[Speech, ...]:
    if cue.source is not None and _is_own_version(cue.source, register):
        return ()
    if cue.rule == TOLD and cue.origin is not None:
        return told_speeches(cue, cue.origin, register)
    relayers: tuple[str, ...] = ()
    known = register.known
    listener = cue.via or _listener(cue, analysis, words)
    via = outlet_of(listener, analysis, known, words)
    if cue.relay is not None:
        # The relaying voice stands first: `The ministry, citing data from X`.
        between = register.resolve(cue.relay)
        outlet = outlet_of(cue.relay, analysis, known, words)
        via = outlet or via
        relayers = (between.voice.name,) if between and not outlet else ()
    profile = register.resolve(cue.source)
    if profile is None:
        return ()
    relayers = tuple(name for name in relayers if name != profile.voice.name)
    speech = Speech(cue=cue, profile=profile, relayers=relayers, via=via)
    return (speech,) if cue.origin is None else hearsay(speech, cue.origin, register)


def _is_own_version(source: Span, register: Register) -> bool:
    """Tell whether a page cites an older state of itself, or itself."""
    phrase = Phrase.read(register.analysis, source, register.words)
    words = register.words.withdrawals
    is_older = phrase.head.lemma in words.versions and any(
        token.lower in words.older for token in phrase.tokens
    )
    is_this = phrase.tokens[0].lower == "this" and phrase.head.lemma in words.texts
    return is_older or is_this


def _listener(cue: Cue, analysis: Analysis, words: VoiceWords) -> Span | None:
    """Return whom the voice spoke to, when the sentence says so."""
    tokens = analysis.words(analysis.sentences[cue.sentence])
    for _, end in find_phrases(tokens, words.cues.speaking_to):
        return after(tokens, end, words)
    return None


def _with_lead(speeches: Sequence[Speech], words: VoiceWords) -> list[Speech]:
    """Give the person named next to the first sentence's `an expert`."""
    if not speeches or speeches[0].cue.sentence > 1:
        return list(speeches)
    lead = speeches[0]
    hidden = (
        lead.profile.voice.kind is SpeakerKind.ANONYMOUS
        and not lead.profile.group
        and bool(lead.profile.roles & words.sources.lead_roles)
    )
    again = any(s.profile.number == lead.profile.number for s in speeches[1:])
    following = speeches[1] if len(speeches) > 1 else None
    if not hidden or again or following is None:
        return list(speeches)
    near = following.cue.sentence - lead.cue.sentence <= LEAD_SENTENCES
    if not near or following.profile.voice.kind is not SpeakerKind.NAMED:
        return list(speeches)
    resolved = replace(
        lead,
        profile=following.profile,
        flags=("speaker_resolved",),
        read_as=lead.profile.voice,
    )
    return [resolved, *speeches[1:]]


def _with_outlets(speeches: Sequence[Speech]) -> list[Speech]:
    """Let an outlet named once for a voice hold for all it says on the page."""
    outlets: dict[int, str] = {}
    for speech in speeches:
        if speech.via is not None:
            outlets.setdefault(speech.profile.number, speech.via)
    return [
        replace(s, via=outlets[s.profile.number], flags=(*s.flags, "via_inferred"))
        if s.via is None and s.profile.number in outlets and not s.relayers
        else s
        for s in speeches
    ]
