"""Effects on figures: what houses, definitions, registers and parts add to all of theirs."""

from collections.abc import Hashable, Iterator
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Effect:
    """A shift, on the log scale, that several figures share.

    Args:
        kind: house, voice, definition, break, record or part.
        name: which of that kind.
        mean, sd: prior of the shift; sd > 0.
    """

    kind: str
    name: str
    mean: float
    sd: float


@dataclass(slots=True)
class EffectBook:
    """Numbers effects as figures ask for them; the order of asking is their order."""

    numbers: dict[Hashable, int] = field(default_factory=dict)
    effects: list[Effect] = field(default_factory=list)

    def __iter__(self) -> Iterator[Effect]:
        return iter(self.effects)

    def number(self, effect: Effect) -> int:
        """Return the number of an effect; the first to ask adds it."""
        key = (effect.kind, effect.name)
        if key not in self.numbers:
            self.numbers[key] = len(self.effects)
            self.effects.append(effect)
        return self.numbers[key]
