"""Histories of a text come from weights that were learned without it."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

import pytest

from quality.articles import CODEBOOK, Labelled
from quality.learn.cases import Opened, open_texts, voice_cases
from quality.learn.fit import Decided
from quality.learn.guided import guided, guided_cases
from tumen.codebook.load import load_codebook
from tumen.codebook.rules_only import rules_only
from tumen.codebook.weights import Weights
from tumen.extract.analyzer import load_analyzer
from tumen.extract.ranking import present
from tumen.score.names import SameNames

BOOK = rules_only(load_codebook(CODEBOOK))
NAMES = SameNames(BOOK)
SAID = (
    "A cook said 40 North Korean workers live in Oslo. "
    "The cook said 30 of them left. Another 20 hide there."
)


@pytest.fixture(scope="module")
def text() -> Opened:
    """An article of three figures, opened by rules alone."""
    rows: tuple[dict[str, object], ...] = tuple(
        {
            "doc": "c/a01.txt", "kind": "figure", "element": "people.present",
            "start": SAID.index(words), "end": SAID.index(words) + len(words),
            "quote": words, "measure": "stock", "best": float(words), "low": float(words),
            "high": float(words), "unit": "persons", "speaker": "a cook",
        }
        for words in ("40", "30", "20")
    )  # fmt: skip
    article = Labelled(
        name="c/a01.txt", text=SAID, published=None, rows=rows, is_article=True
    )
    (opened,) = open_texts([article], BOOK, load_analyzer("regex"))
    return opened


def weights(**features: float) -> Weights:
    return Weights(learned_from="nothing", features=features)


def again_of(cases: Iterable[Decided]) -> list[bool]:
    """Tell of each case whether the voice before was a candidate again."""
    return [any("again:voice" in c for c in case.candidates) for case in cases]


def test_the_voice_before_is_the_labelled_one(text: Opened) -> None:
    assert again_of(voice_cases([text], NAMES)) == [False, True, True]


def test_with_weights_it_is_the_one_they_choose(text: Opened) -> None:
    read = guided(text, {"voices": weights(own=90.0)})
    assert again_of(voice_cases([read], NAMES)) == [False, False, False]


def test_each_half_is_read_by_weights_of_the_other(text: Opened) -> None:
    other = replace(text, text=replace(text.text, name="c/a02.txt"))
    seen: list[tuple[str, bool]] = []

    def cases_of(texts: Iterable[Opened]) -> Iterator[Decided]:
        for opened in texts:
            name = opened.text.name
            seen.append((name, "voices" in opened.frame.language.learned))
            yield Decided((present(["a"]), present(["b"])), frozenset({0}), name)

    cases = guided_cases([text, other], "voices", cases_of, 1.0)
    assert [case.text for case in cases] == ["c/a01.txt", "c/a02.txt"]
    assert seen == [
        ("c/a02.txt", False),
        ("c/a01.txt", True),
        ("c/a01.txt", False),
        ("c/a02.txt", True),
    ]
