"""Find where the running text of a page begins and ends."""

from collections.abc import Sequence
from itertools import pairwise

from tumen.read.figure_lists import find_lists, with_row_lists
from tumen.read.looks import LONG_WORDS, Look
from tumen.records.document import Role

# Weights of a piece in words of prose, chosen on the 181 pages of the public
# article-extraction benchmark (HTML, and the same pages flattened to text): a menu
# of ten lines outweighs a teaser of one sentence, one heading does not part two
# paragraphs.
MAX_PROSE_WORDS = 60
HEADING = -5.0
SPOKEN = 3.0
LISTED_PROSE = 0.3
"""What a list entry of whole sentences weighs beside a paragraph."""
LISTED = -4.0
TOOL = -3.0
FURNISHED = -8.0
TEASER = -6.0
ENCLOSED = -6.0
END_OF_TEXT = -60.0
STREAM_GAP = 10
MIN_STREAM = 3


def find_body(
    looks: Sequence[Look], hints: Sequence[Role | None], taken: Sequence[bool]
) -> tuple[int, int] | None:
    """Return first and last index (half-open) of the running text; None without any.

    The stretch with the largest sum of weights wins (Kadane's scan, linear).
    `taken` pieces (captions) weigh nothing; entries and rows of a list inside the
    text do not count against it.
    """
    shadowed = find_shadowed(looks, hints)
    lists = find_lists(looks, shadowed)
    best, best_range = 0.0, None
    total, start = 0.0, 0
    for index, look in enumerate(looks):
        weight = _weigh(look, hints[index], shadowed[index], taken[index])
        if lists[index] is not None and hints[index] is None:
            weight = max(weight, 0.0)
        if total <= 0:
            total, start = 0.0, index
        total += weight
        if total > best:
            best, best_range = total, (start, index + 1)
    if best_range is None:
        return None
    first, last = with_row_lists(looks, lists, best_range)
    return first, _after_last_list(looks, shadowed, last)


def _after_last_list(looks: Sequence[Look], shadowed: Sequence[bool], end: int) -> int:
    """Return the end of the body with the list that its last paragraph opens."""
    if not (looks[end - 1].listed or looks[end - 1].core.endswith(":")):
        return end
    while end < len(looks) and looks[end].listed and not shadowed[end]:
        if looks[end].furnished:
            break
        end += 1
    return end


def find_shadowed(looks: Sequence[Look], hints: Sequence[Role | None]) -> list[bool]:
    """Tell for each piece whether it stands in a list of other stories.

    Such a list begins at its heading and ends where running text goes on: a long
    paragraph, or two paragraphs without a heading between. Where markup encloses the
    heading, the list ends with the first paragraph outside.
    """
    shadowed = find_stream(looks)
    inside = enclosed = False
    for index, look in enumerate(looks):
        hinted = hints[index] is Role.FURNITURE
        if look.related:
            inside, enclosed = True, hinted
        elif inside and not hinted and (look.prose or look.row):
            inside = not (enclosed or _goes_on(looks, index))
        shadowed[index] = shadowed[index] or inside
    return shadowed


def find_stream(looks: Sequence[Look]) -> list[bool]:
    """Tell for each piece whether it stands in a stream of dated entries.

    Comments and teasers come as a name, a date and some words, again and again; the
    dates of a chronology stand between paragraphs without a name beside them.
    """
    stamps = [index for index, look in enumerate(looks) if look.stamped]
    shadowed = [False] * len(looks)
    run: list[int] = []
    for stamp in [*stamps, len(looks) + STREAM_GAP]:
        if run and stamp - run[-1] > STREAM_GAP:
            _shade(looks, run, shadowed)
            run = []
        run.append(stamp)
    return shadowed


def _shade(looks: Sequence[Look], run: list[int], shadowed: list[bool]) -> None:
    entries = _without_article(looks, run)
    gaps = [range(a + 1, b) for a, b in pairwise(entries)]
    told = sum(any(looks[i].prose or looks[i].ends for i in gap) for gap in gaps)
    named = sum(_opens_entry(looks, stamp) for stamp in entries)
    if gaps and told >= MIN_STREAM - 1 and named * 2 >= len(entries):
        last = entries[-1] + max(len(gap) for gap in gaps)
        for index in range(max(entries[0] - 1, 0), min(last + 1, len(looks))):
            shadowed[index] = True


def _without_article(looks: Sequence[Look], run: Sequence[int]) -> Sequence[int]:
    """Return the stamps without leading ones that date the article itself."""
    while len(run) > 1:
        paragraphs = sum(looks[i].prose for i in range(run[0] + 1, run[1]))
        if paragraphs < 2 and run[1] - run[0] > 1:
            return run
        run = run[1:]
    return run


def _opens_entry(looks: Sequence[Look], stamp: int) -> bool:
    if looks[stamp].comment_voice:
        return True
    before = looks[stamp - 1] if stamp else None
    after = looks[stamp + 1] if stamp + 1 < len(looks) else None
    if before is not None and before.words > 0 and not before.prose:
        return True
    return after is not None and 0 < after.words <= 5 and not after.prose


def _goes_on(looks: Sequence[Look], index: int) -> bool:
    """Tell whether running text resumes: one paragraph per title is a list."""
    if index + 1 < len(looks) and looks[index + 1].prose:
        return True
    look = looks[index]
    long = look.words >= LONG_WORDS and look.sentences >= 2
    return long and not _alternates(looks[index - 1 : index + 4])


def _alternates(looks: Sequence[Look]) -> bool:
    """Tell whether title and paragraph take turns, beginning with a title."""
    return len(looks) == 5 and all(
        look.prose if at % 2 else look.titled or look.furnished
        for at, look in enumerate(looks)
    )


def _weigh(look: Look, hint: Role | None, shadowed: bool, taken: bool) -> float:
    if taken or (look.row and hint is None):
        return 0.0
    if hint is Role.COMMENT:
        return END_OF_TEXT
    if hint is Role.FURNITURE:
        return ENCLOSED
    if shadowed:
        return TEASER
    if look.prose:
        weight = float(min(look.words, MAX_PROSE_WORDS))
        return LISTED_PROSE * weight if look.listed else weight
    return _weigh_line(look)


def _weigh_line(look: Look) -> float:
    if look.imprint:
        return 2 * FURNISHED
    if look.tool or look.dated:
        return TOOL
    if look.furnished or look.twin:
        return FURNISHED
    if look.listed:
        return 0.0 if look.closed else LISTED
    if look.ends and look.words >= 2:
        return SPOKEN
    return HEADING
