import tomllib

import msgspec
import pytest

from tumen.codebook.load import DATA, load_codebook
from tumen.codebook.words_times import TimeWords

WORDS = load_codebook("dprk-labour").languages["en"].times
EDGES = {"since", "until", "before", "deadline", "during"}


def test_an_unknown_key_is_refused() -> None:
    file = DATA / "languages" / "en" / "times.toml"
    table = tomllib.loads(file.read_text(encoding="utf-8")) | {"colour": "red"}

    with pytest.raises(msgspec.ValidationError, match="colour"):
        msgspec.convert(table, TimeWords)


def test_no_rule_has_the_name_of_another() -> None:
    ids = [rule.id for rule in WORDS.rules]

    assert len(ids) == len(set(ids))


def test_every_edge_is_one_that_can_be_read() -> None:
    assert {edge.edge for edge in WORDS.edges} <= EDGES


def test_months_and_weekdays_are_numbered_from_one() -> None:
    assert set(WORDS.months.values()) == set(range(1, 13))
    assert set(WORDS.weekdays.values()) == set(range(1, 8))
