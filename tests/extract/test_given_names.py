import pytest

from tumen.codebook.schema import Codebook
from tumen.extract.given_names import given_name


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("A man I will call Han painted flats.", "Han"),
        (
            "“They ran,” said one, who asked to be just “Uncle Fedya” here.",
            "Uncle Fedya",
        ),
        ("He left in May, and we call him Han.", "Han"),
        ("Han (a pseudonym) kept the books.", "Han"),
        ("Mira, as we shall call her, ran a canteen.", "Mira"),
        ("Han Example-il, as he wants to be called, is a welder.", "Han Example-il"),
    ],
)
def test_the_name_stands_behind_the_words_that_give_it_or_before(
    codebook: Codebook, sentence: str, name: str
) -> None:
    given = given_name(sentence, codebook.languages["en"].voices.sources)
    assert given is not None
    assert given.name == name


def test_the_place_of_those_words_is_told(codebook: Codebook) -> None:
    sentence = "A man I will call Han left."
    given = given_name(sentence, codebook.languages["en"].voices.sources)
    assert given is not None
    assert sentence[given.at :].startswith("I will call")


@pytest.mark.parametrize(
    "sentence", ["Han painted flats.", "He is not his name.", "They call it a camp."]
)
def test_most_sentences_give_no_name(codebook: Codebook, sentence: str) -> None:
    assert given_name(sentence, codebook.languages["en"].voices.sources) is None
