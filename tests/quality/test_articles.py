from pathlib import Path

import pytest

from quality.articles import CODEBOOK, Labelled, faults_of, load_labelled
from quality.label import LabelError
from tumen.codebook.load import load_codebook

ARTICLE = """
published = "2024-05-02"
outlet = "The Invented Post"
text = '''
Crews at the port

Some 640 workers live there. Some 640 workers live there.
'''
[[claims]]
quote = "Some 640 workers live there"
nth = 2
element = "people.present"
measure = "stock"
amount = "about 640 persons"
as_of = "2024-05-02/2024-05-02"
place = "Russia"
iso = "RU"
population = "NK workers"
"""
SENTENCES = """
[[sentences]]
text = "Crews left."
published = "2024-05-02"
claims = []
[[sentences]]
text = "Rents rose."
published = ""
claims = []
"""


def loaded(folder: Path, content: str) -> tuple[Labelled, ...]:
    (folder / "a.toml").write_text(content, encoding="utf-8")
    return load_labelled(folder)


def faults(folder: Path, content: str) -> list[str]:
    codebook = load_codebook(CODEBOOK)
    return [
        fault for text in loaded(folder, content) for fault in faults_of(text, codebook)
    ]


def test_a_label_stands_where_its_words_stand(tmp_path: Path) -> None:
    (text,) = loaded(tmp_path, ARTICLE)
    row = text.rows[0]
    start, end = text.text.rindex("Some"), text.text.rindex(".")
    assert (row["start"], row["end"]) == (start, end)
    assert (row["best"], row["qualifier"], row["speaker"]) == (
        640.0,
        "about",
        "article",
    )


def test_a_sentence_is_a_text_of_its_own(tmp_path: Path) -> None:
    found = loaded(tmp_path, SENTENCES)
    assert [text.name.rpartition("-")[2] for text in found] == ["001.txt", "002.txt"]
    assert [text.published is None for text in found] == [False, True]


def test_a_good_label_has_no_fault(tmp_path: Path) -> None:
    assert faults(tmp_path, ARTICLE) == []


@pytest.mark.parametrize(
    ("good", "bad", "fault"),
    [
        ("people.present", "people.nowhere", "there is no element"),
        ('measure = "stock"', 'measure = "heap"', "is no measure"),
        ("about 640 persons", "between 640 20 persons", "above high"),
        ("about 640 persons", "about 641 persons", "is not read in the quote"),
        ("2024-05-02/2024-05-02", "2024-05-02/2024-05-01", "runs backwards"),
        ("2024-05-02/2024-05-02", "2024-05-32/", "is no day"),
        ("nth = 2", 'nth = 2\nkind = "event"', "is no event"),
        ("nth = 2", 'nth = 2\nspeaker = "article | named"', "go together"),
    ],
)
def test_a_fault_is_named(tmp_path: Path, good: str, bad: str, fault: str) -> None:
    found = faults(tmp_path, ARTICLE.replace(good, bad))
    assert any(fault in line for line in found)


@pytest.mark.parametrize(
    ("good", "bad"),
    [("nth = 2", "nth = 3"), ("nth = 2", "colour = 2"), ("[[claims]]", "[[claims]")],
)
def test_what_cannot_be_placed_or_read_stops(
    tmp_path: Path, good: str, bad: str
) -> None:
    with pytest.raises(LabelError):
        loaded(tmp_path, ARTICLE.replace(good, bad))
