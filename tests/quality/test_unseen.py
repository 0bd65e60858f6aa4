"""Texts that nobody had read are read at least as well as the floors say."""

import json
import re
from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path

import pytest

from quality.agreement import SECOND, score_agreement
from quality.articles import CODEBOOK, Labelled, faults_of, load_labelled
from quality.gate import HERE, MODES, faults
from quality.learn.cases import open_texts
from quality.learn.texts import FOLDERS, load_texts
from quality.unseen import UNSEEN, read_unseen, score_unseen, summary
from quality.unseen_page import unseen_page, wilson
from tumen.codebook.load import load_codebook
from tumen.extract.analyzer import load_analyzer
from tumen.score.names import SameNames

FLOORS = json.loads((HERE / "floors.json").read_text(encoding="utf-8"))
BOOK = load_codebook(CODEBOOK)
RUN, MOST_SHARED = 8, 30
"""Words in a row, and how many such runs both sets may share: names of bodies and
resolutions (a copied sentence of twenty words alone would add thirteen)."""
LOOK_AGAIN = "look again"


@pytest.mark.parametrize("mode", MODES)
def test_no_floor_is_missed(mode: str) -> None:
    if mode == "spacy" and find_spec("spacy") is None:
        pytest.skip("the English parser is not installed")
    figures = score_unseen(mode).floors()
    assert faults(f"unseen {mode}", figures, FLOORS[f"unseen {mode}"]) == []


def test_no_unseen_text_is_a_near_copy_of_a_training_text() -> None:
    learned = _runs(load_texts())
    assert len(learned & _runs(load_labelled(UNSEEN))) <= MOST_SHARED


def _runs(texts: Iterable[Labelled]) -> set[str]:
    """Return the runs of eight words of texts, in lower case."""
    rows = (re.findall(r"\w+", text.text.lower()) for text in texts)
    return {
        " ".join(words[at : at + RUN])
        for words in rows
        for at in range(len(words) - RUN + 1)
    }


@pytest.mark.parametrize(
    "folder",
    [*FOLDERS, UNSEEN, SECOND],
    ids=lambda folder: folder.name,
)
def test_labels_are_well_formed(folder: Path) -> None:
    texts = load_labelled(folder)
    found = [fault for text in texts for fault in faults_of(text, BOOK)]
    assert [fault for fault in found if LOOK_AGAIN not in fault] == []


def test_no_text_is_both_learned_from_and_unseen() -> None:
    learned = load_texts()
    seen = {_words(text) for text in learned}
    assert not seen & {_words(text) for text in load_labelled(UNSEEN)}


def _words(text: Labelled) -> str:
    return " ".join(text.text.split())


def test_the_page_shows_modes_slots_and_the_curve() -> None:
    opened = open_texts(load_labelled(UNSEEN)[:2], BOOK, load_analyzer("regex"))
    unseen = read_unseen(opened, BOOK, SameNames(BOOK))
    curve = [{"texts": 0.0, "figure_f1": 0.5, "joint": 0.25, "estimate_ready": 0.1}]
    page = unseen_page({"regex": unseen}, curve, score_agreement())
    assert "| 0 | 0.50 | 0.25 | 0.10 |" in page
    assert "| speaker |" in page
    assert "Others labelled the same texts again" in page
    assert summary("regex", unseen.floors()).startswith("unseen regex figure_f1 ")


def test_eight_of_ten_lie_between_049_and_094() -> None:
    assert wilson(8, 10) == pytest.approx((0.490, 0.943), abs=0.001)
