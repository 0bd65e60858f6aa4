"""The grade follows from origins and how they agree."""

from collections.abc import Callable

import pytest

from tumen.corroborate.grade import grade
from tumen.records.claim import Claim
from tumen.records.group import Lineage, Relation, RelationKind

Build = Callable[..., Claim]
AGREES, CONTRADICTS = RelationKind.AGREES, RelationKind.CONTRADICTS
UNNAMED = {"speaker_kind": "anonymous"}


@pytest.mark.parametrize(
    ("voices", "kinds", "expected"),
    [
        ([{}], [], 3),
        ([{"speaker_kind": "author"}], [], 4),
        ([UNNAMED], [], 4),
        ([{"hedge": "alleged"}], [], 4),
        ([{"hedge": "denied"}], [], 5),
        ([{"hedge": "planned"}], [], 6),
        ([{"flags": ("forecast",)}], [], 6),
        ([{}, {}], [AGREES], 1),
        ([{}, UNNAMED], [AGREES], 2),
        ([UNNAMED, UNNAMED], [AGREES], 2),
        ([{}, {}], [CONTRADICTS], 4),
        ([{}, {}], [AGREES, CONTRADICTS], 3),
        ([{}, {}], [], 3),
        ([{}, {"hedge": "planned"}], [], 3),
        ([UNNAMED, {"hedge": "planned"}], [], 4),
    ],
)
def test_grade(
    claim: Build,
    voices: list[dict[str, object]],
    kinds: list[RelationKind],
    expected: int,
) -> None:
    claims = [claim(page=str(n), **voice) for n, voice in enumerate(voices)]
    lineages = [Lineage(str(n), (entry.id,)) for n, entry in enumerate(claims)]
    relations = [Relation(claims[0].id, claims[-1].id, kind) for kind in kinds]
    by_id = {entry.id: entry for entry in claims}
    assert grade(lineages, relations, by_id) == expected


def test_an_origin_does_not_confirm_itself(claim: Build) -> None:
    a, b = claim(3000), claim(3100, page="b")
    lineage = Lineage("Ilse Beispiel", (a.id, b.id))
    relation = Relation(a.id, b.id, AGREES)
    assert grade([lineage], [relation], {a.id: a, b.id: b}) == 3
