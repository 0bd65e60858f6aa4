"""Cases as they are met while reading: what was chosen before may be wrong.

A voice goes on with the one before. Learned from labels alone, weights trust it too
much: on a page it is what they chose themselves. So they are learned twice, the second
time from histories read by weights that never saw the text (Daume, Langford and Marcu
2009, Search-based structured prediction; one round of it).
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

import msgspec

from quality.learn.cases import Opened
from quality.learn.fit import Decided, fit_weights
from tumen.codebook.schema import Codebook
from tumen.codebook.weights import Weights
from tumen.extract.confidence import CLAIMS, SLOTS
from tumen.extract.frame import LANGUAGE

OF_LANGUAGE = frozenset({"voices", "dates", SLOTS, CLAIMS})
PARTS = 2

Models = dict[str, Weights]
CasesOf = Callable[[Iterable[Opened]], Iterator[Decided]]


def guided_cases(
    texts: Sequence[Opened], model: str, cases_of: CasesOf, pull: float
) -> tuple[Decided, ...]:
    """Return the cases of texts, each read by weights learned from the other half.

    Args:
        pull: as in `fit_weights`.
    """
    names = sorted({opened.text.name for opened in texts})
    part_of = {name: number % PARTS for number, name in enumerate(names)}
    found: list[Decided] = []
    for part in range(PARTS):
        others = [o for o in texts if part_of[o.text.name] != part]
        features = fit_weights(tuple(cases_of(others)), pull)
        models = {model: Weights(learned_from="the other half", features=features)}
        found += cases_of(
            guided(opened, models)
            for opened in texts
            if part_of[opened.text.name] == part
        )
    return tuple(found)


def guided(opened: Opened, models: Models) -> Opened:
    """Return a text that is read with some weights."""
    book = with_models(opened.frame.codebook, models)
    frame = replace(opened.frame, codebook=book, language=book.languages[LANGUAGE])
    return replace(opened, frame=frame)


def with_models(codebook: Codebook, models: Models) -> Codebook:
    """Return a codebook that chooses with some weights."""
    spoken = {k: v for k, v in models.items() if k in OF_LANGUAGE}
    own = {k: v for k, v in models.items() if k not in OF_LANGUAGE}
    languages = {
        code: msgspec.structs.replace(language, learned=spoken)
        for code, language in codebook.languages.items()
    }
    return msgspec.structs.replace(codebook, learned=own, languages=languages)
