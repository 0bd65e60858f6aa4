"""Whether a verb is in the simple present: `takes`, `carries`."""

from tumen.codebook.words_statements import StatementWords
from tumen.extract.analysis import Token


def is_present(token: Token, words: StatementWords) -> bool:
    """Tell whether a verb has its base form, or that of `he takes`."""
    return token.lower == token.lemma or any(
        token.lower.endswith(ending)
        and token.lower.removesuffix(ending) + base == token.lemma
        for ending, base in words.present_endings
    )
