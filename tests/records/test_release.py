"""What may leave is cleared text, by kind."""

from datetime import date

from tumen.records.release import Cleared, Release, ReleasedEvidence, Withheld


def test_an_empty_release_says_what_was_withheld() -> None:
    release = Release(
        case=Cleared("case"),
        codebook="dprk-labour",
        view="public",
        made_on=date(2025, 1, 1),
        head="0" * 64,
        versions={"code": "0.1.0"},
        withheld=(Withheld("at risk", "claims", 3),),
    )
    assert (release.claims, release.withheld[0].count) == ((), 3)


def test_evidence_is_cleared_as_well() -> None:
    evidence = ReleasedEvidence(0, 4, Cleared("2024"), "the year")
    assert evidence.quote == "2024"
