"""Build a page around its words: menus, dates, credits, comments, and INVENTED."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape

import numpy as np

from tumen.codebook.press import PressLayout, PressPart, PressRules
from tumen.records.press import PressBlock
from tumen.world.press.draft import Draft
from tumen.world.press.grammar import choose, say

ROLES = {
    "headline": "headline",
    "dateline": "dateline",
    "byline": "byline",
    "caption": "caption",
    "body": "body",
    "comments": "comment",
    "credit": "credit",
}
LISTS = {"menu": (6, 24), "related": (2, 6), "comments": (1, 4), "tools": (1, 1)}
"""Grammar rules that give lines of their own, and how many of them."""
SINGLE = ("logo", "mail", "cookies", "invented", "copyright", "clock", "byline")
"""Grammar rules that give one line."""


@dataclass(frozen=True, slots=True)
class LaidOut:
    """What stands in the file, and its blocks without mark-up."""

    content: str
    blocks: tuple[PressBlock, ...]


def lay_out(
    draft: Draft,
    layout: PressLayout,
    others: Sequence[str],
    rules: PressRules,
    rng: np.random.Generator,
) -> LaidOut:
    """Return a page in a layout.

    Args:
        others: titles of other pages, for the list of related ones.
    """
    written = _date(draft, layout, rules, rng)
    slots = {
        "title": draft.title,
        "host": draft.outlet.name,
        "site": draft.outlet.site,
        "year": f"{draft.day.year}",
        "date": written,
        "author": " and ".join(draft.authors),
        "town": draft.outlet.town,
    }
    content: list[str] = []
    blocks: list[PressBlock] = []
    shown = escape if layout.suffix == ".html" else str
    for part in layout.parts:
        # Without a date the copyright year is what places the page.
        is_needed = part.part == "copyright" and not draft.is_dated
        if rng.random() >= part.chance and not is_needed:
            continue
        lines = _lines(part, draft, layout, others, rules, slots, rng)
        if not lines and part.part != "plain":
            continue
        content.append(_fill(part.before, slots, shown))
        for line in lines:
            content.append(f"{part.item_before}{shown(line)}{part.item_after}")
            blocks.append(PressBlock(ROLES.get(part.part, "furniture"), line))
        content.append(_fill(part.after, slots, shown))
    return LaidOut("".join(content), tuple(blocks))


def _fill(text: str, slots: dict[str, str], shown: Callable[[str], str]) -> str:
    for name, value in slots.items():
        text = text.replace("{" + name + "}", shown(value))
    return text


def _date(
    draft: Draft, layout: PressLayout, rules: PressRules, rng: np.random.Generator
) -> str:
    """Return the day of publication in one of the formats of the layout."""
    month = rules.months[draft.day.month - 1]
    return choose(layout.dates, rng).format(
        day=draft.day.day,
        day2=f"{draft.day.day:02d}",
        month=month,
        short=month[:3],
        month2=f"{draft.day.month:02d}",
        year=draft.day.year,
        weekday=rules.weekdays[draft.day.weekday()],
        hour=f"{int(rng.integers(6, 23)):02d}:{int(rng.integers(0, 60)):02d}",
    )


def _lines(
    part: PressPart,
    draft: Draft,
    layout: PressLayout,
    others: Sequence[str],
    rules: PressRules,
    slots: dict[str, str],
    rng: np.random.Generator,
) -> tuple[str, ...]:
    """Return the lines of a part; empty where the page has none."""
    if part.part in LISTS:
        return _list(part.part, others, rules, slots, rng)
    if part.part in SINGLE:
        return (_spoken(part.part, rules, slots, rng),)
    return {
        "headline": (draft.title,),
        "dateline": (slots["date"],) if draft.is_dated else (),
        "caption": draft.captions,
        "credit": (draft.credit,) if draft.credit else (),
        "body": _body(draft, layout, slots),
    }.get(part.part, ())


def _body(draft: Draft, layout: PressLayout, slots: dict[str, str]) -> tuple[str, ...]:
    texts = [paragraph.text for paragraph in draft.paragraphs]
    if texts and layout.lead and draft.is_dated:
        town = slots["town"].upper()
        lead = layout.lead.format(town=town, date=slots["date"], host=slots["host"])
        texts[0] = f"{lead}{texts[0]}"
    return tuple(texts)


def _list(
    name: str,
    others: Sequence[str],
    rules: PressRules,
    slots: dict[str, str],
    rng: np.random.Generator,
) -> tuple[str, ...]:
    least, most = LISTS[name]
    count = int(rng.integers(least, most + 1))
    lines = [_spoken(name, rules, slots, rng) for _ in range(count)]
    if name == "related" and others:
        lines.append(choose(others, rng))
    return tuple(dict.fromkeys(lines))


def _spoken(
    rule: str, rules: PressRules, slots: dict[str, str], rng: np.random.Generator
) -> str:
    def slot(name: str) -> str:
        if name == "number":
            return f"{int(10 ** rng.uniform(0.7, 4.3)):,}"
        return slots[name]

    said = say(choose(rules.grammar[rule], rng), rules.grammar, slot, rng)
    return said[:1].upper() + said[1:]
