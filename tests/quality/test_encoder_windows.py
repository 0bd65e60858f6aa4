"""Numbers of labelled texts as an encoder learns from them; torch is not needed."""

import pytest

from quality.articles import CODEBOOK, Labelled
from quality.encoder.cases import Number, numbers_of
from quality.encoder.windows import OTHERS, Labels, windows_of
from quality.learn.cases import open_texts
from tumen.codebook.load import load_codebook
from tumen.codebook.rules_only import rules_only
from tumen.extract.analyzer import load_analyzer
from tumen.extract.wordpiece import WordPieces
from tumen.records.span import Span
from tumen.score.names import SameNames

BOOK = rules_only(load_codebook(CODEBOOK))
SAID = "A cook said 40 North Korean workers live in Oslo. Flat 12 is empty."
WORDS = {"[UNK]": 0, "[CLS]": 1, "[SEP]": 2, "40": 3, "said": 4, "cook": 5}


@pytest.fixture(scope="module")
def numbers() -> tuple[Number, ...]:
    """The numbers of an article with one label."""
    at = SAID.index("40")
    row: dict[str, object] = {
        "doc": "c/a01.txt", "kind": "figure", "element": "people.present",
        "start": at, "end": at + 2, "quote": "40", "measure": "stock",
        "best": 40.0, "low": 40.0, "high": 40.0, "unit": "persons",
        "population": "NK workers", "speaker": "a cook", "iso": "NO", "place": "Oslo",
    }  # fmt: skip
    article = Labelled(
        name="c/a01.txt", text=SAID, published=None, rows=(row,), is_article=True
    )
    (opened,) = open_texts([article], BOOK, load_analyzer("regex"))
    return tuple(numbers_of(opened, SameNames(BOOK)))


def test_a_labelled_number_has_all_choices_and_what_is_right(
    numbers: tuple[Number, ...],
) -> None:
    forty = next(n for n in numbers if n.span.quote(SAID).startswith("40"))
    told = {
        model: {choice.told[n] for n in choice.right}
        for model, choice in forty.choices.items()
    }
    assert told["elements"] == {"people.present"}
    assert told["measures"] == {"stock"}
    assert {w.quote(SAID) for w in told["voices"] if isinstance(w, Span)} == {"said"}
    assert set(forty.choices) == {
        "elements", "measures", "voices", "dates", "places", "people",
    }  # fmt: skip


def test_any_other_number_is_about_nothing(numbers: tuple[Number, ...]) -> None:
    others = [n for n in numbers if not n.span.quote(SAID).startswith("40")]
    for number in others:
        choice = number.choices["elements"]
        assert {choice.told[n] for n in choice.right} == {"none"}
        assert number.measures == frozenset()


def test_a_window_holds_the_pieces_and_where_each_candidate_stands(
    numbers: tuple[Number, ...],
) -> None:
    labels = Labels.of_numbers(numbers)
    ((window, held),) = windows_of(SAID, numbers, WordPieces(WORDS), labels)
    assert held == numbers
    assert (window.pieces[0], window.pieces[-1]) == (1, 2)
    place = next(
        k for k, n in enumerate(numbers) if n.span.quote(SAID).startswith("40")
    )
    forty = window.items[place]
    assert window.pieces[forty.first] == WORDS["40"]
    (right,) = forty.right["voices"]
    start, end = forty.pointed["voices"][right]
    assert start == end
    assert window.pieces[start] == WORDS["said"]
    assert (-1, OTHERS.index("page")) in forty.pointed["voices"]
    assert len(forty.told["element"]) == len(forty.told["unit"])


def test_labels_have_a_place_each(numbers: tuple[Number, ...]) -> None:
    labels = Labels.of_numbers(numbers)
    (place,) = labels.places("element", ["people.present"])
    assert labels.of["element"][place] == "people.present"
    assert labels.places("measure", ["stock", "unheard"]) == (
        labels.of["measure"].index("stock"),
    )
