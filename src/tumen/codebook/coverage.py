"""The typed shape of a codebook's `coverage.toml`: where each told thing went.

Texts tell of a system in elements: a figure, a condition, an order, a fault of the page.
Each element is accounted for: simulated, read as a claim, handled as a page, or not
modelled, with the reason. Each part of the system says who speaks about it.
"""

from enum import StrEnum

from tumen.codebook.entry import Entry


class Handling(StrEnum):
    """What becomes of an element."""

    MECHANISM = "mechanism"
    CLAIM = "claim"
    DOCUMENT = "document"
    NOT_MODELLED = "not modelled"


class CoveredText(Entry, frozen=True, kw_only=True):
    """A text that was taken apart.

    Args:
        code: `S0`; its elements are `S0-01`, `S0-02`, ...
        label: what it tells, and when.
        elements: how many there are, 1 or more.
    """

    code: str
    label: str
    elements: int


class CoveredElement(Entry, frozen=True, kw_only=True):
    """An element of a text.

    Args:
        id: `S0-01`.
        title: in our own words, eight at most.
        handled: `mechanism` where the simulated world does it, `claim` where it is read
            from a page, `document` where a rule about pages handles it, `not modelled`
            where the world leaves it out.
        refs: what carries it: codes of boxes, arrows and money steps (`C4`, `T9`, `M3`)
            and of elements (`cond.hours`), parts of world.toml (`rule:flight`,
            `policy:permit_ban`, `condition:cond.hours`, `trade:logging`), modules
            (`read/captions`).
        reason: why the world leaves it out; only for `not modelled`.
        limit: what the mechanism leaves out.
    """

    id: str
    title: str
    handled: tuple[Handling, ...]
    refs: tuple[str, ...] = ()
    reason: str = ""
    limit: str = ""


class CoveredPart(Entry, frozen=True, kw_only=True):
    """What is known about a box, arrow or money step.

    Args:
        code: of the box, arrow or step.
        told_by: who speaks about it, and how.
        uncounted: what nobody has counted.
        world: what the simulated world does with it.
    """

    code: str
    told_by: str
    uncounted: str
    world: str


class Coverage(Entry, frozen=True, kw_only=True):
    """The whole file."""

    text: tuple[CoveredText, ...]
    element: tuple[CoveredElement, ...]
    part: tuple[CoveredPart, ...]

    def of_text(self, code: str) -> tuple[CoveredElement, ...]:
        """Return the elements of a text, in order of the file."""
        return tuple(e for e in self.element if e.id.partition("-")[0] == code)

    def telling_of(self, ref: str) -> tuple[str, ...]:
        """Return ids of the elements that name a code among their refs."""
        return tuple(e.id for e in self.element if ref in e.refs)
