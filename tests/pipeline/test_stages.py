import msgspec
import pytest

from tumen.codebook.load import load_codebook
from tumen.errors import MissingPart
from tumen.extract.analyzer import load_analyzer
from tumen.pipeline.stages import (
    built_in_stages,
    check_encoder,
    model_name,
    stage_versions,
)


def test_every_stage_has_a_version_of_its_own() -> None:
    versions = stage_versions()

    assert set(versions) == {
        "ingest",
        "read",
        "extract",
        "review",
        "corroborate",
        "estimate",
    }
    assert len(set(versions.values())) == len(versions)


def test_the_built_in_stages_carry_these_versions() -> None:
    assert built_in_stages().versions == stage_versions()


@pytest.mark.parametrize("choice", ["auto", "regex"])
def test_the_model_is_named_as_the_analyzer_names_itself(choice: str) -> None:
    kind, *_ = load_analyzer(choice).name.split()

    assert model_name(choice).split()[0] == kind


def test_without_the_parser_the_model_is_word_rules(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("tumen.extract.analyzer.has_spacy", lambda: False)

    assert model_name("auto") == "regex"


def test_a_trace_tells_whether_an_encoder_read_along() -> None:
    assert model_name("encoder") == f"{model_name('auto')} encoder"


def test_an_encoder_that_a_codebook_lacks_is_refused() -> None:
    book = load_codebook("dprk-labour")
    without = msgspec.structs.replace(book, encoder=None)
    check_encoder("encoder", book)
    check_encoder("auto", without)
    with pytest.raises(MissingPart, match="dprk-labour has no encoder"):
        check_encoder("encoder", without)
