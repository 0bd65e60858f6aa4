import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest

import tumen
from tumen.errors import CaseError, SettingsError, UsageError
from tumen.pipeline.add import add_paths
from tumen.pipeline.case import Case, open_case
from tumen.pipeline.run import run_case
from tumen.records.decision import Verdict
from tumen.records.ids import ClaimId


@pytest.fixture
def full(case: Case, pages: Path, now: datetime) -> Case:
    add_paths(case, [pages, pages / "north"], now=now)
    run_case(case, now=now)
    return case


def test_a_folder_without_settings_is_no_case(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match="there is no case in") as refused:
        open_case(tmp_path)
    assert "tumen new" in refused.value.remedy


def test_settings_without_a_case_file_are_no_case(tmp_path: Path) -> None:
    (tmp_path / "tumen.toml").write_text("")

    with pytest.raises(CaseError, match="is missing"):
        open_case(tmp_path)


def test_wrong_settings_stop_before_anything_is_opened(case: Case) -> None:
    (case.folder / "tumen.toml").write_text("[inject]")

    with pytest.raises(SettingsError, match="inject"):
        open_case(case.folder)


def test_python_code_opens_a_case_by_its_path(full: Case) -> None:
    with tumen.open(str(full.folder)) as again:
        assert again.claims() == full.claims()


def test_a_page_is_found_by_any_of_its_names(full: Case) -> None:
    assert full.document("b.txt") == full.document("north/b.txt")


def test_an_unknown_page_is_none(full: Case) -> None:
    assert full.document("z.txt") is None
    assert full.text_of("z.txt") is None


def test_the_text_of_a_page_is_that_of_its_file(full: Case, pages: Path) -> None:
    assert full.text_of("a.txt") == (pages / "a.txt").read_bytes().decode()


def test_rejected_claims_are_no_claims_but_still_there(
    full: Case, now: datetime
) -> None:
    claim = full.claims()[0]
    full.decide(claim.id, Verdict.REJECT, reason="r", reviewer="R.", at=now)

    assert claim not in full.claims()
    assert claim in [each.claim for each in full.reviewed()]


def test_an_unknown_claim_is_none(full: Case) -> None:
    assert full.claim(ClaimId("0" * 16)) is None


def test_without_decisions_the_head_is_all_zeros(case: Case) -> None:
    assert case.head() == "0" * 64


def test_a_raw_exit_is_kept_with_its_reason(case: Case, now: datetime) -> None:
    case.log_raw_exit("for the second reader", at=now)
    case.log_raw_exit("once more", at=now)

    assert [line.reason for line in case.raw_exits()] == [
        "for the second reader",
        "once more",
    ]


def test_a_raw_exit_without_a_reason_is_refused(case: Case, now: datetime) -> None:
    with pytest.raises(UsageError):
        case.log_raw_exit(" ", at=now)


def test_a_release_is_made_from_the_whole_case(full: Case, now: datetime) -> None:
    release = full.release("inside", made_on=now.date())

    assert release.case == full.name
    assert len(release.claims) == 3
    assert len(release.documents) == 3
    assert release.head == full.head()


def test_a_release_is_made_today_when_no_day_is_given(full: Case) -> None:
    assert full.release("public").made_on


PIPELINE = ("add", "case", "new", "progress", "publish", "remove", "run", "verify")
HEAVY = ("sqlalchemy", "spacy", "http.client", "lxml")


@pytest.mark.parametrize("name", PIPELINE)
def test_what_the_command_line_imports_is_light(name: str) -> None:
    script = f"import tumen.pipeline.{name}, sys; print(*sys.modules)"
    listed = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )

    assert not set(listed.stdout.split()) & set(HEAVY)
