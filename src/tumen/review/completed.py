"""Complete a correction: what follows from the changed slot without asking again."""

from collections.abc import Mapping, Sequence

from tumen.codebook.schema import Element
from tumen.records.amount import FILLED, Measure, Qualifier
from tumen.records.claim import ARTICLE_VOICE, Claim, Kind, SpeakerKind
from tumen.review.slots import slots_of

BOUNDS = ("low", "best", "high")
NOTHING = (False, False, False)
NO_AMOUNT: Mapping[str, object] = {
    **dict.fromkeys((*BOUNDS, "unit")),
    "measure": Measure.NONE.value,
    "qualifier": Qualifier.NONE.value,
}


def completed(
    claim: Claim,
    changes: Mapping[str, object],
    *,
    elements: Mapping[str, Element],
    countries: Mapping[str, str | None],
    voices: Mapping[str, str],
) -> dict[str, object]:
    """Return the changes with what follows from them; what was given stays.

    One number moves to the bounds that a new wording fills ("about 300" corrected to
    `at_least` has it as `low`), and a new number fills all bounds of the wording. A new
    place brings its country, a new speaker the kind it is known by and its place in the
    chain of voices, as a new outlet does, a new element the
    kind, measure and unit that it alone allows; what is no figure loses its amount. Two
    numbers are never made of one: `between` needs both.

    Args:
        elements: of the codebook, by code.
        countries: country code by name of a place, None for several countries.
        voices: kind of speaker by name, as on the same page.
    """
    full = dict(changes)
    full |= _of_element(claim, full, elements)
    full |= _moved(claim, full)
    place, speaker = full.get("place"), full.get("speaker")
    if isinstance(place, str) and place in countries:
        full.setdefault("iso", countries[place])
    voices = {ARTICLE_VOICE: SpeakerKind.AUTHOR.value, **voices}
    if isinstance(speaker, str) and speaker in voices:
        full.setdefault("speaker_kind", voices[speaker])
    return {**_rechained(claim, full), **full}


def _rechained(claim: Claim, changes: Mapping[str, object]) -> dict[str, object]:
    """Return the chain with a new outlet and speaker where the old ones stood."""
    slots, chain = {**slots_of(claim), **changes}, list(claim.chain)
    speaker, said_by = _link(claim.speaker.name), _link(slots["speaker"])
    chain = _relinked(chain, claim.via, _link(slots["via"]), int(speaker in chain))
    chain = _relinked(chain, speaker, said_by, 0)
    return {} if chain == list(claim.chain) else {"chain": chain}


def _link(voice: object) -> str | None:
    """Return a voice as a link of a chain; the page's own is none."""
    return None if voice in (None, ARTICLE_VOICE) else str(voice)


def _relinked(
    chain: Sequence[str], old: str | None, new: str | None, first: int
) -> list[str]:
    """Return a chain with a link in the place of another.

    Args:
        first: its place where there was none before.
    """
    if old == new:
        return list(chain)
    at = chain.index(old) if old in chain else first
    left = [link for link in chain if link != old]
    linked = [*left[:at], *([new] if new else []), *left[at:]]
    return list(dict.fromkeys(linked))


def _of_element(
    claim: Claim, changes: Mapping[str, object], elements: Mapping[str, Element]
) -> dict[str, object]:
    """Return what a new element or kind leaves no choice about.

    A measure or unit that it does not allow gives way to its likeliest one.
    """
    if not {"element", "kind"} & set(changes):
        return {}
    slots = {**slots_of(claim), **changes}
    element = elements.get(str(slots["element"]))
    if element is None:
        return {}
    wanted = {"kind": _only(element.kinds, slots["kind"])}
    if wanted["kind"] == Kind.FIGURE:
        if slots["measure"] not in element.measures:
            wanted["measure"] = next(iter(element.measures), slots["measure"])
        if not element.allows(_text(slots["unit"])):
            wanted["unit"] = element.units[0]
    else:
        wanted |= NO_AMOUNT
    return {
        name: value
        for name, value in wanted.items()
        if name not in changes and slots[name] != value
    }


def _only(allowed: Sequence[str], value: object) -> object:
    """Return the only value that is allowed, else the one there is."""
    return allowed[0] if len(allowed) == 1 else value


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _moved(claim: Claim, changes: Mapping[str, object]) -> dict[str, object]:
    """Return the bounds as the wording fills them with the one number there is."""
    given = [changes[name] for name in BOUNDS if _is_number(changes.get(name))]
    if not ("qualifier" in changes or given):
        return {}
    slots = {**slots_of(claim), **changes}
    filled = FILLED.get(_qualifier(slots["qualifier"]), NOTHING)
    if given and not any(filled):
        return {}
    numbers = set(given) or {slots[n] for n in BOUNDS if slots[n] is not None}
    is_range = _qualifier(slots["qualifier"]) is Qualifier.BETWEEN
    if is_range or (any(filled) and len(numbers) != 1):
        return {}
    wanted = bounds_of(slots["qualifier"], next(iter(numbers), None))
    return {name: value for name, value in wanted.items() if slots[name] != value}


def _is_number(value: object) -> bool:
    """Tell whether a bound is a number; what is none is refused by its own name."""
    return isinstance(value, int | float)


def bounds_of(wording: object, number: object) -> dict[str, object]:
    """Return low, best and high as a wording fills them with one number."""
    filled = FILLED.get(_qualifier(wording), NOTHING)
    return {
        name: number if is_filled else None
        for name, is_filled in zip(BOUNDS, filled, strict=True)
    }


def _qualifier(value: object) -> Qualifier:
    known = (choice for choice in Qualifier if choice.value == value)
    return next(known, Qualifier.NONE)
