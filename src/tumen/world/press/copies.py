"""Copies of pages: reprints, excerpts, and outlets that quote other outlets."""

import re
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import numpy as np

from tumen.codebook.press import PressOutlet, PressRules
from tumen.records.press import PressClaim
from tumen.world.press.draft import Draft, Paragraph
from tumen.world.press.grammar import choose, say

LARGE = re.compile(r"\d{1,3},\d{3}")
EXCERPT_LEAST = 2
SOON_DAYS = 3
RECENT_DAYS = 7
GARBLED = "garbled"


def copy_page(
    source: Draft, number: int, rules: PressRules, rng: np.random.Generator
) -> Draft:
    """Return a page that copies another one, whole or its beginning.

    Its claims keep their origin and their days; the outlet it was copied from becomes
    their `via`.
    """
    first = source.source or source
    outlets = [outlet for outlet in rules.outlets if outlet.name != first.outlet.name]
    outlet = choose(outlets, rng)
    late = int(rng.integers(0, rules.copies.late_days + 1))
    day = source.day + timedelta(late)
    paragraphs = source.paragraphs
    if rng.random() < rules.copies.excerpt and len(paragraphs) > EXCERPT_LEAST:
        paragraphs = paragraphs[: int(rng.integers(EXCERPT_LEAST, len(paragraphs)))]
    if rng.random() < rules.copies.garbled:
        paragraphs = _garbled(paragraphs)
    copied = tuple(_passed_on(p, first.outlet.name, outlet.name) for p in paragraphs)
    texts = " ".join(p.text for p in copied)
    return Draft(
        number=number,
        plan=source.plan,
        outlet=outlet,
        day=day,
        # Words such as "last month" would mean nothing without a date.
        is_dated=source.is_dated or bool(rng.random() >= outlet.undated),
        title=source.title,
        authors=source.authors,
        paragraphs=copied,
        masked={name: why for name, why in source.masked.items() if name in texts},
        source=first,
        credit=_credit(first, outlet, day, rules, rng),
    )


def _credit(
    first: Draft,
    outlet: PressOutlet,
    day: date,
    rules: PressRules,
    rng: np.random.Generator,
) -> str:
    """Return the line that names where a copy comes from, dated when it comes late.

    A copy of fresh news is late a day after: words such as "on Monday" would be read
    from the wrong day.
    """
    is_late = (day - first.day).days > SOON_DAYS or day.month != first.day.month
    is_late |= day > first.day and any(_is_recent(c, first) for c in first.claims)
    printed = f"{rules.months[first.day.month - 1]} {first.day.day}, {first.day.year}"
    slots = {
        "source": first.outlet.name,
        "outlet": outlet.name,
        "published": f", {printed}" if is_late and first.is_dated else "",
    }
    return say(choose(rules.copies.credits, rng), rules.grammar, slots.__getitem__, rng)


def _is_recent(claim: PressClaim, first: Draft) -> bool:
    last = claim.as_of_end
    return last is not None and 0 <= (first.day - last).days <= RECENT_DAYS


def _passed_on(paragraph: Paragraph, source: str, host: str) -> Paragraph:
    claims = tuple(
        replace(claim, via=claim.via or source, chain=_chain(claim, source, host))
        for claim in paragraph.claims
    )
    return Paragraph(paragraph.text, claims)


def _chain(claim: PressClaim, source: str, host: str) -> tuple[str, ...]:
    """Return the voices to a copy; a copy names the first page, none in between."""
    known = claim.chain.index(source) + 1 if source in claim.chain else len(claim.chain)
    return (*claim.chain[:known], host)


def _garbled(paragraphs: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
    """Return paragraphs in which one large number has two digits in the wrong order."""
    for place, paragraph in enumerate(paragraphs):
        for claim in paragraph.claims:
            found = LARGE.search(claim.quote)
            if found is None or not _is_only_number(claim) or claim.flags:
                continue
            wrong = _swapped(found.group())
            if wrong == found.group():
                continue
            at = claim.at + found.start()
            text = paragraph.text[:at] + wrong + paragraph.text[at + len(wrong) :]
            claims = tuple(
                _reread(c, text, found.group(), wrong) for c in paragraph.claims
            )
            made = Paragraph(text, claims)
            return (*paragraphs[:place], made, *paragraphs[place + 1 :])
    return paragraphs


def _is_only_number(claim: PressClaim) -> bool:
    return claim.qualifier in ("exact", "about", "over", "at_least", "up_to", "under")


def _swapped(number: str) -> str:
    """Return a number with two neighbouring digits changed round, as it is without any."""
    digits = [at for at, letter in enumerate(number) if letter.isdigit()]
    for first, second in pairwise(digits):
        letters = list(number)
        letters[first], letters[second] = letters[second], letters[first]
        if letters != list(number) and letters[0] != "0":
            return "".join(letters)
    return number


def _reread(claim: PressClaim, text: str, right: str, wrong: str) -> PressClaim:
    """Return a label as its changed paragraph reads."""
    quote = text[claim.at : claim.at + len(claim.quote)]
    made = replace(claim, anchor=text, quote=quote)
    value = float(right.replace(",", ""))
    if quote == claim.quote or value not in (claim.low, claim.best, claim.high):
        return made
    read = float(wrong.replace(",", ""))
    return replace(
        made,
        low=None if claim.low is None else read,
        best=None if claim.best is None else read,
        high=None if claim.high is None else read,
        flags=(*claim.flags, GARBLED),
    )
