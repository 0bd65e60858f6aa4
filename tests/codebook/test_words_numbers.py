import tomllib

import msgspec
import pytest

from tumen.codebook.load import DATA, load_codebook
from tumen.codebook.words_numbers import NumberWords
from tumen.records.amount import Qualifier

WORDS = load_codebook("dprk-labour").languages["en"].numbers


def test_an_unknown_key_is_refused() -> None:
    file = DATA / "languages" / "en" / "numbers.toml"
    table = tomllib.loads(file.read_text(encoding="utf-8")) | {"colour": "red"}

    with pytest.raises(msgspec.ValidationError, match="colour"):
        msgspec.convert(table, NumberWords)


def test_every_mark_is_a_qualifier_of_the_records() -> None:
    assert {*WORDS.marks, *WORDS.marks_after} <= {q.value for q in Qualifier}


def test_every_vague_size_is_a_qualifier_of_the_records() -> None:
    assert {vague.qualifier for vague in WORDS.vague} <= {q.value for q in Qualifier}


def test_no_unit_is_named_twice() -> None:
    names = [unit.name for unit in WORDS.units]

    assert len(names) == len(set(names))


def test_all_words_are_lower_case() -> None:
    words = [word for unit in WORDS.units for word in (*unit.words, *unit.signs)]

    assert [word for word in words if word != word.lower()] == []
