"""Nothing about a person at risk leaves by any door of a public release."""

import io
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tumen.errors import ProtectionError
from tumen.protect.facts import CaseFacts
from tumen.protect.release import make_release
from tumen.publish.bundle import publish_files
from tumen.publish.json_lines import encode_rows
from tumen.records.amount import Amount, Measure, Qualifier
from tumen.records.claim import Claim, SpeakerKind, Voice
from tumen.records.claim_id import with_id
from tumen.records.document import Document, Form
from tumen.records.group import Group, Lineage
from tumen.records.ids import CaptureId, GroupId
from tumen.records.release import Cleared, Release
from tumen.records.reviewed import ReviewedClaim, Status

TODAY = date(2026, 6, 1)
NEVER = (
    "Tomo",
    "Verge",
    "fled the yard",
    "One man leaves",
    "tomo-verge",
    "Stillport",
    "Rae Moss",
    "b" * 64,
    "example.org/tomo",
    "not his real name",
)


def everything(release: Release, facts: CaseFacts) -> str:
    """Return every byte of every file of a release as text, archives opened."""
    parts = []
    for name, data in publish_files(release, facts.codebook).items():
        parts += [name, data.decode("utf-8", "replace")]
        if zipfile.is_zipfile(io.BytesIO(data)):
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                parts += [f"{n} {archive.read(n).decode()}" for n in archive.namelist()]
    return "\n".join(parts)


@pytest.mark.parametrize("secret", NEVER)
def test_no_file_of_a_public_release_holds_the_person(
    facts: CaseFacts, secret: str
) -> None:
    assert (
        secret.casefold()
        not in everything(
            make_release(facts, "public", made_on=TODAY), facts
        ).casefold()
    )


def test_no_file_holds_an_id_that_could_be_recomputed(
    facts: CaseFacts, at_risk: Claim
) -> None:
    out = everything(make_release(facts, "public", made_on=TODAY), facts)
    risky = [e.claim.id for e in facts.reviewed if e.claim.capture == at_risk.capture]
    assert [claim for claim in risky if claim in out] == []


def test_the_person_still_counts_in_a_sum(facts: CaseFacts) -> None:
    release = make_release(facts, "public", made_on=TODAY)
    assert [row.element for row in release.claims if row.id.startswith("at-risk")] == [
        "event.escape"
    ]


def test_an_origin_named_after_a_page_at_risk_stays_back(
    facts: CaseFacts, at_risk: Claim
) -> None:
    wage = next(e.claim for e in facts.reviewed if e.claim.element == "cond.wage_net")
    group = Group(
        id=GroupId("c" * 16),
        element=wage.element,
        measure=Measure.MONEY,
        population=None,
        place="Farland",
        iso="FL",
        as_of=wage.as_of,
        lineages=(Lineage("yard.html (own voice)", (wage.id,)),),
    )
    page = replace(facts.documents[at_risk.capture], name="yard.html")
    documents = {**facts.documents, at_risk.capture: page}
    case = replace(facts, groups=(group,), documents=documents)
    out = everything(make_release(case, "public", made_on=TODAY), case)
    assert "yard.html" not in out


@pytest.mark.parametrize("view", ["inside", "raw"])
def test_the_analyst_sees_everything(
    facts: CaseFacts, view: str, at_risk: Claim
) -> None:
    release = make_release(facts, view, made_on=TODAY)
    assert at_risk.quote in [row.quote for row in release.claims]
    assert [mask.quote for row in release.documents for mask in row.mask] == [
        "Tomo Verge"
    ]


def test_the_inside_view_marks_what_a_public_one_takes_out(facts: CaseFacts) -> None:
    release = make_release(facts, "inside", made_on=TODAY)
    assert [row.withheld for row in release.claims] == [(), ("person_at_risk",), ()]


def test_words_of_a_small_count_leave_with_no_other_claim(
    facts: CaseFacts, make_claim: Callable[..., Claim]
) -> None:
    words = "two builders fell"
    small = make_claim(
        words,
        element="people.present",
        amount=Amount(
            measure=Measure.COUNT,
            low=2,
            best=2,
            high=2,
            unit="persons",
            qualifier=Qualifier.EXACT,
        ),
    )
    beside = make_claim(words, element="cond.wage_net", amount=Amount())
    entries = (*facts.reviewed, ReviewedClaim(small), ReviewedClaim(beside))
    release = make_release(replace(facts, reviewed=entries), "public", made_on=TODAY)
    rows = {row.id: row for row in release.claims}
    assert rows[Cleared(beside.id)].quote is None
    assert rows[Cleared(beside.id)].withheld == ("same_words",)
    assert rows[Cleared(small.id)].withheld == ("under_5",)


def test_the_raw_view_marks_nothing(facts: CaseFacts) -> None:
    release = make_release(facts, "raw", made_on=TODAY)
    assert [row.withheld for row in release.claims] == [(), (), ()]


def test_what_is_withheld_is_counted_by_rule(facts: CaseFacts) -> None:
    release = make_release(facts, "public", made_on=TODAY)
    counts = {(row.rule, row.rows): row.count for row in release.withheld}
    assert counts == {
        ("mask", "names"): 1,
        ("person_at_risk", "claims"): 1,
        ("person_at_risk", "documents"): 1,
    }


def test_rejected_claims_are_counted_and_not_released(facts: CaseFacts) -> None:
    rejected = tuple(ReviewedClaim(e.claim, Status.REJECTED) for e in facts.reviewed)
    release = make_release(replace(facts, reviewed=rejected), "public", made_on=TODAY)
    assert release.claims == ()
    assert ("rejected_in_review", 3) in [(w.rule, w.count) for w in release.withheld]


def test_proposals_of_others_are_counted_and_not_released(facts: CaseFacts) -> None:
    waiting = tuple(
        ReviewedClaim(replace(e.claim, found_by="import tool 0123"))
        for e in facts.reviewed
    )
    release = make_release(replace(facts, reviewed=waiting), "public", made_on=TODAY)
    assert release.claims == ()
    assert ("not_reviewed_yet", 3) in [(w.rule, w.count) for w in release.withheld]


def test_one_row_of_a_table_does_not_endanger_the_others(
    facts: CaseFacts,
    make_claim: Callable[..., Claim],
    make_page: Callable[..., Document],
) -> None:
    few = make_claim("a man", element="event.escape")
    case = replace(
        facts,
        documents={CaptureId("a" * 64): make_page(form=Form.TABLE)},
        reviewed=(ReviewedClaim(few), ReviewedClaim(make_claim())),
    )
    assert make_release(case, "public", made_on=TODAY).documents[0].doc == "open.html"


@pytest.mark.parametrize(
    ("name", "shown"), [("harbour", "harbour"), ("Oster file", "case")]
)
def test_a_case_named_after_somebody_is_called_case(
    facts: CaseFacts, name: str, shown: str
) -> None:
    release = make_release(replace(facts, case=name), "public", made_on=TODAY)
    assert release.case == shown


def test_an_unknown_view_is_refused(facts: CaseFacts) -> None:
    with pytest.raises(ProtectionError, match="no view"):
        make_release(facts, "press", made_on=TODAY)


def test_rows_of_all_views_have_the_same_keys(facts: CaseFacts) -> None:
    views = [make_release(facts, view, made_on=TODAY) for view in ("public", "raw")]
    first = [
        encode_rows(release.claims).splitlines()[0].count('":') for release in views
    ]
    assert first[0] == first[1]


NAMES = st.from_regex(r"Xy[a-z]{4,8} Zw[a-z]{4,8}", fullmatch=True)


@given(name=NAMES, position=st.integers(0, 2))
@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    max_examples=25,
    deadline=None,
)
def test_no_withheld_name_appears_in_any_export(
    facts: CaseFacts, name: str, position: int
) -> None:
    """A name of nobody listed, put into quote, voice, chain and file name at once."""
    entry = facts.reviewed[position]
    claim = replace(
        entry.claim,
        quote=f"{entry.claim.quote}, {name} said",
        speaker=Voice(name, SpeakerKind.NAMED),
        via=name,
        chain=(name,),
        place=name,
        population=name,
    )
    page = facts.documents[claim.capture]
    named = replace(page, name=f"{name}.html", title=f"{name} speaks", host=name)
    case = replace(
        facts,
        case=name,
        reviewed=(ReviewedClaim(with_id(replace(claim, doc=named.name))),),
        documents={**facts.documents, page.capture: named},
    )
    out = everything(make_release(case, "public", made_on=TODAY), case)
    assert [part for part in name.split() if part in out] == []


@pytest.mark.parametrize("name", ["iva_lund/yard.html", "ivalund.html"])
def test_a_file_named_after_somebody_on_another_page_gets_a_label(
    facts: CaseFacts, make_page: Callable[..., Document], name: str
) -> None:
    told = make_page("Yards\nA builder, Iva Lund, spoke.", capture=CaptureId("d" * 64))
    page = make_page(name=name)
    documents = {told.capture: told, page.capture: page, **facts.documents}
    documents[page.capture] = page
    case = replace(facts, documents=documents)
    out = everything(make_release(case, "public", made_on=TODAY), case)
    assert name not in out


def test_a_case_named_after_somebody_on_a_page_is_called_case(
    facts: CaseFacts, make_page: Callable[..., Document]
) -> None:
    told = make_page("Yards\nA builder, Iva Lund, spoke.")
    case = replace(
        facts,
        case="talks-with-iva-lund",
        documents={**facts.documents, told.capture: told},
    )
    assert make_release(case, "public", made_on=TODAY).case == "case"
