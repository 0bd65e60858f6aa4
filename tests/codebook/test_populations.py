import pytest

from tumen.codebook.populations import PopulationsFile, written_out
from tumen.codebook.schema import Population
from tumen.errors import CodebookError

LISTS: dict[str, dict[str, tuple[str, ...]]] = {
    "en": {"hand": ("mason", "cook"), "land": ("Anvard", "Belmar")}
}


def phrases(*words: str) -> tuple[str, ...]:
    people = Population(name="masons", role="other_workers", words={"en": words})
    file = PopulationsFile(lists=LISTS, population=(people,))
    return written_out(file)[0].words["en"]


def test_a_phrase_without_a_list_stays() -> None:
    assert phrases("harbour hand") == ("harbour hand",)


def test_a_list_stands_for_each_of_its_members() -> None:
    assert phrases("foreign @hand") == ("foreign mason", "foreign cook")


def test_two_lists_stand_for_every_pair_and_an_s_for_many() -> None:
    assert phrases("@hands from @land") == (
        "masons from Anvard",
        "masons from Belmar",
        "cooks from Anvard",
        "cooks from Belmar",
    )


def test_a_list_that_is_not_there_is_refused() -> None:
    with pytest.raises(CodebookError, match="@boat"):
        phrases("@boat crew")
