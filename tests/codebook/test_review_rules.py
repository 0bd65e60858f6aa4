"""The numbers of the review desk are data."""

import pytest

from tumen.codebook.review_rules import convert_rules, load_review_rules
from tumen.errors import CodebookError


def test_the_built_in_rules_are_shares_and_a_count() -> None:
    rules = load_review_rules()
    assert 0.5 < rules.green_from <= 1
    assert 0 < rules.without_model <= 1
    assert rules.most_choices <= 10


def test_an_unknown_key_is_named() -> None:
    with pytest.raises(CodebookError, match="greenish"):
        convert_rules({"greenish": 1.0})
