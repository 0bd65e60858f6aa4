"""Where the running text begins and ends."""

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
TEASER = (
    "More than {} boats stayed in the port because the herring did, a skipper said.\n"
)


def body_of(document: Document) -> list[str]:
    blocks = document.blocks_of(Role.BODY)
    return [block.span.quote(document.text) for block in blocks]


def test_titles_and_teasers_in_turn_are_other_stories(read_text: ReadText) -> None:
    page = TITLE + BODY + MORE + "Related\n"
    page += "".join(f"Herring stays away\n{TEASER.format(n)}" for n in (10, 20, 30))
    assert body_of(read_text(page)) == [BODY.strip(), MORE.strip()]


def test_text_goes_on_below_a_list_of_other_stories(read_text: ReadText) -> None:
    page = TITLE + BODY + "Related article\nHerring stays away\n" + MORE + BODY
    assert MORE.strip() in body_of(read_text(page))


def test_names_dates_and_words_in_turn_are_a_stream(read_text: ReadText) -> None:
    page = TITLE + BODY + MORE
    page += "".join(f"Ann\nMay {n}, 2020\n{TEASER.format(n)}" for n in (10, 11, 12))
    assert body_of(read_text(page)) == [BODY.strip(), MORE.strip()]


def test_the_date_of_the_article_begins_no_stream(read_text: ReadText) -> None:
    page = TITLE + "May 9, 2020\n" + BODY + MORE
    page += "".join(f"Herring stays away\nMay {n}, 2020\n" for n in (10, 11, 12))
    assert body_of(read_text(page)) == [BODY.strip(), MORE.strip()]


def test_a_chronology_is_running_text(read_text: ReadText) -> None:
    days = "".join(f"May {n}, 2020\n{TEASER.format(n)}{MORE}" for n in (10, 11, 12))
    assert len(body_of(read_text(TITLE + BODY + days))) == 7


def test_a_box_of_other_stories_ends_with_its_element(read_html: ReadText) -> None:
    box = f"<aside><h3>Related</h3><p>{TEASER.format(10)}</p></aside>"
    document = read_html(f"<p>{BODY}</p>{box}<p>{MORE}</p>")
    assert body_of(document) == [BODY.strip(), MORE.strip()]


def test_a_page_of_list_entries_in_whole_sentences_is_running_text(
    read_text: ReadText,
) -> None:
    page = "Corrections\n\nThe Port Ash Post\n5 March 2019\n\n"
    page += "".join(f"- {line}\n" for line in (BODY, MORE, BODY))
    assert len(body_of(read_text(page))) == 3
