"""Claims about one fact, sorted by where they entered the public record."""

from dataclasses import dataclass
from enum import StrEnum

from tumen.records.amount import Measure
from tumen.records.ids import ClaimId, GroupId
from tumen.records.period import Period


class RelationKind(StrEnum):
    """How two claims stand to each other."""

    AGREES = "agrees"
    CONTRADICTS = "contradicts"
    CHANGED = "changed over time"
    SCOPE = "differs in scope"
    REVISES = "revises"
    DERIVED = "derived from"
    CORRUPTED = "corrupted echo"


@dataclass(frozen=True, slots=True)
class Echo:
    """A claim that repeats an origin, and why it counts as no second one."""

    id: ClaimId
    why: str


@dataclass(frozen=True, slots=True)
class Lineage:
    """One independent origin: its own claims, and the claims that echo it.

    `claims` has at least one entry; the first is the one nearest to the fact.
    """

    origin: str
    claims: tuple[ClaimId, ...]
    echoes: tuple[Echo, ...] = ()


@dataclass(frozen=True, slots=True)
class Relation:
    """How claim a stands to claim b; for `revises` a is the later one."""

    a: ClaimId
    b: ClaimId
    kind: RelationKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """What is claimed about one element, measure, population and place at one time.

    Args:
        as_of: from the first to the last day of its claims.
        grade: credibility 1 (confirmed by independent origins) to 6 (cannot be
            judged); 1 is impossible with one origin.
    """

    id: GroupId
    element: str
    measure: Measure
    population: str | None
    place: str | None
    iso: str | None
    as_of: Period
    lineages: tuple[Lineage, ...]
    relations: tuple[Relation, ...] = ()
    grade: int = 6
