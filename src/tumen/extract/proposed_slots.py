"""Hold the other slots of somebody else's claim against the page.

A voice that the page does not bear refuses the row. What only says where, when or about
whom is left blank instead, with a note.
"""

from dataclasses import dataclass

from tumen.errors import ClaimRefused, FigureError
from tumen.extract.frame import LANGUAGE
from tumen.extract.places import contains, find_places
from tumen.extract.proposed_page import ProposedPage
from tumen.records.claim import ARTICLE_VOICE, SpeakerKind, Voice
from tumen.records.period import Period
from tumen.records.proposed import ProposedClaim
from tumen.records.span import Span

MOST_LETTERS = 120
"""A name or description of a voice is shorter."""

FLAGS = (
    "word_share",
    "stock_or_flow",
    "trend",
    "forecast",
    "unknown",
    "inference",
    "report_date",
    "speaker_resolved",
    "via_inferred",
    "converted_twin",
    "decades",
    "superlative",
    "repeated_span",
)


@dataclass(frozen=True, slots=True)
class ReadSlot:
    """A slot that the page bears out, or a blank one.

    Args:
        span: the words of the page, None where a list or another rule knows it.
        note: why it is blank or another than the row's, else None.
    """

    value: str | None = None
    span: Span | None = None
    note: str | None = None


def read_voice(row: ProposedClaim, page: ProposedPage, near: int) -> ReadSlot:
    """Return the speaker.

    Raises:
        ClaimRefused: the page has no such voice.
    """
    if (row.speaker == ARTICLE_VOICE) != (row.speaker_kind is SpeakerKind.AUTHOR):
        raise ClaimRefused(
            f"the speaker {row.speaker!r} has the kind {row.speaker_kind}",
            f"{ARTICLE_VOICE!r} and {SpeakerKind.AUTHOR} go together, and only those.",
        )
    unnamed = page.codebook.languages[LANGUAGE].voices.unnamed_voice
    if row.speaker in (ARTICLE_VOICE, unnamed):
        return ReadSlot(row.speaker)
    return _named("speaker", row.speaker, page, near)


def voice_of(name: str, row: ProposedClaim, page: ProposedPage) -> Voice:
    """Return the speaker as a voice, with the stake that the codebook lists."""
    stakes = {body.name: body.stake for body in page.codebook.institutions}
    return Voice(name, row.speaker_kind, stake=stakes.get(name))


def read_via(row: ProposedClaim, page: ProposedPage, near: int) -> ReadSlot:
    """Return the outlet the words came through.

    Raises:
        ClaimRefused: the page does not bear it.
    """
    return _named("via", row.via, page, near) if row.via is not None else ReadSlot()


def _named(what: str, name: str, page: ProposedPage, near: int) -> ReadSlot:
    if len(name) > MOST_LETTERS:
        raise ClaimRefused(
            f"{what} is {len(name)} characters long",
            f"Name or describe the voice in at most {MOST_LETTERS} characters.",
        )
    span = page.span_of(name, near)
    if span is None and name not in page.bodies | page.voices:
        raise ClaimRefused(
            f"{what} {name!r} does not stand in the running text of the page",
            "Use the page's own words for the voice, or a name of the codebook that "
            "the page bears.",
        )
    if span is None:
        return ReadSlot(name)
    words = span.quote(page.document.text)
    return ReadSlot(name[0] + words[1:] if words[0] == name[0].upper() else words, span)


def read_chain(
    row: ProposedClaim, page: ProposedPage, voices: tuple[str, ...]
) -> tuple[tuple[str, ...], str | None]:
    """Return the chain from speaker to page, and why it is not the row's.

    Args:
        voices: speaker and via, as far as there are any besides the article.
    """
    own = tuple(dict.fromkeys((*voices, *page.publishers)))
    if row.chain is None:
        return own, None
    unnamed = page.codebook.languages[LANGUAGE].voices.unnamed_hosts.values()
    known = {*own, *page.bodies, *unnamed}
    for link in row.chain:
        if link in known or (len(link) <= MOST_LETTERS and page.span_of(link, 0)):
            continue
        return own, f"chain: the page does not bear {_short(link)}; it is ours"
    return tuple(dict.fromkeys(row.chain)), None


def read_period(row: ProposedClaim, page: ProposedPage) -> tuple[Period, str | None]:
    """Return the days, when the page names them or was published then."""
    first, last = row.as_of_start, row.as_of_end
    if first is None and last is None:
        return Period(), None
    try:
        period = Period(first, last)
    except FigureError as error:
        return Period(), f"as_of: {error.problem}; left blank"
    if period in page.periods:
        return period, None
    return Period(), (
        f"as_of: no words of the page read as {first or 'open'} to {last or 'open'}; "
        "left blank"
    )


def read_place(row: ProposedClaim, page: ProposedPage) -> tuple[ReadSlot, str | None]:
    """Return the place, when the page names it or a place in it, and its country."""
    if row.place is None:
        return ReadSlot(), _country(row, page)
    named = find_places(row.place, 0, len(row.place), page.codebook)
    one = named[0] if len(named) == 1 else None
    if one is None or one.span != Span(0, len(row.place)):
        return ReadSlot(
            note=f"place: {_short(row.place)} is not known; left blank"
        ), None
    bearing = next(
        (m for m in page.places if contains(page.codebook, one.name, m.name)), None
    )
    if bearing is None:
        return ReadSlot(
            note=f"place: the page does not name {one.name}; left blank"
        ), None
    note: str | None = None
    if row.iso not in (None, one.iso):
        note = f"iso: {one.name} is in {one.iso or 'no one country'}, not {row.iso!r}"
    return ReadSlot(one.name, bearing.span, note), one.iso


def _country(row: ProposedClaim, page: ProposedPage) -> str | None:
    return row.iso if any(m.iso == row.iso for m in page.places) else None


def read_population(row: ProposedClaim, page: ProposedPage, near: int) -> ReadSlot:
    """Return who is meant, when the page names that group."""
    name = row.population
    if name is None or name in page.populations:
        return ReadSlot(name)
    span = page.span_of(name, near) if len(name) <= MOST_LETTERS else None
    if span is not None:
        return ReadSlot(span.quote(page.document.text), span)
    return ReadSlot(
        note=f"population: the page does not name {_short(name)}; left blank"
    )


def read_flags(row: ProposedClaim) -> tuple[tuple[str, ...], str | None]:
    """Return the flags of the closed list, and what was dropped."""
    kept = tuple(dict.fromkeys(flag for flag in row.flags if flag in FLAGS))
    dropped = len(set(row.flags)) - len(kept)
    return kept, f"flags: {dropped} unknown, dropped" if dropped else None


def _short(text: str) -> str:
    return repr(text if len(text) <= MOST_LETTERS else f"{text[:MOST_LETTERS]}...")
