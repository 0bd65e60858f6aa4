"""A line of the review record says everything it is hashed over."""

from dataclasses import fields

from tumen.records.decision import Decision, Verdict


def test_a_decision_has_nothing_beside_what_is_hashed() -> None:
    assert [field.name for field in fields(Decision)] == [
        "number",
        "subject",
        "verdict",
        "reason",
        "correction",
        "reviewer",
        "at",
        "before",
        "hash",
    ]


def test_there_are_five_verdicts() -> None:
    assert [verdict.value for verdict in Verdict] == [
        "accept",
        "reject",
        "correct",
        "add",
        "undo",
    ]
