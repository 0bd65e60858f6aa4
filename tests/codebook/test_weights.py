from pathlib import Path

import pytest

from tumen.codebook.load import read_weights
from tumen.codebook.weights import Weights
from tumen.errors import CodebookError


def test_weights_are_read_by_the_name_of_their_file(tmp_path: Path) -> None:
    text = '{"learned_from": "two cases", "features": {"rules": 1.5}}'
    (tmp_path / "voices.json").write_text(text, encoding="utf-8")
    expected = Weights(learned_from="two cases", features={"rules": 1.5})
    assert read_weights(tmp_path) == {"voices": expected}


def test_a_folder_that_is_not_there_holds_none(tmp_path: Path) -> None:
    assert read_weights(tmp_path / "learned") == {}


def test_a_broken_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "voices.json").write_text('{"features": 3}', encoding="utf-8")
    with pytest.raises(CodebookError, match=r"voices\.json"):
        read_weights(tmp_path)
