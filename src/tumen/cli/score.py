"""`tumen score`: how well a case was read and answered, against what is known."""

import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from tumen.cli.answers import make_table
from tumen.cli.options import CaseFolder
from tumen.cli.wording import counted
from tumen.pipeline.case import open_case
from tumen.pipeline.score import read_truth, score_case
from tumen.publish.json_lines import encode_rows
from tumen.records.score import (
    ClaimScores,
    DocumentScores,
    Found,
    LeakScores,
    OriginScores,
    Scores,
    SeriesScores,
    Share,
)

MOST_TOLD = 20
"""Labels and leaks listed one by one; the rest is counted."""
NOTHING = "-"


def score(
    case: CaseFolder,
    truth: Annotated[
        Path,
        typer.Argument(
            metavar="TRUTH",
            help="Folder with claims.jsonl, documents.jsonl, origins.jsonl, "
            "series.jsonl, leaks.jsonl (any of them), or a .jsonl file of labels, with "
            "its documents beside it as NAME_docs.jsonl.",
            show_default=False,
        ),
    ],
    as_json: Annotated[
        bool, typer.Option("--json", help="Print one JSON object.")
    ] = False,
) -> int:
    """Compare a case that has been run with what is known about its pages.

    Claims are paired with labels by their words: which were found, which slots are
    right. `joint` asks for value, measure and speaker together, `estimate ready` for
    all that an estimate uses. Origins are compared claim by claim, dated answers with
    the true numbers, and everything that leaves by default is searched for words that
    may not. Ranges in brackets are 95 % intervals over pages. What the truth does not
    hold is left out and named.
    """
    known = read_truth(truth)
    with open_case(case) as opened:
        scores = score_case(opened, known, made_on=datetime.now(UTC).date())
    if as_json:
        sys.stdout.write(encode_rows([scores]))
        return 0
    console = Console()
    for table in show(scores):
        console.print(table)
        console.print()
    for note in notes(scores):
        console.print(note, markup=False, highlight=False)
    return 0


def show(scores: Scores) -> Iterator[Table]:
    """Yield a table for each part that was scored."""
    if scores.claims:
        yield _claims(scores.claims)
        yield _shares(
            "Slots, over the claims found",
            [
                *(
                    (row.slot.replace("_", " "), row.score)
                    for row in scores.claims.slots
                ),
                ("joint, of all figures", scores.claims.joint),
                ("estimate ready, of all figures", scores.claims.estimate_ready),
            ],
        )
    if scores.documents:
        yield _documents(scores.documents)
    if scores.origins:
        yield _origins(scores.origins)
    if scores.series:
        yield _series(scores.series)
    if scores.leaks and scores.leaks.leaks:
        yield _leaks(scores.leaks)


def notes(scores: Scores) -> Iterator[str]:
    """Yield what to know with the tables, line by line."""
    claims, documents = scores.claims, scores.documents
    if claims and claims.pages == claims.pages_missing:
        yield "None of the labelled pages is in the case: is it their truth?"
    if claims:
        yield (
            f"{counted(claims.pages, 'labelled page')}, {claims.pages_missing} not in the "
            f"case; {claims.pages_left_out} of the case not labelled, so not scored."
        )
        yield (
            f"Repeats of a labelled figure, not counted: {claims.repeats}. "
            f"Claims from menus and comments: {claims.silent}."
        )
        yield from _lost(claims.not_placed)
    if documents and documents.undated:
        yield f"Pages without a date that have one: {documents.undated}."
    if scores.series and scores.series.never_answered:
        yield f"Never answered: {', '.join(scores.series.never_answered)}."
    if scores.leaks:
        yield (
            f"Leaks: {scores.leaks.count}, of {counted(scores.leaks.forbidden, 'text')} "
            f"searched in {scores.leaks.texts} files and answers that leave."
        )
    if scores.left_out:
        yield f"Left out, the truth holds nothing about it: {', '.join(scores.left_out)}."


def _lost(labels: Sequence[str]) -> Iterator[str]:
    if labels:
        more = "" if len(labels) <= MOST_TOLD else ", ..."
        yield (
            f"Labels whose words stand nowhere on their page, counted as missed: "
            f"{len(labels)} ({', '.join(labels[:MOST_TOLD])}{more})."
        )


def _claims(scores: ClaimScores) -> Table:
    table = make_table(
        "Claims",
        ("kind!", "found#", "missed#", "extra#", "precision#", "recall#", "F1#", "!"),
    )
    for row in scores.kinds:
        table.add_row(row.kind, *_found(row.score))
    return table


def _found(score: Found) -> tuple[str, ...]:
    counts = (score.found, score.missed, score.extra)
    shares = (score.precision, score.recall, score.f1)
    return (*map(str, counts), *map(_share, shares), _range(score))


def _shares(title: str, rows: Sequence[tuple[str, Share]]) -> Table:
    table = make_table(title, ("what!", "right#", "of#", "share#", "!"))
    for name, row in rows:
        table.add_row(
            name, str(row.right), str(row.asked), _share(row.share), _range(row)
        )
    return table


def _documents(scores: DocumentScores) -> Table:
    found = scores.reprints
    table = _shares(
        f"Pages: {scores.pages}, {scores.pages_missing} not in the case",
        [
            ("day of publication", scores.published_day),
            ("publication meets", scores.published),
            ("outlet", scores.original_outlet),
            ("title", scores.title),
            ("language", scores.language),
        ],
    )
    table.add_row(
        "copies found", str(found.found), str(found.found + found.missed),
        _share(found.recall), f"{found.extra} told that are none, or of another outlet",
    )  # fmt: skip
    return table


def _origins(scores: OriginScores) -> Table:
    pairs = scores.pairs
    table = make_table("Origins, over the claims found", ("what!", "#"))
    for name, value in (
        ("claims with a known origin", str(scores.claims)),
        ("pairs of one origin: precision", _share(pairs.precision)),
        ("pairs of one origin: recall", _share(pairs.recall)),
        ("pairs of one origin: F1", _share(pairs.f1)),
        ("facts", str(scores.facts)),
        ("origins there are", str(scores.origins)),
        ("origins counted", str(scores.counted)),
        ("facts with the right number", str(scores.right)),
        ("facts with too many", str(scores.over)),
        ("facts with too few", str(scores.under)),
    ):
        table.add_row(name, value)
    return table


def _series(scores: SeriesScores) -> Table:
    table = make_table(
        "Answers against the true numbers; a good 90 % band holds 0.90",
        ("code!", "dates#", "bands#", "inside#", "share#", "error#", "width#",
         "of two#", "inside#", "none#", "no model#"),
    )  # fmt: skip
    for row in (*scores.codes, scores.whole):
        width = NOTHING if row.width is None else f"{row.width:.1f}"
        table.add_row(
            row.code, str(row.dates), str(row.bands), str(row.inside),
            _share(row.share), _share(row.error), width, str(row.conditionals),
            str(row.either), str(row.unanswered), str(row.others),
        )  # fmt: skip
    return table


def _leaks(scores: LeakScores) -> Table:
    table = make_table(
        "Words that may not leave, by their number in the list",
        ("text#", "why", "where", "times#"),
    )
    for row in scores.leaks[:MOST_TOLD]:
        table.add_row(f"no. {row.forbidden}", row.why, row.place, str(row.count))
    if len(scores.leaks) > MOST_TOLD:
        table.add_row("", f"and {len(scores.leaks) - MOST_TOLD} more places", "", "")
    return table


def _share(value: float | None) -> str:
    return NOTHING if value is None else f"{value:.3f}"


def _range(row: Share | Found) -> str:
    if row.low is None or row.high is None:
        return ""
    return f"[{row.low:.2f}-{row.high:.2f}]"
