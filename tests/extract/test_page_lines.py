import pytest

from tumen.extract.page_lines import PageLines, lines_of

TEXT = "By Ida Model\n\nModel met Bo O'Day.\n"


@pytest.mark.parametrize(
    ("name", "numbers"),
    [("MODEL", [0, 2]), ("O'Day", [2]), ("Mod", []), ("-", [0, 1, 2, 3])],
)
def test_lines_are_found_by_the_first_word_of_a_name(
    name: str, numbers: list[int]
) -> None:
    assert [*PageLines.of(TEXT).with_name(name)] == numbers


@pytest.mark.parametrize(("place", "number"), [(0, 0), (12, 0), (13, 1), (14, 2)])
def test_a_line_is_found_by_a_place_in_it(place: int, number: int) -> None:
    assert PageLines.of(TEXT).number_at(place) == number


def test_the_lines_of_a_page_are_read_once() -> None:
    assert lines_of(TEXT) is lines_of(TEXT)
