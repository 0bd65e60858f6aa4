"""Cues of statements: what a cue says, and where it fits in a row of words.

A cue is written as terms joined by ` & `. The first term is its anchor. All terms must
fit inside one clause, unless a prefix says otherwise:

- `before:` or `after:` the anchor, in the clause; `near:` anywhere in the sentence;
- `!` none of these words may stand in the clause.

A term is a row of places divided by spaces. A place lists alternatives divided by `|`:
a word (its base form or the form itself), `stem*`, `two_words`, or `@class`; `/v` or
`/n` asks for a verb or a noun where the text is parsed, `?` makes a place optional and
`...` lets up to four words stand between. In `a|b c` the second alternative is `b`, and
`c` is the next place.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256

from tumen.errors import CodebookError
from tumen.extract.statement_words import SPLIT, STEM_KEY, Word

GAP = 4
"""Words that `...` may stand for, at most."""

PARTS_OF_SPEECH: Mapping[str, frozenset[str]] = {
    "v": frozenset({"VERB", "AUX"}),
    "n": frozenset({"NOUN", "PROPN"}),
}


@dataclass(frozen=True, slots=True)
class Atom:
    """One word of an alternative."""

    text: str
    stem: bool
    pos: str

    def fits(self, word: Word) -> bool:
        """Tell whether a word is this one."""
        if self.pos and word.pos and word.pos not in PARTS_OF_SPEECH[self.pos]:
            return False
        if self.stem:
            return any(form.startswith(self.text) for form in word.forms)
        return self.text in word.forms


@dataclass(frozen=True, slots=True, eq=False)
class Place:
    """The alternatives of one place of a term; no alternatives make a gap.

    Args:
        plain: single words.
        stems: beginnings of single words.
        rows: alternatives of several words, or that ask for a part of speech, by
            their first word; those that begin with a stem stand under the empty word.
        optional: whether the place may be left out.
    """

    plain: frozenset[str]
    stems: tuple[str, ...] = ()
    rows: Mapping[str, tuple[tuple[Atom, ...], ...]] = field(default_factory=dict)
    optional: bool = False
    is_gap: bool = field(init=False)
    """True for `...`."""

    def __post_init__(self) -> None:
        is_gap = not (self.plain or self.stems or self.rows)
        object.__setattr__(self, "is_gap", is_gap)


@dataclass(frozen=True, slots=True, eq=False)
class Term:
    """A row of places, and where it must stand.

    `keys` are the words, or beginnings of words, that may open it; None where any
    word may. `is_needed` is True when one of them must stand somewhere.
    """

    places: tuple[Place, ...]
    scope: str = ""
    negative: bool = False
    keys: frozenset[str] | None = field(init=False)
    is_needed: bool = field(init=False)

    def __post_init__(self) -> None:
        opens = self.places[0]
        opens_freely = opens.optional or opens.is_gap
        object.__setattr__(self, "keys", None if opens_freely else _keys(opens))
        object.__setattr__(self, "is_needed", not (opens_freely or self.negative))


@dataclass(frozen=True, slots=True, eq=False)
class Cue:
    """A compiled cue; `needed` is what may open each further term that must stand."""

    text: str
    anchor: Term
    others: tuple[Term, ...]
    needed: tuple[frozenset[str], ...] = field(init=False)

    def __post_init__(self) -> None:
        needed = tuple(
            term.keys
            for term in self.others
            if term.is_needed and term.keys is not None
        )
        object.__setattr__(self, "needed", needed)


@dataclass(frozen=True, slots=True)
class Fit:
    """Words, by index, that a cue fits; the anchor's own come first."""

    anchor: range
    words: tuple[int, ...]


@cache
def compile_cue(text: str, classes: "Classes") -> Cue:
    """Return a cue ready to be asked.

    Raises:
        CodebookError: an unknown class, scope or part of speech, or an empty place.
    """
    terms = tuple(_term(part.strip(), classes, text) for part in text.split(" & "))
    if terms[0].scope or terms[0].negative or terms[0].places[0].optional:
        raise CodebookError(
            f"cue {text!r} begins with a term that cannot anchor it",
            "Put a term without prefix first.",
        )
    return Cue(text, terms[0], terms[1:])


@dataclass(frozen=True, slots=True)
class Classes:
    """Word classes of a codebook in one language; equal when their digests are.

    Args:
        digest: of all members, so that compiled cues can be kept.
        members: words by the name of their class.
    """

    digest: bytes
    members: Mapping[str, tuple[str, ...]] = field(compare=False)

    @classmethod
    def of(cls, groups: Mapping[str, tuple[str, ...]]) -> "Classes":
        """Make the classes from a codebook's table."""
        return cls(sha256(repr(sorted(groups.items())).encode()).digest(), groups)

    def words(self, name: str, cue: str) -> tuple[str, ...]:
        """Return the members of a class; raise CodebookError when there is none."""
        if name not in self.members:
            raise CodebookError(
                f"cue {cue!r} names no known class: @{name}", "Add it to classes.toml."
            )
        return self.members[name]


def _term(text: str, classes: Classes, cue: str) -> Term:
    negative = text.startswith("!")
    scope, _, rest = text.removeprefix("!").rpartition(":")
    if scope not in ("", "before", "after", "near") or not rest.strip():
        raise CodebookError(f"cue {cue!r}: {text!r} is no term", "See statement_cues.")
    places = tuple(_place(part, classes, cue) for part in rest.split())
    return Term(places, scope, negative)


def _place(text: str, classes: Classes, cue: str) -> Place:
    if text == "...":
        return Place(frozenset())
    optional = text.endswith("?")
    plain: set[str] = set()
    stems: set[str] = set()
    rows: dict[str, tuple[tuple[Atom, ...], ...]] = {}
    for name in _alternatives(text.removesuffix("?"), classes, cue):
        row = _row(name, cue)
        first = row[0]
        if len(row) > 1 or first.pos:
            key = "" if first.stem else first.text
            rows[key] = (*rows.get(key, ()), row)
        else:
            (stems if first.stem else plain).add(first.text)
    return Place(frozenset(plain), tuple(sorted(stems)), rows, optional)


def _alternatives(text: str, classes: Classes, cue: str) -> Iterator[str]:
    for name in text.split("|"):
        if name.startswith("@"):
            yield from classes.words(name[1:], cue)
        else:
            yield name


def _row(text: str, cue: str) -> tuple[Atom, ...]:
    text, _, pos = text.partition("/")
    parts = [part for part in SPLIT.split(text.lower()) if part]
    if not parts or (pos and pos not in PARTS_OF_SPEECH):
        raise CodebookError(f"cue {cue!r}: {text!r} is no word", "See statement_cues.")
    return tuple(
        Atom(part.removesuffix("*"), part.endswith("*"), pos) for part in parts
    )


def first_keys(cue: Cue) -> frozenset[str]:
    """Return the words, or beginnings of words, that may open a cue's anchor."""
    return cue.anchor.keys or frozenset()


def may_fit(cue: Cue, keys: frozenset[str]) -> bool:
    """Tell whether each term of a cue finds its first word among these keys."""
    return not any(map(keys.isdisjoint, cue.needed))


def may_open(cue: Cue, openings: frozenset[str]) -> bool:
    """Tell whether a cue's anchor finds its first word among the openings of words."""
    keys = cue.anchor.keys
    return keys is None or not openings.isdisjoint(keys)


def part_that_fits(cue: Cue, keys: frozenset[str]) -> float:
    """Return the share of a cue's terms, its anchor among them, that keys may open."""
    others = cue.needed
    fitting = len(others) - sum(map(keys.isdisjoint, others))
    return (1 + fitting) / (1 + len(others))


def _keys(place: Place) -> frozenset[str]:
    """Return the words, or beginnings of words, that a place asks for."""
    stemmed = [row[0].text for row in place.rows.get("", ())]
    beginnings = (stem[:STEM_KEY] + "*" for stem in (*place.stems, *stemmed))
    return place.plain | (frozenset(place.rows) - {""}) | frozenset(beginnings)


def term_fits(
    term: Term, words: Sequence[Word], allowed: Collection[int]
) -> Iterator[range]:
    """Yield where a term fits, using allowed words only."""
    keys = term.keys
    for first, word in enumerate(words):
        if first not in allowed:
            continue
        # Most words cannot open the term; asking its places costs more than this.
        if keys is not None and keys.isdisjoint(word.openings):
            continue
        end = _end(term.places, 0, words, first, allowed)
        if end is not None:
            yield range(first, end)


def _end(
    places: Sequence[Place],
    number: int,
    words: Sequence[Word],
    at: int,
    allowed: Collection[int],
) -> int | None:
    """Return where the places from `number` on end when they begin at a word."""
    if number == len(places):
        return at
    place = places[number]
    if place.is_gap:
        ends = range(at, min(at + GAP, len(words)) + 1)
    else:
        ends_here = list(_ends_of(place, words, at, allowed))
        ends = [*ends_here, at] if place.optional else ends_here  # type: ignore[assignment]  # both are iterables of int
    for end in ends:
        found = _end(places, number + 1, words, end, allowed)
        if found is not None:
            return found
    return None


def _ends_of(
    place: Place, words: Sequence[Word], at: int, allowed: Collection[int]
) -> Iterator[int]:
    if at >= len(words) or at not in allowed:
        return
    forms = words[at].forms
    if not forms.isdisjoint(place.plain) or (
        place.stems and any(form.startswith(place.stems) for form in forms)
    ):
        yield at + 1
    if not place.rows:
        return
    for key in ("", *forms):
        for row in place.rows.get(key, ()):
            end = at + len(row)
            if end <= len(words) and all(
                index in allowed and atom.fits(words[index])
                for atom, index in zip(row, range(at, end), strict=True)
            ):
                yield end


def others_fit(
    cue: Cue, anchor: range, words: Sequence[Word], allowed: Collection[int]
) -> Fit | None:
    """Return all words a cue fits when its anchor stands here, None when it does not.

    Args:
        anchor: the words of the anchor.
        allowed: words of the clause, by index.
    """
    used: list[int] = list(anchor)
    everywhere = range(len(words))
    for term in cue.others:
        room = everywhere if term.scope == "near" else _room(term, anchor, allowed)
        found = next(_outside(term_fits(term, words, room), anchor, term), None)
        if term.negative == (found is not None):
            return None
        if found is not None and term.scope != "near":
            used.extend(found)
    return Fit(anchor, tuple(used))


def fits_anywhere(cue: Cue, words: Sequence[Word], allowed: Collection[int]) -> bool:
    """Tell whether a cue fits somewhere among the allowed words."""
    return any(
        others_fit(cue, anchor, words, allowed) is not None
        for anchor in term_fits(cue.anchor, words, allowed)
    )


def _outside(fits: Iterator[range], anchor: range, term: Term) -> Iterator[range]:
    """Leave out fits that only repeat words of the anchor."""
    for fit in fits:
        if term.negative or not set(fit) <= set(anchor):
            yield fit


def _room(term: Term, anchor: range, allowed: Collection[int]) -> Collection[int]:
    if term.scope == "before":
        return frozenset(index for index in allowed if index < anchor.start)
    if term.scope == "after":
        return frozenset(index for index in allowed if index >= anchor.stop)
    return allowed
