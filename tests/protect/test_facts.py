"""A case is handed to protect as a whole."""

from tumen.protect.facts import CaseFacts


def test_the_facts_hold_rejected_claims_too(facts: CaseFacts) -> None:
    assert len(facts.reviewed) == 3
