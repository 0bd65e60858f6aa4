"""Lend a rate along a row: `16 hours a day in summer and 13 hours in winter`."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from tumen.codebook.words_numbers import NumberWords
from tumen.extract.amounts_quantity import Quantity
from tumen.extract.amounts_tokens import cut

MOST_WORDS = 5
"""Words between two amounts of one row, at most."""

LENT = "rate_lent"


def lend_rates(
    quantities: Iterable[Quantity], words: NumberWords, text: str
) -> Iterator[Quantity]:
    """Yield the quantities; one of time without a rate takes that of the one before.

    Only a few words may stand between both, one of them a joining word, and no mark
    but a comma.
    """
    before: Quantity | None = None
    for quantity in quantities:
        if before is not None and _lends(before, quantity, words, text):
            quantity = replace(
                quantity,
                unit=before.unit,
                per=before.per,
                form=before.form if before.form == "rate" else quantity.form,
                flags=(*quantity.flags, LENT),
            )
        before = quantity
        yield quantity


def _lends(giver: Quantity, taker: Quantity, words: NumberWords, text: str) -> bool:
    if giver.per is None or taker.per is not None or taker.kind != "time":
        return False
    if giver.form == "clock" or giver.unit != f"{taker.unit}/{giver.per}":
        return False
    between = cut(text, giver.span.end, taker.span.start)
    marks = {piece.text for piece in between if piece.kind == "sign"}
    said = [piece.lower for piece in between if piece.kind != "sign"]
    joins = any(word in words.row_joints for word in said)
    return joins and marks <= {","} and len(said) <= MOST_WORDS
