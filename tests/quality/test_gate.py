"""Our own labelled pages are read at least as well as the floors say."""

import json
from importlib.util import find_spec
from pathlib import Path

import pytest

from quality.gate import HERE, MODES, faults, main, quality_page, score_own
from tumen.records.score import ClaimScores, Found, KindScore, Share, SlotScore

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
    half = Share(right=2, asked=4, share=0.5)
    found = Found(found=3, missed=1, extra=0, precision=1.0, recall=0.75, f1=0.86)
    score = ClaimScores(
        pages=1,
        pages_missing=0,
        pages_left_out=0,
        kinds=(KindScore(kind="figure", score=found),),
        joint=half,
        estimate_ready=half,
        slots=(
            SlotScore(slot="unit", score=Share(right=3, asked=3, share=1.0)),
            SlotScore(slot="chain", score=Share(right=0, asked=0, share=None)),
        ),
        repeats=0,
        silent=0,
    )
    own = {"estimate_ready": 0.625}
    page = quality_page({"spacy": score, "regex": score}, {"spacy": own, "regex": own})
    assert "| found | 0.75 | 0.75 |" in page
    assert "| fit for an estimate, but for who is counted | 0.62 | 0.62 |" in page
    assert "| unit | 3 of 3 | 3 of 3 |" in page
    assert "| chain | - | - |" in page


def test_green_claims_have_a_floor_as_soon_as_there_are_any() -> None:
    floors = {"green_right": 0.95}
    assert faults("unseen", {"green": 0.0, "green_right": 0.0}, floors) == []
    assert faults("unseen", {"green": 0.1, "green_right": 0.9}, floors) == [
        "unseen green_right: 0.900, floor 0.95"
    ]
