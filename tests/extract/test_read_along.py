"""An encoder has a say in what is chosen for a number, and in nothing else."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from tumen.codebook.load import load_codebook
from tumen.codebook.schema import Codebook
from tumen.extract.analyzer import load_analyzer
from tumen.extract.claims import claims_of
from tumen.extract.encoded import EncodedPage
from tumen.extract.frame import Frame, make_frame
from tumen.records.claim import Claim, Kind
from tumen.records.document import Document
from tumen.records.span import Span

TEXT = (
    "The governor said 40 North Korean workers were in Vladivostok in May 2023. "
    "A cook at the site fled in June, a lawyer said."
)


class Sure:
    """Stands for an encoder that is sure of one candidate of each kind."""

    def __init__(self, code: str, measure: str) -> None:
        self.code, self.measure = code, measure
        self.asked: list[tuple[str, Span]] = []

    def elements(
        self, number: Span, codes: Sequence[str], units: Sequence[str], _: object
    ) -> tuple[float, ...]:
        self.asked.append(("elements", number))
        return tuple(float(code == self.code) for code in codes)

    def measures(
        self, number: Span, measures: Sequence[str], _: object
    ) -> tuple[float, ...]:
        return tuple(float(measure == self.measure) for measure in measures)

    def people(
        self, number: Span, roles: Sequence[str], chances: Sequence[float]
    ) -> tuple[float, ...]:
        self.asked.append(("people", number))
        return tuple(chances)

    def pointed(
        self,
        model: str,
        number: Span,
        told: Sequence[Span | str],
        chances: Sequence[float],
    ) -> tuple[float, ...]:
        self.asked.append((model, number))
        is_none = [one in ("page", "none") for one in told]
        return tuple(float(none) for none in is_none) if any(is_none) else (*chances,)


@pytest.fixture(scope="module")
def learned() -> Codebook:
    return load_codebook("dprk-labour")


@pytest.fixture
def frame(learned: Codebook, page: Callable[[str], Document]) -> Frame:
    return make_frame(page(TEXT), learned, load_analyzer("regex"))


def read(frame: Frame, sure: Sure | None) -> list[Claim]:
    return list(claims_of(replace(frame, encoded=sure))[0])  # type: ignore[arg-type]


def test_what_it_is_sure_of_is_chosen(frame: Frame) -> None:
    claims = read(frame, Sure("people.fled", "flow"))
    figure = next(c for c in claims if c.amount and c.amount.best == 40)
    assert (figure.element, figure.amount and figure.amount.measure) == (
        "people.fled",
        "flow",
    )
    assert figure.speaker.name == "article"


def test_it_is_asked_about_numbers_only(frame: Frame) -> None:
    sure = Sure("people.present", "stock")
    read(frame, sure)
    forty = Span(TEXT.index("40"), TEXT.index(" were in"))
    assert {number for _, number in sure.asked} == {forty}
    assert {model for model, _ in sure.asked} == {
        "elements", "people", "voices", "dates", "places",
    }  # fmt: skip


def test_statements_stay_as_they_are(frame: Frame) -> None:
    alone, beside = (
        [c for c in read(frame, sure) if c.kind is not Kind.FIGURE]
        for sure in (None, Sure("people.fled", "flow"))
    )
    assert alone
    assert alone == beside


def test_only_the_choice_of_it_makes_it_read(
    learned: Codebook, page: Callable[[str], Document]
) -> None:
    document = page(TEXT)
    encoded = make_frame(document, learned, load_analyzer("encoder")).encoded
    assert isinstance(encoded, EncodedPage)
    assert make_frame(document, learned, load_analyzer("auto")).encoded is None


def test_each_claim_quotes_its_words(
    learned: Codebook, page: Callable[[str], Document]
) -> None:
    frame = make_frame(page(TEXT), learned, load_analyzer("encoder"))
    claims = claims_of(frame)[0]
    assert claims
    assert all(claim.span.quote(TEXT) == claim.quote for claim in claims)
