"""Scores are plain figures, the same in the terminal and as JSON."""

import json

import pytest

from tumen.publish.json_lines import encode_rows
from tumen.records.score import ClaimScores, Found, KindScore, Scores, Share

FOUND = Found(found=1, missed=0, extra=0, precision=1.0, recall=1.0, f1=1.0)
HALF = Share(right=1, asked=2, share=0.5)
CLAIMS = ClaimScores(
    pages=1,
    pages_missing=0,
    pages_left_out=0,
    kinds=(KindScore(kind="figure", score=FOUND),),
    joint=HALF,
    estimate_ready=HALF,
    slots=(),
    repeats=0,
    silent=0,
)


def test_one_kind_can_be_asked_for() -> None:
    assert CLAIMS.of_kind("figure") == FOUND


def test_a_kind_that_was_not_scored_is_an_error() -> None:
    with pytest.raises(KeyError):
        CLAIMS.of_kind("rumour")


def test_parts_that_were_not_scored_are_null() -> None:
    row = json.loads(encode_rows([Scores(claims=CLAIMS, left_out=("series",))]))
    assert row["claims"]["joint"]["share"] == 0.5
    assert (row["series"], row["left_out"]) == (None, ["series"])
