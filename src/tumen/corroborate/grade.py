"""Grade how credible a group's information is, from 1 to 6."""

from collections.abc import Mapping, Sequence

from tumen.corroborate.relations import is_comparable
from tumen.records.claim import Claim, Hedge, SpeakerKind
from tumen.records.group import Lineage, Relation, RelationKind
from tumen.records.ids import ClaimId

STRONG = frozenset(
    {
        SpeakerKind.NAMED,
        SpeakerKind.PSEUDONYMOUS,
        SpeakerKind.INSTITUTION,
        SpeakerKind.DOCUMENT,
    }
)


def grade(
    lineages: Sequence[Lineage],
    relations: Sequence[Relation],
    claims: Mapping[ClaimId, Claim],
) -> int:
    """Return the credibility of the information, as the Admiralty code numbers it.

    The grade is computed, never typed in, and says nothing about the reliability of
    a source. It counts origins, not pages; only relations between different origins
    matter.

    1. confirmed: two or more sourced origins agree, and none contradicts;
    2. probably true: two or more origins agree and none contradicts, but fewer than
       two of them name a source and stand by it;
    3. possibly true: one sourced origin that none contradicts, or agreement beside
       a contradiction;
    4. doubtful: contradicted without any agreement, or a single origin that is
       unnamed, gives no source, or only alleges;
    5. improbable: all that is left are denials;
    6. cannot be judged: plans, forecasts and stated unknowns alone.

    A sourced origin is named, pseudonymous, an institution or a document, and does
    not merely allege. With one origin the grade is never 1.
    """
    heads = [claims[lineage.claims[0]] for lineage in lineages]
    if all(head.hedge is Hedge.DENIED for head in heads):
        return 5
    if not any(is_comparable(head) for head in heads):
        return 6
    owner = {
        claim: place for place, line in enumerate(lineages) for claim in line.claims
    }
    agreeing = _origins(relations, RelationKind.AGREES, owner)
    is_contradicted = bool(_origins(relations, RelationKind.CONTRADICTS, owner))
    if agreeing:
        strong = [place for place in agreeing if _is_strong(heads[place])]
        return 3 if is_contradicted else (1 if len(strong) >= 2 else 2)
    if is_contradicted:
        return 4
    return 3 if any(_is_strong(head) for head in heads if is_comparable(head)) else 4


def _origins(
    relations: Sequence[Relation], kind: RelationKind, owner: Mapping[ClaimId, int]
) -> set[int]:
    """Return the origins that relations of a kind join, each pair from two origins."""
    found: set[int] = set()
    for relation in relations:
        pair = owner.get(relation.a), owner.get(relation.b)
        if relation.kind is kind and None not in pair and pair[0] != pair[1]:
            found.update(place for place in pair if place is not None)
    return found


def _is_strong(claim: Claim) -> bool:
    return claim.speaker.kind in STRONG and claim.hedge in (
        Hedge.ASSERTED,
        Hedge.ESTIMATED,
    )
