"""How well texts are read by weights that were learned without them."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from quality.learn.cases import Opened, element_cases, measure_cases, voice_cases
from quality.learn.cases_dates import date_cases
from quality.learn.cases_people import people_cases
from quality.learn.cases_places import place_cases
from quality.learn.cases_statements import kind_cases, statement_cases
from quality.learn.fit import Decided, fit_weights
from quality.learn.guided import Models, guided_cases, with_models
from quality.learn.texts import is_dense, is_hard
from quality.reading import compare
from tumen.codebook.schema import Codebook
from tumen.codebook.weights import Weights
from tumen.extract.claims import claims_of
from tumen.extract.frame import LANGUAGE
from tumen.records.claim import Claim
from tumen.score.names import SameNames
from tumen.score.pairs import Page

PULLS = {
    "elements": 2.0,
    "measures": 2.0,
    "voices": 8.0,
    "dates": 12.0,
    "people": 2.0,
    "places": 2.0,
    "statement_kinds": 10.0,
    "statement_elements": 2.0,
}
"""Pull of each model towards zero, chosen on crossed training texts."""
SHARES = {
    "elements": 0.5,
    "measures": 1.0,
    "voices": 1.0,
    "people": 0.3,
    "statement_kinds": 1.0,
    "statement_elements": 1.0,
}
"""By model: the share of the weights learned with the texts of long accounts, against
those learned without them; 0 where none is given. Chosen so that what was read well
before still is: see docs/decisions/0013-learned-choices.md."""
LEAST = {"elements": 0.05}
LEAST_OF_OTHERS = 0.02
"""By model: weights nearer to zero, a quarter of all, change hardly any choice; they are
cut. Elements have the most by far."""
DENSE = {"people": 0.5}
"""By model: the share of the weights learned with the dense texts, against those learned
without them; 1 where none is given."""


def learn(
    texts: Sequence[Opened], names: SameNames, examples: Sequence[Decided] = ()
) -> Models:
    """Return the weights of every model, learned from texts.

    Args:
        examples: cases of elements from the codebook's own examples.
    """
    # A single sentence stands on no page: it says nothing about carrying over.
    pages = pages_of(texts)
    usual = [opened for opened in texts if not is_dense(opened.text.name)]
    cases: dict[str, Sequence[Decided]] = {
        "elements": (*element_cases(texts), *examples),
        "measures": tuple(measure_cases(texts)),
        "voices": guided_cases(
            pages, "voices", lambda some: voice_cases(some, names), PULLS["voices"]
        ),
        "dates": tuple(date_cases(pages)),
        "people": tuple(people_cases(pages, names)),
        "places": tuple(place_cases(pages, names)),
        "statement_kinds": tuple(kind_cases(usual)),
        "statement_elements": tuple(statement_cases(usual)),
    }
    return {model: weights_of(model, found) for model, found in cases.items()}


def pages_of(texts: Iterable[Opened]) -> list[Opened]:
    """Return the texts that are whole pages."""
    return [opened for opened in texts if opened.text.is_article]


def weights_of(model: str, cases: Sequence[Decided]) -> Weights:
    """Return the weights of a model: those of several sets of cases, by their shares."""
    share, dense = SHARES.get(model, 0.0), DENSE.get(model, 1.0)
    held = cases if share else without_hard(cases)
    parts = (
        (dense * share, cases),
        (dense * (1 - share), without_hard(cases)),
        ((1 - dense) * share, without_dense(cases)),
        ((1 - dense) * (1 - share), without_hard(without_dense(cases))),
    )
    fits = [(part, fit_weights(some, PULLS[model])) for part, some in parts if part]
    return Weights(
        learned_from=f"{len(held)} cases of {len({case.text for case in held})} texts",
        features=mixed(fits, LEAST.get(model, LEAST_OF_OTHERS)),
    )


def without_hard(cases: Sequence[Decided]) -> tuple[Decided, ...]:
    """Return the cases of texts without long accounts."""
    return tuple(case for case in cases if not is_hard(case.text))


def without_dense(cases: Sequence[Decided]) -> tuple[Decided, ...]:
    """Return the cases of texts that are no denser than the press is."""
    return tuple(case for case in cases if not is_dense(case.text))


def mixed(
    fits: Sequence[tuple[float, Mapping[str, float]]], least: float
) -> dict[str, float]:
    """Return the sum of weights, each times its share; one that is missing is 0.

    Sums nearer to zero than `least` are left out.
    """
    names = sorted({name for _, weights in fits for name in weights})
    sums = {
        name: round(sum(part * weights.get(name, 0.0) for part, weights in fits), 3)
        for name in names
    }
    return {name: total for name, total in sums.items() if abs(total) >= least}


def read_with(
    opened: Opened, codebook: Codebook, names: SameNames
) -> tuple[Page, list[Claim]]:
    """Return a text read by the weights of a codebook, compared with its labels."""
    frame = replace(
        opened.frame, codebook=codebook, language=codebook.languages[LANGUAGE]
    )
    claims = list(claims_of(frame)[0])
    return compare(opened.text, frame.document, claims, names), claims


def read_crossed(
    texts: Sequence[Opened],
    folds: int,
    codebook: Codebook,
    names: SameNames,
    examples: Sequence[Decided] = (),
    wanted: Callable[[str], bool] = lambda _: True,
) -> Iterator[tuple[Opened, Page, list[Claim]]]:
    """Yield texts read by weights that were learned from the other folds.

    The texts of one file of sentences stay together, and so do copies of an article.

    Args:
        wanted: tells of the name of a text whether it is read.
    """
    groups = sorted({group_of(opened) for opened in texts})
    fold_of = {group: number % folds for number, group in enumerate(groups)}
    for fold in range(folds):
        others = [o for o in texts if fold_of[group_of(o)] != fold]
        book = with_models(codebook, learn(others, names, examples))
        for opened in texts:
            if fold_of[group_of(opened)] == fold and wanted(opened.text.name):
                yield (opened, *read_with(opened, book, names))


def group_of(opened: Opened) -> str:
    """Return what a text is kept together with when texts are divided."""
    name = opened.text.name
    return name if opened.text.is_article else name.rpartition("-")[0]
