"""Make text fit a width, by the usual breadth of letters.

Browsers differ by a few percent; the factors below are on the wide side of Georgia
and Arial (measured on printable Latin letters: 0.50 and 0.52 of the font size).
"""

SERIF = 0.55
SANS = 0.56


def text_width(text: str, size: float, factor: float = SANS) -> float:
    """Return the breadth of a text in the unit of its font size."""
    wide = sum(1.0 if ord(letter) > 0x2E80 else factor for letter in text)
    return wide * size


def fit_size(text: str, width: float, size: float, smallest: float = 8.0) -> float:
    """Return the largest font size up to `size` at which a text fits the width."""
    needed = text_width(text, size)
    return size if needed <= width else max(smallest, round(size * width / needed, 1))


def wrap(text: str, width: float, size: float, most: int = 2) -> tuple[str, ...]:
    """Break a text into at most `most` lines; what does not fit ends in an ellipsis."""
    lines: list[str] = []
    line = ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if line and text_width(longer, size) > width:
            lines.append(line)
            line = word
        else:
            line = longer
    lines.append(line)
    if len(lines) > most:
        lines = [*lines[: most - 1], " ".join(lines[most - 1 :])]
    return tuple(shorten(one, width, size) for one in lines)


def shorten(text: str, width: float, size: float) -> str:
    """Return the text, cut with an ellipsis when it is wider than the width."""
    if text_width(text, size) <= width:
        return text
    kept = text
    while kept and text_width(kept + "…", size) > width:
        kept = kept[:-1]
    return kept.rstrip() + "…"
