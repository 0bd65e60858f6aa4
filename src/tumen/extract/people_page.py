"""The groups of people a page names, sorted once for the claims that ask for them."""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tumen.extract.analysis import Analysis
from tumen.extract.compiled import latest
from tumen.extract.figure_people import PagePeople
from tumen.extract.frame import Frame
from tumen.extract.names_between import NamesBetween
from tumen.extract.populations import PopulationMention, find_populations
from tumen.extract.standing import describes_noun
from tumen.extract.stretches import Stretches
from tumen.extract.voice_page import voices_of
from tumen.records.span import Span

PAY = "pay"
WORKERS = "own_workers"
"""Whose pay is meant when only pay is named."""


@dataclass(frozen=True, slots=True)
class Named:
    """The mentions of one role by index of their sentence, and these in order."""

    at: Mapping[int, Sequence[PopulationMention]]
    sentences: Sequence[int]

    @classmethod
    def of(cls, analysis: Analysis, mentions: Iterable[PopulationMention]) -> "Named":
        """Sort mentions by sentence."""
        at: defaultdict[int, list[PopulationMention]] = defaultdict(list)
        for mention in mentions:
            at[analysis.sentence_index(mention.span.start)].append(mention)
        return cls(dict(at), sorted(at))

    def nearest(self, index: int) -> Sequence[PopulationMention]:
        """Return those of the last sentence up to one, else of the first behind it."""
        behind = bisect_right(self.sentences, index)
        return self.at[self.sentences[max(0, behind - 1)]] if self.sentences else ()


NEVER_NAMED = Named({}, ())


@dataclass(frozen=True, slots=True)
class PeoplePage:
    """The groups of a page.

    Args:
        titled: roles that its title names.
        shares: part of all mentions that each role has.
        first: role named first in the text.
        by_role: mentions by the role of the people, those of their pay among them.
        forms: what the words at each span stand for.
        counted: words that stand for people or their pay.
        voices: roles that the words for a voice name, by the number of the voice.
        between: the roles of all mentions, by where they stand.
    """

    people: PagePeople
    titled: frozenset[str]
    shares: Mapping[str, float]
    first: str | None
    by_role: Mapping[str, Named]
    forms: Mapping[Span, str]
    counted: Stretches
    voices: Mapping[int, frozenset[str]]
    between: NamesBetween[str]


@latest
def people_page(people: PagePeople) -> PeoplePage:
    """Look over the groups of a page once."""
    frame = people.frame
    title = frame.document.title or ""
    titled = find_populations(title, 0, len(title), frame.codebook)
    counts = Counter(m.role for m in people.mentions)
    by_role: dict[str, list[PopulationMention]] = {}
    for mention in people.mentions:
        role = WORKERS if mention.role == PAY else mention.role
        by_role.setdefault(role, []).append(mention)
    forms = {m.span: _form(frame, m) for m in people.mentions}
    counted = [span for span, form in forms.items() if form in ("people", PAY)]
    return PeoplePage(
        people,
        frozenset(m.role for m in titled),
        {role: count / counts.total() for role, count in counts.items()},
        people.mentions[0].role if people.mentions else None,
        {role: Named.of(frame.analysis, named) for role, named in by_role.items()},
        forms,
        Stretches.of((span, place) for place, span in enumerate(counted)),
        _roles_by_voice(people),
        NamesBetween.of((m.span, m.role) for m in people.mentions),
    )


def _roles_by_voice(people: PagePeople) -> Mapping[int, frozenset[str]]:
    found: dict[int, frozenset[str]] = {}
    for speech in people.frame.speeches:
        source, number = speech.cue.source, speech.profile.number
        named = {m.role for m in people.within(source)} if source else set()
        found[number] = found.get(number, frozenset()) | named
    return found


def _form(frame: Frame, mention: PopulationMention) -> str:
    """Return whether the words stand for people or describe what follows."""
    places = frame.analysis.tokens_in(mention.span)
    last = frame.analysis.tokens[places.stop - 1].lower if len(places) else ""
    if describes_noun(frame.analysis, mention.span) and not last.endswith("s"):
        return "describing"
    if voices_of(frame).sources.holding(mention.span):
        return "cited"
    return PAY if mention.role == PAY else "people"
