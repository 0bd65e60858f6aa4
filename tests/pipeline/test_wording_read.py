import pytest

from tumen.codebook.load import load_codebook
from tumen.errors import DecisionError
from tumen.pipeline.wording_read import wording_of
from tumen.records.amount import Qualifier
from tumen.records.document import Block, Document, Role
from tumen.records.ids import CaptureId
from tumen.records.span import Span

BOOK = load_codebook("dprk-labour")
TEXT = "Over 300 men came, about 40 left."
WHOLE = (0, len(TEXT))
PAGE = Document(
    capture=CaptureId("0" * 64),
    name="page.txt",
    text=TEXT,
    blocks=(Block(Span(*WHOLE), Role.BODY),),
)


def test_a_number_has_the_wording_of_its_words() -> None:
    assert wording_of(PAGE, WHOLE, 300.0, BOOK) is Qualifier.OVER
    assert wording_of(PAGE, WHOLE, 40.0, BOOK) is Qualifier.ABOUT


def test_a_number_that_is_not_said_is_refused() -> None:
    with pytest.raises(DecisionError, match="do not say 41"):
        wording_of(PAGE, WHOLE, 41.0, BOOK)
