"""A page before it has a layout: who publishes it when, and its paragraphs."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from tumen.codebook.press import PressOutlet, PressPlan
from tumen.records.press import PressClaim
from tumen.world.press.compose import Sentence
from tumen.world.press.values import Subject


@dataclass(frozen=True, slots=True, kw_only=True)
class Assignment:
    """What a page is to be.

    Args:
        number: from 0; month: of the world, that `day` falls into.
        is_dated: whether a date is printed.
    """

    number: int
    plan: PressPlan
    outlet: PressOutlet
    day: date
    month: int
    is_dated: bool
    subject: Subject


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words of the running text, and the labels of its clauses."""

    text: str
    claims: tuple[PressClaim, ...] = ()


@dataclass(slots=True, kw_only=True)
class Draft:
    """A page in the making.

    Args:
        number: from 0; day: of publication; is_dated: whether a date is printed.
        source: the draft it copies; first_day: of its own publication, printed in the
            credit of a late copy.
        captions: words below pictures; masked: names that may not leave.
    """

    number: int
    plan: str
    outlet: PressOutlet
    day: date
    is_dated: bool
    title: str
    authors: tuple[str, ...]
    paragraphs: tuple[Paragraph, ...]
    captions: tuple[str, ...] = ()
    masked: dict[str, str] = field(default_factory=dict)
    source: "Draft | None" = None
    credit: str = ""

    @property
    def claims(self) -> tuple[PressClaim, ...]:
        """The labels of all paragraphs."""
        return tuple(claim for p in self.paragraphs for claim in p.claims)


def join(sentences: Sequence[Sentence]) -> Paragraph:
    """Return sentences as one paragraph."""
    text = " ".join(sentence.text for sentence in sentences)
    claims, at = [], 0
    for sentence in sentences:
        claims += [
            replace(claim, anchor=text, at=claim.at + at) for claim in sentence.claims
        ]
        at += len(sentence.text) + 1
    return Paragraph(text, tuple(claims))
