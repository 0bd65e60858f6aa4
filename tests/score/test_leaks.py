"""Words that may not leave are found in whatever leaves."""

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tumen.records.truth import Forbidden
from tumen.score.leaks import find_leaks

NAME = Forbidden("Han Dong-Model", "a person at risk")
SHORT = Forbidden("Han", "a short name")
KOREAN = Forbidden("한모델", "a person at risk")


@pytest.mark.parametrize(
    "text",
    [
        "so said Han Dong-Model.",
        "HAN  DONG MODEL",
        "Han\nDong-\nModel",
        "handongmodel",
        "<b>Han</b> Dong-<i>Model</i>",
        '<img alt="Han Dong&#45;Model">',
        "Han&nbsp;Dong&amp;Model",
        "pages/han_dong_model.html",
        "https://example.org/?q=Han%20Dong%2DModel",
        r'{"quote":"Han\nDong-\u004dodel"}',
        "Ｈａｎ Dong-Model",
    ],
)
def test_no_spelling_hides_a_name(text: str) -> None:
    assert find_leaks([NAME], {"a.txt": text.encode()}).count == 1


@pytest.mark.parametrize("text", ["Dong-Model", "Han said: a model", ""])
def test_other_words_are_no_leak(text: str) -> None:
    assert find_leaks([NAME], {"a.txt": text.encode()}).count == 0


@pytest.mark.parametrize(("text", "count"), [("a handful", 0), ("for Han.", 1)])
def test_a_short_name_must_be_a_word_of_its_own(text: str, count: int) -> None:
    assert find_leaks([SHORT], {"a.txt": text.encode()}).count == count


def test_a_particle_does_not_hide_a_korean_name() -> None:
    assert find_leaks([KOREAN], {"a.txt": "한모델은 말했다".encode()}).count == 1


def test_archives_are_opened() -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("inner.xml", "<c>\n<d>Han Dong-Model</d></c>")
    (leak,) = find_leaks([NAME], {"book.xlsx": held.getvalue()}).leaks
    assert leak.place == "book.xlsx/inner.xml, line 2"


def test_names_of_files_are_searched() -> None:
    (leak,) = find_leaks([NAME], {"Han Dong-Model.csv": b""}).leaks
    assert leak.place == "file names, line 1"


def test_a_leak_says_where_and_how_often_and_never_what() -> None:
    text = b"Han Dong-Model, Han Dong-Model\nHan Dong-Model"
    found = find_leaks([SHORT, NAME], {"a.txt": text})
    ours = [leak for leak in found.leaks if leak.forbidden == 2]
    assert [(leak.place, leak.count) for leak in ours] == [
        ("a.txt, line 1", 2),
        ("a.txt, line 2", 1),
    ]
    assert "Model" not in repr(found)


def test_the_same_text_in_two_exits_is_two_leaks() -> None:
    found = find_leaks([NAME], {"a": b"Han Dong-Model", "b": b"Han Dong-Model"})
    assert [leak.place for leak in found.leaks] == ["a, line 1", "b, line 1"]


def test_words_without_letters_are_not_searched() -> None:
    assert find_leaks([Forbidden(" - ")], {"a": b"a - b"}).count == 0


@given(st.text(), st.text())
def test_a_name_is_found_between_any_words(before: str, after: str) -> None:
    text = f"{before} Han Dong-Model {after}"
    assert find_leaks([NAME], {"a": text.encode("utf-8", "replace")}).count >= 1
