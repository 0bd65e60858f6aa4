"""Page words of all languages of a codebook, compiled for matching."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from tumen.codebook.schema import Codebook
from tumen.codebook.words_pages import PageWords

NEVER = re.compile(r"(?!)")
OPEN_END = r"\S+(?:\s+\S+){0,2}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """Patterns by use; see `PageWords` for what each holds.

    `*_line` patterns match a whole line, `*_start` at its beginning, `*_in` anywhere.
    """

    menu_line: re.Pattern[str]
    share_line: re.Pattern[str]
    related_line: re.Pattern[str]
    promo_start: re.Pattern[str]
    phrase_in: re.Pattern[str]
    footer_start: re.Pattern[str]
    copyright_in: re.Pattern[str]
    ago_in: re.Pattern[str]
    comment_line: re.Pattern[str]
    comment_voice: re.Pattern[str]
    caption_in: re.Pattern[str]
    archive_in: re.Pattern[str]
    photo_in: re.Pattern[str]
    told: str
    photo_of: str
    source: str
    relative_in: re.Pattern[str]
    ahead_in: re.Pattern[str]
    byline_start: re.Pattern[str]
    byline_glued: re.Pattern[str]
    credit: re.Pattern[str]
    credit_roles: tuple[tuple[str, str], ...]
    desks: tuple[tuple[str, str], ...]
    staff_in: re.Pattern[str]
    not_names: frozenset[str]
    particles: frozenset[str]
    month_numbers: tuple[tuple[str, int], ...]
    months: str
    weekday_numbers: tuple[tuple[str, int], ...]
    weekdays: str
    posted: str
    updated: str
    captured: str
    held: str
    markup: tuple[tuple[str, str], ...]


def make_lexicon(codebook: Codebook) -> Lexicon:
    """Return the page words of all its languages as patterns."""
    return _compile(tuple(words.pages for words in codebook.languages.values()))


@cache
def _compile(tables: tuple[PageWords, ...]) -> Lexicon:
    def words(field: str) -> list[str]:
        return [word for table in tables for word in getattr(table, field)]

    months = {n.lower(): m.number for t in tables for m in t.months for n in m.names}
    weekdays = {
        n.lower(): w.number for t in tables for w in t.weekdays for n in w.names
    }
    roles = [(o, c.role) for t in tables for c in t.credit_roles for o in c.openers]
    bylines = phrases(words("byline_openers"))
    comments = phrases(words("comment_headings"))
    shares = phrases(words("share"))
    return Lexicon(
        menu_line=_pattern(rf"(?:{phrases(words('menu'))})[\s:>»+]*", words("menu")),
        share_line=_pattern(rf"(?:(?>{shares})[\s,|/·•]*+)++", words("share")),
        related_line=_pattern(
            rf"(?:{phrases(words('related_headings'))})[\s:>»]*",
            words("related_headings"),
        ),
        promo_start=_pattern(phrases(words("promo_openers")), words("promo_openers")),
        phrase_in=_whole(words("furniture_phrases")),
        footer_start=_pattern(
            phrases(words("footer_openers")), words("footer_openers")
        ),
        copyright_in=_whole(words("copyright")),
        ago_in=_whole(words("ago")),
        comment_line=_pattern(
            rf"(?:\(?\d[\d,]*\)?\s*|no\s+)?(?:{comments})(?:\s*[:(]?\s*\d[\d,]*\)?|\s+[“\"‘].{{1,200}}[”\"’])?[\s:!.]*",
            words("comment_headings"),
        ),
        comment_voice=_pattern(
            rf".{{1,100}}(?:{phrases(words('comment_voices'))})\s*",
            words("comment_voices"),
        ),
        caption_in=_pattern(
            rf"(?<!\w)(?:{phrases(words('caption_cues'))})(?!\w)"
            rf"(?!\s+(?:{phrases(weekdays)})s\b)",
            words("caption_cues"),
        ),
        archive_in=_whole(words("archive_cues")),
        photo_in=_whole(words("photo_credits")),
        told=phrases(words("told")),
        photo_of=phrases(words("photo_of")),
        source=phrases(words("source_openers")),
        relative_in=_whole(words("relative_days")),
        ahead_in=_whole(words("ahead")),
        byline_start=_pattern(
            rf"(?:{bylines})\s*[:|]?\s+(?=\S)", words("byline_openers")
        ),
        byline_glued=re.compile(
            rf"(?<=[^\s\W])[.?!”’\"']?()(?:{_cased(words('byline_openers'))})\s+(?=[^\W\d_])"
        ),
        credit=_pattern(phrases(opener for opener, _ in roles), roles),
        credit_roles=tuple((opener.lower(), role) for opener, role in roles),
        desks=tuple((w, d.language) for t in tables for d in t.desks for w in d.words),
        staff_in=_whole(words("staff")),
        not_names=frozenset(word.lower() for word in words("not_names")),
        particles=frozenset(words("name_particles")),
        month_numbers=tuple(months.items()),
        months=phrases(months),
        weekday_numbers=tuple(weekdays.items()),
        weekdays=phrases(weekdays),
        posted=phrases(words("posted")),
        updated=phrases(words("updated")),
        captured=phrases(words("captured")),
        held=phrases(words("held")),
        markup=tuple((n, h.role) for t in tables for h in t.markup for n in h.names),
    )


def phrases(words: Iterable[str]) -> str:
    """Return an alternation of the phrases, the longest first.

    A phrase that ends in ` *` goes on for up to three more words.
    """
    parts = (
        r"\s+".join(
            OPEN_END if part == "*" else re.escape(part).replace("'", "['’]")
            for part in word.split()
        )
        for word in sorted(set(words), key=lambda word: (-len(word), word))
    )
    return "|".join(parts) or r"(?!)"


def _cased(words: list[str]) -> str:
    return phrases([word for word in words if " " not in word])


def _pattern(pattern: str, words: Iterable[object]) -> re.Pattern[str]:
    return re.compile(pattern, re.I) if any(True for _ in words) else NEVER


def _whole(words: list[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{phrases(words)})(?!\w)", re.I) if words else NEVER
