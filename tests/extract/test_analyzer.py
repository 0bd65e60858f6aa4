import pytest

from tumen.errors import MissingPart, UsageError
from tumen.extract import analyzer
from tumen.extract.analyzer import load_analyzer


def test_auto_takes_the_parser_when_it_is_installed() -> None:
    assert load_analyzer("auto").name.startswith("spacy")


def test_auto_works_without_the_parser(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(analyzer, "has_spacy", lambda: False)
    assert load_analyzer("auto").name == "regex"


def test_a_missing_parser_is_named_with_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(analyzer, "has_spacy", lambda: False)
    with pytest.raises(MissingPart, match=r"tumen\[english\]"):
        load_analyzer("spacy")


def test_an_unknown_choice_names_the_known_ones() -> None:
    with pytest.raises(UsageError, match="auto, spacy, regex"):
        load_analyzer("magic")


def test_the_encoder_reads_along_only_where_it_is_chosen() -> None:
    assert load_analyzer("encoder").encodes
    assert not load_analyzer("auto").encodes
    assert not load_analyzer("regex").encodes


def test_the_encoder_works_without_the_parser(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tumen.extract.analyzer.has_spacy", lambda: False)
    analyzer = load_analyzer("encoder")
    assert (analyzer.name, analyzer.encodes) == ("regex", True)
