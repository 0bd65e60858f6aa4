"""The one place where text becomes `Cleared`."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from tumen.records.release import Cleared, Withheld


def clear(text: str) -> Cleared:
    """Return text as cleared; the caller has asked the policy first."""
    return Cleared(text)


def clear_if(text: str | None, *, allowed: bool) -> Cleared | None:
    """Return text as cleared when it is allowed and there is any, else None."""
    return clear(text) if text and allowed else None


@dataclass(slots=True)
class Ledger:
    """Counts what was withheld, by rule and kind of row; holds no content."""

    counts: Counter[tuple[str, str]] = field(default_factory=Counter)

    def note(self, rows: str, rules: Iterable[str]) -> None:
        """Count one row under each of the rules."""
        self.counts.update((rule, rows) for rule in sorted(set(rules)))

    def note_many(self, rows: str, rule: str, count: int) -> None:
        """Count several rows or slots under one rule."""
        if count:
            self.counts[rule, rows] += count

    def withheld(self) -> tuple[Withheld, ...]:
        """Return the counts, sorted by rule and kind of row."""
        return tuple(
            Withheld(rule=rule, rows=rows, count=count)
            for (rule, rows), count in sorted(self.counts.items())
        )
