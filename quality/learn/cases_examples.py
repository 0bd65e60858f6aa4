"""Decided cases from the examples of the codebook: each element says what it means."""

from collections.abc import Iterable, Iterator

from quality.articles import Labelled
from quality.learn.cases import open_texts
from quality.learn.fit import Decided
from tumen.codebook.schema import Codebook, Example
from tumen.extract.analyzer import Analyzer
from tumen.extract.element_choice import element_candidates
from tumen.extract.figure_candidates import FigureCandidate
from tumen.extract.figures import elements_of
from tumen.records.claim import Kind

VALUES = ("low", "best", "high")
WEIGHT = 3
"""An example counts as much as so many labelled numbers: it is there to be kept."""


def example_cases(codebook: Codebook, analyzer: Analyzer) -> Iterator[Decided]:
    """Yield the numbers of examples and counter-examples, each so many times."""
    elements = elements_of(codebook)
    for element in codebook.elements.values():
        if Kind.FIGURE not in element.kinds:
            continue
        for example, good in _examples(element.examples, element.counter_examples):
            text = Labelled(
                name=f"example/{element.code}",
                text=example.text,
                published=None,
                rows=(),
                is_article=False,
            )
            (opened,) = open_texts([text], codebook, analyzer)
            for figure in opened.figures:
                if good and not _is_meant(figure, example):
                    continue
                found = element_candidates(
                    opened.frame, figure, elements, opened.reader, None
                )
                right = frozenset(
                    n
                    for n, code in enumerate(found.codes)
                    if (code == element.code) == good
                )
                if right:
                    yield from [Decided(found.evidence, right, text.name)] * WEIGHT


def _examples(
    good: Iterable[Example], bad: Iterable[Example]
) -> Iterator[tuple[Example, bool]]:
    yield from ((example, True) for example in good)
    yield from ((example, False) for example in bad)


def _is_meant(figure: FigureCandidate, example: Example) -> bool:
    """Tell whether a number is the one that an example expects."""
    quantity = figure.quantity
    given = {"low": quantity.low, "best": quantity.best, "high": quantity.high}
    wanted = {name: example.expect[name] for name in VALUES if name in example.expect}
    return bool(wanted) and all(given[name] == wanted[name] for name in wanted)
