"""Lines that hold anything at all; pages by name or hash."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.pipeline.conftest import NOW
from tumen.errors import ClaimRefused, UsageError
from tumen.extract.regex_analyzer import RegexAnalyzer
from tumen.pipeline.add import add_paths
from tumen.pipeline.case import Case
from tumen.pipeline.proposed_rows import (
    MOST_BYTES,
    MOST_LETTERS,
    Pages,
    check_rows,
    decode_row,
    shorten_value,
    split_lines,
)
from tumen.pipeline.run import run_case
from tumen.records.proposed import ProposedClaim

LEAST = (
    b'"quote":"300","kind":"figure","element":"people.present","speaker":"article",'
    b'"speaker_kind":"author","hedge":"asserted"'
)


@pytest.mark.parametrize(
    ("data", "lines"),
    [
        (b"", []),
        (b"\n \n", []),
        (b"a", [(1, b"a")]),
        (b"a\n\nb\r\n", [(1, b"a"), (3, b"b\r")]),
        (b"x" * (MOST_BYTES + 9) + b"\nb", [(1, b"x" * (MOST_BYTES + 1)), (2, b"b")]),
    ],
)
def test_lines_are_counted_and_long_ones_cut(
    data: bytes, lines: list[tuple[int, bytes]]
) -> None:
    assert list(split_lines(data)) == lines


ROW = b"{" + LEAST + b"}"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "holds no row"),
        (b" \n\n", "holds no row"),
        (ROW.decode().encode("utf-16"), "is no text in UTF-8"),
        (bytes(range(256)) * 40, "is no text in UTF-8"),
        (b"[" + ROW + b"]", "is one JSON value"),
        (b"\n[\n" + ROW + b",\n" + ROW + b"\n]\n", "is one JSON value"),
        (ROW.replace(b",", b",\n"), "is one JSON value"),
    ],
)
def test_a_file_that_is_no_list_of_rows_is_refused_as_a_whole(
    data: bytes, said: str
) -> None:
    with pytest.raises(UsageError, match=f"rows.jsonl {said}") as caught:
        check_rows("rows.jsonl", data)
    assert "docs/howto/import_claims.md" in caught.value.remedy


@pytest.mark.parametrize(
    "data",
    [
        ROW,
        ROW + b"\r\n",
        ROW + b"\n" + ROW,
        b"nonsense\n" + ROW,
        b"[" * 100_000,
        b"\xff\xfe{\n",
    ],
)
def test_rows_are_judged_one_by_one(data: bytes) -> None:
    check_rows("rows.jsonl", data)


def test_a_row_is_read_and_what_it_does_not_know_passed_over() -> None:
    row = decode_row(b"{" + LEAST + b',"confidence":1.0,"note":"x"}')
    assert (row.quote, row.best) == ("300", None)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (b"nonsense", "malformed"),
        (b"[]", "Expected `object`"),
        (b"{}", "missing required field"),
        (b"{" + LEAST + b',"best":NaN}', "malformed"),
        (b"{" + LEAST + b',"best":1e999}', "out of range"),
        (b"{" + LEAST + b',"best":' + b"9" * 400 + b"}", "out of range"),
        (b"{" + LEAST + b',"best":"300"}', "Expected `float"),
        (b"{" + LEAST + b',"best":true}', "Expected `float"),
        (b"{" + LEAST + b',"start":1.5}', "Expected `int"),
        (b"{" + LEAST + b',"as_of_start":"soon"}', "date"),
        (b"{" + LEAST + b',"as_of_start":"2024-02-31"}', "date"),
        (b"{" + LEAST + b',"hedge":"certain"}', "Invalid enum value"),
        (b"{" + LEAST + b',"flags":"true"}', "Expected `array`"),
        (b"{" + LEAST + b',"doc":"\xff\xfe"}', "not in UTF-8"),
        (b"{" + LEAST + b',"z":' + b"[" * 40_000 + b"]" * 40_000 + b"}", "nested"),
        (b"x" * (MOST_BYTES + 1), "longer than"),
        (b'{"quote":"\\ud800"}', "truncated"),
    ],
)
def test_a_line_that_is_no_row_is_refused(line: bytes, said: str) -> None:
    with pytest.raises(ClaimRefused) as caught:
        decode_row(line)
    assert said in caught.value.problem
    assert len(caught.value.problem) <= MOST_LETTERS + 3


def test_a_value_that_cannot_be_printed_can_be_shown() -> None:
    assert shorten_value("a\x1b[2J\nb") == "a�[2J�b"
    assert len(shorten_value("x" * 1000)) == MOST_LETTERS + 3


@pytest.fixture
def found(case: Case, pages: Path) -> Iterator[Pages]:
    add_paths(case, [pages], now=NOW)
    run_case(case, now=NOW)
    with case.store.reading() as reader:
        yield Pages(reader, case.codebook, RegexAnalyzer())


def row(doc: str | None, capture: str | None = None) -> ProposedClaim:
    line = decode_row(b"{" + LEAST + b"}")
    return ProposedClaim(
        quote=line.quote,
        kind=line.kind,
        element=line.element,
        speaker=line.speaker,
        speaker_kind=line.speaker_kind,
        hedge=line.hedge,
        doc=doc,
        capture=capture,
    )


def test_a_page_by_name_hash_or_both(found: Pages) -> None:
    page = found.page_of(row("a.txt"))
    capture = str(page.document.capture)
    assert found.page_of(row(None, capture)) is page
    assert found.page_of(row("a.txt", capture)) is page


@pytest.mark.parametrize(
    ("doc", "capture", "said"),
    [
        (None, None, "names no page"),
        ("other.txt", None, "no page 'other.txt'"),
        (None, "0" * 64, "no page '000"),
        ("a.txt", "0" * 64, "'a.txt' is not made of the bytes '000"),
        ("\x1b[2J", None, "no page '"),
    ],
)
def test_a_page_that_is_not_there_is_refused(
    found: Pages, doc: str | None, capture: str | None, said: str
) -> None:
    with pytest.raises(ClaimRefused) as caught:
        found.page_of(row(doc, capture))
    assert said in caught.value.problem
    assert "\x1b" not in caught.value.problem
