"""Answers for machines are cleared by default; in full they need a reason."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tumen.cli.answers import make_table, print_table
from tumen.pipeline.case import open_case

CLAIM_KEYS = {
    "id", "doc", "start", "end", "quote", "kind", "element", "measure", "low", "best",
    "high", "unit", "qualifier", "as_of_start", "as_of_end", "place", "iso",
    "population", "speaker", "speaker_kind", "via", "chain", "hedge", "flags",
    "confidence", "inherited", "alternatives", "rule", "found_by", "auto",
}  # fmt: skip
DOCUMENT_KEYS = {
    "doc", "title", "original_outlet", "host", "published", "updated", "captured",
    "language", "authors", "byline_quote", "reprint_of", "translated_from", "regions",
    "caption_dates", "caption_conflicts", "mask", "sources_independent", "is_relevant",
}  # fmt: skip
ORIGIN_KEYS = {
    "group", "element", "measure", "population", "place", "iso", "as_of_start",
    "as_of_end", "lineages", "relations", "grade",
}  # fmt: skip
ESTIMATE_KEYS = {
    "element", "place", "iso", "date", "q05", "q25", "q50", "q75", "q95", "engine",
    "comparators", "lineages", "excluded",
}  # fmt: skip


@pytest.mark.parametrize(
    ("command", "keys"),
    [
        ("claims", CLAIM_KEYS),
        ("documents", DOCUMENT_KEYS),
        ("origins", ORIGIN_KEYS),
        ("estimate", ESTIMATE_KEYS),
    ],
)
def test_each_line_has_the_promised_keys(
    run: Run, case: Path, command: str, keys: set[str]
) -> None:
    rows = [json.loads(line) for line in run(command, case, "--json").out.splitlines()]
    assert rows
    assert keys <= set(rows[0])


@pytest.mark.parametrize("command", ["claims", "documents", "origins", "estimate"])
def test_cleared_and_full_rows_have_the_same_keys(
    run: Run, case: Path, command: str
) -> None:
    cleared = json.loads(run(command, case, "--json").out.splitlines()[0])
    full = run(command, case, "--json", "--raw", "a test of the keys")
    assert list(cleared) == list(json.loads(full.out.splitlines()[0]))


def test_the_name_of_a_person_who_fled_needs_a_reason(run: Run, case: Path) -> None:
    assert "Han Model" not in run("claims", case, "--json").out
    assert "Han Model" not in run("documents", case, "--json").out
    assert "Han Model" in run("claims", case, "--json", "--raw", "second reader").out


def test_the_reason_is_kept(run: Run, case: Path) -> None:
    run("claims", case, "--json", "--raw", "check by the second reader")
    with open_case(case) as opened:
        assert opened.raw_exits()[-1].reason == "check by the second reader"


@pytest.mark.parametrize("words", [["--raw", "why"], ["--json", "--raw", " "]])
def test_raw_needs_json_and_a_reason(run: Run, case: Path, words: list[str]) -> None:
    shown = run("claims", case, *words)
    assert shown.code == 2
    assert "reason" in shown.err


@pytest.mark.parametrize("command", ["claims", "documents", "origins", "estimate"])
def test_a_table_says_that_it_is_an_inside_view(
    run: Run, case: Path, command: str
) -> None:
    shown = run(command, case)
    assert shown.code == 0
    assert "Inside view" in shown.out


def test_brackets_of_a_page_are_no_markup(capsys: pytest.CaptureFixture[str]) -> None:
    table = make_table("[/x] one", ("what",))
    table.add_row("[red]words[/blue]")
    print_table(table)
    printed = capsys.readouterr().out
    assert "[red]words[/blue]" in printed
    assert "[/x] one" in printed
