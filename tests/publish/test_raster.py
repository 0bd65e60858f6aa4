"""A PNG needs an optional part; without it the message says what to do."""

import sys
from types import SimpleNamespace

import pytest

from tumen.errors import MissingPart
from tumen.publish import raster

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="2" height="2"></svg>'


def painter(*, has_font: bool) -> SimpleNamespace:
    """Stand in for the package: paints its input, letters only with a font."""

    def draw(*, svg_string: str, **how: object) -> bytes:
        seen = svg_string if has_font else svg_string.replace(raster.LETTER, "")
        return f"PNG {seen} {how}".encode()

    return SimpleNamespace(svg_to_bytes=draw)


@pytest.fixture(autouse=True)
def forget_fonts() -> None:
    raster._has_font.cache_clear()


def test_without_the_part_the_command_to_install_it_is_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    with pytest.raises(MissingPart) as trouble:
        raster.write_png(SVG)
    assert 'pip install "tumen[pictures]"' in trouble.value.remedy


def test_a_picture_is_painted_on_white_at_twice_its_size(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "resvg_py", painter(has_font=True))
    painted = raster.write_png(SVG).decode()
    assert painted.startswith("PNG <svg")
    assert "'background': '#ffffff'" in painted
    assert "'zoom': 2" in painted


def test_a_machine_without_fonts_is_told_before_words_get_lost(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "resvg_py", painter(has_font=False))
    with pytest.raises(MissingPart, match="no font"):
        raster.write_png(SVG)


def test_the_part_itself_makes_a_png_when_it_is_installed() -> None:
    pytest.importorskip("resvg_py")
    assert raster.write_png(SVG).startswith(b"\x89PNG")
