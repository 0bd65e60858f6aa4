"""Dress a report: its headline, its journalists, its pictures, and what claims nothing."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from tumen.codebook.press import PressRules
from tumen.world.press.compose import Composer
from tumen.world.press.draft import Assignment, Draft, Paragraph
from tumen.world.press.grammar import choose, say

LAST_DAY = 28
PICTURED = 0.55
"""Chance of a picture, and that its words repeat the first figure."""


@dataclass(slots=True)
class Dresser:
    """Knows the rules, and how to say what a page is about."""

    rules: PressRules
    composer: Composer
    rng: np.random.Generator

    def draft(self, page: Assignment, paragraphs: Sequence[Paragraph]) -> Draft:
        """Return a page with its headline, its fillers, its pictures and its authors."""
        filled = self.with_fillers(page, paragraphs)
        texts = " ".join(p.text for p in filled)
        masked = [
            (name, "an invented person at risk")
            for name in (*self.composer.memory.names, *self.rules.helpers)
        ] + [(name, "an invented place") for name in self.rules.villages]
        return Draft(
            number=page.number,
            plan=page.plan.name,
            outlet=page.outlet,
            day=page.day,
            is_dated=page.is_dated,
            title=self.said(page, choose(page.plan.headlines, self.rng)),
            authors=self.authors(),
            paragraphs=filled,
            captions=self.captions(page, paragraphs),
            masked={name: why for name, why in masked if name in texts},
        )

    def said(self, page: Assignment, template: str) -> str:
        """Return a template about the subject of the page."""

        def slot(name: str) -> str:
            return self.composer.subject_slot(name, page.subject)

        said = say(template, self.rules.grammar, slot, self.rng)
        return said[:1].upper() + said[1:]

    def with_fillers(
        self, page: Assignment, paragraphs: Sequence[Paragraph]
    ) -> tuple[Paragraph, ...]:
        """Return the paragraphs with some between them that claim nothing."""
        filled = list(paragraphs)
        wanted = int(self.rng.integers(1, 4)) + (0 if paragraphs else 2)
        rules = self.rng.permutation(len(page.plan.fillers))[:wanted]
        for at in rules:
            said = self.said(page, f"<{page.plan.fillers[at]}>")
            place = int(self.rng.integers(min(1, len(filled)), len(filled) + 1))
            filled.insert(place, Paragraph(said))
        if page.plan.openings:
            opening = choose(page.plan.openings, self.rng)
            filled.insert(0, Paragraph(self.said(page, f"<{opening}>")))
        return tuple(filled)

    def authors(self) -> tuple[str, ...]:
        """Return the names of the journalists."""
        count = int(self.rng.integers(1, 3))
        return tuple(
            f"{choose(self.rules.first_names, self.rng)} "
            f"{choose(self.rules.last_names, self.rng)}"
            for _ in range(count)
        )

    def captions(
        self, page: Assignment, paragraphs: Sequence[Paragraph]
    ) -> tuple[str, ...]:
        """Return the words below pictures: a scene, its own date, often a figure again."""
        if self.rng.random() >= PICTURED:
            return ()
        year = page.day.year - int(self.rng.integers(1, 6))
        month = choose(self.rules.months, self.rng)
        day = int(self.rng.integers(1, LAST_DAY + 1))
        scene = self.said(page, "<caption>").replace("%date%", f"{month} {day}, {year}")
        repeated = paragraphs[0].claims[:1] if paragraphs else ()
        if repeated and self.rng.random() < PICTURED:
            quote = repeated[0].quote
            scene = f"{scene} {quote[:1].upper()}{quote[1:]}."
        return (scene,)
