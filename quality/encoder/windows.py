"""Numbers of labelled texts in the windows in which an encoder reads them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from quality.encoder.cases import Choice, Number
from tumen.extract.date_choice import NOWHERE, PUBLICATION
from tumen.extract.encoded import OUTSIDE, WINDOW, Pieces
from tumen.extract.encoder import FIRST, LAST, OTHER, POINTED
from tumen.extract.place_choice import UNSAID
from tumen.extract.voice_choice import PAGE
from tumen.extract.wordpiece import WordPieces
from tumen.records.span import Span

HEADS = {"elements": "element", "measures": "measure", "people": "role"}
"""Models that choose among labels, and their heads."""
OTHERS = (PAGE, OUTSIDE, NOWHERE, PUBLICATION, UNSAID)
"""What candidates without words are called: see `EncodedPage.pointed`."""


@dataclass(frozen=True, slots=True)
class Item:
    """A number in a window.

    Args:
        first, last: its pieces, counted from the one before the window.
        told: by head: the label of each candidate of `elements`, and that of its unit.
        pointed: by model: first and last piece of each candidate, or minus one and
            what it is without words.
        right: by model: numbers of the right candidates.
        labels: of the heads that choose among all: those that are right.
    """

    first: int
    last: int
    told: Mapping[str, tuple[int, ...]]
    pointed: Mapping[str, tuple[tuple[int, int], ...]]
    right: Mapping[str, tuple[int, ...]]
    labels: Mapping[str, tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Window:
    """Pieces read together, those before and behind them included, and the numbers."""

    pieces: tuple[int, ...]
    items: tuple[Item, ...]


Held = tuple[Window, tuple[Number, ...]]
"""A window and the numbers of its items."""


@dataclass(frozen=True, slots=True)
class Labels:
    """What each head tells apart, and at which place."""

    of: Mapping[str, tuple[str, ...]]

    @classmethod
    def of_numbers(cls, numbers: Sequence[Number]) -> "Labels":
        """Return all labels that candidates of some numbers bear."""
        seen: dict[str, set[str]] = {head: set() for head in (*HEADS.values(), "unit")}
        for number in numbers:
            seen["unit"].update(number.units)
            seen["measure"].update(number.measures)
            for model, choice in number.choices.items():
                if model in HEADS:
                    seen[HEADS[model]].update(map(str, choice.told))
        return cls({n: tuple(sorted(s)) for n, s in seen.items()} | {OTHER: OTHERS})

    def places(self, head: str, names: Sequence[object]) -> tuple[int, ...]:
        """Return the places of some labels; those that no number bears are left out."""
        place_of = {name: place for place, name in enumerate(self.of[head])}
        return tuple(place_of[str(n)] for n in names if str(n) in place_of)


def windows_of(
    text: str, numbers: Sequence[Number], pieces: WordPieces, labels: Labels
) -> Iterator[Held]:
    """Yield the windows of a text that hold numbers, each with its numbers."""
    page = Pieces.of(text, pieces)
    held: dict[int, list[tuple[Item, Number]]] = {}
    for number in numbers:
        start = page.window_of(number.span)
        if start is not None:
            item = _item(number, page, start, labels)
            held.setdefault(start, []).append((item, number))
    first, last = pieces.vocabulary[FIRST], pieces.vocabulary[LAST]
    for start, found in held.items():
        inner = page.numbers[start : start + WINDOW]
        items, seen = zip(*found, strict=True)
        yield Window((first, *inner, last), items), seen


def _item(number: Number, page: Pieces, start: int, labels: Labels) -> Item:
    first, last = page.rows_of(number.span, start) or (0, 0)
    told = {"unit": labels.places("unit", number.units)}
    right: dict[str, tuple[int, ...]] = {}
    for model, choice in number.choices.items():
        right[model] = tuple(sorted(choice.right))
        if model == "elements":
            told["element"] = labels.places("element", choice.told)
    of_label = {"measure": labels.places("measure", sorted(number.measures))}
    people = number.choices.get("people")
    if people is not None:
        roles = [people.told[n] for n in sorted(people.right)]
        of_label["role"] = labels.places("role", roles)
    pointed = {
        model: tuple(_words(one, page, start) for one in choice.told)
        for model, choice in number.choices.items()
        if model in POINTED and isinstance(choice, Choice)
    }
    return Item(first, last, told, pointed, right, of_label)


def _words(one: str | Span, page: Pieces, start: int) -> tuple[int, int]:
    if isinstance(one, str):
        return -1, OTHERS.index(one)
    return page.rows_of(one, start) or (-1, OTHERS.index(OUTSIDE))
