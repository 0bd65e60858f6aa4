"""Turn a picture into a PNG, with the optional package `resvg_py`."""

import importlib
from collections.abc import Callable
from functools import cache
from typing import cast

from tumen.errors import MissingPart

PACKAGE = "resvg_py"
SCALE = 2.0
"""Pixels for each unit of the picture: sharp on a dense screen and in print."""
PROBE = '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20">{}</svg>'
LETTER = '<text x="2" y="16" font-size="16" font-family="sans-serif">M</text>'


def write_png(svg: str) -> bytes:
    """Return an SVG of ours as a PNG on white, twice its size.

    Raises:
        MissingPart: `resvg_py` is not installed, or it finds no font to write with.
    """
    draw = _renderer()
    if not _has_font():
        raise MissingPart(
            "no font was found to write the words of the picture",
            "Install one, e.g. the package fonts-liberation, or write an .svg file.",
        )
    return draw(svg_string=svg, background="#ffffff", zoom=SCALE)


def _renderer() -> Callable[..., bytes]:
    try:
        package = importlib.import_module(PACKAGE)
    except ImportError:
        raise MissingPart(
            "PNG pictures need an optional part",
            'Run: pip install "tumen[pictures]", or name a file that ends in .svg.',
        ) from None
    return cast("Callable[..., bytes]", package.svg_to_bytes)


@cache
def _has_font() -> bool:
    """Tell whether a letter leaves a trace; without a font text is left out silently."""
    draw = _renderer()
    return draw(svg_string=PROBE.format(LETTER)) != draw(svg_string=PROBE.format(""))
