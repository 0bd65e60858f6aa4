"""Weights of small linear models, learned from labelled texts and kept as data."""

import msgspec


class Weights(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The weights of one model; what it decides is in `docs/explain/learned.md`.

    Args:
        learned_from: what it was learned from: how many cases of how many texts.
        features: weight by name of the feature; one that is not listed weighs nothing.
        threshold: chance that the model's answers are compared with; what it decides
            is said where it is used. 0 decides nothing.
    """

    learned_from: str
    features: dict[str, float]
    threshold: float = 0.0
