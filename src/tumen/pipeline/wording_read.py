"""Read from a page how its words bound a number that a person typed."""

from tumen.codebook.schema import Codebook
from tumen.errors import DecisionError
from tumen.extract.amounts import find_amounts
from tumen.extract.frame import LANGUAGE
from tumen.records.amount import Qualifier
from tumen.records.document import Document


def wording_of(
    document: Document, span: tuple[int, int], number: float, codebook: Codebook
) -> Qualifier:
    """Return the wording of a number among some words: `over 300` gives `over`.

    Args:
        span: first character of the words, and one past the last.

    Raises:
        DecisionError: the words do not say that number.
    """
    words = codebook.languages[LANGUAGE].numbers
    for quantity in find_amounts(document.text, *span, words):
        if number in (quantity.low, quantity.best, quantity.high):
            return quantity.qualifier
    raise DecisionError(
        f"the selected words do not say {number:g}",
        "Select words that hold the number, or leave the number empty.",
    )
