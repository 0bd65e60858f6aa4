"""The numbers of a case's model, for other tools."""

from pathlib import Path

from tests.conftest import NOW
from tumen.pipeline.case import open_case
from tumen.pipeline.export_model import annual_elements, export_model


def test_three_files_are_written(finished_case: Path) -> None:
    with open_case(finished_case) as case:
        files = export_model(case, today=NOW.date(), observations=True)
    assert sorted(files) == ["draws.npz", "observations.csv", "priors.json"]


def test_no_name_stands_in_them(finished_case: Path) -> None:
    with open_case(finished_case) as case:
        files = export_model(case, today=NOW.date(), observations=True)
    assert b"Interior Ministry" not in files["observations.csv"]


def test_hiding_and_flight_are_annual(finished_case: Path) -> None:
    with open_case(finished_case) as case:
        assert {"people.hiding", "people.fled"} <= annual_elements(case)
