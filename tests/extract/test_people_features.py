from collections.abc import Callable

import pytest

from tumen.extract.figure_candidates import find_candidates
from tumen.extract.figure_slots import SlotReader
from tumen.extract.frame import Frame
from tumen.extract.people_features import (
    Before,
    GroupCandidate,
    group_candidates,
    group_of_figure,
    group_of_statement,
    role_of,
    roles_of,
)
from tumen.records.span import Span

FrameOf = Callable[[str], Frame]
TEXT = "Soldiers came in May. Some 40 loggers live in huts, a manager said."


def candidates(
    frame: Frame, before: Before | None = None
) -> dict[str | None, GroupCandidate]:
    reader = SlotReader.of(frame)
    figure = next(find_candidates(frame, reader))
    element = frame.codebook.elements["people.present"]
    asked = group_of_figure(
        reader.people, reader.places, figure.quantity, figure.around, element, before
    )
    by_rules = reader.people.counted_by(figure.quantity, figure.around)
    found = group_candidates(reader.people, asked, by_rules)
    return {candidate.role: candidate for candidate in found}


def test_every_role_is_a_candidate_and_nobody_the_last(frame_of: FrameOf) -> None:
    frame = frame_of(TEXT)
    assert tuple(candidates(frame)) == (*roles_of(frame.codebook), None)


def test_pay_is_no_role_of_people(frame_of: FrameOf) -> None:
    codebook = frame_of(TEXT).codebook
    assert "pay" not in roles_of(codebook)
    assert role_of("pay of NK workers", codebook) == "own_workers"


def test_the_choice_of_the_rules_is_evidence(frame_of: FrameOf) -> None:
    found = candidates(frame_of(TEXT))
    assert "rules:population.noun" in found["own_workers"].evidence
    assert "rules" not in found["military"].evidence


def test_a_group_before_the_sentence_is_evidence(frame_of: FrameOf) -> None:
    found = candidates(frame_of(TEXT))["military"]
    assert {"at:before:1", "first/near:counted"} <= set(found.evidence)
    assert found.mention is not None
    assert found.mention.name == "NK soldiers"


def test_who_speaks_is_told_apart(frame_of: FrameOf) -> None:
    found = candidates(frame_of(TEXT))["managers"]
    assert "at:sentence/right/cited" in found.evidence


def test_what_nobody_names_stays_a_candidate(frame_of: FrameOf) -> None:
    found = candidates(frame_of(TEXT))["refugees"]
    assert found.mention is None
    assert "unnamed" in found.evidence


def test_a_list_goes_on(frame_of: FrameOf) -> None:
    found = candidates(frame_of(TEXT), Before("military", 0))
    assert "again:1/near:counted" in found["military"].evidence
    assert "again:1/noun" in found["military"].evidence


def test_a_pronoun_is_evidence(frame_of: FrameOf) -> None:
    found = candidates(frame_of("Loggers came. They had 40 mattresses, said Bea."))
    assert "own_workers|pronoun:they" in found["own_workers"].evidence


@pytest.mark.parametrize("analyzer", ["spacy"], indirect=True)
def test_what_a_sentence_is_about_is_evidence(frame_of: FrameOf) -> None:
    found = candidates(frame_of("Loggers sleep 40 to a hut, soldiers say."))
    assert "subject/clause/people" in found["own_workers"].evidence
    assert "own_workers|subject:NOUN" in found["own_workers"].evidence


def test_a_word_before_a_noun_describes_it(frame_of: FrameOf) -> None:
    found = candidates(frame_of("North Korean firms pay 40 loggers."))
    assert "at:clause/left/describing" in found["own_nationals"].evidence


def test_we_are_what_the_speaker_is(frame_of: FrameOf) -> None:
    text = "“We got 40 dollars,” an Uzbek worker said."
    assert "voice:own" in candidates(frame_of(text))["other_workers"].evidence


def test_the_words_of_a_statement_are_its_context(frame_of: FrameOf) -> None:
    frame = frame_of("The men sleep in huts.")
    element = frame.codebook.elements["cond.housing"]
    asked = group_of_statement(frame, Span(0, 21), element)
    assert {"statement", "code:housing", "s:man"} <= set(asked.context)


def test_another_nation_in_the_clause_is_context(frame_of: FrameOf) -> None:
    found = candidates(frame_of("North Koreans cost less than 40 Uzbek welders do."))
    assert "other_workers|nation:other/describing" in found["other_workers"].evidence
