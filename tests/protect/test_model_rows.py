"""What the model adds to an answer tells no more than its claims may."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from tumen.protect.answer_view import Answers, small_hider
from tumen.protect.clear import clear
from tumen.protect.model_rows import (
    conditional_rows,
    projection_rows,
    sensitivity_rows,
    weighed_fields,
)
from tumen.protect.policy import load_policy
from tumen.protect.risk import Guard
from tumen.records.claim import Claim
from tumen.records.estimate import (
    Comparators,
    Conditional,
    Estimate,
    Projection,
    Pull,
    Quantiles,
    Verdict,
    Weighed,
)
from tumen.records.ids import ClaimId
from tumen.records.release import ReleasedEstimate, ReleasedPull

TODAY = date(2026, 6, 1)
BAND = Quantiles(3.0, 8.0, 20.0, 40.0, 90.0)


@pytest.fixture
def first(make_claim: Callable[..., Claim]) -> Claim:
    return make_claim()


@pytest.fixture
def answers(guard: Guard, first: Claim, at_risk: Claim) -> Answers:
    return Answers(
        guard=guard,
        claims={claim.id: claim for claim in (first, at_risk)},
        ids={first.id: clear(first.id), at_risk.id: clear("at-risk-0001")},
        public=True,
        made_on=TODAY,
        voices=frozenset({"Tomo Verge"}),
    )


def estimate(**weighed: object) -> Estimate:
    slots = {
        "verdict": Verdict.BAND, "why": None, "evidence": 0.6, "prior": BAND,
        "origins": (), "claims": (),
    }  # fmt: skip
    return Estimate(
        element="people.present",
        measure="stock",
        unit="persons",
        population="builders",
        place="Farland",
        iso="FL",
        date=date(2024, 12, 31),
        q05=3.0,
        q25=8.0,
        q50=20.0,
        q75=40.0,
        q95=90.0,
        engine="model",
        comparators=Comparators(None, None, None, None),
        lineages=(),
        claims=(),
        weighed=Weighed(**{**slots, **weighed}),  # type: ignore[arg-type]  # any slot
    )


def pulls_of(row: Estimate, answers: Answers) -> tuple[ReleasedPull, ...]:
    hide = small_hider(answers, (row.element,))
    return weighed_fields(row, answers, hide)["pulls"]


def fields(row: Estimate, answers: Answers) -> dict[str, object]:
    return dict(weighed_fields(row, answers, small_hider(answers, (row.element,))))


def pull_of(*claims: ClaimId, name: str = "Harbour Ministry") -> Pull:
    return Pull("origin", name, 1.2, claims)


def test_without_a_model_there_is_nothing_to_add(answers: Answers) -> None:
    bare = replace(estimate(), weighed=None)
    assert fields(bare, answers) == {}


def test_verdict_and_evidence_leave_as_they_are(answers: Answers) -> None:
    found = fields(estimate(), answers)
    assert (found["verdict"], found["evidence"]) == ("band", 0.6)


def test_small_counts_in_the_prior_are_taken_out(answers: Answers) -> None:
    prior = fields(estimate(), answers)["prior"]
    assert prior == {"q05": None, "q25": 8.0, "q50": 20.0, "q75": 40.0, "q95": 90.0}


def test_a_listed_body_is_named_with_its_pull(answers: Answers, first: Claim) -> None:
    (pull,) = pulls_of(estimate(pulls=(pull_of(first.id),)), answers)
    assert (pull.name, pull.factor) == ("Harbour Ministry", 1.2)


def test_whoever_speaks_of_a_person_at_risk_is_numbered(
    answers: Answers, at_risk: Claim
) -> None:
    (pull,) = pulls_of(estimate(pulls=(pull_of(at_risk.id),)), answers)
    assert (pull.name, pull.claims) == ("one origin", ("at-risk-0001",))


def test_its_claim_stands_beside_no_other(
    answers: Answers, first: Claim, at_risk: Claim
) -> None:
    (pull,) = pulls_of(estimate(pulls=(pull_of(first.id, at_risk.id),)), answers)
    assert pull.claims == (clear(first.id),)


def test_a_withheld_voice_is_numbered_in_a_pull(answers: Answers, first: Claim) -> None:
    told = pull_of(first.id, name="Tomo Verge")
    (pull,) = pulls_of(estimate(pulls=(told,)), answers)
    assert pull.name == "one origin"


def test_houses_are_always_named(answers: Answers) -> None:
    told = Pull("house", "an unnamed voice", 0.8)
    (pull,) = pulls_of(estimate(pulls=(told,)), answers)
    assert pull.name == "an unnamed voice"


def test_an_outlier_is_named_only_when_it_may_be(answers: Answers) -> None:
    row = estimate(outliers=("Tomo Verge",), notes=("Something else.",))
    assert fields(row, answers)["notes"] == (
        "Something else.",
        "Taken for an outlier: one origin.",
    )


def test_both_sides_of_a_conflict_hide_small_counts(
    answers: Answers, first: Claim
) -> None:
    side = Conditional("Harbour Ministry", (first.id,), "Tomo Verge", BAND)
    hide = small_hider(answers, ("people.present",))
    (row,) = conditional_rows((side,), answers, hide, ("people.present",))
    assert (row.origin, row.against) == ("Harbour Ministry", "the other origin")
    assert (row.q05, row.q50) == (None, 20.0)


def counted_of(
    claim: Claim, answers: Answers, *shown: str, populations: tuple[str, ...] = ()
) -> str | None:
    """What is said of a claim's figure beside an answer about these elements."""
    side = Conditional("Harbour Ministry", (claim.id,), "b", BAND, "border crossings")
    hide = small_hider(answers, shown)
    (row,) = conditional_rows((side,), answers, hide, shown, populations)
    return row.counted


def test_a_side_says_what_it_counted_where_the_answer_is_about_something_else(
    answers: Answers, first: Claim
) -> None:
    assert counted_of(first, answers, "money.wages_kept") == "border crossings"
    assert counted_of(first, answers, first.element) is None


def test_a_side_that_counted_another_group_says_so(
    answers: Answers, first: Claim
) -> None:
    other = counted_of(first, answers, first.element, populations=("loggers",))
    assert other == "border crossings"


def test_of_people_at_risk_it_is_not_told(answers: Answers, at_risk: Claim) -> None:
    assert counted_of(at_risk, answers, "money.wages_kept") is None


def projection() -> Projection:
    return Projection(
        scenario="calm",
        measure="unmet need",
        year=1,
        first=date(2026, 7, 1),
        last=date(2027, 6, 30),
        unit="persons/year",
        quantiles=BAND,
    )


def test_a_projection_hides_small_counts_in_public() -> None:
    policy, labels = load_policy(), {"calm": "all calm"}
    (row,) = projection_rows((projection(),), labels, policy, public=True)
    assert (row.label, row.q05, row.q25, row.under) == ("all calm", None, 8.0, 5)


def test_inside_it_is_whole() -> None:
    (row,) = projection_rows((projection(),), {}, load_policy(), public=False)
    assert (row.label, row.q05, row.under) == ("calm", 3.0, None)


def released(q50: float | None, verdict: str | None) -> ReleasedEstimate:
    return ReleasedEstimate(
        element="people.present",
        measure="stock",
        unit="persons",
        population=clear("builders"),
        place=clear("Farland"),
        iso="FL",
        date=date(2024, 12, 31),
        q05=None,
        q25=None,
        q50=q50,
        q75=None,
        q95=None,
        engine="model",
        carried_from=None,
        comparators={},
        lineages=(),
        claims=(),
        excluded=(),
        verdict=verdict,
    )


def test_medians_stand_side_by_side_by_factor() -> None:
    (row,) = sensitivity_rows(
        {0.7: [released(70, "band")], 1.0: [released(100, "band")]}
    )
    assert row.medians == {"0.7": 70, "1": 100}


def test_two_estimates_have_no_median() -> None:
    (row,) = sensitivity_rows(
        {0.7: [released(None, "conditional")], 1.0: [released(100, "band")]}
    )
    assert row.medians == {"0.7": None, "1": 100}
    assert row.verdicts == {"0.7": "conditional", "1": "band"}


def test_rows_without_an_estimate_are_left_out() -> None:
    assert sensitivity_rows({1.0: [released(50, "none"), released(3, None)]}) == ()
