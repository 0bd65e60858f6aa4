"""What a model says before any figure, as a picture."""

from xml.etree import ElementTree

from tumen.publish.model_svg import draw_prior_bands
from tumen.records.estimate import PriorBand, Quantiles

SVG = "{http://www.w3.org/2000/svg}"


def bands(code: str, label: str, *middles: float) -> list[PriorBand]:
    return [
        PriorBand(
            code, label, "persons", 2005 + n, Quantiles(m / 9, m / 2, m, m * 2, m * 9)
        )
        for n, m in enumerate(middles)
    ]


def test_every_answer_has_a_panel_with_its_label() -> None:
    svg = draw_prior_bands(
        [*bands("A", "first & best", 10, 20), *bands("B", "second", 5, 6)]
    )
    labels = [text.text for text in ElementTree.fromstring(svg).iter(f"{SVG}text")]  # noqa: S314  our own picture
    assert "first & best" in labels
    assert "second" in labels


def test_both_bands_and_the_middle_are_drawn() -> None:
    root = ElementTree.fromstring(draw_prior_bands(bands("A", "a", 10, 200, 3000)))  # noqa: S314
    assert len(list(root.iter(f"{SVG}polygon"))) == 2
    assert len(list(root.iter(f"{SVG}polyline"))) == 1


def test_one_year_can_be_drawn_too() -> None:
    assert "2005" in draw_prior_bands(bands("A", "a", 10))


def test_nobody_is_no_trouble_for_a_log_axis() -> None:
    assert "NaN" not in draw_prior_bands(bands("A", "a", 0.0, 0.0))
