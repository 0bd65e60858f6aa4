"""How the review desk orders its queue, and from when a claim is green."""

import tomllib
from functools import cache

import msgspec

from tumen.codebook.entry import Entry
from tumen.codebook.load import DATA
from tumen.errors import CodebookError

FILE = "review.toml"


class ReviewRules(Entry, frozen=True, kw_only=True):
    """The numbers of the desk.

    Args:
        green_from: chance of being right from which a claim is green, 0 to 1.
        without_model: what a move of an answer without a model weighs, beside 1 for
            one of the model.
        most_choices: values that a slot offers to choose from, at most.
    """

    green_from: float
    without_model: float
    most_choices: int


@cache
def load_review_rules() -> ReviewRules:
    """Return the rules, the same for every codebook.

    Raises:
        CodebookError: a key is missing, unknown or of the wrong type.
    """
    text = (DATA / FILE).read_text(encoding="utf-8")
    return convert_rules(tomllib.loads(text))


def convert_rules(table: dict[str, object]) -> ReviewRules:
    """Return the rules in a table.

    Raises:
        CodebookError: a key is missing, unknown or of the wrong type.
    """
    try:
        return msgspec.convert(table, ReviewRules)
    except msgspec.ValidationError as error:
        raise CodebookError(f"{FILE}: {error}", "Mend the file.") from error
