"""Learn all weights from the training texts and write them into the codebook.

  python -m quality.learn

Every training text is also read by weights learned without it: these readings say how
sure slots and claims are. Texts are opened with the language model and without, so that
the weights serve both.
"""

import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import msgspec

from quality.articles import CODEBOOK
from quality.learn.cases import Opened, open_texts
from quality.learn.cases_examples import example_cases
from quality.learn.crossed import learn, read_crossed
from quality.learn.fit import Decided
from quality.learn.guided import OF_LANGUAGE, Models
from quality.learn.sureness import (
    BLANK,
    claim_cases,
    reads_of,
    slot_cases,
    weights_of,
)
from quality.learn.texts import is_dense, is_further, is_hard, load_texts
from tumen.codebook.load import load_codebook
from tumen.codebook.rules_only import rules_only
from tumen.codebook.schema import Codebook
from tumen.codebook.weights import Weights
from tumen.extract.analyzer import load_analyzer
from tumen.extract.confidence import CLAIMS, SLOTS, slot_chance
from tumen.score.names import SameNames

DATA = Path(__file__).parents[2] / "src" / "tumen" / "codebook" / "data"
FOLDS = 3
MODES = ("spacy", "regex")


def open_training(codebook: Codebook, mode: str) -> tuple[Opened, ...]:
    """Return the texts to learn from, taken apart."""
    return open_texts(load_texts(), codebook, load_analyzer(mode))


def learn_all(
    texts: Sequence[Opened],
    codebook: Codebook,
    names: SameNames,
    examples: Sequence[Decided],
) -> Models:
    """Return the weights of every model; those of sureness from texts read crossed.

    Args:
        texts: in both modes, those with the language model first; only these are read
            crossed.
    """
    models = learn(texts, names, examples)
    parsed = texts[: len(texts) // len(MODES)]
    crossed = [
        read
        for _, page, claims in read_crossed(
            parsed, FOLDS, codebook, names, examples, _is_ordinary
        )
        for read in reads_of(page, claims)
    ]
    of_slots = weights_of(tuple(slot_cases(crossed, names)), BLANK)
    sure = [
        replace(
            read,
            claim=replace(
                read.claim,
                slots={
                    name: replace(
                        slot, confidence=slot_chance(name, slot, read.claim, of_slots)
                    )
                    for name, slot in read.claim.slots.items()
                },
            ),
        )
        for read in crossed
    ]
    of_claims = weights_of(tuple(claim_cases(sure, names)), 0.0)
    return {**models, SLOTS: of_slots, CLAIMS: of_claims}


def _is_ordinary(name: str) -> bool:
    """Tell whether a text is as hard to read as the press is.

    Those written to be hard would make all others look less sure than they are.
    """
    return not (is_hard(name) or is_further(name) or is_dense(name))


def write_models(models: Models) -> None:
    """Write each model where the codebook looks for it."""
    for name, weights in models.items():
        where = "languages/en" if name in OF_LANGUAGE else CODEBOOK
        folder = DATA / where / "learned"
        folder.mkdir(exist_ok=True)
        (folder / f"{name}.json").write_bytes(_encoded(weights))


def _encoded(weights: Weights) -> bytes:
    ordered = dict(sorted(weights.features.items()))
    return (
        msgspec.json.format(
            msgspec.json.encode(msgspec.structs.replace(weights, features=ordered)),
            indent=1,
        )
        + b"\n"
    )


def main() -> int:
    """Learn and write the weights; say what each was learned from."""
    codebook = load_codebook(CODEBOOK)
    plain = rules_only(codebook)
    names = SameNames(codebook)
    examples = [
        case for mode in MODES for case in example_cases(plain, load_analyzer(mode))
    ]
    texts = [text for mode in MODES for text in open_training(plain, mode)]
    models = learn_all(texts, plain, names, examples)
    write_models(models)
    for name, weights in models.items():
        print(f"{name}: {len(weights.features)} weights, {weights.learned_from}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
