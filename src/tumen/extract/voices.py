"""Who vouches for words, as found on one page."""

from dataclasses import dataclass

from tumen.records.claim import ARTICLE_VOICE, Hedge, Slot, SpeakerKind, Voice
from tumen.records.span import Span

COUNTED = "voice.counted"
"""Rule of cues by which a body vouches for its own count."""

ADDING = "voice.adding"
"""Rule of cues that only go on with what somebody does (`X left, saying that`)."""

LABELLED = "voice.label"
"""Rule of cues that are a name and a colon before a paragraph."""

TOLD = "voice.told"
"""Rule of cues by which somebody was told what is said (`X was told by Y that`)."""

MENTIONED = "voice.mention"
"""Rule of voices that a sentence names without citing them."""

SUBJECT = "voice.subject"
"""Rule of voices that do something in a sentence that does not cite them."""

PEOPLE = (SpeakerKind.NAMED, SpeakerKind.PSEUDONYMOUS, SpeakerKind.ANONYMOUS)

AUTHOR = Voice(ARTICLE_VOICE, SpeakerKind.AUTHOR)


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """What a stretch of text owes to whom.

    Args:
        voice: the speaker nearest to the fact.
        via: outlet nearest to the speaker other than the publisher, else None.
        chain: names of all voices from speaker to page, complete.
        hedge: what the words of attribution imply (`suggested`, `alleged`), else None.
        flags: `speaker_resolved`, `via_inferred`; may be empty.
        slot: how the speaker was found; goes to `Claim.slots["speaker"]`.
    """

    voice: Voice
    via: str | None
    chain: tuple[str, ...]
    hedge: Hedge | None
    flags: tuple[str, ...]
    slot: Slot


@dataclass(frozen=True, slots=True)
class Called:
    """A voice and what the page calls it.

    Args:
        voice: as resolved.
        names: lower-case names that lead to it (full name, surname, abbreviation).
        roles: lower-case nouns of its description (`source`, `professor`).
        group: True for several people (`experts`).
    """

    voice: Voice
    names: frozenset[str] = frozenset()
    roles: frozenset[str] = frozenset()
    group: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile(Called):
    """A voice of the page and everything the page calls it.

    Args:
        number: order of first mention; equal numbers are the same voice.
        via: outlet it spoke through wherever the page says so, else None.
        gender: `he` or `she` once the page tells, else empty.
    """

    number: int
    via: str | None = None
    gender: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """Words of attribution in one sentence.

    Args:
        sentence: index in `Analysis.sentences`.
        anchor: the report verb or phrase (`said`, `according to`).
        source: the words that name the voice, with its description.
        scope: the words it vouches for.
        hedge: what the verb implies, else None.
        via: span of an outlet the words came through, else None.
        origin: span of a voice nearer to the fact (`told by people in X`), else None.
        relay: span of a voice between this one and the page (`, Y reported`), else None.
        rule: id of the rule that found it.
    """

    sentence: int
    anchor: Span
    source: Span | None
    scope: tuple[Span, ...]
    hedge: Hedge | None = None
    via: Span | None = None
    origin: Span | None = None
    relay: Span | None = None
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Speech:
    """A cue whose voice is resolved.

    Args:
        relayers: names of voices between the speaker and the outlets.
        via: outlet it came through, else None.
        read_as: the voice as the words alone name it, when another was put in.
    """

    cue: Cue
    profile: Profile
    relayers: tuple[str, ...] = ()
    via: str | None = None
    flags: tuple[str, ...] = ()
    read_as: Voice | None = None


def is_body(profile: Profile) -> bool:
    """Tell whether a voice is a body."""
    return profile.voice.kind is SpeakerKind.INSTITUTION


def names_of(name: str) -> frozenset[str]:
    """Return the lower-case names that lead to a person: all, first and last word.

    The family name stands first in Korean names and last in most others.
    """
    words = name.lower().split()
    return frozenset({name.lower(), words[0], words[-1]})
