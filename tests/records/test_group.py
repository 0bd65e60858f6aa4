"""Groups hold lineages and relations by id."""

from tumen.records.group import Lineage, RelationKind
from tumen.records.ids import ClaimId


def test_a_lineage_has_no_echo_unless_it_is_given() -> None:
    assert Lineage("Ilse Beispiel", (ClaimId("0" * 16),)).echoes == ()


def test_relations_are_named_in_plain_words() -> None:
    assert [kind.value for kind in RelationKind] == [
        "agrees",
        "contradicts",
        "changed over time",
        "differs in scope",
        "revises",
        "derived from",
        "corrupted echo",
    ]
