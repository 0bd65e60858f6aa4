from tumen.codebook.load import load_codebook
from tumen.codebook.rules_only import rules_only


def test_nothing_learned_is_left_and_all_words_stay() -> None:
    book = load_codebook("dprk-labour")
    plain = rules_only(book)
    assert book.learned
    assert plain.learned == {}
    assert {code: each.learned for code, each in plain.languages.items()} == {"en": {}}
    assert plain.elements == book.elements
