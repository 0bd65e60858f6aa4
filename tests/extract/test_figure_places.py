from collections.abc import Callable

import pytest

from tumen.records.claim import Claim

FiguresOf = Callable[[str], list[Claim]]


@pytest.mark.parametrize(
    ("text", "place", "iso"),
    [
        ("Some 640 workers live in Khabarovsk.", "Khabarovsk", "RU"),
        ("Some 640 workers from Jilin, China, protested.", "Jilin", "CN"),
        ("In China, they said, some 640 workers live.", "China", "CN"),
        ("Crews came to China. Some 640 workers live there.", "China", "CN"),
        ("Some 640 workers left Vladivostok for Pyongyang.", "Vladivostok", "RU"),
        ("Most workers in China and Russia work in construction.", "China and Russia", None),
        ("Some 640 workers live abroad.", "world", None),
        ("Some 40 loggers arrived in South Korea from Russia.", "South Korea", "KR"),
        ("Some 640 workers live there.", None, None),
        ("In Luchegorsk, Russia, some 640 workers live.", "Primorsky Krai", "RU"),
        ("Some 640 workers live in Surgut, a Russian town.", "Surgut", "RU"),
        ("Some 640 workers live in Luchegorsk.", None, None),
    ],
)  # fmt: skip
def test_where_a_figure_holds(
    figures_of: FiguresOf, text: str, place: str | None, iso: str | None
) -> None:
    claim = figures_of(text)[0]
    assert (claim.place, claim.iso) == (place, iso)


def test_without_its_own_place_a_figure_takes_the_country_of_the_page(
    figures_of: FiguresOf,
) -> None:
    claim = figures_of("Crews came to Russia.\nSome 640 workers live there.")[0]
    assert (claim.place, claim.slots["place"].rule) == ("Russia", "place.page")


def test_where_a_voice_lives_is_not_where_the_figure_holds(
    figures_of: FiguresOf,
) -> None:
    text = "Crews came to Russia. Some 640 workers live there, said Ada Example, a lawyer in Dandong."
    assert figures_of(text)[0].place == "Russia"


def test_many_places_of_a_country_give_the_country(figures_of: FiguresOf) -> None:
    text = "Some 640 workers live in Russia, in Khasan, Vladivostok and Khabarovsk."
    assert figures_of(text)[0].place in ("Russia", "Khasan")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Crews came to Russia, to Khabarovsk.\nAt the camp some 64 North Korean workers were found.", "Khabarovsk"),
        ("KHABAROVSK, May 3 - Crews came to Russia.\nSome 64 North Korean workers live in the hostel.", "Khabarovsk"),
        ("Crews came to Russia, to Khabarovsk.\nThere were 640 North Korean workers in all.", "Russia"),
    ],
)  # fmt: skip
def test_a_figure_of_one_site_is_never_one_of_the_country(
    figures_of: FiguresOf, text: str, place: str
) -> None:
    assert figures_of(text)[0].place == place


def test_a_border_is_in_no_country(figures_of: FiguresOf) -> None:
    text = "Some 40 North Korean workers fled across the North Korea-China border."
    assert [claim.iso for claim in figures_of(text)] == [None]
