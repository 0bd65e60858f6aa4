"""Pictures are cleared files: SVG always, PNG with an optional part."""

import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.cli.conftest import Run
from tumen.pipeline.case import Case, open_case
from tumen.publish import raster
from tumen.records.release import ReleasedProjection


@pytest.mark.parametrize(
    ("kind", "root"),
    [
        ("system", '<svg class="system"'),
        ("series", '<svg class="figures"'),
        ("pulls", '<svg class="pulls"'),
        ("prior", '<svg class="prior"'),
    ],
)
def test_each_kind_is_written_as_svg(
    run: Run, case: Path, tmp_path: Path, kind: str, root: str
) -> None:
    out = tmp_path / "picture.svg"
    shown = run("picture", case, kind, "--out", out)
    assert (shown.code, shown.out.strip()) == (0, str(out))
    assert root in out.read_text(encoding="utf-8")


def test_the_year_of_the_system_can_be_chosen(
    run: Run, case: Path, tmp_path: Path
) -> None:
    out = tmp_path / "system.svg"
    run("picture", case, "system", "--year", 2018, "--out", out)
    assert ">2018</tspan>" in out.read_text(encoding="utf-8")


@pytest.mark.parametrize("code", ["people.present", "C3"])
def test_a_series_is_named_by_its_element_or_its_box(
    run: Run, case: Path, tmp_path: Path, code: str
) -> None:
    out = tmp_path / "series.svg"
    assert run("picture", case, "series", "--element", code, "--out", out).code == 0
    assert ", Russia</text>" in out.read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", ["pulls", "prior"])
def test_pulls_and_prior_of_a_box_are_those_of_its_series(
    run: Run, case: Path, tmp_path: Path, kind: str
) -> None:
    out = tmp_path / "picture.svg"
    shown = run("picture", case, kind, "--element", "C3", "--out", out)
    assert shown.code == 0
    assert "NK workers, Russia" in out.read_text(encoding="utf-8")


def test_a_picture_is_cleared(run: Run, case: Path, tmp_path: Path) -> None:
    out = tmp_path / "flight.svg"
    run("picture", case, "system", "--out", out)
    assert "Han Model" not in out.read_text(encoding="utf-8")
    with open_case(case) as opened:
        assert opened.raw_exits() == ()


def test_a_raw_picture_needs_a_reason_that_is_kept(
    run: Run, case: Path, tmp_path: Path
) -> None:
    out = tmp_path / "system.svg"
    assert run("picture", case, "system", "--out", out, "--raw", " ").code == 2
    assert run("picture", case, "system", "--out", out, "--raw", "for print").code == 0
    with open_case(case) as opened:
        assert opened.raw_exits()[-1].reason == "for print"


def test_a_name_nobody_knows_is_said_with_the_nearest(
    run: Run, case: Path, tmp_path: Path
) -> None:
    shown = run(
        "picture",
        case,
        "series",
        "--element",
        "people.presnt",
        "--out",
        tmp_path / "p.svg",
    )
    assert shown.code == 2
    assert "people.present" in shown.err


def test_a_series_without_figures_is_said_to_have_none(
    run: Run, case: Path, tmp_path: Path
) -> None:
    out = tmp_path / "p.svg"
    shown = run("picture", case, "pulls", "--year", 1950, "--out", out)
    assert shown.code == 1
    assert "nothing to draw" in shown.err
    assert not out.exists()


def test_another_kind_of_file_is_refused(run: Run, case: Path, tmp_path: Path) -> None:
    shown = run("picture", case, "system", "--out", tmp_path / "p.pdf")
    assert shown.code == 2
    assert ".svg or .png" in shown.err


def test_png_without_its_part_says_how_to_install_it(
    run: Run, case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    shown = run("picture", case, "system", "--out", tmp_path / "p.png")
    assert shown.code == 1
    assert 'pip install "tumen[pictures]"' in shown.err


def test_png_is_written_with_its_part(
    run: Run, case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    raster._has_font.cache_clear()
    painter = SimpleNamespace(
        svg_to_bytes=lambda svg_string, **how: svg_string.encode()
    )
    monkeypatch.setitem(sys.modules, "resvg_py", painter)
    out = tmp_path / "p.png"
    assert run("picture", case, "system", "--out", out).code == 0
    assert b"<svg" in out.read_bytes()


def test_a_what_if_needs_its_scenario(run: Run, case: Path, tmp_path: Path) -> None:
    shown = run("picture", case, "what-if", "--out", tmp_path / "p.svg")
    assert shown.code == 2
    assert "recall" in shown.err


def test_a_what_if_is_asked_as_public_and_drawn_beside_no_change(
    run: Run, case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[tuple[str, ...], str]] = []

    def rows(
        case: Case, names: Sequence[str], *, view: str, made_on: date
    ) -> tuple[ReleasedProjection, ...]:
        asked.append((tuple(names), view))
        return tuple(projection(name) for name in names)

    monkeypatch.setattr(Case, "what_if_rows", rows)
    out = tmp_path / "p.svg"
    call = ("picture", case, "what-if", "--scenario", "recall", "--out", out)
    assert run(*call).code == 0
    assert asked == [(("baseline", "recall"), "public")]
    assert "What if: recall" in out.read_text(encoding="utf-8")


def projection(scenario: str) -> ReleasedProjection:
    return ReleasedProjection(
        scenario=scenario,
        label=scenario,
        measure="unmet need",
        year=1,
        first=date(2026, 1, 1),
        last=date(2026, 12, 31),
        unit="persons/year",
        q05=20.0,
        q25=60.0,
        q50=104.0,
        q75=190.0,
        q95=520.0,
    )
