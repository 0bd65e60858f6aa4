"""A raw row of a figure table, as it stands in the page, and its cells."""

import csv

DELIMITERS = (",", ";", "\t", "|")


def cells_of(row: str, columns: int) -> tuple[str, ...] | None:
    """Return the cells of a raw row, None when no delimiter gives that many.

    Args:
        columns: how many columns the header names, >= 1.
    """
    for delimiter in DELIMITERS:
        try:
            cells = next(csv.reader([row], delimiter=delimiter, strict=True), [])
        except csv.Error:
            continue
        if len(cells) == columns:
            return tuple(cell.strip() for cell in cells)
    return None
