"""Sentences become paragraphs; their labels move along."""

from tests.world.press.conftest import claim, draft
from tumen.world.press.compose import Sentence
from tumen.world.press.draft import join


def test_labels_move_with_their_sentence() -> None:
    first = Sentence("One left.", (claim("One left", "One left."),))
    second = Sentence("Two came.", (claim("Two came", "Two came."),))
    made = join([first, second])
    assert made.text == "One left. Two came."
    quoted = [made.text[c.at : c.at + len(c.quote)] for c in made.claims]
    assert quoted == ["One left", "Two came"]
    assert {c.anchor for c in made.claims} == {made.text}


def test_a_page_has_the_labels_of_its_paragraphs() -> None:
    label = claim("Two came", "Two came.")
    assert draft("Two came.", label).claims == (label,)
