"""Small tables and opened lists are part of the running text."""

from collections.abc import Callable

from tumen.records.document import Document, Role

ReadText = Callable[[str], Document]
TITLE = "Crews of the mill go unpaid again\n"
BODY = (
    "The crews at the mill have not been paid since the first snow, two foremen said.\n"
)
MORE = (
    "The owner of the mill did not answer the telephone when he was asked about it.\n"
)
ROWS = "Saltmouth      1,240\nUplands          310\nIslands           45\n"


def words_of(document: Document, role: Role) -> list[str]:
    return [block.span.quote(document.text) for block in document.blocks_of(role)]


def test_rows_and_their_heading_are_body(read_text: ReadText) -> None:
    document = read_text(TITLE + BODY + "Hands by town\n" + ROWS + MORE)
    assert words_of(document, Role.BODY) == [
        BODY.strip(),
        "Hands by town",
        *ROWS.strip().split("\n"),
        MORE.strip(),
    ]


def test_rows_do_not_part_a_lead_from_its_text(read_text: ReadText) -> None:
    rows = "".join(f"Town {n}: {n},400\n" for n in range(2, 9))
    document = read_text(TITLE + BODY + "Hands by town\n" + rows + MORE)
    assert (document.title, BODY.strip() in words_of(document, Role.BODY)) == (
        TITLE.strip(),
        True,
    )


def test_the_line_that_names_columns_is_a_headline(read_text: ReadText) -> None:
    rows = "Town | low | high\nSaltmouth | 900 | 1,240\nUplands | 200 | 310\n"
    document = read_text(TITLE + BODY + rows + MORE)
    assert words_of(document, Role.HEADLINE) == [TITLE.strip(), "Town | low | high"]


def test_a_table_at_the_end_belongs_to_the_text(read_text: ReadText) -> None:
    document = read_text(TITLE + BODY + MORE + "Hands by town\n" + ROWS)
    assert words_of(document, Role.BODY)[-1] == "Islands           45"


def test_a_table_above_the_first_paragraph_belongs_to_it(read_text: ReadText) -> None:
    document = read_text(TITLE + "Hands by town\n" + ROWS + BODY + MORE)
    assert words_of(document, Role.BODY)[0] == "Hands by town"


def test_the_headline_right_above_a_table_stays_one(read_text: ReadText) -> None:
    document = read_text(TITLE + ROWS + BODY + MORE)
    assert (document.title, words_of(document, Role.BODY)[0]) == (
        TITLE.strip(),
        "Saltmouth      1,240",
    )


def test_counters_above_the_first_paragraph_do_not(read_text: ReadText) -> None:
    document = read_text(TITLE + "Volume: 12\nSheet: 4\n" + BODY + MORE)
    assert words_of(document, Role.BODY) == [BODY.strip(), MORE.strip()]


def test_rows_below_a_name_of_the_menu_are_no_table(read_text: ReadText) -> None:
    page = TITLE + BODY + MORE + "Weather\n" + ROWS + BODY + MORE
    rows = {line.strip() for line in ROWS.splitlines()}
    assert not rows & set(words_of(read_text(page), Role.BODY))


def test_a_single_row_is_a_heading_as_before(read_text: ReadText) -> None:
    document = read_text(TITLE + BODY + "The mill: 2014\n" + MORE)
    assert "The mill: 2014" in words_of(document, Role.HEADLINE)


def test_entries_below_a_colon_are_body_in_front_of_the_text(
    read_text: ReadText,
) -> None:
    opened = "By the book of the foreman:\n- 240 hands from the hills;\n"
    opened += "- 95 hands from over the border, 12 of them cooks;\n- 31 boys;\n"
    document = read_text(TITLE + opened + BODY + MORE)
    assert words_of(document, Role.BODY)[:2] == [
        "By the book of the foreman:",
        "- 240 hands from the hills;",
    ]
