import pytest

from tumen.codebook.load import load_codebook
from tumen.extract.analysis import Token
from tumen.extract.present import is_present
from tumen.records.span import Span

WORDS = load_codebook("dprk-labour").languages["en"].statements


@pytest.mark.parametrize(
    ("form", "lemma", "told"),
    [
        ("take", "take", True),
        ("takes", "take", True),
        ("watches", "watch", True),
        ("carries", "carry", True),
        ("carried", "carry", False),
        ("taken", "take", False),
    ],
)
def test_forms_of_the_present_are_known(form: str, lemma: str, told: bool) -> None:
    verb = Token(
        span=Span(0, 9), text=form, lower=form, lemma=lemma, pos="VERB", head=0
    )
    assert is_present(verb, WORDS) is told
