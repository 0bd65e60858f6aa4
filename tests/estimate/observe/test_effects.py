"""Effects are numbered as they are asked for, and each is one however often asked."""

from tumen.estimate.observe.effects import Effect, EffectBook

HOUSE = Effect("house", "agency", 0.0, 0.1)
RECORD = Effect("record", "agency", 0.0, 0.2)


def test_the_first_to_ask_adds_an_effect() -> None:
    book = EffectBook()
    assert (book.number(HOUSE), book.number(RECORD)) == (0, 1)
    assert list(book) == [HOUSE, RECORD]


def test_asking_again_gives_the_same_number() -> None:
    book = EffectBook()
    assert [book.number(each) for each in (HOUSE, RECORD, HOUSE)] == [0, 1, 0]
    assert len(list(book)) == 2


def test_one_name_of_two_kinds_is_two_effects() -> None:
    book = EffectBook()
    assert book.number(HOUSE) != book.number(RECORD)


def test_books_do_not_share_their_effects() -> None:
    EffectBook().number(HOUSE)
    assert list(EffectBook()) == []
