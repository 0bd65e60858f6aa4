"""Lists inside the running text: rows of a label and its number, opened lists.

A small table of a plain text has no sentences and no markup. It is told from a menu,
a ticker or a count of readers by its company: two rows or more, none of them a tool
of the page, below words that are no furniture.
"""

from collections.abc import Iterator, Sequence

from tumen.read.looks import Look
from tumen.records.document import Role

MIN_ROWS = 2
MIN_ROWS_ABOVE = 3
MIN_OPENER_WORDS = 3


def find_lists(looks: Sequence[Look], shadowed: Sequence[bool]) -> list[Role | None]:
    """Tell for each piece its role in a list of the text; None outside of lists.

    Entries, rows and the heading right above rows are body: it says what they count.
    A row that names the columns is a headline.
    """
    roles: list[Role | None] = [None] * len(looks)
    for first, last in _find_rows(looks, shadowed):
        above = first - 1
        named = above >= 0 and _names_columns(looks[above], looks[first])
        lead = above - named
        if lead >= 0 and (looks[lead].furnished or shadowed[lead]):
            continue
        roles[first:last] = [Role.BODY] * (last - first)
        if named:
            roles[above] = Role.HEADLINE
        if lead >= 0 and looks[lead].titled:
            roles[lead] = Role.BODY
    for first, last in _find_opened(looks, shadowed):
        roles[first:last] = [Role.BODY] * (last - first)
    return roles


def with_row_lists(
    looks: Sequence[Look], lists: Sequence[Role | None], body: tuple[int, int]
) -> tuple[int, int]:
    """Return the body with a table right above or below it, and the table's heading.

    Two rows above may be what a page says of itself; a table has three or more. Its
    heading stays outside where no other line above could be that of the page.
    """
    first, last = body
    top = first
    while top > 0 and lists[top - 1] is not None:
        top -= 1
    if sum(look.figured for look in looks[top:first]) >= MIN_ROWS_ABOVE:
        first = top + (looks[top].titled and not any(a.titled for a in looks[:top]))
    while last < len(looks) and lists[last] is not None:
        last += 1
    return first, last


def _find_rows(
    looks: Sequence[Look], shadowed: Sequence[bool]
) -> Iterator[tuple[int, int]]:
    """Yield first and last index (half-open) of rows that follow each other."""
    first = 0
    for index in range(len(looks) + 1):
        inside = index < len(looks) and looks[index].figured and not shadowed[index]
        if inside:
            continue
        if index - first >= MIN_ROWS:
            yield first, index
        first = index + 1


def _names_columns(look: Look, row: Look) -> bool:
    """Tell whether a line of bars has as many cells as the row below it."""
    bars = look.core.count("|")
    return bars > 0 and bars == row.core.count("|") and not look.figured


def _find_opened(
    looks: Sequence[Look], shadowed: Sequence[bool]
) -> Iterator[tuple[int, int]]:
    """Yield first and last index (half-open) of entries below a line with a colon."""
    for index, look in enumerate(looks):
        if not look.core.endswith(":") or look.words < MIN_OPENER_WORDS:
            continue
        if look.furnished or shadowed[index]:
            continue
        last = index + 1
        while last < len(looks) and looks[last].listed and not shadowed[last]:
            if looks[last].furnished:
                break
            last += 1
        yield index + 1, last
