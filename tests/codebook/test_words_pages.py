"""The furniture of pages: dates, credits and hints of markup."""

import tomllib
from collections import Counter

import msgspec
import pytest

from tumen.codebook.load import DATA, load_codebook
from tumen.codebook.words_pages import PageWords
from tumen.records.document import Role

WORDS = load_codebook("dprk-labour").languages["en"].pages
MATCHED_LOWER = (
    "ago", "caption_cues", "archive_cues", "photo_credits", "comment_headings",
    "comment_voices", "related_headings", "promo_openers", "menu", "share",
    "furniture_phrases", "footer_openers", "told", "photo_of", "relative_days", "ahead",
)  # fmt: skip
LISTS = [
    name for name in PageWords.__struct_fields__
    if isinstance((getattr(WORDS, name) or ("",))[0], str)
]  # fmt: skip


def test_an_unknown_key_is_refused() -> None:
    file = DATA / "languages" / "en" / "pages.toml"
    table = tomllib.loads(file.read_text(encoding="utf-8")) | {"colour": "red"}
    with pytest.raises(msgspec.ValidationError, match="colour"):
        msgspec.convert(table, PageWords)


def test_every_month_and_weekday_has_names() -> None:
    assert [month.number for month in WORDS.months] == list(range(1, 13))
    assert [day.number for day in WORDS.weekdays] == list(range(7))


def test_no_spelling_stands_for_two_months_or_weekdays() -> None:
    months = [name for month in WORDS.months for name in month.names]
    days = [name for day in WORDS.weekdays for name in day.names]
    assert sorted(months + days) == sorted({*months, *days})


def test_markup_gives_roles_of_blocks() -> None:
    assert {hint.role for hint in WORDS.markup} <= set(Role)


def test_no_name_of_markup_gives_two_roles() -> None:
    counts = Counter(name for hint in WORDS.markup for name in hint.names)
    assert [name for name, count in counts.items() if count > 1] == []


@pytest.mark.parametrize("name", LISTS)
def test_no_list_is_empty_or_says_a_thing_twice(name: str) -> None:
    counts = Counter(getattr(WORDS, name))
    assert counts
    assert [word for word, count in counts.items() if count > 1] == []


@pytest.mark.parametrize("name", MATCHED_LOWER)
def test_what_is_compared_in_lower_case_is_written_so(name: str) -> None:
    words = getattr(WORDS, name)
    assert [word for word in words if word != word.lower()] == []


def test_desks_tell_languages_by_two_letters() -> None:
    assert {len(desk.language) for desk in WORDS.desks} == {2}


def test_archive_cues_mark_captions_too() -> None:
    assert [cue for cue in WORDS.archive_cues if cue in WORDS.caption_cues]
