from tumen.extract.compiled import latest, of_latest, once


def test_a_table_is_compiled_once() -> None:
    made = []
    compiled = once(lambda table: made.append(table) or len(made))  # type: ignore[func-returns-value]  # append says nothing
    table: dict[str, int] = {}

    assert (compiled(table), compiled(table), made) == (1, 1, [table])


def test_an_equal_table_is_compiled_for_itself() -> None:
    compiled = once(id)
    first: list[int] = []
    second: list[int] = []

    assert compiled(first) != compiled(second)


def test_only_the_latest_page_is_kept() -> None:
    made: list[str] = []

    def make(page: str) -> int:
        made.append(page)
        return len(made)

    read = latest(make)
    assert [read("one"), read("one"), read("two"), read("one")] == [1, 1, 2, 3]
    assert made == ["one", "two", "one"]


def test_parts_of_the_latest_page_are_made_once() -> None:
    made: list[str] = []

    def make(page: str, part: int, words: list[str]) -> int:
        made.append(page)
        return part + len(words)

    read, words = of_latest(make), ["a"]
    asked = [read("one", 1, words), read("one", 1, words), read("two", 1, words)]
    assert (asked, made) == ([2, 2, 2], ["one", "two"])


def test_parts_are_made_again_with_other_words() -> None:
    def make(page: str, part: int, words: list[str]) -> int:
        return part * len(words)

    read = of_latest(make)
    assert (read("one", 1, ["a"]), read("one", 1, ["a", "b"])) == (1, 2)
