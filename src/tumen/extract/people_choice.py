"""Choose who is counted or meant: by rules alone, or with learned weights."""

from dataclasses import replace

from tumen.codebook.schema import Codebook
from tumen.extract.figure_people import Counted, PagePeople
from tumen.extract.people_features import (
    GroupAsked,
    GroupCandidate,
    group_candidates,
    role_of,
)
from tumen.extract.ranking import chances_of
from tumen.extract.standing import standing_of
from tumen.records.claim import Slot

MODEL = "people"
LEARNED = "population.learned"
OVERRULES = 0.7
"""Chance from which on another group than that of the rules is taken."""
WORTH_NOTING = 0.15
"""Chance from which on another group is named beside the chosen one."""


MOST_NOTED = 2


def choose_group(people: PagePeople, asked: GroupAsked, by_rules: Counted) -> Counted:
    """Return the group a claim is about; without weights that of the rules."""
    codebook = people.frame.codebook
    weights = codebook.learned.get(MODEL)
    if weights is None:
        return by_rules
    candidates = group_candidates(people, asked, by_rules)
    chances = chances_of([c.evidence for c in candidates], weights)
    encoded, number = people.frame.encoded, asked.claimed.number
    if encoded is not None and number is not None:
        roles = [str(c.role) for c in candidates]
        chances = encoded.people(number, roles, chances)
    ranked = sorted((-chance, n) for n, chance in enumerate(chances))
    chance, best = -ranked[0][0], candidates[ranked[0][1]]
    names = (name_of(candidates[n], codebook) for c, n in ranked if -c >= WORTH_NOTING)
    likely = tuple(dict.fromkeys(name for name in names if name))
    role = role_of(by_rules.name, codebook)
    own = min(
        1.0, sum(p for p, c in zip(chances, candidates, strict=True) if c.role == role)
    )
    if role == best.role or (by_rules.name is not None and chance < OVERRULES):
        others = _others(likely, by_rules.name)
        # Where the weights read something else, what they leave is the rules' own.
        sure = own if role == best.role else 1 - chance
        slot = replace(by_rules.slot, confidence=sure, alternatives=others)
        return Counted(by_rules.name, slot)
    name = name_of(best, codebook)
    slot = Slot(rule=LEARNED, confidence=chance, alternatives=_others(likely, name))
    return Counted(name, _placed(people, asked, best, slot))


def _others(likely: tuple[str, ...], chosen: str | None) -> tuple[str, ...]:
    return tuple(name for name in likely if name != chosen)[:MOST_NOTED]


def name_of(candidate: GroupCandidate, codebook: Codebook) -> str | None:
    """Return what people are called: as on the page, else the widest of their role."""
    if candidate.mention is not None and candidate.mention.role == candidate.role:
        return candidate.mention.name
    of_role = [p.name for p in codebook.populations if p.role == candidate.role]
    return of_role[-1] if of_role else None


def _placed(
    people: PagePeople, asked: GroupAsked, best: GroupCandidate, slot: Slot
) -> Slot:
    if best.mention is None:
        return slot
    analysis = people.frame.analysis
    standing = standing_of(analysis, asked.claimed, best.mention.span)
    if standing.distance == 0:
        return replace(slot, span=best.mention.span)
    source = analysis.sentence_at(best.mention.span.start).span
    return replace(slot, inherited_from=source, distance=abs(standing.distance))
