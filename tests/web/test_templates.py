"""Templates never show what they were not given, nor run what they were."""

import pytest
from jinja2 import UndefinedError

from tumen.web.templates import render


def test_text_of_a_page_is_never_markup() -> None:
    page = render("trouble.html", case="", problem="<script>x</script>", remedy="")
    assert b"<script>x" not in bytes(page.body)


def test_a_missing_value_is_an_error() -> None:
    with pytest.raises(UndefinedError):
        render("trouble.html", case="", problem="")
