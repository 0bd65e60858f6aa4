"""Shape of `languages/<language>/pages.toml`: how pages of a language are furnished.

All phrases are matched without regard to case and as whole words, unless said
otherwise; a straight apostrophe in the data also stands for a curly one.
"""

import msgspec


class CreditRole(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Words that open a credit, e.g. `Translated by`, and the role they give."""

    role: str
    openers: tuple[str, ...]


class LanguageDesk(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True
):
    """Words in a credit that name the language of the original, ISO 639-1."""

    language: str
    words: tuple[str, ...]


class MonthName(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Spellings of a month (1 to 12) on date lines."""

    number: int
    names: tuple[str, ...]


class WeekdayName(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True
):
    """Spellings of a weekday, 0 for Monday to 6 for Sunday."""

    number: int
    names: tuple[str, ...]


class MarkupHint(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Parts of `class` and `id` attributes that give an element a role."""

    role: str
    names: tuple[str, ...]


class PageWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Tables of `pages.toml`; each field is one key.

    Args:
        byline_openers: begin a byline (`By`).
        not_names: words that never stand in a person's name.
        name_particles: small words inside names (`van`), as written.
        staff: job titles that may follow a name in a byline.
        credit_roles: openers of credits and the roles they give.
        desks: desks whose name tells the language of the original.
        translated_from: words that, before a language name, tell the same.
        months, weekdays: spellings on date lines.
        posted, updated, captured: stand before the date of that kind.
        held: stand before the day of a meeting that a page records.
        ago: parts of relative dates on teasers (`hours ago`).
        caption_cues: mark a caption wherever they stand in it.
        archive_cues: mark a caption whose picture is old.
        photo_credits: mark a picture credit.
        comment_headings: head a comment section, with or without a number.
        comment_voices: end the line that names a commenter (`said...`).
        related_headings: head a list of other stories; a whole line.
        promo_openers: begin a line that sends the reader elsewhere.
        menu: whole lines or list entries of menus.
        share: whole lines, or all words of a line, of tools for a page.
        furniture_phrases: mark a line of at most 40 words as furniture.
        footer_openers: begin a line of the imprint.
        copyright: mark a copyright line.
        told: stand before the name of the outlet a person spoke to.
        photo_of: stand after the name of the outlet whose picture it is.
        source_openers: stand before the name of the outlet copied from.
        relative_days: show that a page speaks of the days before it.
        ahead: words in a sentence whose dates may lie after the page.
        markup: roles by class and id names.
    """

    byline_openers: tuple[str, ...] = ()
    not_names: tuple[str, ...] = ()
    name_particles: tuple[str, ...] = ()
    staff: tuple[str, ...] = ()
    credit_roles: tuple[CreditRole, ...] = ()
    desks: tuple[LanguageDesk, ...] = ()
    translated_from: tuple[str, ...] = ()
    months: tuple[MonthName, ...] = ()
    weekdays: tuple[WeekdayName, ...] = ()
    posted: tuple[str, ...] = ()
    updated: tuple[str, ...] = ()
    captured: tuple[str, ...] = ()
    held: tuple[str, ...] = ()
    ago: tuple[str, ...] = ()
    caption_cues: tuple[str, ...] = ()
    archive_cues: tuple[str, ...] = ()
    photo_credits: tuple[str, ...] = ()
    comment_headings: tuple[str, ...] = ()
    comment_voices: tuple[str, ...] = ()
    related_headings: tuple[str, ...] = ()
    promo_openers: tuple[str, ...] = ()
    menu: tuple[str, ...] = ()
    share: tuple[str, ...] = ()
    furniture_phrases: tuple[str, ...] = ()
    footer_openers: tuple[str, ...] = ()
    copyright: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    photo_of: tuple[str, ...] = ()
    source_openers: tuple[str, ...] = ()
    relative_days: tuple[str, ...] = ()
    ahead: tuple[str, ...] = ()
    markup: tuple[MarkupHint, ...] = ()
