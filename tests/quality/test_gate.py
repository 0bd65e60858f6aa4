"""Our own labelled pages are read at least as well as the floors say."""

import json
from importlib.util import find_spec
from pathlib import Path

import pytest

from quality.gate import HERE, MODES, faults, main, quality_page, score_own
from quality.score import Score

FLOORS = json.loads((HERE / "floors.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("mode", MODES)
def test_no_floor_is_missed(mode: str, tmp_path: Path) -> None:
    if mode == "spacy" and find_spec("spacy") is None:
        pytest.skip("the English parser is not installed")
    figures, _ = score_own(mode, tmp_path)
    assert faults(f"own {mode}", figures, FLOORS[f"own {mode}"]) == []


def test_a_missed_floor_is_named_with_its_figures() -> None:
    missed = faults("own", {"joint": 0.5, "silent": 1.0}, {"joint": 0.6, "silent": 0})
    assert missed == ["own joint: 0.500, floor 0.6", "own silent: 1.000, floor 0"]


def test_a_missing_folder_of_labelled_texts_stops_the_gate(tmp_path: Path) -> None:
    with pytest.raises(SystemExit):
        main(["--shared", str(tmp_path)])


def test_the_page_gives_the_figures_of_every_mode() -> None:
    score = Score(
        found=3,
        missed=1,
        extra=0,
        joint=2,
        estimate_ready=1,
        slots={"unit": (3, 3)},
        silent=0,
    )
    page = quality_page({"spacy": score, "regex": score})
    assert "| found | 0.75 | 0.75 |" in page
    assert "| unit | 3 of 3 | 3 of 3 |" in page
